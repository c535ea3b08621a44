"""Verbs of an application without an account: begin, answer, send, forget.

They run as the house, in the rows of one municipality, for whoever brings the link.
"""

import datetime
import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from ligzda.incubators.models import Incubator
from ligzda.kernel.confined import HOUSE, rows_of
from ligzda.kernel.seal import opened, seal
from ligzda.network.load import system_member
from ligzda.people.actions import PersonFacts
from ligzda.people.applications import actions
from ligzda.people.applications.draft_models import ApplicationDraft
from ligzda.people.applications.models import Application
from ligzda.people.applications.private_link import Link

KEPT = datetime.timedelta(days=30)
Answers = dict[str, object]


@dataclass(frozen=True)
class Draft:
    """What was answered so far, by the name of the question's field."""

    incubator: Incubator
    answers: Answers
    ends_on: datetime.date


@contextmanager
def rows_of_link(link: Link) -> Iterator[None]:
    """Meet, as the house, the rows of the one municipality that a link leads to."""
    with rows_of([link.municipality], HOUSE):
        yield


def begin(incubator: Incubator) -> Link:
    """Begin an application to an incubator; return its private link."""
    link = Link.new(incubator.municipality_id)
    ApplicationDraft.objects.create(
        municipality=incubator.municipality,
        incubator=incubator,
        secret_hash=link.hash,
        answers=_sealed(link, {}),
        ends_on=timezone.localdate() + KEPT,
    )
    return link


def draft_of(link: Link) -> Draft | None:
    """Return what was answered; None where nothing is there, or no more."""
    row = _row(link).select_related("incubator__municipality").first()
    if row is None:
        return None
    said = json.loads(opened(link.key, bytes(row.answers), _bound_to(link)))
    return Draft(row.incubator, said, row.ends_on)


@transaction.atomic
def save(link: Link, answers: Answers) -> None:
    """Add answers to those that are there; the thirty days begin anew."""
    row = _row(link).select_for_update().get()
    said = json.loads(opened(link.key, bytes(row.answers), _bound_to(link)))
    row.answers = _sealed(link, {**said, **answers})
    row.ends_on = timezone.localdate() + KEPT
    row.save(update_fields=["answers", "ends_on"])


@transaction.atomic
def send(link: Link, who: PersonFacts, facts_given: actions.ApplicationFacts) -> Application:
    """Send it: the draft is gone, the link leads to the application. Sent twice, it is one."""
    row = _row(link).select_for_update(of=("self",)).select_related("incubator__municipality")
    draft = row.first()
    if draft is None:
        return Application.objects.get(secret_hash=link.hash)
    made = actions.apply(
        by=system_member(),
        incubator=draft.incubator,
        who=who,
        facts_given=facts_given,
        link=link,
    )
    draft.delete()
    return made


def throw_away(link: Link) -> None:
    """Forget what was answered."""
    _row(link).delete()


def forget_old() -> int:
    """Forget what nobody has gone on with for thirty days; return how many."""
    count, _kinds = ApplicationDraft.objects.filter(ends_on__lt=timezone.localdate()).delete()
    return count


def _row(link: Link) -> QuerySet[ApplicationDraft]:
    return ApplicationDraft.objects.filter(
        secret_hash=link.hash, municipality=link.municipality, ends_on__gte=timezone.localdate()
    )


def _sealed(link: Link, answers: Answers) -> bytes:
    return seal(link.key, json.dumps(answers), _bound_to(link))


def _bound_to(link: Link) -> str:
    return f"people.applicationdraft.answers.{link.hash}"
