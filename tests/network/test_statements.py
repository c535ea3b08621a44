"""What is to be checked: every statement in one list; confirmed, the pages say by whom and when."""

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import escape
from django.utils.translation import override
from tests.cast import Cast, _loaded, cast

from ligzda.kernel.errors import BadDataError, NotAllowedError
from ligzda.network import actions, statements
from ligzda.network.models import AuditEvent, StatementCheck, User

__all__ = ["_loaded", "cast"]
pytestmark = pytest.mark.django_db


@pytest.fixture
def lawyer(cast: Cast) -> User:
    return User.objects.get(email="jurists.varam@ligzda.example")


def _row(name: str) -> statements.Row:
    return next(row for row in statements.rows() if row.statement.name == name)


def _shown(client: Client, row: statements.Row) -> str:
    return client.get(row.statement.url).content.decode()


@pytest.mark.parametrize(
    "name", ["rule", "practice", "ombudsman", "data state inspectorate", "basis", "moderation",
             "conduct", "accessibility form"],
)  # fmt: skip
def test_its_page_says_to_be_checked_until_it_is_confirmed(
    client: Client, lawyer: User, name: str
) -> None:
    row = _row(name)
    before = _shown(client, row)
    assert "jāpārbauda" in before
    actions.check_statement(by=lawyer, key=row.key, status="confirmed", note="likumi.lv")
    after = _shown(client, row)
    told = (
        f"pārbaudīts {date_format(timezone.localdate(), 'SHORT_DATE_FORMAT')} (ministrijas jurists)"
    )
    assert told in after
    assert told not in before
    assert before.count(">jāpārbauda<") == after.count(">jāpārbauda<") + after.count(told)


def test_a_correction_stands_beside_the_statement(client: Client, lawyer: User) -> None:
    row = _row("ombudsman")
    with pytest.raises(BadDataError):
        actions.check_statement(by=lawyer, key=row.key, status="corrected", note=" ")
    right = "Sūdzību par <atbildi> izskata Tiesībsarga birojs."
    actions.check_statement(by=lawyer, key=row.key, status="corrected", note=right)
    assert escape(right) in _shown(client, row)
    assert not statements.row(row.key).open
    event = AuditEvent.objects.latest("pk")
    assert (event.action, event.by) == ("statement.check", lawyer)


def test_worded_anew_it_is_open_again(lawyer: User) -> None:
    row = _row("ombudsman")
    actions.check_statement(by=lawyer, key=row.key, status="confirmed", note="")
    assert statements.key_of("ombudsman", "Citi vārdi.") != row.key
    with override("en"):
        assert not _row("ombudsman").open, "the language of the reader is no new wording"


def test_the_list_names_place_source_and_who_looked(client: Client, lawyer: User) -> None:
    client.force_login(lawyer)
    waiting = statements.waiting()
    rows = statements.rows()
    html = client.get(reverse("network:statements")).content.decode()
    for row in rows:
        assert f'href="{reverse("network:statement", args=[row.key])}"' in html
        assert row.statement.url in html
        assert escape(str(row.statement.source)) in html
    address = reverse("network:statement", args=[rows[0].key])
    assert client.post(address, {"status": "corrected", "note": ""}).status_code == 200
    sent = {"status": "confirmed", "note": "Salīdzināts ar spēkā esošo redakciju."}
    assert client.post(address, sent).status_code == 302
    assert statements.waiting() == waiting - 1
    assert sent["note"] in client.get(reverse("network:statements")).content.decode()
    assert client.get(reverse("network:statement", args=["nav.0"])).status_code == 404


def test_nobody_else_keeps_it(client: Client, cast: Cast, lawyer: User) -> None:
    row = _row("ombudsman")
    for user in (cast.ogre, cast.administrator, cast.evaluator, cast.participant):
        with pytest.raises(NotAllowedError):
            actions.check_statement(by=user, key=row.key, status="confirmed", note="")
    assert not StatementCheck.objects.exists()
