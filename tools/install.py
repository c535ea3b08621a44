"""Install one of our locks into this Python's environment, every file checked against its hash.

    .venv/bin/python tools/install.py requirements/run.txt

uv does it, a quarter of pip's time; pip installs uv itself from a lock with its hash, and does
all of it where uv does not run. uv does not read pip's configuration, so it is told at run time
what `pip config` says of where packages come from: no index stands in a file of ours. ADR 0005.
"""

import ast
import os
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parent.parent
UV_LOCK = REPOSITORY / "requirements" / "uv.txt"

# What pip calls it, and the variable by which uv takes the same.
VARIABLES = {
    "index-url": "UV_DEFAULT_INDEX",
    "extra-index-url": "UV_INDEX",
    "find-links": "UV_FIND_LINKS",
    "trusted-host": "UV_INSECURE_HOST",
    "keyring-provider": "UV_KEYRING_PROVIDER",
    "cert": "SSL_CERT_FILE",
    "client-cert": "SSL_CLIENT_CERT",
    "proxy": "ALL_PROXY",
    "default-timeout": "UV_HTTP_TIMEOUT",
    "timeout": "UV_HTTP_TIMEOUT",
}
# The variables of uv that take several values, by what stands between them.
SEPARATORS = {"UV_INDEX": " ", "UV_FIND_LINKS": ",", "UV_INSECURE_HOST": " "}
TRUE = {"1", "true", "yes", "on"}


def main() -> int:
    """Install the lock named on the command line; return the exit status."""
    lock = Path(sys.argv[1])
    started = time.monotonic()
    installer = "uv"
    if not (_have_uv() and _install_by_uv(lock)):
        installer = "pip"
        print("  uv does not install it here; pip does, in a minute or two …", flush=True)
        pip = ["install", "--progress-bar", "off", "--quiet", "--require-hashes", "-r", str(lock)]
        if status := _pip(*pip).returncode:
            return status
    print(f"  {lock.name}: by {installer}, {time.monotonic() - started:.1f} s", flush=True)
    return 0


def uv_environment(pip_configuration: str, environment: Mapping[str, str]) -> dict[str, str]:
    """Return the environment in which uv finds packages where pip would.

    `pip_configuration` is what `pip config list` prints: files and variables together, one
    `section.key='value'` a line. What `environment` says to uv itself counts before it.
    """
    said: dict[str, str] = {}
    # As in pip, a command's own section counts before the global one, variables before both.
    for section in ("global", "install", ":env:"):
        for line in pip_configuration.splitlines():
            name, equals, value = line.partition("=")
            place, _, key = name.rpartition(".")
            if equals and place == section:
                said[key] = str(ast.literal_eval(value))
    # pip takes the best of all indexes; uv by default only of the first that has the package.
    # Whichever it is from, its hash must be the lock's.
    found = {"UV_INDEX_STRATEGY": "unsafe-best-match"}
    for key, variable in VARIABLES.items():
        if values := said.get(key, "").split():
            found[variable] = SEPARATORS.get(variable, " ").join(values)
    for key, variable in (("no-index", "UV_NO_INDEX"), ("no-cache-dir", "UV_NO_CACHE")):
        if said.get(key, "").lower() in TRUE:
            found[variable] = "1"
    return {**found, **environment}


def _have_uv() -> bool:
    pip = ["install", "--quiet", "--progress-bar", "off", "--only-binary", ":all:"]
    return _pip(*pip, "--require-hashes", "-r", str(UV_LOCK)).returncode == 0


def _install_by_uv(lock: Path) -> bool:
    environment = uv_environment(_pip("config", "list", capture=True).stdout, os.environ)
    # uv has no variable for this one.
    no_index = ["--no-index"] if environment.pop("UV_NO_INDEX", "") else []
    command = ["uv", "pip", "install", "--quiet", "--python", sys.executable, *no_index]
    try:
        done = subprocess.run(
            [sys.executable, "-m", *command, "--require-hashes", "-r", str(lock)],
            env=environment,
            check=False,
        )
    except OSError:
        return False
    return done.returncode == 0


def _pip(*arguments: str, capture: bool = False) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-m", "pip", "--disable-pip-version-check", *arguments],
        check=False,
        text=True,
        stdout=subprocess.PIPE if capture else None,
    )


if __name__ == "__main__":
    sys.exit(main())
