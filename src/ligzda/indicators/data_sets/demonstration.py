"""Two frozen sets of the demonstration: paid activity six and twelve months after a stay."""

from ligzda.indicators.data_sets.actions import freeze
from ligzda.indicators.models import DataSet
from ligzda.kernel.errors import LigzdaError
from ligzda.network.models import User

_OUTCOME, _MOMENTS = "in_paid_activity", ("m6", "m12")


def load(*, by: User) -> None:
    """Freeze what is not frozen yet; nothing where no trial runs or nobody is counted."""
    for moment in _MOMENTS:
        if not DataSet.objects.filter(outcome=_OUTCOME, moment=moment).exists():
            try:
                freeze(by=by, outcome=_OUTCOME, moment=moment)
            except LigzdaError:
                return
