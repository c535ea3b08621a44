"""My day: for each role something to do, and every link of it leads there."""

import datetime
import re
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from tests.cast import Cast, _loaded, cast

from ligzda.kernel.room import Work
from ligzda.languages import CODES
from ligzda.network import actions, my_day
from ligzda.network.load import system_member
from ligzda.network.models import Partner, UnsavedText, User
from ligzda.network.roles import ROLES, Coordinator, Role

__all__ = ["_loaded", "cast"]
pytestmark = pytest.mark.django_db


def _holder(role: type[Role]) -> User:
    user = User.objects.create_user("diena@example.org", None, name="Diena", is_demo=True)
    partner = Partner.objects.filter(kind__in=role.held_at).order_by("slug")[0]
    if role.scope == "own" and "municipality" in role.held_at:
        partner = Partner.objects.get(slug="ogres-novada-pasvaldiba")
    actions.grant_role(by=system_member(), user=user, role=role, partner=partner)
    return user


def _day(client: Client) -> str:
    html = client.get(reverse("portal:my_place")).content.decode()
    return html.partition('id="work"')[2].partition("</section>")[0]


@pytest.mark.parametrize("role", ROLES, ids=lambda role: role.key)
def test_each_role_has_something_and_each_link_leads_there(
    client: Client, cast: Cast, role: type[Role]
) -> None:
    client.force_login(_holder(role))
    links = re.findall(r'href="([^"]+)"', _day(client))
    links.remove(reverse("network:notices"))
    assert links, role.key
    for link in links:
        assert client.get(link, follow=True).status_code == 200, link


def test_what_is_due_comes_first_and_overdue_says_since_when(
    client: Client, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    today = timezone.localdate()
    work = [
        Work("Lapa", "/p/"),
        Work("Gaida", "/g/", 3),
        Work("Rīt", "/r/", 2, due=today + datetime.timedelta(days=1)),
        Work("Vakar", "/v/", due=today - datetime.timedelta(days=1)),
        Work("Iesākts", "/i/", began=True),
    ]
    monkeypatch.setattr(my_day, "work_of", lambda _viewer: work)
    client.force_login(cast.ogre)
    html = _day(client)
    assert [html.index(f'href="/{each}/"') for each in "vrgip"] == sorted(
        html.index(f'href="/{each}/"') for each in "vrgip"
    )
    assert "kopš" in html[html.index("/v/") : html.index("/r/")]
    assert "gaida: 3" in html
    due = re.sub(r"\s+", " ", html[html.index("/r/") : html.index("/g/")])
    assert '</span> <span class="label"> gaida: 2</span>' in due


def test_an_unsaved_form_leads_back_to_its_page(client: Client, cast: Cast) -> None:
    client.force_login(cast.ogre)
    form = reverse("network:decision_new", args=["ogres-novads"])
    kept: dict[str, Any] = {"document_title_lv": "Iesākts lēmums"}
    address = reverse("unsaved") + "?about=network.decision.new.ogres-novads"
    client.post(address, kept, HTTP_REFERER=f"http://testserver{form}")
    assert UnsavedText.objects.get(user=cast.ogre).address == form
    assert f'href="{form}"' in _day(client)
    english = client.get("/en/my-place/").content.decode()
    assert 'href="/en/decisions/new/ogres-novads/"' in english
    client.post(address, kept, HTTP_REFERER="https://elsewhere.example/x/")
    assert UnsavedText.objects.get(user=cast.ogre).address == ""


def test_a_draft_of_one_s_own_is_begun_and_another_s_waits(client: Client, cast: Cast) -> None:
    other = _holder(Coordinator)
    names = ["body", "text", "document_title", "permits", "source"]
    texts: dict[str, Any] = {f"{name}_{code}": "Melnraksts" for name in names for code in CODES}
    facts = actions.DecisionFacts(sitting_on=datetime.date(2026, 1, 29), **texts)
    ogre = Partner.objects.get(slug="ogres-novada-pasvaldiba").municipality
    assert ogre is not None
    draft = actions.draft_decision(by=cast.ogre, municipality=ogre, facts_given=facts)
    edit = f'href="{reverse("network:decision_edit", args=[draft.pk])}"'
    desk = f'href="{reverse("network:decisions")}"'
    client.force_login(cast.ogre)
    mine = _day(client)
    assert mine.index("Ko esmu iesācis") < mine.index(edit) < mine.index(desk)
    client.force_login(other)
    theirs = _day(client)
    assert edit not in theirs
    assert theirs.index("Gaida mani") < theirs.index(desk)
