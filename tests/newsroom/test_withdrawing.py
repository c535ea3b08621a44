"""Who withdraws a comment is asked before, and can undo it for ten minutes (fault A8)."""

import datetime
from collections.abc import Callable

import pytest
from django.test import Client
from tests.cast import Cast

from ligzda.kernel.errors import NotAllowedError, WrongStateError
from ligzda.network.models import Undoable, User
from ligzda.newsroom import actions
from ligzda.newsroom.actions import CommentRefusedError, Posted
from ligzda.newsroom.models import Comment

pytestmark = pytest.mark.django_db


def withdrawn(posted: Posted) -> tuple[Client, str]:
    """Withdraw a guest's comment on its page; return their browser and the page's address."""
    reader = Client()
    reader.post("/komentari/kods/", {"code": posted.receipt})
    page = f"/komentari/mans/{posted.comment.pk}/"
    assert "var atsaukt desmit minūtes" in reader.post(page, {"withdraw": "1"}).content.decode()
    reader.post(page, {"withdraw": "1", "confirmed": "1"})
    posted.comment.refresh_from_db()
    assert posted.comment.state == "withdrawn"
    return reader, page


def test_a_guest_brings_it_back_as_it_was(write: Callable[..., Posted]) -> None:
    posted = write("Pārdomāju.")
    reader, page = withdrawn(posted)
    assert 'name="return"' in reader.get(page).content.decode()
    told = reader.post(page, {"return": "1"}, follow=True).content.decode()
    assert "Komentārs atkal ir tur, kur bija." in told
    assert 'name="return"' not in told
    posted.comment.refresh_from_db()
    assert posted.comment.state == "shown"
    assert "Pārdomāju." in reader.get(posted.comment.article.get_absolute_url()).content.decode()


def test_a_member_brings_it_back(write: Callable[..., Posted], cast: Cast, client: Client) -> None:
    comment = write("Pārdomāju.", user=cast.participant).comment
    actions.withdraw(comment=comment, mine=True, by=cast.participant)
    client.force_login(cast.participant)
    client.post(f"/komentari/mans/{comment.pk}/", {"return": "1"})
    comment.refresh_from_db()
    assert (comment.state, comment.transitions.latest("pk").by) == ("shown", cast.participant)


@pytest.mark.parametrize("state", ["held", "reported"])
def test_what_waited_for_a_moderator_waits_again(write: Callable[..., Posted], state: str) -> None:
    comment = write("Pārdomāju.", worked=state != "held").comment
    if state == "reported":
        actions.report(comment=comment, by=None, origin="o" * 64, ground="foul")
    actions.withdraw(comment=comment, mine=True, by=None)
    back = actions.undo_withdrawal(comment=comment, mine=True, by=None)
    assert back.state == state


def test_nobody_else_does_and_nobody_after_ten_minutes(
    write: Callable[..., Posted], client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    posted = write("Pārdomāju.")
    reader, page = withdrawn(posted)
    assert client.post(page, {"return": "1"}).status_code == 404
    with pytest.raises(NotAllowedError):
        actions.undo_withdrawal(comment=posted.comment, mine=False, by=None)
    monkeypatch.setattr(Undoable, "LASTS", datetime.timedelta(0))
    assert 'name="return"' not in reader.get(page).content.decode()
    refused = reader.post(page, {"return": "1"})
    assert refused.status_code == 422
    assert "ir pagājušas desmit minūtes" in refused.content.decode()


@pytest.mark.parametrize("button", ["withdraw", "erase"])
def test_a_button_of_a_page_that_is_no_longer_true_is_refused(
    write: Callable[..., Posted], button: str
) -> None:
    """Was an error 500: the sentence was added to a form that nobody had sent."""
    posted = write("Pārdomāju.")
    reader, page = withdrawn(posted)
    Comment.objects.filter(pk=posted.comment.pk).update(text="", html="")
    refused = reader.post(page, {button: "1", "confirmed": "1"})
    assert refused.status_code == 422
    assert 'class="messages"' in refused.content.decode()


def test_what_is_erased_stays_erased(write: Callable[..., Posted]) -> None:
    comment = write("Pārdomāju.").comment
    actions.erase_own(comment=comment, mine=True)
    with pytest.raises(WrongStateError, match="nav ko atjaunot"):
        actions.undo_withdrawal(comment=comment, mine=True, by=None)


def test_whoever_is_banned_meanwhile_brings_nothing_back(
    write: Callable[..., Posted], moderator: User
) -> None:
    comment = write("Pārdomāju.", email="anna@example.lv").comment
    actions.withdraw(comment=comment, mine=True, by=None)
    actions.ban(
        by=moderator,
        comment=comment,
        days=7,
        only_article=False,
        ground="foul",
        statement="Rupji.",
    )
    with pytest.raises(CommentRefusedError):
        actions.undo_withdrawal(comment=comment, mine=True, by=None)


def test_what_is_withdrawn_can_be_posted_again_and_then_stands_once(
    write: Callable[..., Posted],
) -> None:
    """Rule 6 counted the withdrawn text as one that “already stands”."""
    text = "Šo teikumu es atsaucu un tad uzrakstīju vēlreiz."
    comment = write(text, origin="a" * 64).comment
    actions.withdraw(comment=comment, mine=True, by=None)
    write(text, origin="a" * 64)
    with pytest.raises(WrongStateError, match="no jauna"):
        actions.undo_withdrawal(comment=comment, mine=True, by=None)
    assert Comment.objects.filter(text=text, state="shown").count() == 1
