"""The demonstration's findings of quality, two frozen sets, and open data.

The sets are paid activity six and twelve months after a stay.
"""

from contextlib import suppress

from ligzda.indicators.data_sets.actions import freeze
from ligzda.indicators.models import DataSet, PublicRelease
from ligzda.indicators.quality.actions import run_checks
from ligzda.indicators.quality.queries import ran_on
from ligzda.indicators.releasing.actions import release_open_data
from ligzda.kernel.errors import BadDataError, WrongStateError
from ligzda.network.models import User
from ligzda.trial.registry.queries import registered

_OUTCOME, _MOMENTS = "in_paid_activity", ("m6", "m12")


def load(*, by: User) -> None:
    """Check once without waiting for the night; freeze what is not frozen, where a trial runs."""
    if ran_on() is None:
        run_checks(by=by)
    if registered() is None:
        return
    for moment in _MOMENTS:
        if not DataSet.objects.filter(outcome=_OUTCOME, moment=moment).exists():
            # Nobody may be counted yet: the next start freezes it then.
            with suppress(BadDataError):
                freeze(by=by, outcome=_OUTCOME, moment=moment)
    if not PublicRelease.objects.exists():
        with suppress(WrongStateError):  # the first year is not over: the next start releases it
            release_open_data(by=by)
