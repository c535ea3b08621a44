"""The report's sentences in one language, read from `phrases.toml` and filled in."""

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from ligzda.evidence import Evaluation
from ligzda.languages import Language
from ligzda.publishing import Numbers


@cache
def load() -> dict[str, Any]:
    """Read all phrases: `phrases` and `methods` by key and language, `densities` by name."""
    return tomllib.loads((Path(__file__).parent / "phrases.toml").read_text(encoding="utf-8"))


class Phrases:
    """The phrases in one language: `say("lead", name=…)`."""

    def __init__(self, language: Language) -> None:
        self.language = language
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

    def method(self, name: str) -> str:
        """Name a method of inference; one that is not known here keeps its own name."""
        known: dict[str, dict[str, str]] = load()["methods"]
        return known.get(name, {}).get(self.language, name)

    def density(self, text: str) -> str:
        """Name a prior density; its numbers stay as the plan wrote them."""
        if self.language == "lv":
            for english, latvian in load()["densities"].items():
                text = re.sub(rf"(?<![\w-]){re.escape(english)}(?![\w-])", latvian, text)
        return text
