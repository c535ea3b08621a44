"""Somebody leaves the network: roles, sessions, password and invitations end in one act."""

import pytest
from django.contrib.sessions.models import Session
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from tests.cast import Cast, _loaded, cast

from ligzda.kernel.errors import NotAllowedError, WrongStateError
from ligzda.network import actions
from ligzda.network.models import AuditEvent, Partner, User
from ligzda.network.roles import Administrator, Editor
from ligzda.network.rules import roles_held
from ligzda.server import invitation

__all__ = ["_loaded", "cast"]


@pytest.fixture
def anna(cast: Cast) -> User:
    """An editor who also begins another role next year."""
    user = actions.invite_user(by=cast.administrator, email="anna@example.org", name="Anna")
    raca = Partner.objects.get(slug="raca")
    actions.grant_role(by=cast.administrator, user=user, role=Editor, partner=raca)
    later = timezone.localdate().replace(year=timezone.localdate().year + 1, day=1)
    actions.grant_role(
        by=cast.administrator, user=user, role=Administrator, partner=raca, since=later
    )
    return user


def test_everything_ends_after_one_question(cast: Cast, anna: User, client: Client) -> None:
    theirs = Client()
    theirs.force_login(anna)
    link = invitation.link(anna)
    client.force_login(cast.administrator)
    address = reverse("desk:offboard", args=[anna.pk])
    asked = client.post(address).content.decode()
    assert "Redaktor" in asked
    assert list(roles_held(anna))
    client.post(address, {"confirmed": "1"})
    anna.refresh_from_db()
    assert not anna.is_active
    assert all(row.period.isempty or row.period.upper for row in anna.memberships.all())
    assert not Session.objects.filter(pk=theirs.session.session_key)
    shown = Client().get(link[link.index("/konts") :], follow=True).content.decode()
    assert "password1" not in shown
    invitation.send(user=anna.pk, asked_at="2026-01-01T00:00:00")
    assert mail.outbox == []
    assert AuditEvent.objects.latest("pk").action == "user.offboard"
    assert (anna.name, anna.email) == ("Anna", "anna@example.org")


@pytest.mark.parametrize("who", ["ogre", "evaluator", "participant"])
def test_nobody_else_ends_it(cast: Cast, anna: User, who: str) -> None:
    with pytest.raises(NotAllowedError):
        actions.offboard_user(by=getattr(cast, who), user=anna)
    assert User.objects.get(pk=anna.pk).is_active


def test_not_one_s_own_and_not_twice(cast: Cast, anna: User) -> None:
    for user in (cast.administrator, cast.system):
        with pytest.raises(WrongStateError):
            actions.offboard_user(by=cast.administrator, user=user)
    actions.offboard_user(by=cast.administrator, user=anna)
    with pytest.raises(WrongStateError):
        actions.offboard_user(by=cast.administrator, user=anna)
