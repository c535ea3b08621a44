"""A person is kept from commenting: they read why, object, and somebody else answers."""

import datetime
from collections.abc import Callable
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.db import DatabaseError, transaction
from django.test import Client
from django.utils import timezone
from tests.cast import Cast

from ligzda.kernel.errors import BadDataError, NotAllowedError, WrongStateError
from ligzda.kernel.obstacle import may
from ligzda.network.models import AuditEvent, User
from ligzda.newsroom import actions, queries, rules
from ligzda.newsroom.actions import CommentRefusedError, Posted
from ligzda.newsroom.models import Ban, Comment
from ligzda.newsroom.states import Step

pytestmark = pytest.mark.django_db


def ban(by: User, comment: Comment, **more: Any) -> Ban:
    given = {"days": 7, "only_article": False, "ground": "hatred", "statement": "Atkārtoti."}
    return actions.ban(by=by, comment=comment, **{**given, **more})


def test_a_guest_reads_why_and_objects_with_the_code(
    write: Callable[..., Posted], moderator: User, second_moderator: User
) -> None:
    posted = write("Pirmais", email="anna@example.lv")
    row = ban(moderator, posted.comment)
    with pytest.raises(CommentRefusedError, match="saņemšanas kodu"):
        write("Otrais", email="anna@example.lv")
    address = f"/komentari/mans/{posted.comment.pk}/"
    assert Client().post(address, {"object": row.pk, "ban-text": "Es"}).status_code == 404
    reader = Client()
    page = reader.post("/komentari/kods/", {"code": posted.receipt}, follow=True).content.decode()
    for words in (f"B-{row.pk}", "Pie visiem rakstiem", "Atkārtoti.", "tiesā", "Iebilst"):
        assert words in page
    assert reader.post(address, {"object": row.pk, "ban-text": " "}).status_code == 422
    reader.post(address, {"object": row.pk, "ban-text": "Citēju likumu."})
    row.refresh_from_db()
    assert row.objection == "Citēju likumu."
    again = reader.post(address, {"object": row.pk, "ban-text": "Vēl!"})
    assert again.status_code == 422
    assert "vienu reizi" in again.content.decode()
    assert [each.pk for each in queries.objections()] == [row.pk]
    other = ban(moderator, write("Cits").comment)
    assert reader.post(address, {"object": other.pk, "ban-text": "Svešs"}).status_code == 404

    desk = Client()
    desk.force_login(second_moderator)
    assert "Citēju likumu." in desk.get("/moderacija/liegumi/").content.decode()
    assert "1 iebildums" in desk.get("/moderacija/").content.decode()
    answer = f"/moderacija/liegumi/{row.pk}/atbilde/"
    desk.post(answer, {"answer": " ", "lift": "1"})
    row.refresh_from_db()
    assert row.answered_at is None
    desk.post(answer, {"answer": "Taisnība, tas ir citāts.", "lift": "1"})
    row.refresh_from_db()
    assert (row.answered_by, row.lifted_by) == (second_moderator, second_moderator)
    assert AuditEvent.objects.filter(action="answer objection").get().by == second_moderator
    write("Otrais", email="anna@example.lv")
    page = reader.get(address).content.decode()
    assert "Taisnība, tas ir citāts." in page
    assert "atkal drīkst" in page


def test_whoever_banned_does_not_judge_the_objection(
    write: Callable[..., Posted], moderator: User, second_moderator: User, cast: Cast
) -> None:
    row = ban(moderator, write("Pirmais", email="anna@example.lv").comment)
    with pytest.raises(NotAllowedError):
        actions.object_to_ban(row=row, mine=False, text="Svešs")
    with pytest.raises(WrongStateError):
        actions.answer_objection(by=second_moderator, row=row, lift=True, answer="Jā.")
    actions.object_to_ban(row=row, mine=True, text="Citēju.")
    with pytest.raises(NotAllowedError):
        actions.answer_objection(by=moderator, row=row, lift=False, answer="Nē.")
    with pytest.raises(PermissionDenied):
        actions.answer_objection(by=cast.ogre, row=row, lift=True, answer="Jā.")
    with pytest.raises(WrongStateError):  # not around the objection
        actions.lift_ban(by=second_moderator, row=row)
    with pytest.raises(BadDataError):
        actions.answer_objection(by=second_moderator, row=row, lift=False, answer="  ")
    stands = actions.answer_objection(by=second_moderator, row=row, lift=False, answer="Nē.")
    assert stands.in_force
    with pytest.raises(CommentRefusedError):
        write("Otrais", email="anna@example.lv")
    actions.lift_ban(by=moderator, row=row)  # later, of one's own accord


def test_a_ban_that_is_over_is_not_objected_to_but_answered(
    write: Callable[..., Posted], moderator: User, second_moderator: User
) -> None:
    row = ban(moderator, write("Pirmais").comment)
    other = ban(moderator, write("Otrais").comment)
    actions.object_to_ban(row=row, mine=True, text="Citēju.")
    past = timezone.now() - datetime.timedelta(days=1)
    Ban.objects.update(begins=past - datetime.timedelta(days=7), ends=past)
    other.refresh_from_db()
    assert not may(rules.check_object, ban=other, mine=True)
    with pytest.raises(WrongStateError):
        actions.answer_objection(by=second_moderator, row=row, lift=True, answer="Jā.")
    actions.answer_objection(by=second_moderator, row=row, lift=False, answer="Bija pamats.")


def test_a_banned_member_objects_at_the_comment(
    write: Callable[..., Posted], moderator: User, cast: Cast, client: Client
) -> None:
    comment = write("Pirmais", user=cast.participant).comment
    ban(moderator, comment, only_article=True)
    with pytest.raises(CommentRefusedError, match=f"/komentari/mans/{comment.pk}/"):
        write("Otrais", user=cast.participant)
    client.force_login(cast.ogre)
    assert client.get(f"/komentari/mans/{comment.pk}/").status_code == 404
    client.force_login(cast.participant)
    page = client.get(f"/komentari/mans/{comment.pk}/").content.decode()
    assert "Tikai pie raksta" in page


@pytest.mark.parametrize("known", [{"email": "anna@example.lv"}, {"origin": "tīkls"}, {}])
def test_who_is_banned_edits_nothing_either(
    write: Callable[..., Posted], moderator: User, cast: Cast, known: dict[str, Any]
) -> None:
    comment = write("Pirmais", **(known or {"user": cast.participant})).comment
    ban(moderator, comment)
    with pytest.raises(CommentRefusedError, match="3\\. noteikums"):
        actions.edit(comment=comment, mine=True, by=comment.author, text="Pavisam kas cits")


def test_a_ban_without_reasons_keeps_what_was_chosen(
    write: Callable[..., Posted], moderator: User
) -> None:
    """Fault B17: the input was lost, and the first ground was chosen beforehand."""
    comment = write("Pirmais").comment
    desk = Client()
    desk.force_login(moderator)
    form = desk.get(f"/moderacija/{comment.pk}/").context["ban_form"]
    assert (form["days"].value(), form["ground"].value()) == (None, None)
    page = desk.post(f"/moderacija/{comment.pk}/liegt/", {"days": "7", "ground": "morals"})
    assert page.status_code == 422
    assert page.context["ban_form"]["ground"].value() == "morals"
    assert not Ban.objects.exists()


def test_an_answer_that_comes_too_late_is_given_back(
    write: Callable[..., Posted], moderator: User, second_moderator: User
) -> None:
    row = ban(moderator, write("Pirmais", email="anna@example.lv").comment)
    actions.object_to_ban(row=row, mine=True, text="Citēju.")
    own, other = Client(), Client()
    own.force_login(moderator)
    other.force_login(second_moderator)
    address = f"/moderacija/liegumi/{row.pk}/atbilde/"
    assert address not in own.get("/moderacija/liegumi/").content.decode()
    assert address in other.get("/moderacija/liegumi/").content.decode()
    actions.answer_objection(by=second_moderator, row=row, lift=False, answer="Nē.")
    late = other.post(address, {"answer": "Gara atbilde.", "lift": "1"})
    assert late.status_code == 409
    assert "Gara atbilde." in late.content.decode()


def test_answers_are_whole(write: Callable[..., Posted], moderator: User) -> None:
    row = ban(moderator, write("Pirmais").comment)
    with (
        pytest.raises(DatabaseError, match="ban_objection_answered_by_someone"),
        transaction.atomic(),
    ):
        Ban.objects.filter(pk=row.pk).update(answered_at=timezone.now())


@pytest.mark.parametrize("path", ["", "{0}/atbilde/", "{0}/atcelt/"])
def test_bans_are_moderators_only(
    client: Client, write: Callable[..., Posted], moderator: User, cast: Cast, path: str
) -> None:
    row = ban(moderator, write("Pirmais").comment)
    address = "/moderacija/liegumi/" + path.format(row.pk)
    ask = client.post if path else client.get
    assert ask(address).status_code == 302  # to sign in
    client.force_login(cast.ogre)
    assert ask(address).status_code == 403
    row.refresh_from_db()
    assert row.in_force


def test_leaving_the_address_out_opens_nothing(
    write: Callable[..., Posted], moderator: User
) -> None:
    ban(moderator, write("Pirmais", email="anna@example.lv", origin="a" * 64).comment, days=30)
    with pytest.raises(CommentRefusedError):
        write("Otrais", origin="a" * 64)
    assert write("Trešais", origin="b" * 64).comment.pk


def test_a_member_is_not_known_by_the_network(
    write: Callable[..., Posted], moderator: User, cast: Cast
) -> None:
    ban(moderator, write("Pirmais", user=cast.participant, origin="a" * 64).comment)
    assert write("Otrais", origin="a" * 64).comment.pk


def test_a_person_is_not_banned_twice_in_one_place(
    write: Callable[..., Posted], moderator: User
) -> None:
    """Fault B17: the second ban, at another comment of the same person, was taken silently."""
    first, second = (write(text, email="anna@example.lv") for text in ("Viens", "Divi"))
    row = ban(moderator, first.comment, only_article=True)
    with pytest.raises(WrongStateError, match=f"Nr. {row.pk}"):
        ban(moderator, second.comment)
    actions.lift_ban(by=moderator, row=row)
    ban(moderator, second.comment)
    ban(moderator, write("Trīs", email="cita@example.lv").comment)


def test_lifting_a_ban_asks_first(write: Callable[..., Posted], moderator: User) -> None:
    row = ban(moderator, write("Viens", email="anna@example.lv").comment)
    desk = Client()
    desk.force_login(moderator)
    address = f"/moderacija/liegumi/{row.pk}/atcelt/"
    asked = desk.post(address).content.decode()
    assert f"Vai atcelt liegumu Nr. {row.pk}?" in asked
    row.refresh_from_db()
    assert row.lifted_at is None
    desk.post(address, {"confirmed": "1"})
    row.refresh_from_db()
    assert row.lifted_by == moderator


def test_withdrawing_asks_first(write: Callable[..., Posted]) -> None:
    """Fault C8."""
    posted = write("Pārdomāju.")
    reader = Client()
    reader.post("/komentari/kods/", {"code": posted.receipt})
    address = f"/komentari/mans/{posted.comment.pk}/"
    assert "Vai atsaukt jūsu komentāru?" in reader.post(address, {"withdraw": "1"}).content.decode()
    posted.comment.refresh_from_db()
    assert posted.comment.state == "shown"
    reader.post(address, {"withdraw": "1", "confirmed": "1"})
    posted.comment.refresh_from_db()
    assert posted.comment.state == "withdrawn"


@pytest.mark.parametrize("sent", ["appeal", "object"])
def test_what_stands_in_the_other_box_stays(
    write: Callable[..., Posted], moderator: User, second_moderator: User, sent: str
) -> None:
    """Fault B20: the internal complaint and the objection stand on one page."""
    posted = write("Pirmais", email="anna@example.lv")
    comment = posted.comment
    decision = actions.Decision(step=Step.REMOVE, ground="foul", statement="Rupji.")
    actions.decide(by=moderator, comment=comment, version=comment.version, decision=decision)
    row = ban(moderator, comment)
    reader = Client()
    reader.post("/komentari/kods/", {"code": posted.receipt})
    address = f"/komentari/mans/{comment.pk}/"
    button = {sent: str(row.pk)}
    texts = {"text": "Sūdzības teksts.", "ban-text": "Iebilduma teksts."}
    page = reader.post(address, {**texts, **button}).content.decode()
    assert "ir saņemt" in page
    for text in texts.values():
        assert text in page
    row.refresh_from_db()
    done = {"appeal": bool(row.objected_at), "object": hasattr(comment, "appeal")}
    assert not done[sent], "only what was sent is done"
