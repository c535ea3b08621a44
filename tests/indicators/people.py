"""People of whom counts are known: few rows, written straight into the tables."""

import datetime
from dataclasses import dataclass
from typing import Any

from django.db.backends.postgresql.psycopg_any import DateRange

from ligzda.blueprints.models import ModelVersion
from ligzda.incubators.models import Incubator
from ligzda.network.load import system_member
from ligzda.people.actions import PersonFacts, register_people
from ligzda.people.models import EntrySnapshot, Observation, Person, Stay

DAY = datetime.timedelta(days=1)
YEAR = datetime.date(2025, 1, 1), datetime.date(2025, 12, 31)


def place(slug: str = "ogre") -> Incubator:
    return Incubator.objects.select_related("municipality").get(slug=slug)


def somebody(where: str = "ogre", name: str = "Anna") -> Person:
    [person] = register_people(
        by=system_member(),
        municipality=place(where).municipality,
        given=[PersonFacts(given_name=name, family_name="")],
        invented=True,
    )
    return person


@dataclass(frozen=True)
class Exit:
    day: datetime.date
    state: str = "open_job"
    reason: str = "by_plan"


def stays(
    first: datetime.date, ended: Exit | None = None, where: str = "ogre",
    person: Person | None = None, model: str = "M1", **entry: Any,
) -> Stay:  # fmt: skip
    """Write down a stay of somebody from a day, with what was true then."""
    here = place(where)
    person = person or somebody(where)
    row = Stay.objects.create(
        person=person,
        municipality=here.municipality,
        incubator=here,
        version=ModelVersion.objects.filter(model__code=model).earliest("pk"),
        period=DateRange(first, ended.day + DAY if ended else None),
        contract_on=first,
        exit_state=ended.state if ended else "",
        exit_reason=ended.reason if ended else "",
    )
    told = {"age": 40, "gender": "woman", "labour_status": "unemployed", "months_unemployed": 3}
    EntrySnapshot.objects.create(
        stay=row, person=person, municipality=here.municipality, **(told | entry)
    )
    return row


def answers(
    stay: Stay, questionnaire: str, moment: str, on: datetime.date, given: dict[str, Any],
    **more: Any,
) -> Observation:  # fmt: skip
    """Write down answers to a questionnaire."""
    return Observation.objects.create(
        person=stay.person,
        municipality=stay.municipality,
        stay=stay,
        questionnaire=questionnaire,
        version=1,
        moment=moment,
        rater=more.pop("rater", "participant"),
        mode="phone",
        observed_on=on,
        answers=given,
        recorded_by=system_member(),
        **more,
    )
