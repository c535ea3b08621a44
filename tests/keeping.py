"""What is dear to make is kept under `.pytest_cache`, by the content of what it was made from.

A change of one byte in the sources makes it anew; nothing else does, so a kept thing is as good as
a fresh one. `rm -rf .pytest_cache` forgets all of it.
"""

import fcntl
import hashlib
import shutil
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parent.parent
FOLDER = REPOSITORY / ".pytest_cache" / "kept"


def digest(*patterns: str, beside: str = "") -> str:
    """Return the hash of this Python and of every file of the repository that a pattern names.

    `beside`: what else it was made from.
    """
    found = hashlib.sha256(f"{sys.version}{beside}".encode())
    for pattern in patterns:
        for path in sorted(REPOSITORY.glob(pattern)):
            if path.is_file() and path.parent.name != "__pycache__":
                found.update(f"{path.relative_to(REPOSITORY)}\n".encode() + path.read_bytes())
    return found.hexdigest()[:16]


def kept(name: str, *made_from: str, make: Callable[[Path], None], beside: str = "") -> Path:
    """Return the folder that `make` has made from these sources; have it made where there is none.

    It is put into its place whole, once, however many workers ask; that of other sources goes.
    """
    folder = FOLDER / name / digest(*made_from, beside=beside)
    if folder.is_dir():
        return folder
    folder.parent.mkdir(parents=True, exist_ok=True)
    with (FOLDER / f"{name}.lock").open("a") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not folder.is_dir():
            for old in folder.parent.iterdir():
                shutil.rmtree(old, ignore_errors=True)
            making = Path(tempfile.mkdtemp(prefix="making-", dir=folder.parent)) / "whole"
            make(making)
            making.rename(folder)
            making.parent.rmdir()
    return folder
