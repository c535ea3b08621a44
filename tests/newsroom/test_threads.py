"""Whatever becomes of a comment, what hangs from it stays where it was, and the counts agree."""

from collections.abc import Callable

import pytest
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.effort import amount
from tests.newsroom.test_commenting import send

from ligzda.network.models import User
from ligzda.newsroom import actions, queries
from ligzda.newsroom.actions import Posted
from ligzda.newsroom.models import Article, Comment
from ligzda.newsroom.queries import Line
from ligzda.newsroom.states import PUBLIC, State, Step

pytestmark = pytest.mark.django_db
Write = Callable[..., Posted]


@pytest.fixture
def three(write: Write) -> list[Comment]:
    """Return A, which B answers, which C answers; another thread, Z's, stands above."""
    write("Cita saruna.", name="Zane")
    first = write("Pirmais.", name="Aivars").comment
    second = write("Otrais.", name="Biruta", parent=first).comment
    return [first, second, write("Trešais.", name="Cilda", parent=second).comment]


def lines(article: Article) -> list[Line]:
    found, shown = queries.lines(article, order="oldest", mine=frozenset(), user=None)
    assert shown == sum(line.shown for line in found)
    assert shown == queries.listed(queries.Place()).articles[0].comments_shown
    return found


def edited_into_review(comment: Comment) -> Comment:
    actions.edit(comment=comment, mine=True, by=None, text="stulbenis")
    comment.refresh_from_db()
    return comment


def test_answers_stay_below_the_line_of_what_was_rejected(
    article: Article, three: list[Comment], moderator: User, client: Client
) -> None:
    first, second, third = three
    edited_into_review(first)
    actions.decide(
        by=moderator,
        comment=first,
        version=first.version,
        decision=actions.Decision(step=Step.REJECT, ground="foul", statement="Rupji."),
    )
    _z, a, b, c = lines(article)
    assert [a.pk, b.pk, c.pk] == [first.pk, second.pk, third.pk]
    assert a.gone
    assert (a.name, a.html, b.above, c.above) == ("", "", "", "Biruta")
    assert client.get(f"/komentari/{second.pk}/").status_code == 302


def test_answers_stay_below_the_line_of_what_is_held(
    article: Article, three: list[Comment]
) -> None:
    edited_into_review(three[0])
    _z, a, b, _c = lines(article)
    assert a.gone
    assert (a.depth, b.depth, b.above) == (0, 1, "")
    own, _shown = queries.lines(article, order="oldest", mine=frozenset({three[0].pk}), user=None)
    assert (own[1].waiting, own[1].name, own[1].gone) == (True, "Aivars", "")


def test_a_line_stands_while_anything_at_any_depth_is_shown(
    article: Article, three: list[Comment]
) -> None:
    for comment in (three[1], three[0]):
        actions.withdraw(comment=comment, mine=True, by=None)
    _z, a, b, c = lines(article)
    assert a.gone == b.gone != ""
    assert c.above == ""
    actions.withdraw(comment=three[2], mine=True, by=None)
    assert len(lines(article)) == 1


@pytest.mark.slow
@settings(
    max_examples=amount(15, nightly=300),
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    parents=st.lists(st.integers(0, 11), min_size=1, max_size=12),
    fates=st.lists(
        st.sampled_from(["shown", "held", "rejected", "removed", "withdrawn", "reported"]),
        min_size=12,
        max_size=12,
    ),
)
def test_no_walk_drops_an_answer(
    write: Write, article: Article, parents: list[int], fates: list[str]
) -> None:
    """Every comment that is shown has its line, under the lines of all it answers."""
    Comment.objects.filter(article=article).update(article=elsewhere(article))
    made: list[Comment] = []
    for number, wanted in enumerate(parents):
        parent = made[wanted] if wanted < len(made) and made[wanted].depth < 2 else None
        made.append(write(f"Nr {number}.", name=f"Vards{number}", parent=parent).comment)
    for comment, fate in zip(made, fates, strict=False):
        ground = "foul" if fate in ("rejected", "removed") else ""
        states = ["held", "rejected"] if fate == "rejected" else [fate]
        for state in states if fate != "shown" else []:
            Comment.objects.filter(pk=comment.pk).update(
                state=state, ground=ground if state == fate else ""
            )
    found = lines(article)
    shown = set(
        Comment.objects.filter(article=article, state__in=PUBLIC).values_list("pk", flat=True)
    )
    assert {line.pk for line in found if line.shown} == shown
    path: list[int] = []
    parent_of: dict[int, int | None] = {comment.pk: comment.parent_id for comment in made}
    names: dict[int | None, str] = {comment.pk: comment.name for comment in made}
    for line in found:
        path = [*path[: line.depth], line.pk]
        assert len(path) == line.depth + 1
        above = parent_of[line.pk]
        assert above == (path[-2] if line.depth else None)
        assert line.above == (names[above] if above in shown else "")
        assert line.shown or (line.gone and not line.name and not line.html)


def elsewhere(article: Article) -> Article:
    other: Article
    other, _made = Article.objects.get_or_create(
        slug="cits", defaults={"title_lv": "Cits", "live": False}
    )
    return other


@pytest.mark.parametrize("deep", [True, False])
def test_an_answer_one_level_too_deep_is_refused_in_words(
    client: Client, article: Article, three: list[Comment], deep: bool
) -> None:
    answer = send(client, article, "Vēl dziļāk.", answer=str(three[2 if deep else 1].pk))
    assert answer.status_code == (409 if deep else 302)
    page = answer.content.decode()
    assert ("trīs līmeņ" in page, "Vēl dziļāk." in page) == (deep, deep)
    client.get(f"{article.get_absolute_url()}?answer={three[2].pk}")
    assert Comment.objects.filter(state=State.HELD).count() == (0 if deep else 1)
