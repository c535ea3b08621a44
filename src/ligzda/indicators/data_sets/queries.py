"""Read side of data sets: which there are, what has changed under one since, whom it lost."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from ligzda.indicators.data_sets import rules
from ligzda.indicators.data_sets.contents import Change, Contents, changed
from ligzda.indicators.data_sets.taking import versions
from ligzda.indicators.models import DataSet
from ligzda.kernel.confined import EVERYWHERE, HOUSE, rows_of
from ligzda.kernel.errors import NotFoundError
from ligzda.network.rules import Viewer
from ligzda.people.models import Person


@dataclass(frozen=True)
class Standing:
    """How it stands with a set.

    `lost`: how many of those whom it counts were erased since; `turned`: names of the rules and
    code lists that have another version now; `cells`: how many it has; `before`: the set of the
    same outcome and moment before it; `changes`: the cells in which they differ.
    """

    row: DataSet
    lost: int
    turned: tuple[str, ...]
    cells: int
    before: DataSet | None = None
    changes: Sequence[Change] = ()


def data_sets(viewer: Viewer) -> list[Standing]:
    """Return every set, the newest first. Raises NotAllowedError."""
    rules.check_see_data_sets(viewer=viewer)
    rows = DataSet.objects.select_related("protocol", "frozen_by")
    return [standing(row) for row in rows]


def data_set(viewer: Viewer, sha256: str) -> Standing:
    """Return a set by its hash, compared with the one before. Raises NotFoundError."""
    rules.check_see_data_sets(viewer=viewer)
    row = DataSet.objects.filter(sha256=sha256).select_related("protocol", "frozen_by").first()
    if row is None:
        raise NotFoundError(_("There is no such data set."))
    before = DataSet.objects.filter(
        outcome=row.outcome, moment=row.moment, frozen_at__lt=row.frozen_at
    ).first()
    changes = changed(Contents(before.content), Contents(row.content)) if before else []
    return standing(row, before, changes)


def standing(
    row: DataSet, before: DataSet | None = None, changes: Sequence[Change] = ()
) -> Standing:
    """Return how it stands with a set: whom it has lost, which rules have changed since."""
    with rows_of(EVERYWHERE, HOUSE):
        lost = Person.objects.filter(pk__in=row.people, erased_at__gt=row.frozen_at).count()
    now = versions(row.outcome)
    turned = tuple(
        sorted(name for name, then in row.rests_on.items() if name in now and now[name] != then)
    )
    return Standing(row, lost, turned, len(Contents(row.content).cells()), before, changes)
