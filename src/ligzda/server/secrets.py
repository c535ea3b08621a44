"""The installation's secret key: from LIGZDA_SECRET_KEY, or made once and kept beside the data."""

import os
import secrets
from pathlib import Path

from ligzda.errors import LigzdaError
from ligzda.kernel.files import kept

SHORTEST_KEY = 32


class SecretError(LigzdaError):
    """A secret cannot be read, or is too short to be one."""


def secret_key(folder: Path) -> str:
    """Return the key that signs sessions; a new installation gets its own, readable by it alone.

    Raises SecretError where it could be guessed.
    """
    given = os.environ.get("LIGZDA_SECRET_KEY")
    key = given or kept_secret(folder / "secret-key", 50)
    if len(key) < SHORTEST_KEY:
        where = "LIGZDA_SECRET_KEY" if given else f"the key in {folder / 'secret-key'}"
        raise SecretError(
            f"{where} has {len(key)} characters, and {SHORTEST_KEY} are needed; "
            "without it a new one is made"
        )
    return key


def kept_secret(path: Path, length: int) -> str:
    """Return the secret in `path`; make it first where there is none. Raises SecretError."""

    def make() -> bytes:
        return f"{secrets.token_urlsafe(length)}\n".encode()

    try:
        return kept(path, make, mode=0o600).decode().strip()
    except UnicodeDecodeError:
        raise SecretError(f"{path} holds no text; without it a new one is made") from None
    except OSError as error:
        raise SecretError(f"{path} cannot be used: {error.strerror}") from None
