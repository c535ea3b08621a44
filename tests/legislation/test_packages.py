"""Packages: drafted, signed by one, filed by another; what is filed is public and stays."""

import pytest
from django.test import Client
from django.urls import reverse
from tests.addresses import client_of
from tests.cast import Cast
from tests.legislation.conftest import INSERT, Desk, annotate, facts, objection

from ligzda.kernel.errors import NotAllowedError, WrongStateError
from ligzda.kernel.obstacle import obstacle
from ligzda.legislation import actions, rules
from ligzda.legislation.models import Package
from ligzda.network.models import AuditEvent

pytestmark = pytest.mark.django_db


def test_it_is_signed_by_one_and_filed_by_another(desk: Desk) -> None:
    annotate(desk)
    address = reverse("legislation:package", args=[desk.package.pk])
    assert Client().get(address).status_code == 404
    actions.sign_package(by=desk.lawyer, package=desk.package)
    filed = actions.file_package(by=desk.reviewer, package=desk.package)
    assert (filed.signed_by, filed.filed_by) == (desk.lawyer, desk.reviewer)
    assert "(3) Likums attiecas uz inkubatoriem." in Client().get(address).content.decode()
    acts = AuditEvent.objects.filter(object_type="legislation.package", object_id=filed.pk)
    assert set(acts.values_list("action", flat=True)) >= {"package.sign", "package.file"}


def test_who_may_not_is_refused(cast: Cast, desk: Desk) -> None:
    for by in (cast.ogre, cast.evaluator, desk.reviewer):
        with pytest.raises(NotAllowedError):
            actions.draft_package(by=by, facts_given=facts())
        with pytest.raises(NotAllowedError):
            actions.sign_package(by=by, package=desk.package)
    with pytest.raises(NotAllowedError):
        actions.file_package(by=desk.lawyer, package=desk.package)


def test_each_obstacle_to_signing_has_its_sentence(desk: Desk) -> None:
    def stands() -> str:
        with pytest.raises(WrongStateError) as refused:
            actions.sign_package(by=desk.lawyer, package=desk.package)
        return str(refused.value)

    assert "1.1, 1.2, 1.3" in stands()
    annotate(desk)
    row = objection(desk)
    assert "1 iebildums" in stands()
    actions.answer(by=desk.lawyer, row=row, outcome="declined", reasons="Nē.")
    assert "1 iebildums" in stands()
    actions.answer(by=desk.lawyer, row=row, outcome="explained", reasons="Pašvaldība.")
    change = desk.package.changes.get()
    actions.reword(by=desk.lawyer, change=change, final="Svītrot visu, kas nav vajadzīgs.")
    assert "1 grozījums nav saprasts" in stands()
    actions.drop_change(by=desk.lawyer, change=change)
    assert "neko negroza" in stands()


def test_a_change_takes_the_signature_back(desk: Desk) -> None:
    annotate(desk)
    actions.sign_package(by=desk.lawyer, package=desk.package)
    actions.reword(by=desk.lawyer, change=desk.package.changes.get(), final=INSERT + " ")
    desk.package.refresh_from_db()
    assert desk.package.signed_at is None
    stands = obstacle(rules.check_file, by=desk.reviewer, package=desk.package)
    assert "vēl nav parakstīta" in str(stands)


def test_a_package_holds_acts_of_one_kind(desk: Desk) -> None:
    other = actions.draft_package(by=desk.lawyer, facts_given=facts(kind="cabinet"))
    with pytest.raises(WrongStateError, match="cita veida"):
        actions.add_change(
            by=desk.lawyer, package=other, text=desk.text, final=INSERT, engine=INSERT
        )


def test_a_sentence_writes_itself_of_unit_and_change(desk: Desk) -> None:
    page = reverse("legislation:change_new", args=[desk.package.pk, desk.text.pk])
    chosen = f"{page}?unit=pants:1/da%C4%BCa:2"
    given = {"write": "1", "change": "replace_words", "old": "biedrībām", "new": "inkubatoriem"}
    client = client_of(desk.lawyer)
    shown = client.post(chosen, given).content.decode()
    sentence = (
        "Aizstāt 1. panta otrajā daļā vārdu &quot;biedrībām&quot; ar vārdu "
        "&quot;inkubatoriem&quot;."
    )
    assert sentence in shown
    assert "var piemērot" in shown
    wrong = client.post(chosen, given | {"old": "valdēm"}).content.decode()
    assert "1. pants, 2. daļa: Citēto vārdu šajā vienībā nav." in wrong
    missing = client.post(chosen, given | {"old": ""}).content.decode()
    assert "Šim grozījumam tas ir vajadzīgs." in missing
    assert desk.package.changes.count() == 1


def test_what_is_not_understood_is_named_with_its_part(desk: Desk) -> None:
    page = reverse("legislation:change_new", args=[desk.package.pk, desk.text.pk])
    client = client_of(desk.lawyer)
    pasted = {"final": "Svītrot 1. pantu, kas nav vajadzīgs.", "look": "1"}
    shown = client.post(page, pasted).content.decode()
    assert "Nav saprasts no „" in shown
    assert "vajadzīgs.”" in shown
    kept = client.post(page, pasted | {"add": "1"} | {"look": ""})
    assert kept.status_code == 200  # "look" comes first: nothing is kept
    assert desk.package.changes.count() == 1


def test_both_sentences_are_kept_and_their_difference_shown(desk: Desk) -> None:
    final = INSERT.replace("inkubatoriem", "sociālajiem inkubatoriem")
    actions.reword(by=desk.lawyer, change=desk.package.changes.get(), final=final)
    address = reverse("legislation:package", args=[desk.package.pk])
    shown = client_of(desk.lawyer).get(address).content.decode()
    assert "ko jurists uzrakstījis citādi nekā rīks" in shown.lower()
    assert "<ins>" in shown
    assert Package.objects.get(pk=desk.package.pk).changes.get().engine == INSERT
