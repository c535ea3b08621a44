"""Release figures: the one way out, past everything that has left before.

The disclosure room is imported where it is needed: its solvers are for few requests.
"""

import datetime
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ligzda.indicators.models import PublicRelease
from ligzda.indicators.releasing import rules, tables
from ligzda.indicators.releasing.dominance import dominance
from ligzda.indicators.releasing.queries import ledger
from ligzda.kernel.errors import BadDataError, WrongStateError
from ligzda.kernel.hashing import sha256
from ligzda.kernel.turns import take_turn
from ligzda.network.audit import record
from ligzda.network.models import User

if TYPE_CHECKING:
    from ligzda.disclosure import Entry, Ledger, Protected, Rules, Table

_TURN = "indicators: the ledger of releases"


@transaction.atomic
def let_out(
    *, by: User, choose: "Callable[[Ledger], Entry | None]", what: str = ""
) -> "Entry | None":
    """Record what `choose` lets out beside all that has left: the one exit of every room.

    It is given the ledger while nobody else releases, and answers for what it lets out: protected
    or attacked together with that. None lets nothing out; figures that left before are no new line.
    `what` names them on the page of releases: by default the population of the first table.
    """
    rules.check_release(by=by)
    take_turn(_TURN)
    before = ledger()
    entry = choose(before)
    if entry is not None and entry.tables and not before.has(entry):
        _keep(by, entry, before.with_entry(entry).lines()[-1], what)
    return entry


@transaction.atomic
def release(
    *, by: User, name: str, given: "Sequence[Table]", day: datetime.date | None = None
) -> "Protected":
    """Protect tables of one population and measure together with every release of it, record them.

    Returns them with the status of every cell: publish what is PUBLISHED or STRUCTURAL. The same
    figures under the same name and day are released once. Raises NotAllowedError; BadDataError,
    with a coarser table that would do, where what is public already gives a cell away.
    """
    from ligzda.disclosure import Release, Rules, Status, protect

    rules.check_release(by=by)
    on, wanted = day or timezone.localdate(), Rules(dominance=dominance())
    made: list[Protected] = []

    def choose(before: "Ledger") -> "Entry":
        protected = protect(Release(name, tuple(given), on.isoformat()), before, wanted)
        if not protected.possible:
            raise BadDataError(_refusal(protected, before, wanted))
        for one in protected.tables:
            shown = {place for place, status in one.status.items() if status is Status.PUBLISHED}
            if before.moved_by_few(one.table, shown.__contains__, wanted.threshold):
                raise BadDataError(
                    _(
                        "Some of these figures have moved by few people since they were published, "
                        "and the difference would tell of them. They stay as they are until more "
                        "have moved."
                    )
                )
        made.append(protected)
        return protected.entry

    let_out(by=by, choose=choose)
    return made[0]


def _keep(by: User, entry: "Entry", line: str, what: str) -> None:
    row = PublicRelease.objects.create(
        what=what or entry.tables[0].table.population,
        name=entry.name,
        day=entry.day,
        line=line,
        sha256=sha256(line),
        shown=[row for one in entry.tables for row in tables.shown(one)],
        cells=sum(len(one.status) for one in entry.tables),
        hidden=sum(len(one.suppressed()) for one in entry.tables),
        released_at=timezone.now(),
        released_by=by,
    )
    told = {"what": row.what, "name": row.name, "hidden": row.hidden, "cells": row.cells}
    record(by=by, action="figures.release", about=row, after=told)


def _refusal(protected: "Protected", before: "Ledger", wanted: "Rules") -> str:
    from ligzda.disclosure import propose

    found = propose(protected, before, wanted)
    if found is None:
        return _("These figures cannot leave: what is public already would give a person away.")
    merged = ", ".join(sorted(set(found.merged.values()))) or "–"
    return _(
        "These figures cannot leave as they are: what is public already would give a person away. "
        "They could with “%(dimension)s” put together: %(merged)s."
    ) % {"dimension": found.dimension, "merged": merged}


def release_open_data(*, by: User, day: datetime.date | None = None) -> list[PublicRelease]:
    """Release what there is of the years that are over; return what is new.

    What cannot be protected stays in, and the rest leaves. Raises WrongStateError where nothing
    leaves, with the reason.
    """
    rules.check_release(by=by)
    on = day or timezone.localdate()
    newest = PublicRelease.objects.order_by("-pk").values_list("pk", flat=True).first() or 0
    before, refused = ledger(), list[str]()
    for table in tables.of_the_day(on):
        earlier = before.of(table)
        if earlier and earlier[-1].table.values == table.values:
            continue
        try:
            release(by=by, name=tables.OPEN_DATA, given=[table], day=on)
        except BadDataError as error:
            refused.append(str(error))
    made = list(PublicRelease.objects.filter(pk__gt=newest))
    if not made:
        nothing = _("Nothing has changed since the last release.")
        raise WrongStateError(" ".join(dict.fromkeys(refused)) or nothing)
    return made
