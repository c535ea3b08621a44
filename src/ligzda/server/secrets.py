"""The installation's secret key: from LIGZDA_SECRET_KEY, or made once and kept beside the data."""

import os
import secrets
from pathlib import Path

from ligzda.kernel.files import kept


def secret_key(folder: Path) -> str:
    """Return the key that signs sessions; a new installation gets its own, readable by it alone."""
    return os.environ.get("LIGZDA_SECRET_KEY") or kept_secret(folder / "secret-key", 50)


def kept_secret(path: Path, length: int) -> str:
    """Return the secret in `path`; make it first where there is none."""

    def make() -> bytes:
        return f"{secrets.token_urlsafe(length)}\n".encode()

    return kept(path, make, mode=0o600).decode().strip()
