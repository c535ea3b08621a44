"""A pair of Ogre's with its mentor, wish, meeting and note, written past the actions."""

import datetime
from dataclasses import dataclass

import pytest
from django.db.backends.postgresql.psycopg_any import DateRange
from tests.cast import Cast

from ligzda.network import actions as network
from ligzda.network.models import Partner, User
from ligzda.network.roles import IncubatorManager, Mentor, Participant
from ligzda.training.models import (
    MentorHours,
    MentoringMeeting,
    MentoringNote,
    MentoringPair,
    MentorOffer,
    MentorWish,
)

DAY = datetime.date(2026, 3, 2)


@dataclass(frozen=True)
class Accompanied:
    """Who is who, and their rows."""

    mentor: User
    participant: User
    manager: User
    pair: MentoringPair
    offer: MentorOffer
    wish: MentorWish


def person(cast: Cast, role: type, partner: str, name: str) -> User:
    user = network.invite_user(by=cast.system, email=f"{name}@mentoring.example", name=name)
    at = Partner.objects.get(slug=partner)
    network.grant_role(by=cast.system, user=user, role=role, partner=at)
    return user


@pytest.fixture
def accompanied(cast: Cast, nobody_asked: None) -> Accompanied:
    """The mentor comes from the foundation, which has no municipality."""
    mentor = person(cast, Mentor, "fonds-sabiedribai", "mentore")
    participant = person(cast, Participant, "ogres-novada-pasvaldiba", "dalibnieks")
    manager = person(cast, IncubatorManager, "ogres-novada-pasvaldiba", "vaditaja")
    ogre = Partner.objects.get(slug="ogres-novada-pasvaldiba").municipality
    assert ogre is not None
    offer = MentorOffer.objects.create(
        user=mentor, topics=["money", "selling"], languages=["lv"], places=1
    )
    MentorHours.objects.create(offer=offer, weekday=2, begins="15:00", ends="17:00")
    what = {"municipality": ogre, "topic": "money", "language": "lv", "participant": participant}
    wish = MentorWish.objects.create(**what)
    pair = MentoringPair.objects.create(
        **what, mentor=mentor, period=DateRange(DAY, None), confirmed_by=manager
    )
    MentoringMeeting.objects.create(pair=pair, day=DAY, minutes=45, recorded_by=mentor)
    MentoringNote.objects.create(pair=pair, text="Cenas lapa līdz piektdienai.", written_by=mentor)
    return Accompanied(mentor, participant, manager, pair, offer, wish)
