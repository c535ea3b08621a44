"""Sign-in by an OpenID Connect provider: what the environment says of it (docs/settings.md)."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from ligzda.errors import LigzdaError

KEY = "openid"
"""By which the one provider is known to allauth: in addresses, and beside each number it gives."""
_THIS_MACHINE = frozenset({"127.0.0.1", "localhost", "::1"})


class OpenIdError(LigzdaError):
    """The provider's settings cannot be used; the message says why."""


def openid_settings(environ: Mapping[str, str]) -> tuple[str, dict[str, Any]]:
    """Return what the buttons call the provider, and allauth's settings for it.

    Both are empty where LIGZDA_OIDC_ISSUER is not set. Raises OpenIdError.
    """
    issuer = environ.get("LIGZDA_OIDC_ISSUER", "").rstrip("/")
    if not issuer:
        return "", {}
    host = urlsplit(issuer).hostname
    # What the provider says is believed because TLS says who it is (OpenID Connect Core 1.0,
    # 3.1.3.7, point 6).
    if not host or not (issuer.startswith("https://") or host in _THIS_MACHINE):
        raise OpenIdError("LIGZDA_OIDC_ISSUER must be an address that begins with https://")
    needed = ("LIGZDA_OIDC_CLIENT", "LIGZDA_OIDC_SECRET")
    if lacking := [variable for variable in needed if not environ.get(variable)]:
        raise OpenIdError(f"LIGZDA_OIDC_ISSUER is set, and {lacking[0]} is not")
    name = environ.get("LIGZDA_OIDC_NAME") or host
    app = {
        "provider_id": KEY,
        "name": name,
        "client_id": environ["LIGZDA_OIDC_CLIENT"],
        "secret": environ["LIGZDA_OIDC_SECRET"],
        "settings": {"server_url": issuer, "oauth_pkce_enabled": True},
    }
    return name, {"openid_connect": {"APPS": [app]}}
