"""Time to an event, right-censored: piecewise-exponential hazards."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

import numpy as np

from ligzda.evidence.errors import TableError
from ligzda.evidence.families.base import Data
from ligzda.evidence.families.counts import Poisson
from ligzda.evidence.faults import Fault
from ligzda.evidence.plan import Outcome
from ligzda.evidence.tables import Column, Floats, Table

INTERVAL = "interval"


class Survival(Poisson):
    r"""Constant hazard :math:`e^\eta` within each interval of time.

    A participant who is observed for the time t contributes to each interval up to t a Poisson
    count (1 where the event happened, else 0) with the time spent there as exposure: the
    likelihoods are proportional (Holford 1980, *Biometrics* 36:299–305; Laird & Olivier 1981,
    *JASA* 76:231–240). Rows are split before anything else and get the column ``interval``, for use
    in terms: a fixed or random term of it is the baseline hazard, its product with an arm a hazard
    ratio that changes.
    """

    name = "survival"
    columns = ("time", "event")
    required = ("time", "event")
    keys = ("breaks",)
    # who is not seen to the end is censored, which the model takes in, and not missing
    outcome_part = None
    makes = (INTERVAL,)
    common = None
    splits = True

    def split(self, table: Table, outcome: Outcome) -> Table:
        """Return one row per participant and interval at risk."""
        if INTERVAL in table.columns:
            raise TableError(
                Fault.INTERVAL_TAKEN, source=table.source, column=INTERVAL,
            )  # fmt: skip
        time, event = outcome.columns["time"], outcome.columns["event"]
        t, d = table.numbers(time), table.numbers(event)
        table.refuse(t <= 0, time, Fault.TIME_NOT_POSITIVE)
        table.refuse(
            (d != 0) & (d != 1), event, Fault.NOT_AN_EVENT,
        )  # fmt: skip
        edges = np.array([0.0, *outcome.breaks, np.inf])
        starts, ends = edges[:-1], edges[1:]
        spent = np.clip(t[:, None], starts, ends) - starts
        row, interval = np.nonzero(spent > 0)
        last = np.searchsorted(edges, t, side="left") - 1
        names = np.array([_name(*edge) for edge in pairwise(edges)])
        columns = {name: values[row] for name, values in table.columns.items()}
        columns |= {
            INTERVAL: names[interval],
            time: spent[row, interval],
            event: d[row] * (interval == last[row]),
        }
        return Table.from_columns(columns, source=table.source, rows=table.rows[row])

    def read(self, table: Table, outcome: Outcome) -> dict[str, Floats]:
        """Return events and time at risk of the split rows."""
        columns = outcome.columns
        return {
            "y": np.asarray(table.columns[columns["event"]]),
            "exposure": np.asarray(table.columns[columns["time"]]),
        }

    def units(self, data: Data) -> Floats:
        """Return the time at risk."""
        return data["exposure"]

    def log_base_measure(self, data: Data) -> Floats:
        """Return 0: ℓ is the log density of the time and of whether it is an event's."""
        return np.zeros_like(data["y"])

    def draw(
        self,
        outcome: Outcome,
        eta: Floats,
        parts: Mapping[str, Column],
        parameters: Mapping[str, float],
        rng: np.random.Generator,
    ) -> dict[str, Column]:
        """Draw time and event of one interval; ``parts["time"]`` is how long anybody is seen."""
        end = np.asarray(parts["time"], dtype=np.float64)
        time = rng.exponential(1 / self.mean(eta))
        return {"time": np.minimum(time, end), "event": (time <= end).astype(np.float64)}


def _name(start: float, end: float) -> str:
    return f"{start:g}+" if np.isinf(end) else f"{start:g}–{end:g}"
