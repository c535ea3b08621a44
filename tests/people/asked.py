"""A stay that has ended, for tests of what is asked after it."""

import datetime
import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from xml.sax.saxutils import escape

import pytest
from django.db.backends.postgresql.psycopg_any import DateRange
from django.utils import timezone

from ligzda.blueprints.models import ModelVersion
from ligzda.incubators.models import Incubator
from ligzda.kernel.sealed import sealed_fields
from ligzda.network.models import User
from ligzda.people.followups.actions import give_up, name_contact
from ligzda.people.followups.codes import code_of
from ligzda.people.keys import OfPerson
from ligzda.people.models import (
    Conflict,
    Device,
    LostFollowUp,
    Observation,
    Person,
    Stay,
    Submission,
    TracingContact,
    Wave,
)
from ligzda.people.outcomes.actions import Observed, record_observation
from ligzda.people.outcomes.questionnaire import questionnaire

DAY = datetime.timedelta(days=1)


def a_stay(person: Person, *, ended: int | None, lasted: int = 200, reason: str = "job") -> Stay:
    """Make a stay whose last day was so many days ago; None: it goes on."""
    today = timezone.localdate()
    last = today - ended * DAY if ended is not None else None
    first = (last or today) - lasted * DAY
    return Stay.objects.create(
        person=person,
        municipality=person.municipality,
        incubator=Incubator.objects.get(slug="ogre"),
        version=ModelVersion.objects.filter(published_at__isnull=False).earliest("pk"),
        period=DateRange(first, last + DAY if last else None),
        contract_on=first,
        exit_state="open_job" if last else "",
        exit_reason=reason if last else "",
    )


def again(row: OfPerson, **changed: Any) -> None:
    """Write a row once more, with what is sealed in it left out."""
    row.take_key(row.data_key())
    row.pk, row.sealed_as = None, uuid.uuid4()
    emptied = {field.name: "" for field in sealed_fields(type(row))}
    for name, value in {**emptied, **changed}.items():
        setattr(row, name, value)
    row.save(force_insert=True)


@pytest.fixture
def stay(anna: Person) -> Stay:
    """Anna's: it ended 200 days ago, so four weeks and six months are open or late."""
    return a_stay(anna, ended=200)


@dataclass(frozen=True)
class Samples:
    """One of each thing that is asked, or about it."""

    stay: Stay
    contact: TracingContact
    lost: LostFollowUp
    observation: Observation
    device: Device
    conflict: Conflict


def one_of_each(person: Person, by: User) -> Samples:
    """Make one of each thing about a stay that ended; return those that are there already."""
    if (known := Conflict.objects.filter(person=person).first()) is not None:
        return Samples(
            known.submission.observation.stay,
            TracingContact.objects.filter(person=person).latest("pk"),
            LostFollowUp.objects.filter(person=person).latest("pk"),
            known.submission.observation,
            Device.objects.latest("pk"),
            known,
        )
    stay = a_stay(person, ended=200)
    contact = name_contact(by=by, person=person, name="Ieva", reach_by="+371 29999999")
    lost = give_up(by=by, stay=stay, wave=Wave.FOUR_WEEKS, reason="not_found")
    device = Device.objects.create(owner=by, name="Planšete", login="x", password_hash="x")
    observed = Observed(
        form=questionnaire("who5"), moment="exit", rater="participant", mode="phone",
        observed_on=timezone.localdate(), answers={"calm": 3},
    )  # fmt: skip
    made = record_observation(by=by, stay=stay, observed=observed)
    about = {"person": person, "municipality": person.municipality}
    xml = sent("who5", stay, {"calm": "3"})
    submission = Submission.objects.create(
        form="who5", version=1, instance=uuid.uuid4(), xml=xml, observation=made, device=device,
        **about,
    )  # fmt: skip
    conflict = Conflict.objects.create(
        submission=submission, xml=xml.replace(">3<", ">4<"), **about
    )
    return Samples(stay, contact, lost, made, device, conflict)


def sent(
    form: str,
    stay: Stay,
    answers: Mapping[str, str],
    instance: uuid.UUID | None = None,
    **changed: str,
) -> str:
    """Return a questionnaire as a device sends it; `changed` beside the answers."""
    values = {
        "stay": code_of(stay.pk), "moment": "exit", "rater": "participant",
        "observed_on": str(timezone.localdate()), **answers, **changed,
    }  # fmt: skip
    version = values.pop("version", "1")
    edited = values.pop("deprecated", "")
    body = "".join(f"<{name}>{escape(value)}</{name}>" for name, value in values.items())
    number = f"<instanceID>uuid:{instance or uuid.uuid4()}</instanceID>"
    before = f"<deprecatedID>uuid:{edited}</deprecatedID>" if edited else ""
    return (
        f'<data id="{form}" version="{version}" xmlns:orx="http://openrosa.org/xforms">'
        f"{body}<orx:meta>{number}{before}</orx:meta></data>"
    )
