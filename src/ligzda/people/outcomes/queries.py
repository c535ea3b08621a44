"""Read side: what was observed of a person, what may be answered now, answers as a table."""

import datetime
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from ligzda.kernel.errors import NotFoundError
from ligzda.kernel.obstacle import Obstacle, may, obstacle
from ligzda.network.models import Municipality
from ligzda.network.rules import Viewer
from ligzda.people.keys import unlock
from ligzda.people.models import Person, Stay
from ligzda.people.outcomes import rules
from ligzda.people.outcomes.models import Moment, Observation, Rater, UnfinishedAnswers
from ligzda.people.outcomes.questionnaire import (
    Answer,
    Questionnaire,
    asked_at,
    questionnaire,
)
from ligzda.people.rules import check_see_person


def stay(viewer: Viewer, pk: int) -> Stay:
    """Return a stay that somebody may see. Raises NotFoundError for all others alike."""
    rows = Stay.objects.select_related(
        "person__merged_into", "person__municipality", "municipality", "incubator", "version__model"
    )
    found = rows.filter(pk=pk).first()
    if found is None or not may(check_see_person, by=viewer, person=found.person):
        raise NotFoundError(_("There is no such stay, or it is not yours to see."))
    return found


def standing(stays: Iterable[Stay]) -> QuerySet[Observation]:
    """Return the observations of stays that hold: those that nothing supersedes."""
    return Observation.objects.filter(stay__in=list(stays), superseded_by__isnull=True)


def observation(viewer: Viewer, pk: int) -> Observation:
    """Return an observation that somebody may see. Raises NotFoundError."""
    rows = Observation.objects.select_related(
        "person__municipality", "municipality", "stay__person__merged_into", "stay__municipality",
        "stay__incubator", "recorded_by", "supersedes",
    )  # fmt: skip
    found = rows.filter(pk=pk).first()
    if found is None or not may(check_see_person, by=viewer, person=found.person):
        raise NotFoundError(_("There are no such answers, or they are not yours to see."))
    return found


def older(row: Observation) -> list[Observation]:
    """Return what an observation corrected, the newest first."""
    found, rows = row.supersedes, []
    while found is not None:
        rows.append(found)
        found = found.supersedes
    unlock(rows)
    return rows


def answers_of(row: Observation) -> dict[str, Answer]:
    """Return all answers of an observation; without those in words where the person is erased."""
    words = json.loads(row.in_words) if row.in_words else {}
    return {**row.answers, **words}


def lines(row: Observation) -> list[tuple[str, str]]:
    """Return question and answer in the active language, as the questionnaire's version asks."""
    form, answers = questionnaire(row.questionnaire, row.version), answers_of(row)
    return [
        (str(one), one.shown(answers[one.id]) if one.id in answers else _("not answered"))
        for one in form.asked(row.moment, answers)
    ]


@dataclass(frozen=True)
class Asked:
    """A questionnaire at a moment of a stay: what was answered, or why it cannot be yet."""

    stay: Stay
    moment: Moment
    form: Questionnaire
    rater: str
    done: Observation | None
    begun: bool
    not_yet: Obstacle | None

    @property
    def rater_text(self) -> str:
        """Whose answers they are, in words."""
        return str(Rater(self.rater).label)


def asked_of(stays: Iterable[Stay], on: datetime.date | None = None) -> list[Asked]:
    """Return what is asked in stays, moment by moment; two queries for any number of them."""
    stays, day = list(stays), on or timezone.localdate()
    there = {
        (row.stay_id, row.questionnaire, row.moment, row.rater): row for row in standing(stays)
    }
    begun = set(
        UnfinishedAnswers.objects.filter(stay__in=stays).values_list(
            "stay_id", "questionnaire", "moment"
        )
    )
    return [
        Asked(
            stay=each,
            moment=moment,
            form=form,
            rater=rater,
            done=there.get((each.pk, form.id, moment.value, rater)),
            begun=(each.pk, form.id, moment.value) in begun,
            not_yet=obstacle(rules.check_moment, stay=each, moment=moment, on=day),
        )
        for each in stays
        for moment in Moment
        for form in asked_at(moment)
        for rater in form.raters
    ]


def own_stays(viewer: Viewer) -> list[Stay]:
    """Return somebody's own stays, the newest first."""
    if viewer is None or viewer.pk is None:
        return []
    rows = Stay.objects.select_related("incubator", "person__merged_into", "municipality")
    people = Person.objects.filter(user=viewer.pk)
    mine = rows.filter(Q(person__in=people) | Q(person__merged_into__in=people))
    return list(mine.order_by("-period__startswith"))


def rows_of(form: Questionnaire, municipality: Municipality) -> Iterator[dict[str, object]]:
    """Yield the answers that hold in a municipality as rows of a table; no words, no names."""
    found = (
        Observation.objects.filter(
            municipality=municipality,
            questionnaire=form.id,
            superseded_by__isnull=True,
            person__erased_at__isnull=True,
        )
        .select_related("stay__incubator")
        .order_by("stay_id", "observed_on", "pk")
    )
    for row in found:
        yield {
            "observation": row.pk,
            "stay": row.stay_id,
            "incubator": row.stay.incubator.slug,
            "version": row.version,
            "moment": row.moment,
            "rater": row.rater,
            "mode": row.mode,
            "observed_on": row.observed_on,
            "score": row.score,
            **{one.id: row.answers.get(one.id) for one in form.questions if one.type != "text"},
        }


def people_in(rows: Iterable[dict[str, object]]) -> list[Person]:
    """Return the people whose answers stand in a table."""
    stays = Stay.objects.filter(pk__in=[row["stay"] for row in rows])
    return list(Person.objects.filter(stays__in=stays).distinct())


def unfinished(stay: Stay, form: Questionnaire, moment: str) -> dict[str, Answer]:
    """Return what was answered so far of a questionnaire that is not handed in."""
    row = UnfinishedAnswers.objects.filter(stay=stay, questionnaire=form.id, moment=moment).first()
    return json.loads(row.answers) if row is not None and row.answers else {}
