"""The code of conduct is accepted before anybody acts for a partner, once for each version."""

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import translation
from tests.cast import Cast, _loaded, cast
from tests.signing_in import force_login

from ligzda.kernel.errors import WrongStateError
from ligzda.network import actions, conduct
from ligzda.network.models import AuditEvent, ConductAcceptance, Partner, User
from ligzda.network.roles import MinistryLawyer, Participant
from ligzda.server.sign_in import CONDUCT

__all__ = ["_loaded", "cast"]
PAGE = "/ricibas-kodekss/"


@pytest.fixture
def lawyer(cast: Cast) -> User:
    user = actions.invite_user(by=cast.system, email="jana@example.org", name="Jana")
    varam = Partner.objects.get(slug="varam")
    actions.grant_role(by=cast.system, user=user, role=MinistryLawyer, partner=varam)
    return user


def browser(user: User) -> Client:
    """Sign in as on the page, and so without having accepted anything."""
    client = Client()
    force_login(client, user)
    session = client.session
    del session[CONDUCT]
    session.save()
    return client


def test_nothing_else_opens_until_it_is_accepted(lawyer: User) -> None:
    client = browser(lawyer)
    answer = client.get("/mana-lapa/?x=1")
    assert answer["Location"] == f"{PAGE}?next=%2Fmana-lapa%2F%3Fx%3D1"
    assert client.post("/zurnals/")["Location"].startswith(PAGE)
    refused = client.post(answer["Location"], {})
    assert "Bez tā neviens" in refused.content.decode()
    assert not ConductAcceptance.objects.exists()
    assert client.post(answer["Location"], {"accept": "on"})["Location"] == "/mana-lapa/?x=1"
    assert client.get("/mana-lapa/").status_code == 200
    event = AuditEvent.objects.latest("pk")
    assert (event.action, event.by) == ("conduct.accept", lawyer)
    assert browser(lawyer).get("/mana-lapa/").status_code == 200


def test_a_new_version_is_accepted_anew(lawyer: User, monkeypatch: pytest.MonkeyPatch) -> None:
    actions.accept_conduct(by=lawyer, version=conduct.conduct().version)
    client = browser(lawyer)
    assert client.get("/mana-lapa/").status_code == 200
    newer = conduct.Conduct("2027-01", conduct.conduct().points)
    for module in ("ligzda.server.sign_in", "ligzda.network.conduct"):
        monkeypatch.setattr(f"{module}.conduct", lambda: newer)
    assert client.get("/mana-lapa/")["Location"].startswith(PAGE)
    with pytest.raises(WrongStateError):
        actions.accept_conduct(by=lawyer, version="2027-01")


@pytest.mark.parametrize("onwards", ["https://example.org/", "//example.org", "javascript:1"])
def test_acceptance_leads_nowhere_else(lawyer: User, onwards: str) -> None:
    answer = browser(lawyer).post(f"{PAGE}?next={onwards}", {"accept": "on"})
    assert answer["Location"] == "/"


def test_who_acts_for_nobody_is_not_asked(cast: Cast) -> None:
    assert browser(cast.participant).get("/mana-lapa/").status_code == 200
    assert browser(cast.ogre).get("/mana-lapa/").status_code == 200  # the demonstration's


@pytest.mark.django_db
def test_everybody_reads_it_and_law_from_memory_is_to_be_checked(client: Client) -> None:
    recalled = sum(point.recalled for point in conduct.conduct().points)
    assert recalled
    for language, words in (("lv", "jāpārbauda"), ("en", "to be checked")):
        with translation.override(language):
            html = client.get(reverse("network:conduct")).content.decode()
        assert html.count(words) == recalled
        assert conduct.conduct().version in html


def test_leaving_is_possible_without_accepting(lawyer: User) -> None:
    client = browser(lawyer)
    client.post(reverse("account_logout"))
    assert "_auth_user_id" not in client.session


def test_a_participant_acts_for_no_partner(cast: Cast, lawyer: User) -> None:
    ogre = Partner.objects.get(slug="ogres-novada-pasvaldiba")
    actions.grant_role(by=cast.system, user=cast.participant, role=Participant, partner=ogre)
    assert browser(cast.participant).get("/mana-lapa/").status_code == 200
