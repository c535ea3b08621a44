"""Data keys of people: made with them, at hand for their rows, gone when they are erased."""

from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, cast

from django.apps import apps
from django.conf import settings
from django.db import connection

from ligzda.kernel.seal import MasterKeys, SealError, Wrapped, new_key
from ligzda.kernel.sealed import SealedRow

if TYPE_CHECKING:
    from ligzda.people.models import Person, PersonKey


def _rows() -> "type[PersonKey]":
    """Return the model of keys, which itself stands on this module."""
    return apps.get_model("people", "PersonKey")


LOCK = 0x6C69677A
"""Advisory lock of the file of master keys: shared by who wraps, alone for who changes the file."""


@lru_cache(maxsize=4)
def _read(path: Path, _changed: tuple[int, int]) -> MasterKeys:
    return MasterKeys.read(path)


def master_keys() -> MasterKeys:
    """Return the master keys as their file is now: another process may have changed them.

    A new installation gets its first. Raises SealError where the file is gone and people are there:
    a new key would open nothing of what is kept of them.
    """
    path: Path = settings.MASTER_KEYS_FILE
    if not path.exists():
        if _rows().objects.exists():
            raise SealError(
                f"{path} is not there, and what is kept of people opens by it alone; put it back"
            )
        MasterKeys.read(path)  # makes the first
    found = path.stat()
    return _read(path, (found.st_mtime_ns, found.st_ino))


def whose(person: int) -> str:
    """Return what a person's data key is bound to."""
    return f"people.person.{person}"


class OfPerson(SealedRow):
    """A row about a person (`person_id`), with what is sealed under their key."""

    _data_key: bytes | None = None
    _key_known = False

    class Meta:
        abstract = True

    @property
    def key_holder(self) -> int:
        """The number of the person whose key it is."""
        return cast("int", self.person_id)  # type: ignore[attr-defined]

    def data_key(self) -> bytes | None:
        """Return their key; None where they are erased. One query, unless `unlock` came before."""
        if not self._key_known:
            unlock([self])
        return self._data_key

    def take_key(self, key: bytes | None) -> None:
        """Have the key at hand."""
        self._data_key, self._key_known = key, True


def unlock(rows: Iterable[OfPerson]) -> None:
    """Have the keys of many rows at hand by one query."""
    by_person: dict[int, list[OfPerson]] = defaultdict(list)
    for row in rows:
        by_person[row.key_holder].append(row)
    keys = data_keys(by_person)
    for person, theirs in by_person.items():
        for row in theirs:
            row.take_key(keys.get(person))


def data_keys(people: Iterable[int]) -> dict[int, bytes]:
    """Return the data keys of people by number; who is erased has none."""
    found = _rows().objects.filter(person__in=list(people))
    master = master_keys()
    return {
        person: master.unwrap(Wrapped(number, bytes(octets)), whose(person))
        for person, number, octets in found.values_list("person_id", "master", "wrapped")
    }


def with_keys(people: "Iterable[Person]") -> "list[PersonKey]":
    """Give new people their numbers and keys, so that they can be written; return the keys' rows.

    Number and key come before the row, because what is sealed in it needs both. In a transaction:
    no master key is changed between wrapping and writing (people.key_rotation).
    """
    if not connection.in_atomic_block:
        raise RuntimeError("keys are made in the transaction that writes their people")
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock_shared(%s)", [LOCK])
    new, master, row, rows = list(people), master_keys(), _rows(), []
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT nextval(pg_get_serial_sequence('people_person', 'id')) "
            "FROM generate_series(1, %s)",
            [len(new)],
        )
        numbers = [number for (number,) in cursor.fetchall()]
    for person, number in zip(new, numbers, strict=True):
        person.pk = number
        key = new_key()
        wrapped = master.wrap(key, whose(number))
        person.take_key(key)
        rows.append(
            row(
                person_id=number,
                municipality_id=person.municipality_id,
                master=wrapped.master,
                wrapped=wrapped.octets,
            )
        )
    return rows
