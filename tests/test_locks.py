"""A lock of what is only added is found, and by nobody's leave but the database's."""

import pytest
from django.db import transaction
from tests.locks import LockedForNothingError

from ligzda.network.models import User
from ligzda.people.models import Observation

pytestmark = pytest.mark.django_db


def test_what_is_only_added_is_not_locked() -> None:
    with transaction.atomic(), pytest.raises(LockedForNothingError, match="people_observation"):
        list(Observation.objects.select_for_update())
    with transaction.atomic(), pytest.raises(LockedForNothingError, match="people_observation"):
        list(Observation.objects.select_for_update(of=("self",)).select_related("stay"))


def test_others_are() -> None:
    with transaction.atomic():
        list(User.objects.select_for_update(of=("self",)))
        list(Observation.objects.select_related("stay").select_for_update(of=("stay",)))
