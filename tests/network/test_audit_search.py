"""The audit trail on its pages: who, what, when, whose; side by side; as CSV; nobody else's."""

import csv
import datetime
import io
import re
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from tests.cast import Cast

from ligzda.incubators import actions as incubators
from ligzda.incubators.models import Incubator
from ligzda.kernel.errors import NotAllowedError
from ligzda.network import audit_search
from ligzda.network.audit_search import AuditSearch
from ligzda.network.models import AuditEvent, User

ADDRESS = "/zurnals/"


def signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def event(cast: Cast) -> AuditEvent:
    """Ogre's coordinator says how far the incubator is."""
    ogre = Incubator.objects.get(slug="ogre")
    incubators.change_state(by=cast.ogre, incubator=ogre, state="planned")
    return AuditEvent.objects.latest("pk")


def found(client: Client, **asked: Any) -> set[int]:
    page = client.get(ADDRESS, asked).content.decode()
    return {int(number) for number in re.findall(r'href="/zurnals/(\d+)/"', page)}


def test_each_question_finds_its_own(cast: Cast, event: AuditEvent) -> None:
    client = signed_in(cast.ogre)
    today = timezone.localdate()
    tomorrow = today + datetime.timedelta(days=1)
    asked: list[tuple[dict[str, object], bool]] = [
        ({}, True),
        ({"by": cast.ogre.pk}, True),
        ({"by": cast.system.pk}, False),
        ({"action": "incubator.state"}, True),
        ({"action": "decision.publish"}, False),
        ({"object_id": event.object_id, "action": "incubator.state"}, True),
        ({"since": today, "until": today}, True),
        ({"since": tomorrow}, False),
        ({"municipality": "ogres-novads"}, True),
    ]
    for question, is_there in asked:
        assert (event.pk in found(client, **question)) == is_there, question


def test_a_wrong_question_is_marked_and_finds_nothing(cast: Cast, event: AuditEvent) -> None:
    client = signed_in(cast.ogre)
    for wrong in (
        {"since": "2026-02-02", "until": "2026-02-01"},
        {"by": cast.administrator.pk + 9999},
        {"municipality": "cesu-novads"},
        {"object_id": "9" * 40},
    ):
        assert found(client, **wrong) == set(), wrong
        assert 'class="error' in client.get(ADDRESS, wrong).content.decode(), wrong


def test_before_and_after_stand_side_by_side(cast: Cast, event: AuditEvent) -> None:
    [change] = [each for each in audit_search.changes(event) if each.changed]
    assert (change.before, change.after) == ("adapting", "planned")
    html = signed_in(cast.ogre).get(f"{ADDRESS}{event.pk}/").content.decode()
    row = re.search(r"(?s)<tr[^>]*>(?:(?!</tr>).)*mainīts.*?</tr>", html)
    assert row
    assert row[0].index("adapting") < row[0].index("planned")


def test_a_coordinator_sees_the_own_municipality_s_alone(cast: Cast, event: AuditEvent) -> None:
    cesis, ogre = signed_in(cast.cesis), signed_in(cast.ogre)
    assert event.pk not in found(cesis)
    assert cesis.get(f"{ADDRESS}{event.pk}/").status_code == 404
    assert "incubator.state" not in cesis.get(f"{ADDRESS}eksportet/").content.decode()
    of_all = AuditEvent.objects.filter(municipality=None).latest("pk")
    assert ogre.get(f"{ADDRESS}{of_all.pk}/").status_code == 404
    assert signed_in(cast.administrator).get(f"{ADDRESS}{of_all.pk}/").status_code == 200


@pytest.mark.parametrize("who", ["evaluator", "participant"])
def test_nobody_else_reads_it(cast: Cast, event: AuditEvent, who: str) -> None:
    client = signed_in(getattr(cast, who))
    for address in (ADDRESS, f"{ADDRESS}{event.pk}/", f"{ADDRESS}eksportet/"):
        assert client.get(address).status_code == 403
    with pytest.raises(NotAllowedError):
        audit_search.search(getattr(cast, who), AuditSearch())


def test_the_file_holds_what_was_looked_for(cast: Cast, event: AuditEvent) -> None:
    answer = signed_in(cast.ogre).get(f"{ADDRESS}eksportet/", {"action": "incubator.state"})
    text = answer.content.decode("utf-8-sig")
    [row] = csv.DictReader(io.StringIO(text))
    assert (row["number"], row["action"]) == (str(event.pk), "incubator.state")
    assert '"state": "planned"' in row["after"]
    assert row["municipality"] == "ogres-novads"


def test_population_is_recorded_with_its_source_and_not_overwritten(cast: Cast) -> None:
    client = signed_in(cast.evaluator)
    given = {
        "code": "LV-067", "on": "2026-01-01", "inhabitants": "57000",
        "source_lv": "CSP", "source_en": "CSB",
    }  # fmt: skip
    address = reverse("network:population")
    assert client.post(address, given).status_code == 302
    again = client.post(address, {**given, "inhabitants": "1"}).content.decode()
    assert "57000" in re.sub(r"[\s\u00a0]", "", again)
    assert signed_in(cast.ogre).post(address, given).status_code == 403
