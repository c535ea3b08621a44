"""Files and folders that are whole or not there at all.

Pure. What is made is written beside its place, brought to the disk and renamed: neither a crash nor
a second process at the same moment leaves half of it, and what was acknowledged outlives a power
cut.
"""

import os
import shutil
import tempfile
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path


def write_file(path: Path, content: bytes, *, mode: int = 0o666) -> None:
    """Write a file, in the place of an earlier one. `mode`: permissions, less the umask."""
    draft = _draft(path, content, mode)
    try:
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)
    _keep(path.parent)


def kept(path: Path, make: Callable[[], bytes], *, mode: int = 0o666) -> bytes:
    """Return what is kept in a file; make it first where there is none (or a blank one).

    Of two processes that make it at once the first counts, for both.
    """
    try:
        if (content := path.read_bytes()).strip():
            return content
    except FileNotFoundError:
        pass
    draft = _draft(path, make(), mode)
    try:
        os.link(draft, path)  # fails where another process was first: theirs then counts
    except FileExistsError:
        if not path.read_bytes().strip():
            draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)
    _keep(path.parent)
    return path.read_bytes()


def write_folder(folder: Path, files: Mapping[str, bytes], *, replace: bool = False) -> None:
    """Write a folder of files. One that is there already stays, or with `replace` goes."""
    folder = folder.resolve()
    folder.parent.mkdir(parents=True, exist_ok=True)
    made = Path(tempfile.mkdtemp(prefix=f".{folder.name}-", dir=folder.parent))
    try:
        for name, content in files.items():
            _write(made / name, content, 0o666)
        made.chmod(0o755)
        _keep(made)
        if replace and folder.exists():
            _exchange(folder, made)
        else:
            _put(made, folder)
    finally:
        shutil.rmtree(made, ignore_errors=True)
    _keep(folder.parent)


def _put(made: Path, folder: Path) -> None:
    try:
        made.rename(folder)
    except OSError:
        if not folder.is_dir():  # else another process was first
            raise


def _exchange(folder: Path, made: Path) -> None:
    """Put a finished folder in the place of an earlier one, which comes back if that fails."""
    old = Path(tempfile.mkdtemp(prefix=f".{folder.name}-old-", dir=folder.parent))
    folder.replace(old)
    try:
        made.rename(folder)
    except OSError:
        old.replace(folder)
        raise
    shutil.rmtree(old)


def _draft(path: Path, content: bytes, mode: int) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f".{path.name}.{os.getpid()}-{os.urandom(4).hex()}")
    try:
        _write(draft, content, mode)
    except BaseException:
        draft.unlink(missing_ok=True)
        raise
    return draft


def _write(path: Path, content: bytes, mode: int) -> None:
    with os.fdopen(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, mode), "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _keep(folder: Path) -> None:
    """Bring to the disk which files a folder has, where the file system can say so."""
    with suppress(OSError):
        opened = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(opened)
        finally:
            os.close(opened)
