"""The cast, those who work with people in Ogre, and somebody who is registered there."""

import dataclasses
import datetime
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from tests.cast import Cast, _loaded, cast

from ligzda.network import actions as network
from ligzda.network.models import Municipality, Partner, User
from ligzda.network.roles import (
    DataProtectionOfficer,
    IncubatorManager,
    Instructor,
    Participant,
    Role,
    SocialWorker,
)
from ligzda.people import actions
from ligzda.people.actions import PersonFacts
from ligzda.people.models import Person

__all__ = ["_loaded", "cast"]

OGRE, CESIS = "ogres-novads", "cesu-novads"
ANNA = PersonFacts(
    given_name="Anna",
    family_name="Bērziņa-Kalniņa",
    birth_date=datetime.date(1979, 3, 14),
    phone="+371 20000001",
    gender="woman",
)

ANOTHER = dataclasses.replace(ANNA, not_the_same=True)
"""Somebody of the same name and birth date; whoever registers her has looked."""


@pytest.fixture(autouse=True)
def keys(settings: Any, tmp_path: Path) -> Path:
    """Master keys of this test's own."""
    settings.MASTER_KEYS_FILE = tmp_path / "master-keys"
    return tmp_path / "master-keys"


def somebody(cast: Cast, role: type[Role], where: str = OGRE, name: str = "") -> User:
    """Return a new user with a role at a municipality."""
    user = network.invite_user(
        by=cast.system,
        email=f"{name or role.key}.{where}@ligzda.example",
        name=name or role.key,
    )
    partner = Partner.objects.get(municipality__slug=where)
    network.grant_role(by=cast.system, user=user, role=role, partner=partner)
    return user


@dataclass(frozen=True)
class Staff:
    """Those who work with people in Ogre, and a social worker of Cēsis."""

    here: Municipality
    social_worker: User
    manager: User
    instructor: User
    officer: User
    participant: User
    elsewhere: User


@pytest.fixture
def staff(cast: Cast) -> Staff:
    return Staff(
        here=Municipality.objects.get(slug=OGRE),
        social_worker=somebody(cast, SocialWorker),
        manager=somebody(cast, IncubatorManager),
        instructor=somebody(cast, Instructor),
        officer=somebody(cast, DataProtectionOfficer),
        participant=somebody(cast, Participant),
        elsewhere=somebody(cast, SocialWorker, CESIS),
    )


@pytest.fixture
def anna(staff: Staff) -> Person:
    return actions.register_person(
        by=staff.social_worker, municipality=staff.here, facts_given=ANNA
    )
