"""How are the engine's codes said to people? Pure: codes with figures in, sentences out.

The engine (``ligzda.evidence``) speaks in codes; reports, pages and the command say them here, so
that a refusal reads the same on a page of the trial and in a terminal. A language is a file beside
this module (``lv.toml``, ``en.toml``). The English of steps, notes and refusals stands at the
codes themselves, where ``str()`` finds it.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from string import Formatter
from typing import Any

from ligzda.evidence import DesignError, EvidenceError, PlanError, PriorStatement, TableError
from ligzda.evidence.codes import (
    Choice,
    Code,
    Count,
    Method,
    PriorOn,
    RatioVerdict,
    Remark,
    Verdict,
)
from ligzda.evidence.errors import DecisionError
from ligzda.languages import Language
from ligzda.publishing import Numbers

__all__ = ["Wording", "wording"]

Words = dict[str, dict[str, Any]]


@cache
def wording(language: Language) -> Wording:
    """Return what says the engine's codes in a language."""
    return Wording(language)


class Wording:
    """Says codes in one language."""

    def __init__(self, language: Language) -> None:
        self.language = language
        path = Path(__file__).parent / f"{language}.toml"
        self.words: Words = tomllib.loads(path.read_text("utf-8"))
        self._numbers = Numbers(language)
        self._formatter = _Formatter(self)

    def problem(self, remark: Remark) -> str:
        """Say what is so."""
        return self._fill(self.templates(remark.code)[0], remark.figures)

    def remedy(self, remark: Remark) -> str:
        """Say what to do about it; “” where nothing is to be done."""
        return self._fill(self.templates(remark.code)[1], remark.figures)

    def remark(self, remark: Remark) -> str:
        """Say what is so and what to do."""
        return f"{self.problem(remark)} {self.remedy(remark)}".rstrip()

    def refusal(self, error: EvidenceError) -> str:
        """Say where something is wrong, what, and what to do."""
        if error.remark is None:
            return str(error)
        said = self.remark(error.remark)
        match error:
            case DecisionError():
                name = self.words["argument"].get(error.name, error.name)
                where = self.words["place"]["of"].format(name=name, of=error.of)
                return f"{where if error.of else name}: {said}"
            case DesignError():
                return f"{error.argument}: {said}"
            case PlanError():
                return f"{error.plan}: {error.key}: {said}"
            case TableError():
                return f"{self.place(error)}: {said}"
        return said

    def place(self, error: TableError) -> str:
        """Say where in a table something is wrong."""
        where, words = error.source, self.words["place"]
        if error.row is not None:
            where += words["row"].format(row=error.row)
        if error.column is not None:
            where += words["column"].format(column=error.column)
        return where

    def templates(self, code: Code) -> tuple[str, str]:
        """Return the two sentences of a code; KeyError where this language has none."""
        kind = self.words.get(type(code).__name__)
        if kind is None and self.words["engine"]["speaks"]:
            return code.problem, code.remedy
        found = (kind or {})[code.value]
        return (found, "") if isinstance(found, str) else (found[0], found[1])

    def method(self, method: Method) -> str:
        """Name a method of inference."""
        return self._word("Method", method)

    def verdict(self, verdict: Verdict) -> str:
        """Say what power-scaling found."""
        return self._word("Verdict", verdict)

    def ratio(self, verdict: RatioVerdict) -> str:
        """Say what the means of effects and costs say."""
        return self._word("RatioVerdict", verdict)

    def prior(self, prior: PriorStatement) -> str:
        """Say a density with its numbers, and what it is on."""
        numbers = self.words["figures"]["between"].join(map(self._numbers.plain, prior.arguments))
        written = f"{self._word('form', prior.form)}({numbers})"
        on = self._word("PriorOn", prior.on)
        return f"{written} {on}" if prior.on is not PriorOn.PARAMETER else written

    def parameter(self, name: str) -> str:
        """Name a family's own parameter; a name that is none (a term's) stays."""
        base, _, number = name.partition(" ")  # “gap 2”
        if base not in self.words["parameter"] or not (number.isdigit() or base == name):
            return name
        return f"{self.words['parameter'][base]} {number}".rstrip()

    def word(self, kind: str, code: str) -> str:
        """Name a family, a link or a direction."""
        return self._word(kind, code)

    def _word(self, kind: str, code: str) -> str:
        found: str = self.words[kind][str(code)]
        return found

    def _fill(self, template: str, figures: Mapping[str, Any]) -> str:
        return self._formatter.vformat(template, (), figures)


class _Formatter(Formatter):
    """Writes figures as a language does: ``{share:.0%}``, ``{k:.2f}``, ``{names}``."""

    def __init__(self, say: Wording) -> None:
        self.say, self.numbers = say, Numbers(say.language)
        self.figures = say.words["figures"]

    def format_field(self, value: Any, format_spec: str) -> str:
        match value:
            case str():
                return str(value)
            case Remark():
                return self.say.problem(value)
            case tuple():
                between = "; " if any(isinstance(one, Remark) for one in value) else ", "
                return between.join(self.format_field(item, "") for item in value)
            case Choice(allowed=allowed, near=near):
                listed: str = self.figures["allowed"].format(names=", ".join(allowed))
                return f"{self.figures['near'].format(name=near)} {listed}" if near else listed
            case Count(of=name, part=part, whole=whole):
                counted = self.numbers.integer(part), self.numbers.integer(whole)
                key = "count" if name else "count_of_all"
                template: str = self.figures[key]
                return template.format(name=name, part=counted[0], whole=counted[1])
            case int():
                return self.numbers.integer(value)
        if format_spec.endswith("%"):
            return self.numbers.percent(value, int(format_spec[1:-1]))
        if format_spec.endswith("f"):
            return self.numbers.decimal(value, int(format_spec[1:-1]))
        return self.numbers.plain(float(format(value, format_spec)) if format_spec else value)
