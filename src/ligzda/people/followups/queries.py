"""Read side: the follow-ups of stays, and those that are due in a municipality."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Exists, OuterRef
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from ligzda.kernel.calendar import month_after
from ligzda.kernel.errors import NotFoundError
from ligzda.network.models import Municipality
from ligzda.people.followups.models import ContactAttempt, LostFollowUp, TracingContact, Wave
from ligzda.people.followups.rules import FOLLOW_UP, WITHOUT
from ligzda.people.followups.windows import State, Window, windows
from ligzda.people.keys import unlock
from ligzda.people.outcomes.models import Observation
from ligzda.people.outcomes.rules import last_day
from ligzda.people.person_models import Person
from ligzda.people.stays.models import Stay

_ASKED_FOR_MONTHS = 36
"""So long after the last day: two years, and a year in which somebody still may be found."""


@dataclass(frozen=True)
class FollowUp:
    """How it stands with one follow-up of a stay, as of a day."""

    stay: Stay
    window: Window
    state: State
    done: Observation | None
    lost: LostFollowUp | None
    attempts: tuple[ContactAttempt, ...]
    """The newest first."""

    @property
    def wave(self) -> Wave:
        """Which one it is."""
        return self.window.wave

    @property
    def next_try(self) -> datetime.date | None:
        """When the last attempt said to try again."""
        return self.attempts[0].next_try if self.attempts else None

    @property
    def state_text(self) -> str:
        """The state in words."""
        return state_names()[self.state]


def state_names() -> dict[State, str]:
    """Return the states in words, in their order."""
    return {
        State.NOT_YET: pgettext("follow-up", "not yet open"),
        State.OPEN: pgettext("follow-up", "open"),
        State.LATE: pgettext("follow-up", "late"),
        State.DONE: pgettext("follow-up", "done"),
        State.LOST: pgettext("follow-up", "given up"),
    }


def follow_ups(stays: Iterable[Stay], on: datetime.date | None = None) -> list[FollowUp]:
    """Return the follow-ups of stays that have ended; four queries for any number of them."""
    day = on or timezone.localdate()
    ended = [
        (each, last)
        for each in stays
        if (last := last_day(each)) is not None and last <= day and each.exit_reason not in WITHOUT
    ]
    rows = [each for each, _last in ended]
    answered = Observation.objects.filter(
        stay__in=rows, questionnaire=FOLLOW_UP, superseded_by__isnull=True
    )
    done = {(row.stay_id, row.moment): row for row in answered}
    lost = {(row.stay_id, row.wave): row for row in LostFollowUp.objects.filter(stay__in=rows)}
    attempts: dict[tuple[int, str], list[ContactAttempt]] = {}
    tried = list(ContactAttempt.objects.filter(stay__in=rows).select_related("by"))
    unlock(tried)
    for row in tried:
        attempts.setdefault((row.stay_id, row.wave), []).append(row)
    found = []
    for each, last in ended:
        for wave, window in windows(last).items():
            key = (each.pk, wave.value)
            found.append(
                FollowUp(
                    stay=each,
                    window=window,
                    state=window.state(day, done=key in done, lost=key in lost),
                    done=done.get(key),
                    lost=lost.get(key),
                    attempts=tuple(attempts.get(key, ())),
                )
            )
    return found


def follow_ups_of(
    municipality: Municipality, on: datetime.date | None = None, incubator: str = ""
) -> list[FollowUp]:
    """Return the follow-ups of a municipality's people, by the day on which each opens.

    After a stay that another one of the same person followed nobody is asked (re-entry is one
    record with the last exit: ESF+).
    """
    day = on or timezone.localdate()
    since = month_after(day, -_ASKED_FOR_MONTHS)
    later = Stay.objects.filter(person=OuterRef("person"), period__fully_gt=OuterRef("period"))
    rows = Stay.objects.filter(
        ~Exists(later),
        municipality=municipality,
        period__endswith__gt=since,
        period__endswith__lte=day,
        person__erased_at__isnull=True,
    ).select_related("person", "incubator", "municipality")
    if incubator:
        rows = rows.filter(incubator__slug=incubator)
    found = follow_ups(rows, day)
    return sorted(found, key=lambda one: (one.window.opens, one.stay.pk))


def contacts_of(person: Person) -> list[TracingContact]:
    """Return whom the person has named and not withdrawn."""
    rows = list(TracingContact.objects.filter(person=person, withdrawn_on__isnull=True))
    unlock(rows)
    return rows


def lost(stay: Stay, wave: Wave) -> LostFollowUp | None:
    """Return that a follow-up was given up, if it was."""
    return LostFollowUp.objects.select_related("stay").filter(stay=stay, wave=wave).first()


def contact(person: Person, pk: int) -> TracingContact:
    """Return one that the person named. Raises NotFoundError."""
    found = TracingContact.objects.select_related("person").filter(person=person, pk=pk).first()
    if found is None:
        raise NotFoundError(_("There is no such contact."))
    return found
