"""The audit trail stands or falls with its action."""

import pytest
from django.db import IntegrityError, transaction

from ligzda.network import audit
from ligzda.network.models import AuditEvent, Municipality, User

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def system() -> User:
    return User.objects.create_user(
        "system@ligzda.invalid", name="Ligzda", is_active=False, is_system=True
    )


def test_an_event_outside_a_transaction_is_refused(system: User) -> None:
    with pytest.raises(RuntimeError, match="transaction"):
        audit.record(by=system, action="x", about=system, after={})
    assert not AuditEvent.objects.exists()


def test_an_action_that_fails_leaves_no_event(system: User) -> None:
    @transaction.atomic
    def fail() -> None:
        audit.record(by=system, action="x", about=system, after={})
        Municipality.objects.create(code="LV 067", slug="ogre")

    with pytest.raises(IntegrityError):
        fail()
    assert not AuditEvent.objects.exists()
