"""The installation's secret key: from LIGZDA_SECRET_KEY, or made once and kept beside the data."""

import os
import secrets
from pathlib import Path


def secret_key(folder: Path) -> str:
    """Return the key that signs sessions; a new installation gets its own, readable by it alone."""
    return os.environ.get("LIGZDA_SECRET_KEY") or kept_secret(folder / "secret-key", 50)


def kept_secret(path: Path, length: int) -> str:
    """Return the secret in `path`; make it first where there is none (or an empty one).

    Written to a file beside it and renamed, so that a crash or a second process at the same
    moment never leaves half a secret.
    """
    try:
        if value := path.read_text("utf-8").strip():
            return value
    except FileNotFoundError:
        pass
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    with os.fdopen(os.open(draft, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600), "w") as file:
        file.write(secrets.token_urlsafe(length) + "\n")
    try:
        os.link(draft, path)  # fails where another process was first: theirs then counts
    except FileExistsError:
        if not path.read_text("utf-8").strip():
            draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)
    return path.read_text("utf-8").strip()
