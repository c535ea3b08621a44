"""The cast, a trainer of the foundation, a published course and a certificate of it."""

import datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from django.utils import timezone
from tests.cast import Cast, _loaded, cast

from ligzda.network import actions as network
from ligzda.network.models import Partner, User
from ligzda.network.roles import Trainer
from ligzda.training import actions
from ligzda.training.models import (
    Attempt,
    Attendance,
    Certificate,
    CourseVersion,
    Enrolment,
    MentoringMeeting,
    MentoringNote,
    MentoringPair,
    MentorOffer,
    MentorWish,
)

__all__ = ["_loaded", "cast"]

FACTS = actions.VersionFacts(
    criteria_lv="Droši strādā ar frēzi.",
    criteria_en="Works safely at the milling machine.",
    hours=Decimal(16),
    valid_months=24,
)


@pytest.fixture(autouse=True)
def keys(settings: Any, tmp_path: Path) -> Path:
    """Keys of this test's own, and a known address."""
    settings.ISSUER_KEYS_ROOT = tmp_path / "issuer-keys"
    settings.WAGTAILADMIN_BASE_URL = "https://ligzda.example"
    return tmp_path / "issuer-keys"


@pytest.fixture
def trainer(cast: Cast) -> User:
    user = network.invite_user(by=cast.system, email="treneris@ligzda.example", name="Treneris")
    foundation = Partner.objects.get(kind=Partner.Kind.FOUNDATION)
    network.grant_role(by=cast.system, user=user, role=Trainer, partner=foundation)
    return user


@pytest.fixture
def version(trainer: User) -> CourseVersion:
    course = actions.enter_course(
        by=trainer, code="frezesana", title_lv="Frēzēšana", title_en="Milling"
    )
    draft = actions.begin_version(by=trainer, course=course, facts_given=FACTS)
    return actions.publish_version(by=trainer, version=draft)


def issue(
    trainer: User, version: CourseVersion, holder: User, on: datetime.date | None = None
) -> Certificate:
    return actions.issue_certificate(
        by=trainer,
        version=version,
        holder=holder,
        holder_name="Anna Bērziņa",
        issued_on=on or timezone.localdate(),
    )


@pytest.fixture
def certificate(cast: Cast, trainer: User, version: CourseVersion) -> Certificate:
    return issue(trainer, version, cast.participant)


@pytest.fixture
def nobody_asked(cast: Cast) -> None:
    """Nothing of mentoring but the test's own: what the demonstration has is taken out."""
    for model in (MentoringNote, MentoringMeeting, MentoringPair, MentorWish, MentorOffer):
        model.objects.all().delete()


@pytest.fixture
def nobody_enrolled(cast: Cast) -> None:
    """No enrolment but the test's own: those of the demonstration are taken out."""
    Attendance.objects.all().delete()
    Attempt.objects.all().delete()
    Enrolment.objects.all().delete()
