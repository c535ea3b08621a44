"""The time of every rule about text grows no faster than the text, whatever it is made of.

No clock is read: a child has far more processor time than a rule needs that is linear, and far
less than one needs that grows with the square (100,000 blanks kept the rules before these busy for
two minutes). The system ends the child that has spent it.
"""

import itertools
import random
import subprocess
import sys

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import Settings
from tests.effort import amount

from ligzda.newsroom.models import Article
from ligzda.newsroom.text import Fault, check, check_name, find_tags
from ligzda.newsroom.text.check import LIMIT, MOST

RULES = (
    "check.clusters",
    "graphemes.trimmed",
    "html.find_tags",
    "html.unescaped",
    "html.without_loose",
    "links.find_links",
    "render.render_plain",
    "render.render_rich",
    "word_lists.find_words",
    "word_lists.same_words",
)
SPECIAL = (
    *" \t\n\u00a0\u200b",
    *"[](){}<>\"'`*_~|#&%@:;,.!?/\\-+=0$aā",
    *"\u0301\u0316\u034f\ufe0f\u202e\u0430\uff0e\u3002\ufdfa",
)
CRAFTED = (
    "[a](", "[a](http://", "](", "<a", "<a ", "<a '", '<a "', "<a b=", "</a", "<!--", "&#0", "&#9",
    "http://a.lv/", "http://a.lv/(", "www.", "a.lv ", "a@a.lv", "mailto:", "data:a", "hxxp",
    " dot ", "[.]", "a b ", "**a", "*a_", "- a\n", "\n\n", "\u0316\u0301", "1.1.1.1:1", "<b><i>",
    "<ul><li>",
)  # fmt: skip
LONG, SECONDS = amount((25_000, 4.5), nightly=(100_000, 18.0))
"""Characters of a text, and what the processor may take for it.

The dearest linear rule takes 40 µs a character (of a ligature that stands for eighteen), half of
that; a busy machine twice that. By day is found what takes 7.2 ns for each pair of characters, by
night what takes a quarter of it.
"""

CHILD = """
import signal, sys
from importlib import import_module
module, _dot, name = sys.argv[1].partition(".")
rule = getattr(import_module(f"ligzda.newsroom.text.{module}"), name)
rule("warm")
for motif in map(eval, sys.stdin):
    print(repr(motif), flush=True)
    signal.setitimer(signal.ITIMER_PROF, float(sys.argv[2]))
    rule("a" + motif * (int(sys.argv[3]) // len(motif)) + "b")
print("done")
"""


def motifs() -> list[str]:
    """Return every special character, what rules look for, and mixtures of all."""
    chance = random.Random(11)
    parts = [*SPECIAL, *CRAFTED]
    mixed = [
        "".join(chance.choices(parts, k=chance.randint(2, 4)))
        for _ in range(amount(20, nightly=400))
    ]
    return list(itertools.chain(parts, mixed))


@pytest.mark.slow
@pytest.mark.parametrize("rule", RULES)
def test_time_grows_no_faster_than_the_text(rule: str) -> None:
    child = subprocess.run(
        [sys.executable, "-c", CHILD, rule, str(SECONDS), str(LONG)],
        input="".join(f"{motif!a}\n" for motif in motifs()),
        capture_output=True,
        text=True,
        check=False,
    )
    last = child.stdout.splitlines()[-1]
    assert last == "done", f"{rule} did not come to the end of {last} × n: {child.stderr[-400:]}"


def test_what_is_too_long_meets_no_rule() -> None:
    for text in ("<a href=x>" * LIMIT, "<" * (MOST + 1)):
        [(fault, _found)] = check(text, registered=False).broken
        assert fault == Fault.TOO_LONG
    [(fault, _found)] = check_name("<b>" * 50).broken
    assert fault == Fault.TOO_LONG


def test_a_number_of_any_length_is_a_character() -> None:
    for number, character in (("9" * 5000, "\ufffd"), ("0" * 5000 + "106", "j")):
        [tag] = find_tags(f'<a href="&#{number};avascript:x">')
        assert tag.href == f"{character}avascript:x"


def test_a_heap_of_marks_is_named() -> None:
    [(fault, _found)] = check("a" + "\u0316\u0301" * 1000, registered=False).broken
    assert fault == Fault.HIDDEN


@pytest.mark.django_db
def test_a_network_that_sends_too_much_is_not_read(
    client: Client, article: Article, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = timezone.now()
    monkeypatch.setattr("django.utils.timezone.now", lambda: now)
    settings.NEWSROOM_COMMENTS_PER_MINUTE = 1
    answers = [
        client.post(article.get_absolute_url(), {"name": "Anna", "text": "<b>"}) for _ in range(10)
    ]
    assert {answer.status_code for answer in answers} == {422}
    read: list[str] = []
    monkeypatch.setattr("ligzda.newsroom.actions.posting.check", read.append)
    answer = client.post(article.get_absolute_url(), {"name": "Anna", "text": "Mans teksts."})
    assert answer.status_code == 429
    assert "Mans teksts." in answer.content.decode()
    assert read == []
