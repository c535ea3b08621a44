"""Two moderators, two senders, at the very same moment: each on a connection of their own."""

import threading
import uuid
from collections.abc import Callable
from functools import partial
from typing import TypeVar

import pytest
from django.conf import settings
from django.db import connections
from tests.loaded import load_committed

from ligzda.kernel.errors import WrongStateError
from ligzda.network import actions as network
from ligzda.network.models import Partner, User
from ligzda.network.roles import Moderator
from ligzda.newsroom import actions
from ligzda.newsroom.actions import CommentRefusedError, Decision, Posted, Writer, post
from ligzda.newsroom.models import Article, Comment, Report, Transition
from ligzda.newsroom.states import State, Step

pytestmark = [pytest.mark.slow, pytest.mark.django_db(transaction=True)]

T = TypeVar("T")
REMOVE = Decision(step=Step.REMOVE, ground="foul", statement="Rupji.")
KEEP = Decision(step=Step.KEEP)


def at_once(*deeds: Callable[[], T]) -> list[T | Exception]:
    """Do all at the same moment; return what each gave or raised."""
    start = threading.Barrier(len(deeds))
    found: dict[int, T | Exception] = {}

    def run(number: int, deed: Callable[[], T]) -> None:
        start.wait()
        try:
            found[number] = deed()
        except Exception as error:  # handed to the test
            found[number] = error
        finally:
            connections.close_all()

    threads = [threading.Thread(target=run, args=each) for each in enumerate(deeds)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return [found[number] for number in range(len(deeds))]


def write(text: str, token: uuid.UUID | None = None) -> Comment:
    return post(
        article=Article.objects.get(), parent=None,
        writer=Writer(name="Anna", origin=uuid.uuid4().hex), text=text, language="lv",
        token=token or uuid.uuid4(), worked=True,
    ).comment  # fmt: skip


@pytest.fixture
def moderators() -> list[User]:
    load_committed()
    system = User.objects.get(is_system=True)
    raca = Partner.objects.get(slug="raca")
    found = []
    for number in range(4):
        user = network.invite_user(by=system, email=f"m{number}@ligzda.example", name=f"M{number}")
        network.grant_role(by=system, user=user, role=Moderator, partner=raca)
        found.append(user)
    return found


def accepted(found: list[Comment | Exception]) -> int:
    assert all(isinstance(each, Comment | CommentRefusedError) for each in found), found
    return sum(isinstance(each, Comment) for each in found)


def send(text: str, origin: str) -> Comment:
    return post(
        article=Article.objects.get(), parent=None, writer=Writer(name="Anna", origin=origin),
        text=text, language="lv", token=uuid.uuid4(), worked=True,
    ).comment  # fmt: skip


def test_of_many_from_one_network_no_more_pass_than_in_a_row(moderators: list[User]) -> None:
    texts = [f"Viedoklis {uuid.uuid4()}" for _ in range(10)]
    found = at_once(*(partial(send, text, "a" * 64) for text in texts))
    assert accepted(found) == settings.NEWSROOM_COMMENTS_PER_MINUTE


def test_of_the_same_leaflet_from_many_networks_one_is_shown(moderators: list[User]) -> None:
    leaflet = "Visi uz sapulci pie Ogres tilta šovakar, būs zupa un dziesmas. " * 3
    found = at_once(*(partial(send, leaflet, uuid.uuid4().hex) for _ in range(6)))
    assert accepted(found) == 1


def test_of_four_decisions_one_is_made(moderators: list[User]) -> None:
    for _ in range(5):
        comment = write(f"Viedoklis {uuid.uuid4()}")
        made = at_once(
            *(
                partial(actions.decide, by=by, comment=comment, version=1, decision=decision)
                for by, decision in zip(moderators, (REMOVE, KEEP, REMOVE, KEEP), strict=True)
            )
        )
        decided = [each for each in made if isinstance(each, Transition)]
        assert len(decided) == 1
        assert sum(isinstance(each, WrongStateError) for each in made) == 3
        assert comment.transitions.exclude(step=Step.SUBMIT).count() == 1


def test_four_moderators_claim_four_comments(moderators: list[User]) -> None:
    held = {write(f"stulbenis {number}").pk for number in range(4)}
    given = at_once(*(partial(actions.claim_next, by=by) for by in moderators))
    assert {each.pk for each in given if isinstance(each, Comment)} == held


def test_a_form_sent_four_times_is_one_comment(moderators: list[User]) -> None:
    token = uuid.uuid4()
    sent = at_once(*(lambda: write("Divreiz sūtīts", token) for _ in range(4)))
    assert len({each.pk for each in sent if isinstance(each, Comment)}) == 1
    assert all(isinstance(each, Comment) for each in sent)
    assert Comment.objects.filter(token=token).count() == 1


def test_four_reports_of_one_reader_are_one(moderators: list[User]) -> None:
    comment = write("Ziņojamais")
    at_once(
        *(
            lambda: actions.report(comment=comment, by=None, origin="viens", ground="foul")
            for _ in range(4)
        )
    )
    assert Report.objects.filter(comment=comment).count() == 1
    assert comment.transitions.filter(step=Step.REPORT).count() == 1


def test_an_answer_to_what_is_being_removed_stands_or_is_refused(moderators: list[User]) -> None:
    root = write("Sakne")
    _decided, answered = at_once(
        lambda: actions.decide(by=moderators[0], comment=root, version=1, decision=REMOVE),
        lambda: post(
            article=root.article, parent=root, writer=Writer(name="Cita", origin="cits"),
            text="Atbilde", language="lv", token=uuid.uuid4(), worked=True,
        ),
    )  # fmt: skip
    root.refresh_from_db()
    assert root.state == State.REMOVED
    assert isinstance(answered, Posted | CommentRefusedError | WrongStateError), answered
    assert root.replies.count() == isinstance(answered, Posted)
