"""Twenty-one attempts on what is only added, as the owner of the tables, and what tells of others.

Each was tried on the build of 26 November 2026, where twelve went through.
"""

import datetime
import uuid
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection, transaction
from django.test import Client
from tests.trial.conftest import TrialCast, _loaded, cast, draft, protocol, question
from tests.trial.test_rooms import reveal, secret

from ligzda.network import audit_chain
from ligzda.network.actions import erase_user, grant_role, invite_user
from ligzda.network.audit_chain import BrokenChainError
from ligzda.network.load import system_member
from ligzda.network.models import AuditEvent, Partner
from ligzda.network.roles import Administrator
from ligzda.newsroom.actions import Writer, edit, post
from ligzda.newsroom.models import Article, Comment
from ligzda.server.append_only import keep
from ligzda.server.tasks import check_audit_trail

__all__ = ["_loaded", "cast", "draft", "protocol", "question", "reveal", "secret"]

pytestmark = pytest.mark.django_db

ATTEMPTS = (
    "UPDATE network_auditevent SET action = 'nothing'",
    "DELETE FROM network_auditevent",
    "TRUNCATE network_auditevent CASCADE",
    "UPDATE network_auditlink SET hash = ''",
    "DELETE FROM network_auditlink",
    "TRUNCATE network_auditlink",
    "UPDATE network_membershipevent SET role = 'administrator'",
    "DELETE FROM network_membershipevent",
    "TRUNCATE network_membershipevent",
    "UPDATE newsroom_transition SET at = now()",
    "DELETE FROM newsroom_transition",
    "TRUNCATE newsroom_transition CASCADE",
    "UPDATE trial_protocolversion SET content = '{}'",
    "DELETE FROM trial_protocolversion",
    "TRUNCATE trial_protocolversion CASCADE",
    "UPDATE trial_draw SET public_value = '6 6 6 6'",
    "DELETE FROM trial_draw",
    "TRUNCATE trial_draw CASCADE",
)
"""Eighteen; dates of two tables and the text of a comment are the other three."""

LONG_AGO = datetime.datetime(2016, 3, 18, tzinfo=datetime.UTC)

WAYS = {
    "as it is": (),
    "with pgtrigger.ignore": (
        """SELECT set_config('pgtrigger.ignore', '{' || string_agg(tgname, ',') || '}', true)
            FROM pg_trigger WHERE tgname ~ '^pgtrigger'""",
    ),
    "as a replica": ("SET LOCAL session_replication_role = replica",),
}


def sql(query: str) -> list[Any]:
    with connection.cursor() as cursor:
        cursor.execute(query)
        return cursor.fetchall() if cursor.description else []


@pytest.fixture
def kept(cast: TrialCast, reveal: Any) -> None:
    """A registered protocol, a draw that was held, a comment that was edited; and `keep`."""
    reveal()
    edit(comment=said(), mine=True, by=None, text="Ļoti laba ziņa.")
    sql("SET CONSTRAINTS ALL IMMEDIATE")
    keep()
    keep()  # at every start


def said() -> Comment:
    return post(
        article=Article.objects.get(), parent=None, writer=Writer(name="Anna", origin="1" * 64),
        text="Laba ziņa.", language="lv", token=uuid.uuid4(), worked=True,
    ).comment  # fmt: skip


@pytest.mark.parametrize("way", WAYS)
def test_eighteen_attempts_are_refused_in_every_way(kept: None, way: str) -> None:
    passed = [attempt for attempt in ATTEMPTS if passes(*WAYS[way], attempt)]
    assert passed == []


def passes(*queries: str) -> bool:
    try:
        with transaction.atomic():
            for query in queries:
                sql(query)
    except DatabaseError:
        return False
    return True


def test_an_event_bears_the_database_s_clock_whatever_it_says(kept: None) -> None:
    sql("""
        INSERT INTO network_auditevent (at, by_id, action, object_type, object_id, after)
        SELECT '2016-03-17', id, 'x', 'network.user', id, '{}' FROM network_user LIMIT 1""")
    assert AuditEvent.objects.latest("pk").at > LONG_AGO
    sql("""
        INSERT INTO network_successionevent (pgh_created_at, pgh_label, id, pgh_obj_id,
            predecessor_id, successor_id)
        SELECT '2016-03-17', 'insert', id, id, predecessor_id, successor_id
        FROM network_succession LIMIT 1""")
    oldest = sql("SELECT min(pgh_created_at) FROM network_successionevent")
    assert oldest[0][0] > LONG_AGO


def test_what_a_comment_said_changes_with_a_step_that_keeps_it(kept: None) -> None:
    assert not passes(
        "UPDATE newsroom_comment SET text = 'Slikta ziņa.'", "SET CONSTRAINTS ALL IMMEDIATE"
    )
    step = Comment.objects.get().transitions.get(step="edit")
    assert step.text_before == "Laba ziņa."


def chained() -> audit_chain.Chain:
    sql("SET CONSTRAINTS ALL IMMEDIATE")
    return audit_chain.verify()


def by_hand(*queries: str) -> None:
    """Change the database as its owner can, with the triggers of the trail taken off."""
    for table in ("network_auditevent", "network_auditlink"):
        sql(f"ALTER TABLE {table} DISABLE TRIGGER USER")
    for query in queries:
        sql(query)


def test_the_chain_of_the_house_is_whole(kept: None) -> None:
    chain = chained()
    assert chain.whole
    assert chain.events == AuditEvent.objects.filter(link__isnull=False).count() > 0
    assert audit_chain.head() == chain
    check_audit_trail(timestamp=0)


UNCHAINED = (
    "INSERT INTO network_auditevent (by_id, action, object_type, object_id, after)"
    " SELECT id, 'x', 'network.user', id, '{}' FROM network_user LIMIT 1"
)
LAST = "(SELECT max(event_id) FROM network_auditlink)"


@pytest.mark.parametrize(
    "change",
    [
        UNCHAINED,
        f"UPDATE network_auditevent SET action = 'nothing' WHERE id = {LAST}",
        f"UPDATE network_auditevent SET by_id = by_id + 1 WHERE id = {LAST}",
        f"UPDATE network_auditevent SET at = at - interval '1 day' WHERE id = {LAST}",
        f"UPDATE network_auditevent SET after = '{{}}', before = '{{}}' WHERE id = {LAST}",
        "DELETE FROM network_auditlink WHERE number = 2",
    ],
)
def test_what_the_owner_changed_by_hand_is_found(kept: None, change: str) -> None:
    assert chained().whole
    by_hand(change)
    assert not audit_chain.verify().whole
    with pytest.raises(BrokenChainError):
        check_audit_trail(timestamp=0)
    with pytest.raises(CommandError, match="broken"):
        call_command("verify_audit")


def test_an_end_that_was_cut_off_is_found_by_a_head_that_was_kept(kept: None) -> None:
    chain = chained()
    witness = f"{chain.events}:{chain.head}"
    call_command("verify_audit", kept=witness)
    by_hand(
        f"DELETE FROM network_auditlink WHERE number = {chain.events}",
        "DELETE FROM network_auditevent WHERE NOT EXISTS"
        " (SELECT FROM network_auditlink WHERE event_id = network_auditevent.id)",
    )
    call_command("verify_audit")
    with pytest.raises(CommandError, match="not in the chain"):
        call_command("verify_audit", kept=witness)


def test_erasing_somebody_leaves_the_chain_whole(kept: None) -> None:
    by = system_member()
    administrator = invite_user(by=by, email="adm@ligzda.example2", name="Adm")
    grant_role(
        by=by, user=administrator, role=Administrator, partner=Partner.objects.get(slug="raca")
    )
    before = chained()
    erase_user(by=administrator, user=invite_user(by=by, email="a@example.org", name="Anna"))
    after = chained()
    assert after.whole
    assert after.events > before.events


def test_head_and_state_are_shown(kept: None, client: Client, cast: TrialCast) -> None:
    by = system_member()
    administrator = invite_user(by=by, email="adm@ligzda.example2", name="Adm")
    grant_role(
        by=by, user=administrator, role=Administrator, partner=Partner.objects.get(slug="raca")
    )
    chain = chained()
    told = client.get("/ready").json()
    assert (told["audit_events"], told["audit_head"]) == (chain.events, chain.head)
    client.force_login(administrator)
    address = "/parvaldiba/zurnals/"
    assert chain.head in client.get(address).content.decode()
    by_hand(f"UPDATE network_auditevent SET action = 'nothing' WHERE id = {LAST}")
    assert "verify_audit" in client.get(address).content.decode()
