"""Where a request came from."""

import ipaddress

from django.conf import settings
from django.http import HttpRequest


def network(request: HttpRequest) -> str:
    """Return the network of the reader (/24, or /48 of IPv6); "unknown" where there is none.

    Behind the TLS proxy it is that of the address which the proxy saw.
    """
    address = request.META.get("REMOTE_ADDR", "")
    if settings.HTTPS and (forwarded := request.headers.get("x-forwarded-for")):
        address = forwarded.split(",")[-1].strip()
    try:
        found = ipaddress.ip_address(address)
    except ValueError:
        return "unknown"
    if isinstance(found, ipaddress.IPv6Address) and found.ipv4_mapped:
        found = found.ipv4_mapped
    return str(ipaddress.ip_network(f"{found}/{24 if found.version == 4 else 48}", strict=False))
