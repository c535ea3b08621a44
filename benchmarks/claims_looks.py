"""How often is a claim "ever supported" that is not true, and are supported claims true?

    PYTHONPATH=src .venv/bin/python benchmarks/claims_looks.py

Writes the tables of docs/claims.md (seed 20261128; seconds). Everything is normal with known SDs,
so that the posterior has a closed form and 40,000 trials cost nothing: what is simulated is the
rule of looks and its band, not the engine, whose own calibration stands in docs/validation.md.
"""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import numpy as np
import numpy.typing as npt
from pages import table
from scipy.special import ndtr

from ligzda.findings.claims import Computed, State, diagram, next_state, parse

PAGE = Path(__file__).resolve().parents[1] / "docs" / "claims.md"
SEED, RUNS, LOOKS = 20261128, 40_000, (1, 3, 8, 24)
PRIOR, FINAL_SE = 1.0, 0.4
"""SD of the prior of an effect, and its standard error when the trial is over."""
TRIALS, CLAIMS = 200, 64
Floats = npt.NDArray[np.float64]


def probabilities(truth: Floats, looks: int, rng: np.random.Generator) -> Floats:
    """Return P(effect > 0) at equally spaced looks, `(run, look)`, under the prior N(0, PRIOR²)."""
    each = FINAL_SE**2 * looks  # variance of one of `looks` equal parts of the data
    parts = truth[:, None] + np.sqrt(each) * rng.standard_normal((truth.size, looks))
    count = np.arange(1, looks + 1)
    precision = count / each + 1 / PRIOR**2
    mean: Floats = np.cumsum(parts, axis=1) / each / precision
    return np.asarray(ndtr(mean * np.sqrt(precision)))


def standings(p: Floats, sure: float, enter: float, leave: float) -> npt.NDArray[np.bool_]:
    """Return whether a claim is supported after each look, as `next_state` has it."""
    supported = np.zeros(p.shape, dtype=bool)
    now = np.zeros(len(p), dtype=bool)
    for look in range(p.shape[1]):
        now = np.where(now, p[:, look] >= sure - leave, p[:, look] >= sure + enter)
        supported[:, look] = now
    return supported


def looks_table(rng: np.random.Generator) -> str:
    """Return the table of false support: the truth is no effect."""
    rows = []
    for looks in LOOKS:
        p = probabilities(np.zeros(RUNS), looks, rng)
        row = [str(looks)]
        for enter, leave in ((0.0, 0.0), (0.02, 0.10)):
            held = standings(p, 0.95, enter, leave)
            changes = np.abs(np.diff(held, axis=1, prepend=False)).sum(axis=1).mean()
            row += [f"{held.any(axis=1).mean():.1%}", f"{held[:, -1].mean():.1%}", f"{changes:.2f}"]
        rows.append(row)
    header = ["looks"]
    for name in ("no band", "band"):
        header += [f"{name}: ever supported", "at the end", "turns a claim"]
    return table(header, rows)


def calibration(rng: np.random.Generator) -> str:
    """Return the table of truth among the supported, by whether the prior is right."""
    rows = []
    for name, spread in (("as the prior says", 1.0), ("half as large", 0.5)):
        for looks in (1, 4):
            truth = PRIOR * spread * rng.standard_normal(TRIALS * CLAIMS)
            p = probabilities(truth, looks, rng)
            first = (p >= 0.9).argmax(axis=1)
            ever = (p >= 0.9).any(axis=1)
            said = p[np.arange(p.shape[0]), first][ever]
            true = (truth[ever] > 0).reshape(-1)
            owner = np.repeat(np.arange(TRIALS), CLAIMS)[ever]
            gaps = np.bincount(owner, said - true, TRIALS)
            error = gaps.std() * np.sqrt(TRIALS) / ever.sum()
            figures = [f"{said.mean():.1%}", f"{true.mean():.1%}",
                       f"{100 * (true.mean() - said.mean()):+.1f} ({100 * error:.1f})"]  # fmt: skip
            rows.append([name, str(looks), f"{ever.sum():,}", *figures])
    header = ["effects are", "looks", "supported", "said on average", "true", "points off (error)"]
    return table(header, rows)


def agrees() -> int:
    """Hold the rule above to `next_state`, on 200 courses; return how many differ."""
    days = [date(2027, 1, 1) + timedelta(days=91 * i) for i in range(8)]
    text = 'best(model: "A", among: ["A", "B"], outcome: x@1, sure: 0.95, enter: 0.02, leave: 0.1,'
    claim = parse(f"{text} looks: [{', '.join(map(str, days))}])")
    p = probabilities(np.zeros(200), 8, np.random.default_rng(1))
    expected, wrong = standings(p, *map(float, map(Decimal, ("0.95", "0.02", "0.1")))), 0
    for course, held in zip(p, expected, strict=True):
        state = State.DRAFT
        for day, value, support in zip(days, course, held, strict=True):
            state = next_state(state, claim, Computed(float(value), 0.0), day)
            if state is State.NO_LONGER:  # a person has it reviewed before the next look
                state = State.UNDER_REVIEW
            wrong += (state is State.SUPPORTED) != bool(support)
    return wrong


def written(page: str, section: str, text: str) -> str:
    """Return a page with what stands between the section's markers replaced."""
    begin, end = f"<!-- {section}: begin -->", f"<!-- {section}: end -->"
    before, rest = page.split(begin)
    return f"{before}{begin}\n{text}\n{end}{rest.split(end)[1]}"


def main() -> None:
    """Simulate, and write the tables and the diagram."""
    rng = np.random.default_rng(SEED)
    page = PAGE.read_text("utf-8")
    page = written(page, "looks", looks_table(rng))
    page = written(page, "calibration", calibration(rng))
    page = written(page, "states", f"```mermaid\n{diagram()}\n```")
    PAGE.write_text(page, "utf-8")
    print(page)
    print(f"{agrees()} of 1,600 standings differ from next_state")


if __name__ == "__main__":
    main()
