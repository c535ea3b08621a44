"""Refusals of the decision room: what is wrong, where, and what to do."""

from __future__ import annotations

from ligzda.evidence.codes import Code, Remark
from ligzda.evidence.errors import EvidenceError, as_remark


class DecisionError(EvidenceError):
    """Something that nothing can honestly be decided from.

    ``name`` is the argument, and ``of`` which of several where there are some (a flow, an outcome).
    """

    def __init__(self, name: str, said: Code | Remark, *, of: str = "") -> None:
        self.name, self.of, self.said = name, of, as_remark(said)
        where = f"{name} “{of}”" if of else name
        super().__init__(f"{where}: {self._said(said)}")
