"""Read side of advice: what it is made of, the examples, and which municipalities get an answer."""

from collections import Counter
from dataclasses import dataclass
from urllib.parse import urlencode

from django.utils.translation import get_language

from ligzda.evidence.abstention import reach
from ligzda.kernel.room import Words
from ligzda.languages import spoken
from ligzda.methodology.advice import gathering, keeping
from ligzda.methodology.advice.answering import trial_of
from ligzda.methodology.advice.basis import GROUPS, MODERATORS, Basis
from ligzda.methodology.advice.country_map import outlines
from ligzda.methodology.advice.labels import SPOKEN
from ligzda.network import queries as network

basis = keeping.basis
answered = keeping.answered
knows = keeping.knows


@dataclass(frozen=True)
class Example:
    """An invented municipality that shows an answer."""

    name: str
    about: str
    query: str


@dataclass(frozen=True)
class Country:
    """A municipality of the map: whether it gets an answer, and which place is nearest."""

    slug: str
    name: str
    spoken: str
    q: float
    nearest: str
    path: str

    @property
    def said(self) -> Words:
        """Whether it gets an answer, in words."""
        return SPOKEN[self.spoken]


def places() -> dict[str, str]:
    """Return the names of today's municipalities by slug, in alphabetical order."""
    rows = network.municipalities(max(network.REFERENCE_DAYS.values()))
    return {row.slug: row.name for row in rows}


def examples() -> list[Example]:
    """Return the invented municipalities with the query of their form."""
    language = spoken(get_language())
    same = {"worth": 40_000, "otherwise": 10}
    return [
        Example(one["name"][language], one["about"][language], urlencode(one["form"] | same))
        for one in gathering.places()["examples"]
    ]


def tally(rows: list[Country]) -> list[tuple[str, Words, int]]:
    """Return how many get which answer: its code, its words, the count."""
    found = Counter(row.spoken for row in rows)
    return [(code, said, found[code]) for code, said in SPOKEN.items()]


def country(found: Basis) -> list[Country]:
    """Return every municipality with what it would be told, by moderators alone."""
    trial, names, paths = trial_of(found), places(), outlines().paths
    rows = []
    for slug, name in names.items():
        values = found.at(slug)
        if values is None:
            continue
        given = dict(zip(MODERATORS, values, strict=True))
        near = reach(trial, given, {"premises": "workshop", "group": GROUPS[0]})
        assert near.q is not None
        nearest = names[near.nearest[0][0]]
        rows.append(Country(slug, name, near.answer.value, near.q, nearest, paths.get(slug, "")))
    return rows
