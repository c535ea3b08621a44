"""The report's sentences in one language, read from `phrases.toml` and filled in."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from ligzda.evidence import Evaluation
from ligzda.languages import Language
from ligzda.publishing import Numbers
from ligzda.wording import wording


@cache
def load() -> dict[str, Any]:
    """Read all phrases: `phrases` and `nouns` by key and language; a decision's in their file."""
    here = Path(__file__).parent
    told, decisions = (
        tomllib.loads((here / name).read_text(encoding="utf-8"))
        for name in ("phrases.toml", "decision.toml")
    )
    return told | {"phrases": told["phrases"] | decisions["phrases"]}


class Phrases:
    """The phrases in one language: `say("lead", name=…)`."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self.wording = wording(language)
        self._phrases: dict[str, dict[str, str]] = load()["phrases"]

    def __call__(self, key: str, **values: str) -> str:
        """Give a phrase with its braces filled in."""
        return self._phrases[key][self.language].format(**values)

    def count(self, number: float, noun: str) -> str:
        """Write a number with its noun (`nouns` in phrases.toml)."""
        one, many = load()["nouns"][noun][self.language]
        return Numbers(self.language).plural(round(number), one, many)

    def units(self, evaluation: Evaluation, *, records: bool = False) -> str:
        """Count what the evaluation rests on: participants, or published estimates.

        `records` asks for the case that follows "rests on" in Latvian.
        """
        noun = "estimate" if evaluation.plan.outcome.of_estimates else "participant"
        return self.count(evaluation.n_units, f"{noun}_records" if records else noun)
