"""Read side of the assignment: the draw of a protocol, and who runs what when."""

import datetime
from dataclasses import dataclass
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from ligzda.blueprints import queries as blueprints
from ligzda.blueprints.models import ModelVersion
from ligzda.kernel.calendar import whole_months
from ligzda.kernel.errors import NotFoundError
from ligzda.kernel.models import in_language
from ligzda.kernel.sorting import sort_key, without_shared_ending
from ligzda.trial.assignment.models import Course, Draw
from ligzda.trial.assignment.problems import from_json
from ligzda.trial.registry.models import (
    ProtocolVersion,
)


@dataclass(frozen=True)
class CourseRow:
    """An incubator runs a model from a day to the day before another."""

    incubator: str
    incubator_slug: str
    code: str
    name: str
    version: int
    begin: datetime.date
    end: datetime.date
    late: bool = False
    """Whether its draw was held after it had begun."""
    place: str = ""
    """What tells the incubator from the others: its name without the words that all share."""
    needed: int | None = None
    """Months of the model's longest stay, where the model tells it."""

    @property
    def last(self) -> datetime.date:
        """The last day; `end` is the day after it."""
        return self.end - datetime.timedelta(days=1)

    @property
    def short(self) -> bool:
        """Whether who came on the first day could not go through the model."""
        return self.needed is not None and whole_months(self.begin, self.end) < self.needed


def draw_of(protocol: ProtocolVersion) -> Draw | None:
    """Return the draw of a protocol: its own, or that held for its major version.

    A hash published for an earlier minor version and never revealed does not bind a later one.
    """
    own = Draw.objects.filter(protocol=protocol).first()
    held = Draw.objects.filter(protocol__major=protocol.major, revealed_at__isnull=False)
    return own or held.order_by("protocol__minor").last()


def committed_problem(sha256: str) -> Draw:
    """Return the draw whose constraints have this hash. Raises NotFoundError."""
    draw = Draw.objects.filter(problem_hash=sha256).order_by("committed_at").first()
    if draw is None:
        raise NotFoundError(_("No constraints with this hash have been published."))
    return draw


def waiting_for_draw() -> set[str]:
    """Return the incubators in constraints whose hash is published and not revealed, by slug."""
    waiting = Draw.objects.filter(revealed_at__isnull=True).values_list("problem", flat=True)
    return {site.code for text in waiting for site in from_json(text).sites}


def drawn_late(draw: Draw, begin: datetime.date) -> bool:
    """Whether a draw was held after the day from which it assigns: it did not decide what ran."""
    return draw.revealed_at is not None and timezone.localdate(draw.revealed_at) > begin


def courses() -> list[CourseRow]:
    """Return what runs where and when, by incubator and time."""
    rows = Course.objects.select_related("incubator", "arm__version__model", "draw").order_by(
        "during"
    )
    needed = blueprints.needed_months({row.arm.version_id for row in rows})
    names = {row.incubator_id: in_language(row.incubator, "name") for row in rows}
    places = dict(zip(names, without_shared_ending(list(names.values())), strict=True))
    found = [
        CourseRow(
            incubator=in_language(row.incubator, "name"),
            incubator_slug=row.incubator.slug,
            code=row.arm.version.model.code,
            name=in_language(row.arm.version.model, "name"),
            version=row.arm.version.number,
            begin=row.during.lower,
            end=row.during.upper,
            late=drawn_late(row.draw, row.during.lower),
            place=places[row.incubator_id],
            needed=needed.get(row.arm.version_id),
        )
        for row in rows
    ]
    return sorted(found, key=lambda row: (sort_key(row.incubator), row.begin))


def version_on(incubator: int, day: datetime.date) -> ModelVersion | None:
    """Return the version of a model that an incubator runs on a day, where one was drawn for it."""
    found = Course.objects.filter(incubator=incubator, during__contains=day)
    row = found.select_related("arm__version__model").first()
    return row.arm.version if row else None


def assignment_rows() -> list[dict[str, Any]]:
    """Return every course as a row of the table ASSIGNMENT."""
    return [
        {
            "incubator": row.incubator_slug,
            "name": row.incubator,
            "model": row.code,
            "model_name": row.name,
            "version": row.version,
            "first_day": row.begin,
            "last_day": row.last,
            "late": row.late,
        }
        for row in courses()
    ]
