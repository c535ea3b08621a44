"""The administrator's desk, and how the first administrator comes to it."""

import re
from datetime import timedelta

import pytest
from django.core import mail
from django.db import connection
from django.test import Client
from django.utils import timezone
from procrastinate.contrib.django import app
from procrastinate.contrib.django.models import ProcrastinateJob
from tests.cast import Cast, _loaded, cast

from ligzda.network import actions
from ligzda.network.models import AuditEvent, Membership, Municipality, Partner, User
from ligzda.network.roles import Administrator, Moderator
from ligzda.network.rules import roles_held
from ligzda.server import invitation
from ligzda.server.desk import people
from ligzda.server.tasks import clear_sessions, send_invitation

__all__ = ["_loaded", "cast"]

PEOPLE, DESK = "/parvaldiba/cilveki/", "/parvaldiba/"
PASSWORD = "Divi stārķi pie Daugavas"


@pytest.fixture
def desk(client: Client, cast: Cast) -> Client:
    client.force_login(cast.administrator)
    return client


def page(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def opened(address: str) -> Client:
    """Choose a password by the link of a letter, as its receiver does."""
    guest = Client()
    shown = guest.get(re.sub(r"^https?://[^/]+", "", address), follow=True)
    if shown.redirect_chain:  # else it is used up, and says so
        where = shown.redirect_chain[-1][0]
        guest.post(where, {"password1": PASSWORD, "password2": PASSWORD})
    return guest


def test_an_invited_person_chooses_a_password_and_is_in(desk: Client) -> None:
    answer = desk.post(PEOPLE, {"name": "Anna Ozola", "email": "anna@example.org"})
    anna = User.objects.get(email="anna@example.org")
    assert answer["Location"] == f"{PEOPLE}{anna.pk}/"
    [job] = ProcrastinateJob.objects.filter(task_name=send_invitation.name)
    invitation.send(**job.args)
    invitation.send(**job.args)  # after a crash
    first, second = mail.outbox
    assert first.to == ["anna@example.org"]
    assert first.extra_headers == second.extra_headers  # known as the same
    [latvian, english] = re.findall(r"http://\S+", str(first.body))
    assert "/en/" in english
    opened(latvian)
    signing_in = {"login": "anna@example.org", "password": PASSWORD}
    answer = Client().post("/konts/pieteikties/", signing_in)
    assert answer["Location"] == "/mana-lapa/"
    anna.refresh_from_db()
    before = anna.password
    opened(english)
    anna.refresh_from_db()
    assert anna.password == before


def test_who_is_invited_says_their_own_name_once(desk: Client) -> None:
    desk.post(PEOPLE, {"name": "A. Ozola", "email": "anna@example.org"})
    anna = User.objects.get(email="anna@example.org")
    for said, kept in (("Anna Ozola", "Anna Ozola"), ("Cita", "Anna Ozola")):
        guest = Client()
        shown = guest.get(re.sub(r"^https?://[^/]+", "", invitation.link(anna)), follow=True)
        assert ("Pieņemt uzaicinājumu" in shown.content.decode()) == (said == kept)
        where = shown.redirect_chain[-1][0]
        guest.post(where, {"name": said, "password1": PASSWORD, "password2": PASSWORD})
        anna.refresh_from_db()
        assert anna.name == kept
        assert anna.has_usable_password()


def test_nobody_is_invited_twice(desk: Client, cast: Cast) -> None:
    form = {"name": "Cita", "email": cast.ogre.email.upper()}
    answer = desk.post(PEOPLE, form)
    assert "Ar šādu adresi konts jau ir." in answer.content.decode()
    assert User.objects.filter(email__iexact=cast.ogre.email).count() == 1


def test_a_role_is_granted_with_its_end_and_ended(desk: Client, cast: Cast) -> None:
    address = f"{PEOPLE}{cast.participant.pk}/"
    raca = Partner.objects.get(slug="raca")
    today = timezone.localdate()
    form = {"role": "moderator", "partner": raca.pk, "until": today + timedelta(days=9)}
    assert desk.post(address, form).status_code == 302
    [membership] = Membership.objects.filter(user=cast.participant)
    assert [role for role, _at in roles_held(cast.participant, today + timedelta(days=9))] == [
        Moderator
    ]
    assert not list(roles_held(cast.participant, today + timedelta(days=10)))
    again = desk.post(address, form)
    assert "Šajās dienās šī loma pie šī partnera viņam jau ir." in again.content.decode()
    desk.post(f"/parvaldiba/lomas/{membership.pk}/beigt/")
    assert not list(roles_held(cast.participant))


def test_a_role_that_ends_before_it_begins_is_refused(desk: Client, cast: Cast) -> None:
    form = {
        "role": "moderator",
        "partner": Partner.objects.get(slug="raca").pk,
        "since": "2026-03-02",
        "until": "2026-03-01",
    }
    answer = desk.post(f"{PEOPLE}{cast.participant.pk}/", form)
    assert "pirms pirmās" in answer.content.decode()
    assert not Membership.objects.filter(user=cast.participant).exists()


def test_roles_that_one_person_alone_holds_are_named(desk: Client, cast: Cast) -> None:
    User.objects.filter(is_demo=True).update(is_active=False)  # the demonstration has one, too
    assert any("Tīkla administrators: 1" in line for line in people.too_few(by=cast.administrator))
    actions.grant_role(
        by=cast.system,
        user=cast.participant,
        role=Administrator,
        partner=Partner.objects.get(slug="raca"),
    )
    assert not any("administrators" in line for line in people.too_few(by=cast.administrator))


def test_a_failed_job_is_seen_and_tried_again(desk: Client) -> None:
    job = clear_sessions.configure().defer(timestamp=0)
    with connection.cursor() as cursor:
        cursor.execute("UPDATE procrastinate_jobs SET status = 'failed' WHERE id = %s", [job])
    shown = page(desk, DESK)
    assert f"/parvaldiba/darbi/{job}/velreiz/" in shown
    desk.post(f"/parvaldiba/darbi/{job}/velreiz/")
    assert ProcrastinateJob.objects.get(pk=job).status == "todo"
    assert f"/parvaldiba/darbi/{job}/velreiz/" not in page(desk, DESK)
    assert desk.post(f"/parvaldiba/darbi/{job}/velreiz/").status_code == 404


def test_letters_that_wait_are_counted(desk: Client) -> None:
    job = app.configure_task(invitation.SEND).defer(user=0, asked_at="")
    assert "izdevies nosūtīt" not in page(desk, DESK)
    with connection.cursor() as cursor:
        cursor.execute("UPDATE procrastinate_jobs SET attempts = 2 WHERE id = %s", [job])
    assert "1 vēstuli vēl nav izdevies nosūtīt" in page(desk, DESK)


def test_erasing_asks_for_the_address(desk: Client, cast: Cast) -> None:
    address = f"{PEOPLE}{cast.ogre.pk}/dzest/"
    name = cast.ogre.name
    assert desk.post(address, {"email": "cita@example.org"}).status_code == 200
    cast.ogre.refresh_from_db()
    assert cast.ogre.name == name
    assert desk.post(address, {"email": cast.ogre.email})["Location"] == PEOPLE
    cast.ogre.refresh_from_db()
    assert not cast.ogre.name
    assert not list(roles_held(cast.ogre))
    assert desk.get(address).status_code == 404
    assert AuditEvent.objects.filter(action="user.erase", by=cast.administrator).exists()


def test_a_role_with_an_end_ends_when_its_holder_is_erased(cast: Cast) -> None:
    membership = actions.grant_role(
        by=cast.system,
        user=cast.participant,
        role=Moderator,
        partner=Partner.objects.get(slug="raca"),
        until=timezone.localdate() + timedelta(days=300),
    )
    actions.erase_user(by=cast.system, user=cast.participant)
    membership.refresh_from_db()
    assert membership.period.isempty


@pytest.mark.parametrize("person", ["ogre", "evaluator", "participant"])
def test_the_desk_is_the_administrator_s_alone(client: Client, cast: Cast, person: str) -> None:
    client.force_login(getattr(cast, person))
    for address in (DESK, PEOPLE, f"{PEOPLE}{cast.ogre.pk}/", f"{DESK}zurnals/"):
        assert client.get(address).status_code == 403
    assert client.post(PEOPLE, {"name": "A", "email": "a@example.org"}).status_code == 403
    assert "/parvaldiba/" not in page(client, "/mana-lapa/")


def test_the_way_to_the_desk_stands_on_one_s_own_page(desk: Client) -> None:
    assert 'href="/parvaldiba/"' in page(desk, "/mana-lapa/")


def test_the_audit_trail_is_read(desk: Client, cast: Cast) -> None:
    actions.invite_user(by=cast.administrator, email="b@example.org", name="Baiba")
    assert "user.invite" in page(desk, "/parvaldiba/zurnals/")


def test_the_first_administrator_is_invited_by_a_command(cast: Cast) -> None:
    address = invitation.invite_administrator(
        email="pirma@example.org", name="Pirmā", partner="raca"
    )
    opened(address)
    first = User.objects.get(email="pirma@example.org")
    assert first.check_password(PASSWORD)
    assert [role for role, _partner in roles_held(first)] == [Administrator]


def test_a_wrong_partner_is_answered_with_those_there_are(cast: Cast) -> None:
    with pytest.raises(invitation.InvitationError, match="raca"):
        invitation.invite_administrator(email="a@example.org", name="A", partner="xx")
    assert not User.objects.filter(email="a@example.org").exists()


PARTNERS = "/parvaldiba/partneri/"
SPKC = {
    "kind": "foundation", "municipality": "", "name_lv": "Fonds „Ligzdas ceļš”",
    "name_en": "The Nest's Way Foundation", "role_lv": "Māca meistarus.", "role_en": "Trains.",
}  # fmt: skip


def test_an_admitted_partner_can_hold_roles(desk: Client, cast: Cast) -> None:
    assert desk.post(PARTNERS, SPKC)["Location"] == PARTNERS
    partner = Partner.objects.get(slug="fonds-ligzdas-cels")
    [event] = AuditEvent.objects.filter(action="partner.admit", object_id=str(partner.pk))
    assert event.by_id == cast.administrator.pk
    assert "Fonds „Ligzdas ceļš”" in page(desk, PARTNERS)
    assert f'<option value="{partner.pk}">' in page(desk, f"{PEOPLE}{cast.participant.pk}/")


def test_a_municipality_that_takes_part_already_is_not_offered(desk: Client) -> None:
    offered = re.search(r'<select name="municipality".*?</select>', page(desk, PARTNERS), re.S)
    assert offered is not None
    names = re.findall(r"<option[^>]*>([^<]+)</option>", offered[0])
    assert "Jelgavas novads" in names
    assert not {"Ogres novads", "Varakļānu novads"} & set(names)  # a partner; ended in 2025


@pytest.mark.parametrize(
    ("other", "said"),
    [
        ({"kind": "municipality"}, "Izvēlieties, kura pašvaldība tā ir."),
        ({"name_lv": "Rīgas Tehniskā universitāte"}, "Partneris ar šādu nosaukumu jau ir."),
        ({"name_lv": "„…”"}, "Nosaukumā jābūt burtiem"),
        ({"role_en": ""}, "lauks ir"),
    ],
)
def test_a_partner_that_cannot_be_is_refused_and_what_was_typed_stays(
    desk: Client, other: dict[str, str], said: str
) -> None:
    before = Partner.objects.count()
    answer = desk.post(PARTNERS, SPKC | other)
    text = answer.content.decode()
    assert answer.status_code == 200
    assert said in text
    assert "Māca meistarus." in text
    assert Partner.objects.count() == before


def test_only_a_municipality_is_a_municipality(desk: Client) -> None:
    some = Municipality.objects.exclude(partner__isnull=False).get(slug="jelgavas-novads")
    answer = desk.post(PARTNERS, SPKC | {"municipality": str(some.pk)})
    assert "Pašvaldība ir tikai partnerim, kura veids ir „pašvaldība”." in answer.content.decode()
    answer = desk.post(
        PARTNERS,
        SPKC | {"kind": "municipality", "municipality": str(some.pk), "name_lv": "Jelgavas novads"},
    )
    assert answer["Location"] == PARTNERS
    assert Partner.objects.get(municipality=some).kind == "municipality"
