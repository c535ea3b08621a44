"""The engine against real sentences, triples and laws (../shared/domain/amendments)."""

from collections import Counter

import pytest
from tests.drafting.corpus import judged_acts, judged_laws, judged_sentences, judged_triples

pytestmark = pytest.mark.usefixtures("shared")

NAMED = {"lv-179"}
"""Cut off in the copy inside its quotation."""
OTHERWISE = {"lv-192"}
"""The corpus's own parse swallows the item that follows the quotation."""


def test_sentences_are_read_to_the_given_operations() -> None:
    found = list(judged_sentences())
    counts = Counter(each.verdict for each in found)
    assert counts["same"] / len(found) >= 0.98
    assert {each.name for each in found if each.verdict == "named"} <= NAMED
    assert {each.name for each in found if each.verdict == "other"} <= OTHERWISE


def test_triples_give_the_official_text() -> None:
    found = list(judged_triples())
    assert [each for each in found if each.verdict in {"named", "other"}] == []


def test_every_item_of_the_whole_acts_is_understood() -> None:
    assert [row for row in judged_acts() if row[2]] == []


def test_three_laws_reach_the_official_text() -> None:
    for law in judged_laws():
        assert law.failures == 0
        assert law.distances["noted"] <= 0.002
        assert not law.classes["text"], law
