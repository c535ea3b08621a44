"""Refusals of the evidence engine: each says what is wrong, where, and what to do."""

from __future__ import annotations

from difflib import get_close_matches

from ligzda.errors import LigzdaError


class EvidenceError(LigzdaError):
    """Anything the engine refuses. ``str(error)`` is a sentence for people."""


class PlanError(EvidenceError):
    """The plan cannot be used.

    ``key`` is the place in the plan (``terms[2].prior``), ``problem`` what is wrong there and
    ``remedy`` what would be accepted.
    """

    def __init__(self, key: str, problem: str, remedy: str = "", *, plan: str = "plan") -> None:
        self.plan, self.key, self.problem, self.remedy = plan, key, problem, remedy
        super().__init__(f"{plan}: {key}: {problem}" + (f" {remedy}" if remedy else ""))


class TableError(EvidenceError):
    """The table cannot be used.

    ``row`` is the line number in the source (None when the whole column or table is meant).
    """

    def __init__(
        self,
        problem: str,
        remedy: str = "",
        *,
        source: str = "table",
        column: str | None = None,
        row: int | None = None,
    ) -> None:
        self.source, self.column, self.row = source, column, row
        self.problem, self.remedy = problem, remedy
        where = source
        if row is not None:
            where += f", row {row}"
        if column is not None:
            where += f", column “{column}”"
        super().__init__(f"{where}: {problem}" + (f" {remedy}" if remedy else ""))


class DesignError(EvidenceError):
    """A design, or the truth it is to be simulated under, cannot be used.

    ``argument`` is the one that is wrong, ``problem`` what is wrong with it and what would do.
    """

    def __init__(self, argument: str, problem: str) -> None:
        self.argument, self.problem = argument, problem
        super().__init__(f"{argument}: {problem}")


class InferenceError(EvidenceError):
    """The posterior could not be computed to a stated accuracy; the sentence names the term."""


def nearest(word: str, allowed: tuple[str, ...] | list[str]) -> str:
    """Name the nearest spelling and everything that is allowed, as a sentence."""
    close = get_close_matches(word, allowed, n=1, cutoff=0.6)
    meant = f"Did you mean “{close[0]}”? " if close else ""
    return f"{meant}Allowed: {', '.join(allowed)}."
