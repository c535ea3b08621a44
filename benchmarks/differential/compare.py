"""Is an answer right, and does the engine know? Silent misses are what must not be."""

from __future__ import annotations

import time
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from benchmarks.differential.models import Case, draw_case

from ligzda.evidence import EvidenceError, evaluate

MEAN, SD, LIMIT, BEST = 0.05, 0.05, 0.1, 0.01  # each beyond three Monte Carlo errors


@dataclass(frozen=True)
class Verdict:
    """What came of a case: the worst excess over what is allowed, and whether it was good.

    Where NUTS judges, ``peer_seconds`` is what one warm run of it takes, and ``unsure`` that its
    own chains do not agree or have too few effective draws.
    """

    number: int
    kind: str
    good: bool
    refused: str
    worst: str
    excess: float
    seconds: float
    peer_seconds: float = 0.0
    unsure: bool = False

    @property
    def silent_miss(self) -> bool:
        """Wrong, and called good."""
        return self.good and self.excess > 0 and not self.unsure

    @property
    def false_alarm(self) -> bool:
        """Right, and called not good."""
        return not (self.good or self.refused or self.unsure) and self.excess <= 0


def judge(case: Case) -> Verdict:
    """Evaluate a case and hold it against the exact answer."""
    begin = time.process_time()
    try:
        evaluation = evaluate(case.table, case.plan)
    except EvidenceError as error:
        return Verdict(
            case.number, case.kind, False, str(error), "", 0.0, time.process_time() - begin
        )
    seconds = time.process_time() - begin
    found = {e.term: e for e in (*evaluation.fixed, *evaluation.sds)}
    d = evaluation.diagnosis
    # of a rule without draws the errors are no Monte Carlo errors
    noise = [3 * (m or 0.0) for m in (d.mean_error_mcse, d.sd_error_mcse, d.limit_error_mcse)]
    worst, excess = "", -1.0
    for name, (mean, sd, lower, upper) in case.exact.items():
        e = found[name]
        off = {}
        if np.isnan(sd):  # a tail without moments: the far limit by its own size
            sd, size = (upper - lower) / 3.92, upper
        else:
            size = sd
            off["mean"] = abs(e.mean - mean) / sd - MEAN - noise[0]
            off["SD"] = abs(e.sd / sd - 1) - SD - noise[1]
        off["lower"] = abs(e.lower - lower) / sd - LIMIT - noise[2]
        off["upper"] = abs(e.upper - upper) / size - LIMIT - noise[2]
        for key, value in off.items():
            if value > excess:
                worst, excess = f"{key} of {name}", value
    return Verdict(case.number, case.kind, d.good, "", worst, excess, seconds)


def judge_all(numbers: Iterable[int], seed: int = 1) -> list[Verdict]:
    """Draw and judge cases."""
    return [judge(draw_case(number, seed)) for number in numbers]
