"""A claim as its page writes it, in a language."""

import datetime
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from ligzda.findings.claims import State
from ligzda.findings.claims_register.queries import ClaimRow
from ligzda.findings.claims_register.shown import CAUSES, DOMAINS, LEVELS, SIGNS, STATES, VERDICTS
from ligzda.findings.claims_register.telling import measure
from ligzda.indicators.dictionary import dictionary, moments
from ligzda.indicators.shown import said
from ligzda.languages import CODES, LANGUAGES, Language


@dataclass(frozen=True)
class Shown:
    """A claim in a language: sentence, state in words with its sign, verdict, certainty, turns."""

    row: ClaimRow
    sentence: str
    others: list[tuple[str, str, str]]
    state: State
    word: str
    sign: str
    verdict: str
    certainty: str
    domains: list[tuple[str, Any]]
    since: datetime.date | None
    turns: list[dict[str, Any]]
    problem: str


def shown(row: ClaimRow, language: Language) -> Shown:
    """Return a claim as a page writes it."""
    turns = [
        {
            "on": turn.on,
            "before": STATES[turn.before],
            "after": STATES[turn.after],
            "cause": CAUSES[turn.cause],
            "told": turn.told[language],
            "run": turn.run,
        }
        for turn in reversed(row.turned)
    ]
    return Shown(
        row=row,
        sentence=row.sentences[language],
        others=[
            (each, dict(LANGUAGES)[each], row.sentences[each]) for each in CODES if each != language
        ],
        state=row.state,
        word=str(STATES[row.state]),
        sign=SIGNS[row.state],
        verdict=str(VERDICTS.get(row.verdict, "")),
        certainty=_certainty(row),
        domains=[(str(DOMAINS[name]), rating) for name, rating in row.certainty.domains.items()],
        since=row.turned[-1].on if row.turned else None,
        turns=turns,
        problem=row.computed.get("problem", {}).get(language, ""),
    )


def _certainty(row: ClaimRow) -> str:
    """Return the level; provisional as long as a domain waits for somebody to judge it."""
    level = str(LEVELS.get(row.certainty.level, ""))
    whole = len(row.certainty.domains) == len(DOMAINS)
    return level if whole or not level else _("%(level)s, provisional") % {"level": level}


def counted(rows: Iterable[Shown]) -> list[dict[str, Any]]:
    """Return how many claims are in each state that some are in."""
    many = Counter(row.state for row in rows)
    return [
        {
            "key": state.name.lower(),
            "word": STATES[state],
            "sign": SIGNS[state],
            "many": many[state],
        }
        for state in State
        if many[state]
    ]


def numbers(row: ClaimRow, language: Language) -> dict[str, str]:
    """Return measure, error, threshold and band as text; empty where they are not public."""
    found = row.computed
    if not row.public or row.verdict == "blocked":
        return {}
    names = ("measure", "threshold", "enter", "leave")
    said_of = {name: measure(row.predicate, found[name], language) for name in names}
    return said_of | {"error": measure(row.predicate, found["error"], language)}


def chain(row: ClaimRow) -> dict[str, Any]:
    """Return the steps from the entry of the dictionary to the claim."""
    run = row.run
    if run is None or not run.outcome:
        return {}
    entry = dictionary()[run.outcome]
    return {
        "code": entry.code,
        "entry": said(entry.name),
        "version": entry.version,
        "moment": said(moments()[run.moment]),
        "run": run,
    }
