"""The tray at speed (fault C11): sifted, decided in the list, alike for what is ticked."""

import datetime
from collections.abc import Callable

import pytest
from django.test import Client
from django.utils import timezone

from ligzda.network.models import User
from ligzda.newsroom import actions
from ligzda.newsroom.actions import Posted
from ligzda.newsroom.models import Article, Comment
from ligzda.newsroom.states import Ground

pytestmark = pytest.mark.django_db

TRAY = "/moderacija/"
FOUL = "Tu stulbenis"


@pytest.fixture
def desk(client: Client, moderator: User) -> Client:
    client.force_login(moderator)
    return client


def shown(desk: Client, **chosen: str | int) -> list[int]:
    """Return the comments in the tray, as the page lists them."""
    return [row.comment.pk for row in desk.get(TRAY, chosen).context["tray"].rows]


def pick(comment: Comment, verdict: str = "") -> str:
    """Return what the box, or the button of a verdict, sends."""
    return f"{comment.pk}.{comment.version}" + (f"={verdict}" if verdict else "")


def states(*comments: Comment) -> list[str]:
    for each in comments:
        each.refresh_from_db()
    return [str(each.state) for each in comments]


def test_the_tray_is_sifted_by_reason_article_and_age(
    desk: Client, write: Callable[..., Posted], article: Article
) -> None:
    foul = write(FOUL).comment
    unproved = write("Bez darba", worked=False).comment
    reported = write("Labi").comment
    actions.report(comment=reported, by=None, origin="x", ground=Ground.MORALS, note="")
    old = timezone.now() - datetime.timedelta(days=4)
    Comment.objects.filter(pk=foul.pk).update(posted_at=old)
    assert shown(desk) == [foul.pk, unproved.pk, reported.pk]
    assert shown(desk, reason="words") == [foul.pk]
    assert shown(desk, reason="no_work") == [unproved.pk]
    assert shown(desk, reason="reported") == [reported.pk]
    assert shown(desk, days=3) == [foul.pk]
    assert shown(desk, days=7) == []
    assert shown(desk, article=article.pk) == [foul.pk, unproved.pk, reported.pk]
    assert shown(desk, article=article.pk + 1) == []
    assert shown(desk, reason="x", days="x", article="x") == shown(desk)
    assert "Izvēlētajam nekas neatbilst." in desk.get(TRAY, {"days": 7}).content.decode()


def test_one_is_decided_in_the_list_and_the_choice_stays(
    desk: Client, write: Callable[..., Posted]
) -> None:
    good, bad = write(FOUL).comment, write(f"{FOUL}!").comment
    answer = desk.post(f"{TRAY}?reason=words", {"one": pick(good, "keep"), "pick": pick(bad)})
    assert states(good, bad) == ["shown", "held"]
    assert "reason=words" in answer["Location"]
    assert "Atsaukt" in desk.get(answer["Location"]).content.decode()
    desk.post(TRAY, {"one": pick(bad, "foul")})
    bad.refresh_from_db()
    assert (bad.state, bad.ground) == ("rejected", "foul")
    assert "stulbenis" in bad.transitions.get(step="reject").statement


def test_what_is_ticked_is_decided_alike(desk: Client, write: Callable[..., Posted]) -> None:
    rows = [write(f"{FOUL} {number}").comment for number in range(3)]
    said = desk.post(
        TRAY, {"all": "=flood", "pick": [pick(each) for each in rows[:2]]}, follow=True
    )
    assert states(*rows) == ["rejected", "rejected", "held"]
    assert "Izlemts: 2." in said.content.decode()
    assert "Atzīmējiet" in desk.post(TRAY, {"all": "=keep"}, follow=True).content.decode()


def test_what_changed_meanwhile_is_left_and_named(
    desk: Client, write: Callable[..., Posted]
) -> None:
    seen, changed = write(FOUL).comment, write(f"{FOUL}!").comment
    old = pick(changed)
    Comment.objects.filter(pk=changed.pk).update(version=changed.version + 1)
    said = desk.post(TRAY, {"all": "=keep", "pick": [pick(seen), old]}, follow=True)
    assert states(seen, changed) == ["shown", "held"]
    assert f"#{changed.pk}" in said.content.decode()


def test_a_comment_somebody_waits_about_has_no_button_in_the_list(
    desk: Client, write: Callable[..., Posted]
) -> None:
    comment = write("Neslava").comment
    actions.give_notice(
        comment=comment, explanation="Nepatiesi.", name="Anna", email="a@example.lv",
        abuse_of_children=False, good_faith=True, language="lv", origin="x",
    )  # fmt: skip
    page = desk.get(TRAY).content.decode()
    assert f"#{comment.pk}" in page
    assert f'name="pick" value="{comment.pk}.' not in page
    desk.post(TRAY, {"one": pick(Comment.objects.get(pk=comment.pk), "keep")})
    assert states(comment) == ["reported"], "the action asks for an answer in words"


def test_the_next_one_opens_by_itself(desk: Client, write: Callable[..., Posted]) -> None:
    first, second = write(FOUL).comment, write(f"{FOUL}!").comment
    given = {"version": first.version, "step": "release"}
    answer = desk.post(f"{TRAY}{first.pk}/", given)
    assert answer["Location"].startswith(f"{TRAY}{second.pk}/?done=")
    last = desk.post(f"{TRAY}{second.pk}/", {"version": second.version, "step": "release"})
    assert last["Location"].startswith(f"{TRAY}?done=")


def test_a_decision_can_be_undone_at_its_comment(
    desk: Client, write: Callable[..., Posted]
) -> None:
    comment = write(FOUL).comment
    desk.post(TRAY, {"one": pick(comment, "keep")})
    step = comment.transitions.get(step="release")
    assert f"/moderacija/atsaukt/{step.pk}/" in desk.get(f"{TRAY}{comment.pk}/").content.decode()


def test_a_long_comment_is_folded(desk: Client, write: Callable[..., Posted]) -> None:
    write(f"{FOUL} " + "garš " * 150)
    assert '<summary dir="auto">Tu stulbenis garš' in desk.get(TRAY).content.decode()


def test_bans_say_their_state_and_who(
    desk: Client, write: Callable[..., Posted], moderator: User
) -> None:
    for number in range(2):
        comment = write(f"Naids {number}", email=f"a{number}@example.lv").comment
        row = actions.ban(
            by=moderator, comment=comment, days=7, only_article=False, ground="hatred",
            statement="Jau trešo reizi.",
        )  # fmt: skip
    actions.lift_ban(by=moderator, row=row)
    page = desk.get(f"{TRAY}liegumi/").content.decode()
    for words in ("spēkā", "atcelts", moderator.name, "Atcēla:"):
        assert words in page
