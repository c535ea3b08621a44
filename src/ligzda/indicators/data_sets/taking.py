"""Take cells from the records as of a day, whom they count, and the versions they rest on."""

import datetime
from dataclasses import dataclass

from ligzda.blueprints.models import ModelVersion
from ligzda.incubators.models import Incubator
from ligzda.indicators import counting
from ligzda.indicators.data_sets.contents import Contents, Sides, contents
from ligzda.indicators.dictionary import dictionary
from ligzda.indicators.flat_tables import flat_tables
from ligzda.indicators.queries import Asked, counts, met, run
from ligzda.kernel.hashing import canonical_json, sha256
from ligzda.people.outcomes.questionnaire import current

_EVER = datetime.date(2000, 1, 1)
"""A data set is of all records up to its day."""


@dataclass(frozen=True)
class Taken:
    """Cells, how many they count, and the numbers of those people."""

    contents: Contents
    counted: int
    people: tuple[int, ...]


def take(outcome: str, moment: str, as_of: datetime.date) -> Taken:
    """Return the cells of an outcome as of a day. Shown by rules.check_download alone."""
    places = tuple(Incubator.objects.order_by("pk").values_list("municipality_id", flat=True))
    asked = Asked(places, _EVER, as_of, as_of)
    counted = counts(outcome, asked, ("incubator", "model", "quarter"), moment)
    found = contents(outcome, moment, counted, _sides())
    with met(asked):
        people = run(counting.postgres(counting.people(outcome, moment)), asked)
    many = sum(int(numbers[0]) for numbers in found.cells().values())
    return Taken(found, many, tuple(row["person"] for row in people))


def _sides() -> Sides:
    """Return the sides of the models that were published, the newest version last."""
    rows = ModelVersion.objects.filter(published_at__isnull=False).select_related("model")
    return {row.model.code: (row.a, row.b, row.c) for row in rows.order_by("published_at", "pk")}


def versions(outcome: str) -> dict[str, str]:
    """Return the versions of what a data set of an outcome rests on, by name.

    The dictionary's rule, and the code lists that the rule reads: the columns of its flat tables
    and the questionnaires, each by its version or the first letters of its hash.
    """
    entry = dictionary()[outcome]
    found = {f"dictionary/{outcome}": str(entry.version)}
    for name in sorted({source.split(".")[0] for source in entry.sources}):
        told = [(column.name, column.type) for column in flat_tables()[name].columns]
        found[f"table/{name}"] = sha256(canonical_json(told))[:12]
    said = {"categories": sorted(entry.categories), "left_out": sorted(entry.left_out)}
    found[f"codes/{outcome}"] = sha256(canonical_json(said))[:12]
    return found | {f"questionnaire/{one.id}": str(one.version) for one in current()}
