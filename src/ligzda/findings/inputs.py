"""A file that an evaluation is made of: read once, with its hash and its day."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from ligzda.evidence import EvidenceError
from ligzda.findings.file_faults import FileFault
from ligzda.kernel.hashing import sha256, sha256_of_stream

# A larger Parquet file is named by its hash only, and only its used columns are read.
LARGEST_ATTACHMENT = 5_000_000
_PARQUET = b"PAR1"


@dataclass(frozen=True)
class InputFile:
    """A file as it was when it was read; `changed` in seconds since 1970.

    `content` is None for a large Parquet file: it was hashed as it streamed by, and DuckDB fetches
    of `path` the columns that a plan uses.
    """

    path: Path
    sha256: str
    size: int
    changed: float
    is_parquet: bool
    content: bytes | None

    @property
    def name(self) -> str:
        """The file's name without its folder."""
        return self.path.name

    @property
    def attachment(self) -> bytes | None:
        """The content where it is small enough to travel with a report."""
        return self.content if self.size <= LARGEST_ATTACHMENT else None


def read_input(path: Path, refuse: Callable[[FileFault], EvidenceError]) -> InputFile:
    """Read a file; `refuse` makes the error for one that is not there, or is a folder."""
    try:
        with path.open("rb") as file:
            start = file.read(len(_PARQUET))
            parquet = start == _PARQUET or path.suffix.lower() == ".parquet"
            file.seek(0, 2)
            size = file.tell()
            file.seek(0)
            if parquet and size > LARGEST_ATTACHMENT:
                content, digest = None, sha256_of_stream(file)
            else:
                content = file.read()
                digest = sha256(content)
    except FileNotFoundError:
        raise refuse(FileFault.NO_FILE) from None
    except IsADirectoryError:
        raise refuse(FileFault.FOLDER) from None
    return InputFile(path, digest, size, path.stat().st_mtime, parquet, content)
