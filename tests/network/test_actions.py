"""Actions are alike: keyword-only, in somebody's name, atomic, audited."""

import inspect
from typing import Any

import pytest
from allauth.account.models import EmailAddress
from django.apps import apps
from django.db import connection
from tests.cast import Cast

from ligzda.blueprints import actions as blueprints
from ligzda.incubators import actions as incubators
from ligzda.kernel.errors import WrongStateError
from ligzda.network import actions
from ligzda.network.models import AuditEvent, Partner, User
from ligzda.network.roles import Editor

ACTIONS = [
    function
    for room in (actions, blueprints, incubators)
    for name, function in inspect.getmembers(room, inspect.isfunction)
    if not name.startswith("_") and "actions" in function.__module__
    if name not in {"choose_notices", "stop_letters"}  # how one is written to is nobody's business
]


@pytest.mark.parametrize("action", ACTIONS, ids=lambda action: action.__name__)
def test_an_action_is_keyword_only_atomic_and_in_somebody_s_name(action: object) -> None:
    parameters = inspect.signature(action).parameters  # type: ignore[arg-type]
    assert "by" in parameters
    assert {p.kind for p in parameters.values()} == {inspect.Parameter.KEYWORD_ONLY}
    source = inspect.getsource(action)  # type: ignore[arg-type]
    assert source.startswith("@transaction.atomic")
    # By itself, or by the action that it calls for every row.
    assert any(f"{verb}(" in source for verb in ("record", "_end", "edit_practice", "put_back"))
    assert "rules.check_" in source


def test_the_audit_trail_holds_no_name_and_no_address(cast: Cast) -> None:
    invited = actions.invite_user(by=cast.administrator, email="anna@ogre.example", name="Anna")
    event = AuditEvent.objects.get(action="user.invite", object_id=invited.pk)
    assert "anna" not in str(event.after).lower()
    assert event.after is not None
    assert event.after["email"] == "(personal)"
    assert event.by == cast.administrator


def test_erasure_reaches_every_table(cast: Cast) -> None:
    anna = actions.invite_user(
        by=cast.administrator, email="kunigunde@ogre.example", name="Kunigunde Ozola"
    )
    actions.grant_role(
        by=cast.administrator,
        user=anna,
        role=Editor,
        partner=Partner.objects.get(slug="raca"),
    )
    EmailAddress.objects.create(user=anna, email="kunigunde.otra@ogre.example")
    actions.erase_user(by=cast.administrator, user=anna)
    anna = User.objects.get(pk=anna.pk)
    assert (anna.name, anna.is_active, anna.has_usable_password()) == ("", False, False)
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(
                f'SELECT count(*) FROM "{table}" t WHERE t::text ILIKE %s', ["%kunigunde%"]
            )
            assert cursor.fetchone() == (0,), table
    assert [membership.period.isempty for membership in anna.memberships.all()] == [True]
    with pytest.raises(WrongStateError):
        actions.erase_user(by=cast.administrator, user=cast.system)


def test_history_sees_raw_writes(cast: Cast) -> None:
    with connection.cursor() as cursor:
        cursor.execute("UPDATE network_partner SET role_en = 'raw' WHERE slug = 'rtu'")
    event: Any = apps.get_model("network", "PartnerEvent")
    history = event.objects.filter(slug="rtu").order_by("pgh_id")
    assert [row.role_en for row in history][-1] == "raw"
    assert len(history) == 2
