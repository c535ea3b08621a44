"""The cast, and a loaded network: shared by the tests of every Django room.

A coordinator of Ogre, a coordinator of another municipality, an evaluator, an administrator, a
participant (signed in, without a role) and a stranger (not signed in).
"""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import transaction
from pytest_django import DjangoDbBlocker

from ligzda.network import actions
from ligzda.network.models import Partner, User
from ligzda.network.roles import Administrator


@dataclass(frozen=True)
class Cast:
    system: User
    ogre: User
    cesis: User
    evaluator: User
    administrator: User
    participant: User
    stranger: AnonymousUser


@pytest.fixture(scope="module")
def _loaded(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """Load the network once a module; each test's own transaction is nested in this one."""
    from tests.loaded import load_once

    with django_db_blocker.unblock(), transaction.atomic():
        load_once()
        system = User.objects.get(is_system=True)
        administrator = actions.invite_user(by=system, email="adm@ligzda.example", name="Adm")
        raca = Partner.objects.get(slug="raca")
        actions.grant_role(by=system, user=administrator, role=Administrator, partner=raca)
        actions.invite_user(by=system, email="dalibniece@ligzda.example", name="Dalībniece")
        yield
        transaction.set_rollback(True)


@pytest.fixture
def cast(_loaded: None, db: None) -> Cast:
    def user(email: str) -> User:
        return User.objects.get(email=f"{email}@ligzda.example")

    return Cast(
        system=User.objects.get(is_system=True),
        ogre=user("koordinators.ogre"),
        cesis=user("koordinators.cesis"),
        evaluator=user("izvertetajs.rtu"),
        administrator=user("adm"),
        participant=user("dalibniece"),
        stranger=AnonymousUser(),
    )
