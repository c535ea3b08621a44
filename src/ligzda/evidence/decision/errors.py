"""Refusals of the decision room: what is wrong, where, and what to do."""

from __future__ import annotations

from ligzda.evidence.errors import EvidenceError


class DecisionError(EvidenceError):
    """Something that nothing can honestly be decided from.

    ``name`` is the argument, ``problem`` what is wrong with it and ``remedy`` what to do;
    ``str(error)`` is the sentence for people.
    """

    def __init__(self, name: str, problem: str, remedy: str = "") -> None:
        self.name, self.problem, self.remedy = name, problem, remedy
        super().__init__(f"{name}: {problem}" + (f" {remedy}" if remedy else ""))
