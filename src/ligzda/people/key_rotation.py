"""A new master key around the data keys of people; the old one forgotten (ADR 0110).

Whatever line it is killed at, everything opens, and starting it again finishes it: the new key is
in the file before anything is wrapped by it, and the old one leaves it after nothing is wrapped by
it any more.
"""

from dataclasses import dataclass

from django.conf import settings
from django.db import connection, transaction

from ligzda.kernel.confined import EVERYWHERE, HOUSE, rows_of
from ligzda.kernel.seal import MasterKeys, SealError, Wrapped
from ligzda.people.keys import LOCK, master_keys, whose
from ligzda.people.models import PersonKey

BATCH = 1_000


@dataclass(frozen=True)
class Rotated:
    """The number of the key that wraps now, how many people it wraps, how many keys are gone."""

    newest: int
    people: int
    forgotten: int


def rotate(*, forget_old: bool = False, batch: int = BATCH) -> Rotated:
    """Add a master key, wrap every data key by it, and forget the others where that is asked.

    One that was killed is finished before another is begun. Raises SealError where a data key does
    not open: nothing is forgotten then.
    """
    with rows_of(EVERYWHERE, HOUSE):
        _add_key()
        while _wrap_again(batch):
            pass
        forgotten = _forget() if forget_old else 0
        return Rotated(master_keys().newest, PersonKey.objects.count(), forgotten)


def _alone() -> None:
    """Let no process wrap a key until the transaction ends; wait for those that do."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])


@transaction.atomic
def _add_key() -> None:
    _alone()
    keys = master_keys()
    if not PersonKey.objects.exclude(master=keys.newest).exists():
        keys.with_new().write(settings.MASTER_KEYS_FILE)


@transaction.atomic
def _wrap_again(batch: int) -> bool:
    """Wrap a batch of data keys by the newest key; return whether there were any."""
    keys = master_keys()
    rows = PersonKey.objects.select_for_update().exclude(master=keys.newest)
    found = list(rows.order_by("person_id")[:batch])
    for row in found:
        name = whose(row.person_id)
        wrapped = keys.wrap(keys.unwrap(Wrapped(row.master, bytes(row.wrapped)), name), name)
        row.master, row.wrapped = wrapped.master, wrapped.octets
    PersonKey.objects.bulk_update(found, ["master", "wrapped"])
    return bool(found)


@transaction.atomic
def _forget() -> int:
    _alone()
    keys = master_keys()
    if PersonKey.objects.exclude(master=keys.newest).exists():
        raise SealError("some keys of people are wrapped by an old master key still; start again")
    keys.newest_alone().write(settings.MASTER_KEYS_FILE)
    return len(keys.keys) - 1


def unfit() -> str:
    """Return what is wrong with the master keys for the people who are here; empty if nothing is.

    Said when the house starts, and when a backup was put back.
    """
    if PersonKey._meta.db_table not in connection.introspection.table_names():
        return ""  # a backup from before there were people
    with rows_of(EVERYWHERE, HOUSE):
        try:
            _try_each()
        except SealError as error:
            return (
                f"What is kept of people cannot be read: {error}. Put the file of master keys of "
                f"this installation to {settings.MASTER_KEYS_FILE}."
            )
    return ""


def _try_each() -> None:
    """Open one data key of each master key. Raises SealError for the first that does not open."""
    rows = PersonKey.objects.order_by("master", "person_id").distinct("master")
    if not (found := list(rows)):
        return
    keys: MasterKeys = master_keys()
    for row in found:
        keys.unwrap(Wrapped(row.master, bytes(row.wrapped)), whose(row.person_id))
