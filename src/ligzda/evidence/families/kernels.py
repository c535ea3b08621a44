"""Compiled arithmetic for batches: which there is, and the statistics that it works on."""

from __future__ import annotations

from typing import NamedTuple

from ligzda.evidence.tables import Floats

# Likelihoods that :mod:`ligzda.evidence.batch.compiled_step` knows. Plain numbers: Numba compiles
# a comparison with them into the branch that is taken.
LOGISTIC, GAUSSIAN_KNOWN, GAUSSIAN = 0, 1, 2
# … and one that only :mod:`ligzda.evidence.compiled_messages` knows.
LOG_LINEAR = 3


class Kernel(NamedTuple):
    """One of the likelihoods above with its statistics, each as (…, cells).

    LOGISTIC: successes, trials, trials. GAUSSIAN_KNOWN: mean, standard error, standard error.
    GAUSSIAN (unknown residual SD): mean, participants, sum of squares. LOG_LINEAR: events,
    exposure, exposure.
    """

    code: int
    first: Floats
    second: Floats
    third: Floats
