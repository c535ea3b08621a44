"""What is not shown is readable nowhere: canaries in every state, every address asked for them."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import pytest
from django.test import Client
from django.urls import get_resolver
from django.utils.translation import override
from tests.addresses import declared, filled, samples
from tests.urlconf import EDITORS, patterns

from ligzda.network.models import User
from ligzda.newsroom import actions, queries
from ligzda.newsroom.actions import Decision, Posted
from ligzda.newsroom.models import (
    Appeal,
    Article,
    Ban,
    Comment,
    Letter,
    Notice,
    Report,
    Transition,
)
from ligzda.newsroom.states import PUBLIC, State, Step

pytestmark = pytest.mark.django_db
Write = Callable[..., Posted]
HELD_WORD = "stulbenis"
NUMBERED = (Appeal, Article, Ban, Comment, Letter, Notice, Report, Transition)


def canary(kind: str) -> str:
    """Return a word that stands nowhere else."""
    return f"kanarejs{kind}putns"


@dataclass
class Hand:
    """Writes comments, each with its own canary in text and name, and walks them into a state."""

    write: Write
    moderator: User
    hidden: set[str] = field(default_factory=set)

    def posted(self, kind: str, *, held: bool = False) -> Comment:
        text = f"{canary(kind)} {HELD_WORD * held}"
        return self.write(text, name=canary(f"{kind}vards")).comment

    def decide(self, comment: Comment, step: Step) -> None:
        reasons = canary("iemesls")
        ground = "morals" if step in {Step.REMOVE, Step.REJECT, Step.CONFIRM} else ""
        decision = Decision(step=step, ground=ground, statement=reasons * bool(ground))
        actions.decide(
            by=self.moderator, comment=comment, version=comment.version, decision=decision
        )
        comment.refresh_from_db()
        self.hidden.add(reasons)

    def appealed(self, comment: Comment) -> None:
        text = canary("apelacija")
        actions.appeal(comment=comment, mine=True, by=None, text=text)
        comment.refresh_from_db()
        self.hidden.add(text)

    def answered(self, comment: Comment) -> None:
        self.write("Piekrītu.", parent=comment)
        comment.refresh_from_db()


def held(hand: Hand, kind: str) -> Comment:
    return hand.posted(kind, held=True)


def rejected(hand: Hand, kind: str) -> Comment:
    comment = held(hand, kind)
    hand.decide(comment, Step.REJECT)
    return comment


def never_shown_appealed(hand: Hand, kind: str) -> Comment:
    comment = rejected(hand, kind)
    hand.appealed(comment)
    return comment


def never_shown_confirmed(hand: Hand, kind: str) -> Comment:
    comment = never_shown_appealed(hand, kind)
    hand.decide(comment, Step.CONFIRM)
    return comment


def withdrawn_while_held(hand: Hand, kind: str) -> Comment:
    return actions.withdraw(comment=held(hand, kind), mine=True, by=None)


def removed(hand: Hand, kind: str) -> Comment:
    comment = hand.posted(kind)
    hand.answered(comment)
    hand.decide(comment, Step.REMOVE)
    return comment


def appealed(hand: Hand, kind: str) -> Comment:
    comment = removed(hand, kind)
    hand.appealed(comment)
    return comment


def confirmed(hand: Hand, kind: str) -> Comment:
    comment = appealed(hand, kind)
    hand.decide(comment, Step.CONFIRM)
    return comment


def withdrawn(hand: Hand, kind: str) -> Comment:
    comment = hand.posted(kind)
    hand.answered(comment)
    return actions.withdraw(comment=comment, mine=True, by=None)


NEVER_SHOWN = (
    held,
    rejected,
    never_shown_appealed,
    never_shown_confirmed,
    withdrawn_while_held,
)
GONE = (removed, appealed, confirmed, withdrawn)
WAYS = {way.__name__.replace("_", ""): way for way in (*NEVER_SHOWN, *GONE)}


@pytest.fixture
def hand(write: Write, moderator: User) -> Hand:
    return Hand(write, moderator)


def numbers() -> list[int]:
    """Return what may stand in an address for a row of the newsroom, and one that no row has.

    Not all numbers up to the last: a worker's sequences have come far before this test.
    """
    found = {pk for model in NUMBERED for pk in model.objects.values_list("pk", flat=True)}
    return sorted(found | {max(found) + 1})


def addresses() -> Iterator[str]:
    """Yield every address of the house in both languages, with every number of the newsroom.

    One is enough where nobody is let in before signing in, which `test_addresses.py` holds.
    """
    asked = numbers()
    open_to_all = {page.name for page in declared() if page.reads == "everybody"}
    names = samples().names
    for language in ("lv", "en"):
        with override(language):
            found = list(patterns(get_resolver()))
        for name, pattern in found:
            if "<int:" in pattern and not pattern.startswith(EDITORS):
                gaps = pattern.count("<")
                each = asked if name in open_to_all else asked[:1]
                yield from (filled(pattern, (str(number),) * gaps) for number in each)
            else:
                yield filled(pattern, names.get(name, ("1",) * 9))


def body(client: Client, address: str) -> str:
    answer = client.get(address)
    content = answer.getvalue() if answer.streaming else answer.content
    return content.decode("utf-8", "replace")


def test_the_walks_reach_every_state_that_is_not_public(hand: Hand) -> None:
    reached = {way(hand, name).state for name, way in WAYS.items()}
    assert reached == set(State) - set(PUBLIC)


@pytest.mark.slow
def test_what_is_not_shown_stands_at_no_address(
    client: Client, hand: Hand, article: Article, moderator: User
) -> None:
    hidden = {canary(name) for name in WAYS} | {canary(f"{name}vards") for name in WAYS}
    for name, way in WAYS.items():
        way(hand, name)
    shown = hand.posted("redzams")
    edited = hand.posted("pirms")
    actions.edit(comment=edited, mine=True, by=None, text=canary("pec"))
    actions.report(comment=shown, by=None, origin="9" * 64, ground="morals", note=canary("zina"))
    actions.give_notice(
        comment=shown,
        by=None,
        origin="8" * 64,
        language="lv",
        explanation=canary("pazinojums"),
        name=canary("pazinotajs"),
        email=f"{canary('pasts')}@example.org",
        abuse_of_children=False,
        good_faith=True,
    )
    hidden |= hand.hidden | {
        canary(kind) for kind in ("pirms", "zina", "pazinojums", "pazinotajs", "pasts")
    }
    page = article.get_absolute_url()
    asked = [*addresses(), *(f"{page}?answer={number}" for number in numbers())]
    found = {address: body(client, address) for address in asked}
    read = {(address, word) for address, text in found.items() for word in hidden if word in text}
    assert read == set()
    for word in ("redzams", "redzamsvards", "pec"):
        assert canary(word) in found[page], "the walk would see what is shown"


@pytest.mark.parametrize("way", GONE, ids=lambda way: way.__name__)
@pytest.mark.parametrize("form", ["zinot/", "pazinot/", ""])
def test_what_is_gone_says_so_with_the_line_of_its_thread(
    client: Client, hand: Hand, article: Article, way: Callable[..., Comment], form: str
) -> None:
    comment = way(hand, "kads")
    lines, _shown = queries.lines(article, order="oldest", mine=frozenset(), user=None)
    [line] = [each.gone for each in lines if each.pk == comment.pk]
    answer = client.get(f"/komentari/{form}{comment.pk}/")
    assert answer.status_code == 410
    assert line
    assert line in answer.content.decode()


@pytest.mark.parametrize("way", NEVER_SHOWN, ids=lambda way: way.__name__)
@pytest.mark.parametrize("form", ["zinot/", "pazinot/", ""])
def test_of_what_was_never_shown_nobody_learns(
    client: Client, hand: Hand, article: Article, way: Callable[..., Comment], form: str
) -> None:
    comment = way(hand, "kads")
    assert client.get(f"/komentari/{form}{comment.pk}/").status_code == 404
    assert f'id="comment-{comment.pk}"' not in body(client, article.get_absolute_url())


@pytest.mark.parametrize(("form", "name"), [("zinot", "note"), ("pazinot", "explanation")])
def test_who_reports_what_has_just_gone_gets_their_words_back(
    client: Client, hand: Hand, form: str, name: str
) -> None:
    comment = removed(hand, "kads")
    answer = client.post(f"/komentari/{form}/{comment.pk}/", {name: "Tas aicina uz naidu."})
    assert answer.status_code == 410
    assert "Tas aicina uz naidu." in answer.content.decode()
    assert canary("kads") not in answer.content.decode()
