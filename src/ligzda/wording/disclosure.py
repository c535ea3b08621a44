"""The codes of `ligzda.disclosure` in sentences. Pure: `disclosure.toml` has each language's."""

from __future__ import annotations

import tomllib
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any

from ligzda.disclosure import DisclosureError
from ligzda.languages import Language, in_language
from ligzda.publishing import Numbers
from ligzda.wording import wording


@cache
def texts() -> dict[str, dict[str, dict[str, str]]]:
    """Return every sentence: by kind of code, code and language."""
    return tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))


def said(code: StrEnum, language: Language) -> str:
    """Say a status, a reason or an attacker."""
    return in_language(texts()[type(code).__name__][str(code)], language)


def say(key: str, language: Language, **figures: Any) -> str:
    """Say one of the room's sentences, its numbers as the language writes them."""
    return in_language(texts()["Say"][key], language).format(**_written(figures, language))


def refusal(error: DisclosureError, source: str, language: Language) -> str:
    """Say where something is wrong, what, and what to do: file, row, column, sentence."""
    words = wording(language).words["place"]
    where = source
    if error.row is not None:
        where += words["row"].format(row=error.row)
    if error.column is not None:
        where += words["column"].format(column=error.column)
    sentence = in_language(texts()["Fault"][str(error.code)], language)
    return f"{where}: {sentence.format(**_written(error.figures, language))}"


def _written(figures: Any, language: Language) -> dict[str, str]:
    numbers = Numbers(language)

    def write(value: str | float) -> str:
        if isinstance(value, str):
            return value
        return numbers.integer(value) if value == int(value) else numbers.plain(value)

    return {name: write(value) for name, value in figures.items()}
