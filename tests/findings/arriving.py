"""What arrives: each time a set, the plan carried out on it, the claims checked."""

from typing import Any

import pytest
from tests.cast import Cast
from tests.findings.frozen import cells, evaluated, frozen_set, protocol_of

from ligzda.findings.claims_register import actions
from ligzda.findings.models import Claim, ClaimTurn
from ligzda.findings.runs.actions import ask, carry_out


class Records:
    """Sets of one registered protocol."""

    def __init__(self, cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
        self.cast, self.patch, self.protocol = cast, monkeypatch, protocol_of(cast)

    def arrive(
        self, moment: str, probability: float, seed: int = 1, **given: Any
    ) -> list[ClaimTurn]:
        """Freeze a set whose evaluation gives this probability; return what turned."""
        given.setdefault("content", cells(moment, seed))
        row = frozen_set(self.cast, self.protocol, moment, **given)
        result = evaluated(probability)
        self.patch.setattr("ligzda.findings.runs.actions.computed", lambda *given: result)
        run, _waits = ask(by=self.cast.evaluator, data_sha256=row.sha256)
        carry_out(by=self.cast.system, run=run)
        return actions.check_claims(by=self.cast.system)


def claimed(cast: Cast, text: str) -> Claim:
    """Write a claim and let another approve it."""
    claim = actions.draft(by=cast.evaluator, predicate=text)
    return actions.approve(by=cast.system, claim=claim)
