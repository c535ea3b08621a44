"""`ligzda backup` and `ligzda restore`: the whole installation in one archive, and back.

An archive is a tar with `database` (pg_dump's own form), `files/…` and, as its last member,
`checksums.json`: without that one it was cut off. Files are taken before the database's snapshot,
and those that came meanwhile after it, so that every file that the snapshot names is there.
ADR 0076.
"""

import io
import json
import os
import shutil
import subprocess
import tarfile
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

from ligzda.errors import LigzdaError
from ligzda.kernel.hashing import sha256, sha256_of_stream
from ligzda.server.cluster import Cluster, program
from ligzda.server.database import check_version, data_folder, database
from ligzda.server.prepared import is_empty

KEPT = ("media", "evaluations", "issuer-keys", "secret-key", "demo-password")
"""What of the data folder cannot be made anew; letters of the demonstration stay behind.

The master keys are left out on purpose: whoever takes the archive reads nothing that is kept of
people, and who was erased since stays so (docs/people.md).
"""
DATABASE, CHECKSUMS = "database", "checksums.json"
RESTORING = ".restoring"
_HARMLESS = {"run.lock", RESTORING, "lost+found", "master-keys"}
"""Master keys may be put back before the backup, or after it."""


class BackupError(LigzdaError):
    """A backup cannot be made or put back; nothing was changed, and the message says why."""


@dataclass(frozen=True)
class Summary:
    """What an archive holds. `megabytes`: of the archive; `key`: whether the secret key is in."""

    files: int
    megabytes: float
    key: bool


def backup(archive: Path) -> Summary:
    """Write the archive, readable by whoever runs this alone, whole or not at all.

    The house may run meanwhile. Raises BackupError, database.DatabaseError.
    """
    os.umask(0o077)  # the secret key is in it, and everybody's address
    if archive.exists():
        raise BackupError(f"{archive} is there already; a backup takes no other's place")
    if not archive.parent.is_dir():
        raise BackupError(f"there is no folder {archive.parent}")
    sums: dict[str, str] = {}
    try:
        with tempfile.TemporaryDirectory(prefix=".ligzda-backup-", dir=archive.parent) as folder:
            draft, dumped = Path(folder, "archive"), Path(folder, DATABASE)
            with database() as url, tarfile.open(draft, "w") as tar:
                check_version(url)
                _take_files(tar, sums)
                _run("pg_dump", "--format=custom", "--no-owner", f"--file={dumped}", url)
                _take(tar, dumped, DATABASE, sums)
                _take_files(tar, sums)
                _close(tar, sums, _audit_head(url))
            with draft.open("rb") as written:
                os.fsync(written.fileno())
            os.link(draft, archive)
    except OSError as error:
        raise BackupError(f"the archive cannot be written: {error}") from error
    return _summary(archive, sums)


def restore(archive: Path) -> Summary:
    """Put an archive into an empty data folder, and an empty database. Raises BackupError.

    Nothing is put into its place before all of it is there and agrees with its checksums.
    """
    from ligzda.server.run import alone

    os.umask(0o077)
    folder = data_folder()
    with alone(folder):
        if there := sorted({each.name for each in folder.iterdir()} - _HARMLESS):
            raise BackupError(
                f"{folder} holds {', '.join(there)}; a backup is put into an empty folder only: "
                "LIGZDA_DATA=FOLDER"
            )
        making = folder / RESTORING
        shutil.rmtree(making, ignore_errors=True)
        try:
            sums = _unpacked(archive, making)
            with _empty_database(making) as url:
                _run(
                    *("pg_restore", "--single-transaction", "--exit-on-error", "--no-owner"),
                    *("--no-privileges", f"--dbname={url}", str(making / DATABASE)),
                )
            # The database last: it is what says that an installation is there.
            for each in [*(making / "files").iterdir(), *making.glob("pg")]:
                each.rename(folder / each.name)
        except OSError as error:
            raise BackupError(f"the archive cannot be put back: {error}") from error
        finally:
            shutil.rmtree(making, ignore_errors=True)
    return _summary(archive, sums)


def to_be_said() -> list[str]:
    """Return what the rooms have to say of what was put back: that keys do not fit, for one."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "ligzda.server.settings")
    with database():
        import django

        django.setup()
        from ligzda.kernel.room import named, rooms

        said = [named(room.after_restore)() for room in rooms() if room.after_restore]
    return [sentence for sentence in said if sentence]


@contextmanager
def _empty_database(making: Path) -> Iterator[str]:
    """Yield the database to fill: the one of DATABASE_URL, or a new embedded one."""
    with database(Cluster(making / "pg")) as url:
        check_version(url)
        if not is_empty(url):
            raise BackupError(
                "the database of DATABASE_URL has tables; a backup is put into an empty one only"
            )
        yield url


def _take_files(tar: tarfile.TarFile, sums: dict[str, str]) -> None:
    """Take the files that were not taken yet."""
    folder = data_folder()
    for name in KEPT:
        root = folder / name
        for path in [root] if root.is_file() else sorted(root.rglob("*")):
            inside = f"files/{path.relative_to(folder).as_posix()}"
            if inside not in sums and path.is_file() and not path.is_symlink():
                _take(tar, path, inside, sums)


def _take(tar: tarfile.TarFile, path: Path, name: str, sums: dict[str, str]) -> None:
    try:
        with path.open("rb") as file:
            entry = tar.gettarinfo(arcname=name, fileobj=file)
            entry.uid, entry.gid, entry.mode = 0, 0, 0o600
            entry.uname = entry.gname = ""
            sums[name] = sha256_of_stream(file)
            file.seek(0)
            tar.addfile(entry, file)
    except FileNotFoundError:
        return  # deleted since the folder was read, and so in the database


def _audit_head(url: str) -> str | None:
    """Return number and hash of the audit trail's last link, a witness for verify_audit."""
    import psycopg

    with psycopg.connect(url) as connection:
        found = connection.execute("SELECT to_regclass('network_auditlink') IS NOT NULL").fetchone()
        if found != (True,):
            return None  # an installation before 0.3.0
        head = connection.execute(
            "SELECT number || ':' || hash FROM network_auditlink ORDER BY number DESC LIMIT 1"
        ).fetchone()
    return str(head[0]) if head else None


def _close(tar: tarfile.TarFile, sums: dict[str, str], audit_head: str | None) -> None:
    about = {
        "ligzda": version("ligzda"),
        "made_at": datetime.now(UTC).isoformat(timespec="seconds"),
        "audit_head": audit_head,
        "sha256": sums,
    }
    content = json.dumps(about, indent=1, sort_keys=True).encode()
    entry = tarfile.TarInfo(CHECKSUMS)
    entry.size, entry.mode = len(content), 0o600
    tar.addfile(entry, io.BytesIO(content))


def _unpacked(archive: Path, folder: Path) -> dict[str, str]:
    """Unpack into a folder; return the checksums, with which every file agrees."""
    try:
        with tarfile.open(archive, "r:") as tar:
            tar.extractall(folder, filter="data")  # no path leads out of it
        sums: dict[str, str] = json.loads((folder / CHECKSUMS).read_bytes())["sha256"]
    except (tarfile.TarError, FileNotFoundError, ValueError, KeyError, TypeError) as error:
        raise BackupError(f"{archive} is no whole backup of Ligzda: {error}") from error
    found = {}
    for path in folder.rglob("*"):
        name = path.relative_to(folder).as_posix()
        if path.is_file() and name != CHECKSUMS:
            found[name] = sha256(path.read_bytes())
    if wrong := sorted(name for name in {*found, *sums} if found.get(name) != sums.get(name)):
        raise BackupError(f"{archive} is damaged: {', '.join(wrong[:5])} are not as they were")
    (folder / "files").mkdir(exist_ok=True)
    return sums


def _run(name: str, *arguments: str) -> None:
    done = subprocess.run([program(name), *arguments], capture_output=True, check=False, text=True)
    if done.returncode:
        raise BackupError(f"{name}: {done.stderr.strip() or 'it says nothing'}")


def _summary(archive: Path, sums: dict[str, str]) -> Summary:
    return Summary(len(sums) - 1, archive.stat().st_size / 1e6, "files/secret-key" in sums)
