"""The one verb of data sets: freeze."""

import datetime

from django.db import transaction
from django.utils import timezone

from ligzda.indicators.data_sets import rules
from ligzda.indicators.data_sets.taking import take, versions
from ligzda.indicators.models import DataSet
from ligzda.kernel.hashing import sha256
from ligzda.network.audit import record
from ligzda.network.models import User
from ligzda.trial.registry.queries import registered


@transaction.atomic
def freeze(
    *, by: User, outcome: str, moment: str, as_of: datetime.date | None = None
) -> tuple[DataSet, bool]:
    """Freeze the cells of an outcome under the registered plan, as of a day (today).

    Returns the set, and whether it is new: the same cells under the same protocol are the set that
    is there. Raises NotAllowedError, WrongStateError, BadDataError.
    """
    rules.check_freeze(by=by)
    protocol = registered()
    assert protocol is not None  # the rule asked
    rules.check_outcome(outcome=outcome, moment=moment, plan=protocol.plan)
    as_of = as_of or timezone.localdate()
    taken = take(outcome, moment, as_of)
    rules.check_counts_somebody(counted=taken.counted)
    row, made = DataSet.objects.get_or_create(
        protocol=protocol,
        outcome=outcome,
        moment=moment,
        sha256=taken.contents.sha256,
        defaults={
            "as_of": as_of,
            "content": taken.contents.text,
            "counted": taken.counted,
            "people": list(taken.people),
            "rests_on": versions(outcome) | {"plan": sha256(protocol.plan)},
            "frozen_at": timezone.now(),
            "frozen_by": by,
        },
    )
    if made:
        told = {"sha256": row.sha256, "outcome": outcome, "moment": moment, "as_of": str(as_of)}
        record(by=by, action="data_set.freeze", about=row, after=told)
    return row, made
