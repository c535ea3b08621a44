"""An invented wish for a mentor, and a pair that has met: the mentor has something to do in it."""

import datetime

from django.db.backends.postgresql.psycopg_any import DateRange
from django.utils import timezone

from ligzda.kernel.confined import EVERYWHERE, HOUSE, rows_of
from ligzda.network import actions as network
from ligzda.network.confining import rows_of_person
from ligzda.network.models import Membership, Partner, User
from ligzda.network.roles import IncubatorManager, Mentor, Participant
from ligzda.training.mentoring import actions
from ligzda.training.mentoring.models import (
    MentoringMeeting,
    MentoringNote,
    MentoringPair,
    MentorWish,
    Tongue,
    Topic,
)
from ligzda.training.rules import check_enter_invented

_SECOND = ("dalibniece.ogre@ligzda.example", "Ogres dalībniece (demonstrācija)")
_BEGAN, _MET = datetime.timedelta(days=75), datetime.timedelta(days=45)
_NOTE = "Cenas aprēķins līdz nākamajai reizei. (Izdomāts.)"


def load(*, participant: User) -> None:
    """Let a participant of the demonstration ask, unless they have."""
    held = Membership.objects.filter(user=participant, role=Participant.key)
    at = held.select_related("partner__municipality").first()
    if at is None or at.partner.municipality is None:
        return
    with rows_of_person(participant.pk):  # a wish is seen and written by whose it is
        if not MentorWish.objects.filter(participant=participant).exists():
            actions.ask(
                by=participant,
                municipality=at.partner.municipality,
                topic=Topic.SELLING,
                language=Tongue.LATVIAN,
            )


def load_pair(*, by: User) -> None:
    """Let the demonstration's mentor accompany a second participant, unless they do already.

    Past the actions, which make a pair from today on: it began, and the two have met.
    """
    check_enter_invented(by=by)
    held = Membership.objects.filter(user__is_demo=True).select_related("user")
    mentor = held.filter(role=Mentor.key).order_by("pk").first()
    manager = held.filter(role=IncubatorManager.key).order_by("pk").first()
    if mentor is None or manager is None:
        return
    with rows_of(EVERYWHERE, HOUSE):
        if MentoringPair.objects.filter(mentor=mentor.user).exists():
            return
        participant = _second(by, manager.partner)
        today = timezone.localdate()
        actions.offer(
            by=mentor.user,
            topics=[Topic.SELLING, Topic.MONEY],
            languages=[Tongue.LATVIAN],
            places=2,
            hours={2: (datetime.time(15), datetime.time(17))},
        )
        assert manager.partner.municipality is not None  # of a manager of an incubator
        pair = MentoringPair.objects.create(
            mentor=mentor.user,
            participant=participant,
            municipality=manager.partner.municipality,
            topic=Topic.MONEY,
            language=Tongue.LATVIAN,
            period=DateRange(today - _BEGAN, None),
            confirmed_by=manager.user,
        )
        MentoringMeeting.objects.create(
            pair=pair, day=today - _MET, minutes=60, recorded_by=mentor.user
        )
        MentoringNote.objects.create(pair=pair, text=_NOTE, written_by=mentor.user)


def _second(by: User, partner: Partner) -> User:
    """Return the participant who has a mentor already; nobody signs in as them."""
    email, name = _SECOND
    found = User.objects.filter(email=email).first()
    if found is None:
        found = network.invite_user(by=by, email=email, name=name)
        network.grant_role(by=by, user=found, role=Participant, partner=partner)
    return found
