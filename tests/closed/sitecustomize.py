"""Close the network, but this machine, to the tests and to every Python that they start.

pytest-socket refuses the connections of the tests' own process; this refuses, by Python's audit
events, names and datagrams too. Children find the file on PYTHONPATH and run it before anything
else (https://docs.python.org/3/library/site.html#module-sitecustomize).
"""

import sys

REFUSED = "a test reaches for the network: "


def _here(host: object) -> bool:
    """Say whether a host is this machine: an address of loopback, its name, or every address."""
    if isinstance(host, bytes):
        host = host.decode("ascii", "replace")
    return host is None or (
        isinstance(host, str)
        and (host in {"", "localhost", "::1", "::", "0.0.0.0"} or host.startswith("127."))
    )


def _refuse_others(event: str, given: tuple[object, ...]) -> None:
    if event in {"socket.connect", "socket.sendto", "socket.sendmsg"}:
        address = given[1]
        # The address of a Unix socket is a path, that of the internet begins with a host.
        if isinstance(address, tuple) and address and not _here(address[0]):
            raise OSError(f"{REFUSED}{address}")
    elif event in {"socket.getaddrinfo", "socket.gethostbyname"} and not _here(given[0]):
        raise OSError(f"{REFUSED}{given[0]!r}")


sys.addaudithook(_refuse_others)
