"""Ten minutes in which what was thrown away comes back by one click (docs/undo.md).

The act itself happens at once, with its audit event; beside it its rows are kept as they were.
A room says in its manifest (`undo`) which of its acts come back, and how.
"""

import datetime
from collections.abc import Iterable
from typing import Any

from django.core import serializers
from django.core.serializers.json import DjangoJSONEncoder
from django.db import IntegrityError, models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ligzda.kernel.errors import WrongStateError
from ligzda.kernel.sealed import SealedRow
from ligzda.network.audit import facts, record
from ligzda.network.models import Undoable, User


class _ToTheMicrosecond(DjangoJSONEncoder):
    """Django's own encoder keeps milliseconds."""

    def default(self, o: Any) -> Any:
        return o.isoformat() if isinstance(o, datetime.datetime) else super().default(o)


def keep_for_undo(*, by: User, act: str, rows: Iterable[models.Model]) -> Undoable:
    """Keep rows as they are, in the transaction that changes or deletes them.

    A row comes before those that point at it: they are put back in this order.
    """
    kept = serializers.serialize("json", rows, cls=_ToTheMicrosecond)
    return Undoable.objects.create(by=by, act=act, rows=kept, at=timezone.now())


@transaction.atomic
def take_for_undo(*, by: User, number: int) -> tuple[str, list[models.Model]]:
    """Return what somebody did a moment ago, and the rows as they were; once.

    Raises WrongStateError where it was not theirs, is undone already, or too long ago.
    """
    found = Undoable.objects.select_for_update().filter(pk=number, by=by).first()
    if found is None or found.at < timezone.now() - Undoable.LASTS:
        raise WrongStateError(
            _("This can be undone no longer: ten minutes are over, or it is done.")
        )
    rows = [row.object for row in serializers.deserialize("json", found.rows)]
    act = found.act
    found.delete()
    return act, rows


def put_back(*, by: User, act: str, rows: Iterable[models.Model]) -> models.Model:
    """Write the rows as they were; return the first. Its room has checked that they may.

    Raises WrongStateError where something else stands in their place by now.
    """
    found = list(rows)
    first = found[0]
    before = type(first)._default_manager.filter(pk=first.pk).first()
    try:
        with transaction.atomic():
            for row in found:
                # As they were: no new day of making. What is sealed is written as it is by no raw
                # save; no such row has a day of its own making.
                row.save_base(raw=not isinstance(row, SealedRow))
    except IntegrityError as error:
        raise WrongStateError(
            _("Something else stands in its place by now, so it cannot come back.")
        ) from error
    told = facts(before) if before else None
    record(by=by, action=f"{act}.undo", about=first, before=told, after=facts(first))
    return first


def forget_what_cannot_be_undone() -> None:
    """Delete what is past its ten minutes."""
    Undoable.objects.filter(at__lt=timezone.now() - Undoable.LASTS).delete()
