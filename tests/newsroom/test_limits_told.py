"""What stops a reader is told as it is: which limit, until when, which fields are needed."""

import datetime
import re
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from django.utils.formats import date_format
from pytest_django import Settings
from tests.cast import Cast
from tests.newsroom.test_commenting import send

from ligzda.network.models import User
from ligzda.newsroom import actions, letters, queries
from ligzda.newsroom.actions import CommentRefusedError, Decision, Posted
from ligzda.newsroom.models import Article, Comment
from ligzda.newsroom.states import Step

pytestmark = pytest.mark.django_db
ONE = "a" * 64


def refusal(write: Callable[..., Posted], **by: Any) -> dict[str, list[str]]:
    with pytest.raises(CommentRefusedError) as refused:
        write("Vēl viens viedoklis", **by)
    return refused.value.faults


def clock(posted: datetime.datetime, **later: int) -> str:
    """Return the first whole minute after the limit, as it is said."""
    end = posted + datetime.timedelta(**later) + datetime.timedelta(seconds=59)
    return date_format(timezone.localtime(end), "TIME_FORMAT")


def test_a_full_minute_says_so_and_until_when(
    write: Callable[..., Posted], settings: Settings
) -> None:
    """Fault C9: “pēc minūtes” whatever the limit was."""
    first, *_others = [write(f"Viedoklis {n}", origin=ONE).comment for n in range(3)]
    told = refusal(write, origin=ONE)
    assert list(told) == [""], "the text is fine: its box is not marked"
    assert "3 minūtē visiem kopā, kas bez konta" in told[""][0]
    assert f"pēc plkst. {clock(first.posted_at, minutes=1)}." in told[""][0]


def test_a_full_hour_says_so_and_until_when(write: Callable[..., Posted]) -> None:
    now = timezone.now()
    for n in range(30):
        comment = write(f"Viedoklis {n}", origin=ONE).comment
        earlier = now - datetime.timedelta(minutes=50 - n)
        Comment.objects.filter(pk=comment.pk).update(posted_at=earlier)
    told = refusal(write, origin=ONE)[""][0]
    assert "30 stundā" in told
    assert f"pēc plkst. {clock(now - datetime.timedelta(minutes=50), hours=1)}." in told


def test_whoever_signs_in_is_not_counted_with_the_network(
    write: Callable[..., Posted], cast: Cast
) -> None:
    for n in range(3):
        write(f"Viedoklis {n}", origin=ONE, user=cast.participant)
    write("No tā paša tīkla bez konta", origin=ONE)
    assert "3 minūtē no viena konta" in refusal(write, user=cast.participant, origin=ONE)[""][0]


def test_the_text_is_kept_and_its_box_is_not_red(client: Client, article: Article) -> None:
    for n in range(3):
        assert send(client, article, f"Viedoklis {n}").status_code == 302
    page = send(client, article, "Ceturtais viedoklis").content.decode()
    box = re.search(r"<textarea[^>]*id=\"id_text\"[^>]*>([^<]*)</textarea>", page)
    assert box is not None
    assert "aria-invalid" not in box[0]
    assert box[1].strip() == "Ceturtais viedoklis"


def test_the_notice_says_before_what_it_needs(client: Client, write: Callable[..., Posted]) -> None:
    """Fault C10: that name and address are needed came out two refusals later."""
    address = f"/komentari/pazinot/{write().comment.pk}/"
    asked = client.get(address).content.decode()
    said = re.search(r"Obligāti norādiet ([^<]*)</p>", asked)
    assert said is not None
    assert asked.index("Obligāti norādiet") < asked.index('name="explanation"')
    for needed in ("pamatojumu", "vārdu", "e-pasta adresi", "rūtiņu"):
        assert needed in said[1]
    refused = client.post(address, {"explanation": ""})
    assert refused.status_code == 422
    inputs = re.findall(r"<(?:input|textarea)[^>]*aria-invalid[^>]*>", refused.content.decode())
    wrong = {name for each in inputs for name in re.findall(r'name="(\w+)"', each)}
    assert wrong == {"explanation", "name", "email", "good_faith"}


@pytest.mark.parametrize("characters", [254, 255])
def test_an_address_is_as_long_as_its_column(
    client: Client, article: Article, write: Callable[..., Posted], characters: int
) -> None:
    """Fault C8's kind: Django's field takes 320 characters, the column 254; it was an error 500."""
    address = f"{'a' * (characters - 127)}@{'b' * 61}.{'c' * 61}.lv"
    assert len(address) == characters
    said = send(client, article, "Viedoklis", email=address)
    assert said.status_code == {254: 302, 255: 422}[characters]
    given = {"explanation": "x", "name": "Anna", "email": address, "good_faith": "on"}
    noticed = client.post(f"/komentari/pazinot/{write().comment.pk}/", given)
    assert noticed.status_code == {254: 200, 255: 422}[characters]


@pytest.mark.parametrize("shown", [True, False])
def test_what_was_never_shown_is_not_called_removed(
    write: Callable[..., Posted], moderator: User, *, shown: bool
) -> None:
    """Fault B19: its author read “izņemts, iesniegta apelācija” of a comment never published."""
    comment = write("Viedoklis", worked=shown, email="anna@example.lv").comment

    def decide(step: Step) -> None:
        version = Comment.objects.get(pk=comment.pk).version
        decision = Decision(step=step, ground="foul", statement="Rupji.")
        actions.decide(by=moderator, comment=comment, version=version, decision=decision)
        comment.refresh_from_db()

    decide(Step.REMOVE if shown else Step.REJECT)
    actions.appeal(comment=comment, mine=True, by=None, text="Nav rupji.")
    comment.refresh_from_db()
    words = [queries.state_words(comment)]
    decide(Step.CONFIRM)
    words.append(queries.state_words(comment))
    words.append(letters.letter(comment.transitions.latest("pk"))[1])
    for said in words:
        assert ("izņem" in said) == shown
        assert ("publicēt" in said) == (not shown)
