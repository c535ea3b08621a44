"""A guest erases at once, by the receipt code, what they wrote; nobody else does."""

from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from tests.server.test_erasure import where_in

from ligzda.kernel.errors import NotAllowedError, WrongStateError
from ligzda.network.models import User
from ligzda.newsroom.actions import Posted, edit, erase_own
from ligzda.newsroom.models import Comment

pytestmark = pytest.mark.django_db
WORDS, NAME, ADDRESS = "Kanārijputniņš dzied.", "Kanārija", "kanarija@example.org"


@pytest.fixture
def said(write: Callable[..., Posted]) -> Posted:
    posted = write(WORDS, name=NAME, email=ADDRESS)
    edit(comment=posted.comment, mine=True, by=None, text=f"{WORDS} Skaisti.")
    connection.check_constraints()
    return posted


def traces() -> list[str]:
    return where_in("Kanārij", ADDRESS)


def test_by_the_code_everything_goes_at_once(said: Posted, client: Client) -> None:
    assert traces()
    client.post("/komentari/kods/", {"code": said.receipt})
    page = f"/komentari/mans/{said.comment.pk}/"
    assert "Dzēst tūlīt" in client.get(page).content.decode()
    asked = client.post(page, {"erase": "1"}).content.decode()
    assert ADDRESS in asked
    assert traces()
    told = client.post(page, {"erase": "1", "confirmed": "1"}).content.decode()
    assert "Izdzēsts" in told
    assert traces() == []
    said.comment.refresh_from_db()
    assert (said.comment.state, said.comment.origin) == ("withdrawn", "")
    assert client.post("/komentari/kods/", {"code": said.receipt}).status_code == 422


def test_a_stranger_does_not_and_an_account_s_is_erased_whole(
    said: Posted, write: Callable[..., Posted], moderator: User, client: Client
) -> None:
    page = f"/komentari/mans/{said.comment.pk}/"
    assert client.post(page, {"erase": "1", "confirmed": "1"}).status_code == 404
    with pytest.raises(NotAllowedError):
        erase_own(comment=said.comment, mine=False)
    by_account = write(user=moderator).comment
    with pytest.raises(WrongStateError):
        erase_own(comment=by_account, mine=True)
    assert traces()


def test_what_waits_for_an_appeal_is_kept_until_it_is_decided(said: Posted) -> None:
    Comment.objects.filter(pk=said.comment.pk).update(state="reported")
    Comment.objects.filter(pk=said.comment.pk).update(state="removed", ground="foul")
    Comment.objects.filter(pk=said.comment.pk).update(state="appealed")
    with pytest.raises(WrongStateError):
        erase_own(comment=said.comment, mine=True)
