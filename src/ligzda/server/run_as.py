"""As whom the house runs: started by root, it becomes a user without rights before all else.

Parent, web server, workers and PostgreSQL are then that user's, as they are where an ordinary user
starts them. Root's work is done first: the data are handed over, and folders that stand in the way
of data and programs are opened for that user to pass, not to look into (ADR 0084).
"""

import os
import pwd
import struct
import subprocess
import sys
import sysconfig
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from ligzda.errors import LigzdaError

SERVER_USER = "pgserver"
"""Whom the embedded server's library makes for itself, too."""
_OURS = {"pg", "secret-key", "run.lock", "static", "media", "mail", "evaluations", "designs"}
"""By one of these names a folder is known as data of ours."""
PACKAGE = Path(__file__).resolve().parent.parent
_ACL = "system.posix_acl_access"
_OWNER, _USER, _GROUP, _MASK, _OTHERS = 0x01, 0x02, 0x04, 0x10, 0x20
_NOBODY = 0xFFFFFFFF


class RunAsError(LigzdaError):
    """Root cannot become another user here; the message says what to do."""

    def __init__(self, what: str) -> None:
        super().__init__(
            f"{what}. Start Ligzda as an ordinary user, name one with LIGZDA_USER=NAME, "
            "or let everything but PostgreSQL run as root: LIGZDA_USER=root"
        )


def leave_root(data: Path) -> str | None:
    """Let this process, and so all it starts, be a user without rights; return what was done.

    None where it is no root's process. `data` is the data folder, which exists. Raises RunAsError.
    """
    if os.geteuid() != 0:
        return None
    if os.environ.get("LIGZDA_USER") == "root":
        return "Web server and workers run as root, as LIGZDA_USER=root asks"
    names = {path.name for path in data.iterdir()}
    if names and not names & _OURS:
        raise RunAsError(f"{data} holds other things than Ligzda's, which root does not hand over")
    user = _user(data)
    paths = sysconfig.get_paths()
    needed = {Path(paths[name]) for name in ("stdlib", "platstdlib", "purelib", "platlib")}
    needed |= {PACKAGE, Path(sys.executable).parent, Path(sys.executable).resolve().parent}
    try:
        _hand_over(data, user)
        opened = _open_the_way({data, *needed}, user)
        with _acting_as(user):
            closed = next(_unreadable(needed), None)
        if closed is not None:
            raise RunAsError(f"{user.pw_name} may not read {closed}")
        os.setgroups([])
        os.setgid(user.pw_gid)
        os.setuid(user.pw_uid)
    except OSError as error:
        raise RunAsError(f"root cannot become {user.pw_name} ({error})") from error
    # What libraries keep for themselves – compiled code, fonts – lies with the data now.
    os.environ.update(HOME=str(data), USER=user.pw_name, LOGNAME=user.pw_name)
    for name in [name for name in os.environ if name.startswith("XDG_")]:
        del os.environ[name]
    passed = f"; it may now pass {', '.join(map(str, opened))}" if opened else ""
    return f"Started by root, all of it runs as {user.pw_name}{passed}"


def _user(data: Path) -> pwd.struct_passwd:
    """Return who was named, else whose the data are, else the server's user, made where missing."""
    if name := os.environ.get("LIGZDA_USER"):
        try:
            return pwd.getpwnam(name)
        except KeyError:
            raise RunAsError(f"there is no user {name}") from None
    for folder in (data, data / "pg"):
        if folder.exists() and (owner := folder.stat().st_uid) != 0:
            try:
                return pwd.getpwuid(owner)
            except KeyError:
                raise RunAsError(f"{folder} belongs to user {owner}, who is unknown here") from None
    try:
        return pwd.getpwnam(SERVER_USER)
    except KeyError:
        pass
    try:
        subprocess.run(["useradd", "-r", "-s", "/bin/false", SERVER_USER], check=True)
    except (OSError, subprocess.CalledProcessError) as error:
        raise RunAsError(f"the user {SERVER_USER} cannot be made ({error})") from error
    return pwd.getpwnam(SERVER_USER)


def _hand_over(data: Path, user: pwd.struct_passwd) -> None:
    """Make the user the owner of all data: of what root or an earlier user has left there.

    By open folders and without following links, so that nobody leads root elsewhere; a file that
    has a second name may be somebody's outside and stays what it is.
    """
    os.chown(data, user.pw_uid, user.pw_gid)
    for _path, folders, files, at in os.fwalk(data):
        for name in (*folders, *files):
            found = os.stat(name, dir_fd=at, follow_symlinks=False)
            if found.st_uid != user.pw_uid and (name in folders or found.st_nlink == 1):
                os.chown(name, user.pw_uid, user.pw_gid, dir_fd=at, follow_symlinks=False)


def _open_the_way(to: Iterable[Path], user: pwd.struct_passwd) -> list[Path]:
    """Let the user pass every folder above; return those that had to be opened."""
    opened = []
    for folder in sorted({above for path in to for above in path.resolve().parents}):
        with _acting_as(user):
            passes = os.access(folder, os.X_OK, effective_ids=True)
        if not passes:
            _let_pass(folder, user.pw_uid)
            opened.append(folder)
    return opened


def _let_pass(folder: Path, uid: int) -> None:
    """Let one user pass, by an entry in the folder's access list; all, where it can have none."""
    mode = folder.stat().st_mode
    try:
        kept = os.getxattr(folder, _ACL)
    except OSError:  # it has none yet
        entries = [(_OWNER, mode >> 6 & 7, _NOBODY), (_GROUP, mode >> 3 & 7, _NOBODY),
                   (_MASK, mode >> 3 & 7, _NOBODY), (_OTHERS, mode & 7, _NOBODY)]  # fmt: skip
    else:
        entries = list(struct.iter_unpack("<HHI", kept[4:]))
    entries = [entry for entry in entries if (entry[0], entry[2]) != (_USER, uid)]
    entries = [(tag, may | 1 if tag == _MASK else may, who) for tag, may, who in entries]
    listed = sorted([*entries, (_USER, 1, uid)], key=lambda entry: (entry[0], entry[2]))
    try:
        os.setxattr(folder, _ACL, b"\2\0\0\0" + b"".join(struct.pack("<HHI", *e) for e in listed))
    except OSError:
        folder.chmod(mode | 0o001)


def _unreadable(folders: Iterable[Path]) -> Iterator[Path]:
    """Yield what of these folders, one level deep, the acting user may not read."""
    for folder in folders:
        for path in (folder, *_inside(folder)):
            wanted = os.R_OK | (os.X_OK if path.is_dir() else 0)
            if not path.is_symlink() and not os.access(path, wanted, effective_ids=True):
                yield path


def _inside(folder: Path) -> Iterable[Path]:
    return folder.iterdir() if os.access(folder, os.R_OK | os.X_OK, effective_ids=True) else ()


@contextmanager
def _acting_as(user: pwd.struct_passwd) -> Iterator[None]:
    os.setgroups([])
    os.setegid(user.pw_gid)
    os.seteuid(user.pw_uid)
    try:
        yield
    finally:
        os.seteuid(0)
        os.setegid(0)
