"""Letters: a decision to its author, a ban to the person, a notice to whoever gave it."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.core.mail import EmailMessage
from django.test import Client
from procrastinate.contrib.django.models import ProcrastinateJob
from tests.cast import Cast

from ligzda.network.models import User
from ligzda.newsroom import actions, tasks
from ligzda.newsroom.actions import Decision, Posted
from ligzda.newsroom.models import Article, Comment, Transition
from ligzda.newsroom.states import Step

pytestmark = pytest.mark.django_db

REMOVE = Decision(step=Step.REMOVE, ground="hatred", statement="Aicina uz naidu pret kaimiņiem.")


def decide(by: User, comment: Comment, decision: Decision) -> Transition:
    comment.refresh_from_db()
    return actions.decide(by=by, comment=comment, version=comment.version, decision=decision)


def deliver() -> None:
    """Do the letters' jobs as the worker would, oldest first."""
    for job in ProcrastinateJob.objects.filter(task_name__contains="newsroom").order_by("pk"):
        getattr(tasks, job.task_name.rsplit(".", 1)[1])(**job.args)
    ProcrastinateJob.objects.all()._raw_delete("default")


@pytest.fixture(autouse=True)
def _empty_queue(cast: Cast) -> None:
    ProcrastinateJob.objects.all()._raw_delete("default")


def test_an_author_is_told_of_decision_and_undoing(
    write: Callable[..., Posted], moderator: User, mailoutbox: list[EmailMessage]
) -> None:
    comment = write("Naids", email="anna@example.lv").comment
    made = decide(moderator, comment, REMOVE)
    actions.undo(by=moderator, transition=made)
    deliver()
    told, undone = mailoutbox
    assert told.to == undone.to == ["anna@example.lv"]
    for words in (f"L-{made.pk}", "Aicina uz naidu", "/komentari/kods/", "sūdzīb"):
        assert words in told.body
    assert "lēmums atsaukts" in undone.body


def test_a_letter_opens_a_guests_comment_until_it_is_erased(
    write: Callable[..., Posted], moderator: User, mailoutbox: list[EmailMessage]
) -> None:
    """The code is shown once; whoever lost it has the letter."""
    comment = write("Naids", email="anna@example.lv").comment
    decide(moderator, comment, REMOVE)
    deliver()
    [way] = re.findall(r"http://\S+(/komentari/kods/\?way=\S+)", str(mailoutbox[0].body))
    reader = Client()
    assert "Aicina uz naidu" in reader.get(way, follow=True).content.decode()
    forged = reader.get(way.replace("way=", "way=x"))
    assert (forged.status_code, b"vairs" in forged.content) == (200, True)
    comment.refresh_from_db()
    actions.appeal(comment=comment, mine=True, by=None, text="Tā nav.")
    Comment.objects.filter(pk=comment.pk).update(receipt=f"forgotten {comment.pk}")
    late = Client().get(way)
    assert (late.status_code, b"vairs" in late.content) == (200, True)


def test_a_member_is_led_to_the_comment_not_to_a_code(
    write: Callable[..., Posted], moderator: User, cast: Cast, mailoutbox: list[EmailMessage]
) -> None:
    comment = write("Naids", user=cast.participant).comment
    decide(moderator, comment, REMOVE)
    deliver()
    (mail,) = mailoutbox
    assert mail.to == [cast.participant.email]
    assert f"/komentari/mans/{comment.pk}/" in mail.body
    assert "kod" not in mail.body


def test_who_gave_a_notice_is_told_of_receipt_decision_and_undoing(
    write: Callable[..., Posted], moderator: User, mailoutbox: list[EmailMessage]
) -> None:
    comment = write("Neslava").comment
    given: dict[str, Any] = {
        "comment": comment, "explanation": "Nepatiesība.", "abuse_of_children": False,
        "good_faith": True, "language": "en", "origin": "x",
    }  # fmt: skip
    notice, code = actions.give_notice(name="Anna", email="anna@example.lv", **given)
    actions.give_notice(name="", email="", **{**given, "abuse_of_children": True})
    made = decide(moderator, comment, REMOVE)
    actions.undo(by=moderator, transition=made)
    deliver()
    assert [mail.to for mail in mailoutbox] == [["anna@example.lv"]] * 3
    assert f"number {notice.pk}" in mailoutbox[0].subject
    assert "We have received it" in mailoutbox[0].body
    assert all(code not in mail.body for mail in mailoutbox)


def test_the_decision_about_a_notice_gives_reasons_and_redress(
    write: Callable[..., Posted], moderator: User, mailoutbox: list[EmailMessage]
) -> None:
    comment = write("Neslava").comment
    actions.give_notice(
        comment=comment, explanation="Nepatiesība.", name="Anna", email="anna@example.lv",
        abuse_of_children=False, good_faith=True, language="lv", origin="x",
    )  # fmt: skip
    decide(moderator, comment, Decision(step=Step.KEEP, statement="Viedoklis ir atļauts."))
    deliver()
    assert "komentārs paliek" in mailoutbox[-1].body
    assert "Viedoklis ir atļauts." in mailoutbox[-1].body
    assert "tiesā" in mailoutbox[-1].body


def test_a_banned_person_is_told_why_and_of_the_answer(
    write: Callable[..., Posted],
    moderator: User,
    second_moderator: User,
    mailoutbox: list[EmailMessage],
) -> None:
    comment = write("Naids", email="anna@example.lv").comment
    row = actions.ban(
        by=moderator, comment=comment, days=7, only_article=False, ground="hatred",
        statement="Jau trešo reizi.",
    )  # fmt: skip
    deliver()
    actions.object_to_ban(row=row, mine=True, text="Tā nav.")
    actions.answer_objection(by=second_moderator, row=row, lift=False, answer="Ir gan.")
    deliver()
    actions.lift_ban(by=moderator, row=row)
    deliver()
    banned, stands, lifted = (mail.body for mail in mailoutbox)
    assert f"B-{row.pk}" in banned
    assert "Jau trešo reizi." in banned
    assert "Ir gan." in stands
    assert "atkal drīkstat komentēt" in lifted
    assert "B-" not in lifted


def test_nobody_is_written_to_without_an_address(
    write: Callable[..., Posted], moderator: User, mailoutbox: list[EmailMessage]
) -> None:
    comment = write("Naids").comment
    decide(moderator, comment, REMOVE)
    actions.ban(
        by=moderator, comment=comment, days=1, only_article=True, ground="foul", statement="Jo."
    )
    assert not ProcrastinateJob.objects.exists()
    erased = write("Cits", email="anna@example.lv").comment
    decide(moderator, erased, REMOVE)
    type(erased).objects.filter(pk=erased.pk).update(email="")
    deliver()
    assert mailoutbox == []


def test_a_title_of_two_lines_makes_one_subject(
    write: Callable[..., Posted], moderator: User, mailoutbox: list[EmailMessage], article: Article
) -> None:
    Article.objects.filter(pk=article.pk).update(title_lv="Viens\nBcc: visi@example.lv")
    comment = write("Naids", email="anna@example.lv").comment
    comment.article.refresh_from_db()
    decide(moderator, comment, REMOVE)
    deliver()
    assert mailoutbox[0].subject == "Jūsu komentārs par rakstu „Viens Bcc: visi@example.lv”"
    assert mailoutbox[0].recipients() == ["anna@example.lv"]


def test_after_a_confirmed_complaint_nothing_is_promised_that_cannot_be(
    write: Callable[..., Posted],
    moderator: User,
    second_moderator: User,
    mailoutbox: list[EmailMessage],
) -> None:
    """Fault B18, second part."""
    comment = write("Naids", email="anna@example.lv").comment
    decide(moderator, comment, REMOVE)
    comment.refresh_from_db()
    actions.appeal(comment=comment, mine=True, by=None, text="Tā nav.")
    decide(second_moderator, comment, Decision(step=Step.CONFIRM, statement="Ir gan."))
    deliver()
    first, last = mailoutbox[0].body, mailoutbox[-1].body
    assert "ja vien" in first
    assert "iesniegt" in first
    assert "Bez termiņa." in last
    for untrue in ("ja vien", "iesniegt"):
        assert untrue not in last


@pytest.mark.parametrize(("reported", "said"), [(1, "ziņoja lasītājs"), (0, "apskatījām")])
def test_how_it_came_up_is_one_thing(
    write: Callable[..., Posted],
    moderator: User,
    mailoutbox: list[EmailMessage],
    reported: int,
    said: str,
) -> None:
    """Fault B18, third part: “ourselves, or after a reader's report”."""
    comment = write("Naids", email="anna@example.lv").comment
    for _ in range(reported):
        actions.report(comment=comment, by=None, origin="x", ground="hatred", note="")
    decide(moderator, comment, REMOVE)
    actions.ban(
        by=moderator, comment=comment, days=7, only_article=False, ground="hatred",
        statement="Jau trešo reizi.",
    )  # fmt: skip
    deliver()
    for mail in mailoutbox:
        assert said in mail.body
        assert "vai pēc" not in mail.body
