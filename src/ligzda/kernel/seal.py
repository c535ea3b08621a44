"""The seal of personal fields: AES-256-GCM under a key of the person, wrapped by a master key.

Pure. A person's *data key* seals each of their fields; the *master key*, which lies in a file
outside the database, wraps the data keys. What is sealed is bound to its place (model, field, row),
so that a value which is moved elsewhere does not open. Without its data key nothing that was ever
sealed under it can be read: in history, in audit, in an old backup (ADR 0110).

The file of master keys has a line for each: its number and 32 bytes in base64. The highest wraps;
the others only open what they wrapped. `index` is the key of the blind index: it finds a personal
code or a name without the database knowing it, and stays when the master key is changed.
"""

import base64
import hmac
import os
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from ligzda.errors import LigzdaError
from ligzda.kernel.files import kept, write_file

KEY_BYTES, _NONCE_BYTES = 32, 12
_INDEX = "index"


class SealError(LigzdaError):
    """Something sealed does not open, or a master key is not there; the message says which."""


def new_key() -> bytes:
    """Return a key that nobody has."""
    return secrets.token_bytes(KEY_BYTES)


def seal(key: bytes, text: str, bound_to: str) -> bytes:
    """Return a text sealed for its place: 12 bytes of nonce, then the text and its tag."""
    nonce = os.urandom(_NONCE_BYTES)
    return nonce + AESGCM(key).encrypt(nonce, text.encode(), bound_to.encode())


def opened(key: bytes, sealed: bytes, bound_to: str) -> str:
    """Return what was sealed. Raises SealError with another key, or from another place."""
    try:
        octets = AESGCM(key).decrypt(
            sealed[:_NONCE_BYTES], sealed[_NONCE_BYTES:], bound_to.encode()
        )
    except InvalidTag:
        raise SealError(f"{bound_to}: sealed under another key, or for another place") from None
    return octets.decode()


@dataclass(frozen=True)
class Wrapped:
    """A data key as the database keeps it: by which master key, and the 60 bytes."""

    master: int
    octets: bytes


@dataclass(frozen=True)
class MasterKeys:
    """The master keys of an installation by number, and the key of its blind index."""

    keys: Mapping[int, bytes]
    index: bytes

    @cached_property
    def newest(self) -> int:
        """The number of the key that wraps."""
        return max(self.keys)

    @classmethod
    def read(cls, path: Path) -> "MasterKeys":
        """Return the keys in a file; a new installation gets its first, readable by it alone.

        Raises SealError where the file holds something else: nothing is made in its place, because
        what was sealed would be lost.
        """
        text = kept(path, lambda: cls({1: new_key()}, new_key()).text().encode(), mode=0o600)
        found: dict[str, bytes] = {}
        try:
            for line in text.decode().splitlines():
                if line.strip() and not line.startswith("#"):
                    name, value = line.split()
                    found[name] = base64.b64decode(value, validate=True)
            index = found.pop(_INDEX)
            made = cls({int(name): value for name, value in found.items()}, index)
        except (ValueError, KeyError):
            raise SealError(f"{path} does not hold master keys; put the right file back") from None
        if not made.keys or any(len(key) != KEY_BYTES for key in (*made.keys.values(), index)):
            raise SealError(f"{path} does not hold whole master keys; put the right file back")
        return made

    def write(self, path: Path) -> None:
        """Put the keys in the place of those in the file."""
        write_file(path, self.text().encode(), mode=0o600)

    def text(self) -> str:
        """Return the file's text."""
        lines = [
            "# Without this file nothing that is kept of people can be read. Never in a backup"
        ]
        lines += ["# of the database; a copy of its own, elsewhere, under lock: docs/people.md."]
        named = {_INDEX: self.index} | {str(name): key for name, key in sorted(self.keys.items())}
        lines += [f"{name} {base64.b64encode(key).decode()}" for name, key in named.items()]
        return "\n".join(lines) + "\n"

    def with_new(self) -> "MasterKeys":
        """Return these and a new one, which wraps from now on."""
        return MasterKeys({**self.keys, self.newest + 1: new_key()}, self.index)

    def newest_alone(self) -> "MasterKeys":
        """Return the newest: what others wrapped, in whatever backup, opens no more."""
        return MasterKeys({self.newest: self.keys[self.newest]}, self.index)

    def wrap(self, data_key: bytes, whose: str) -> Wrapped:
        """Wrap a person's data key; `whose` binds it to them."""
        nonce = os.urandom(_NONCE_BYTES)
        octets = AESGCM(self.keys[self.newest]).encrypt(nonce, data_key, whose.encode())
        return Wrapped(self.newest, nonce + octets)

    def unwrap(self, wrapped: Wrapped, whose: str) -> bytes:
        """Return the data key. Raises SealError where its master key is gone, or is another's."""
        if (master := self.keys.get(wrapped.master)) is None:
            raise SealError(f"master key {wrapped.master} is not in the file of master keys")
        nonce, octets = wrapped.octets[:_NONCE_BYTES], wrapped.octets[_NONCE_BYTES:]
        try:
            return AESGCM(master).decrypt(nonce, octets, whose.encode())
        except InvalidTag:
            raise SealError(f"the data key of {whose} does not open: another master key") from None

    def token(self, kind: str, value: str) -> int:
        """Return the blind index of a value: 63 bits of its HMAC-SHA-256, the same every time.

        Two different values share one in a million million million; what is found by it is opened
        and compared.
        """
        digest = hmac.new(self.index, f"{kind}\0{value}".encode(), sha256).digest()
        return int.from_bytes(digest[:8], "big") >> 1
