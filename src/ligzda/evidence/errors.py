"""Refusals of the evidence engine: each says what is wrong, where, and what to do."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from difflib import get_close_matches

from ligzda.errors import LigzdaError
from ligzda.evidence.codes import Choice, Code, Figure, Remark


class EvidenceError(LigzdaError):
    """Anything the engine refuses: a code with its figures.

    ``str(error)`` is its English sentence; ``ligzda.wording`` has those of other languages.
    """

    remark: Remark | None = None
    problem: str = ""
    remedy: str = ""

    def _said(self, said: Code | Remark) -> Remark:
        """Keep what is wrong and what to do as a code, and in English."""
        self.remark = remark = as_remark(said)
        self.problem, self.remedy = remark.problem, remark.remedy
        return remark

    @property
    def code(self) -> Code | None:
        """What is wrong, as a code."""
        return self.remark.code if self.remark else None

    @property
    def figures(self) -> Mapping[str, Figure]:
        """What the sentence names."""
        return self.remark.figures if self.remark else {}


class PlanError(EvidenceError):
    """The plan cannot be used; ``key`` is the place in the plan (``terms[2].prior``)."""

    def __init__(self, key: str, said: Code | Remark, *, plan: str = "plan") -> None:
        self.plan, self.key = plan, key
        super().__init__(f"{plan}: {key}: {self._said(said)}")


class DecisionError(EvidenceError):
    """Something that nothing can honestly be decided from.

    ``name`` is the argument, and ``of`` which of several where there are some (a flow, an outcome).
    """

    def __init__(self, name: str, said: Code | Remark, *, of: str = "") -> None:
        self.name, self.of, self.said = name, of, as_remark(said)
        where = f"{name} “{of}”" if of else name
        super().__init__(f"{where}: {self._said(said)}")


class TableError(EvidenceError):
    """The table cannot be used.

    ``row`` is the line number in the source (None when the whole column or table is meant).
    """

    def __init__(
        self,
        said: Code | Remark,
        *,
        source: str = "table",
        column: str | None = None,
        row: int | None = None,
    ) -> None:
        self.source, self.column, self.row = source, column, row
        where = source
        if row is not None:
            where += f", row {row}"
        if column is not None:
            where += f", column “{column}”"
        super().__init__(f"{where}: {self._said(said)}")


class DesignError(EvidenceError):
    """A design, or the truth it is to be simulated under, cannot be used.

    ``argument`` is the one that is wrong.
    """

    def __init__(self, argument: str, said: Code | Remark) -> None:
        self.argument = argument
        super().__init__(f"{argument}: {self._said(said)}")


class InferenceError(EvidenceError):
    """The posterior could not be computed to a stated accuracy."""

    def __init__(self, said: Code | Remark) -> None:
        super().__init__(str(self._said(said)))


def as_remark(said: Code | Remark) -> Remark:
    """Return a code that names no figures as a remark."""
    return said.of() if isinstance(said, Code) else said


def nearest(word: str, allowed: Sequence[str]) -> Choice:
    """Return everything that is allowed, and the nearest spelling of it."""
    close = get_close_matches(word, allowed, n=1, cutoff=0.6)
    return Choice(tuple(allowed), close[0] if close else "")
