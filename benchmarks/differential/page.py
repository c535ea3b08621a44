"""The harness's section of docs/validation.md."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from benchmarks.differential.compare import BEST, LIMIT, MEAN, SD, Verdict

from ligzda.evidence import ENGINE_VERSION

HEAD = "## Random small models against exact integration"
HEAD_SAMPLED = "## Random structures against NUTS"


def section(verdicts: Sequence[Verdict], seed: int) -> str:
    """Return the section: misses by kind, and by name what was missed."""
    kinds = dict.fromkeys(v.kind for v in verdicts)
    rows = []
    for kind in kinds:
        own = [v for v in verdicts if v.kind == kind]
        times = np.array([v.seconds for v in own]) * 1e3
        rows.append(
            f"| {kind} | {len(own):,} | {sum(v.silent_miss for v in own)} "
            f"| {sum(v.false_alarm for v in own)} | {sum(bool(v.refused) for v in own)} "
            f"| {np.median(times):.0f} ms | {times.max():.0f} ms |"
        )
    said = (
        f"Remade by `make differential` ({len(verdicts):,} models, seed {seed}; engine "
        f"{ENGINE_VERSION}).\nA silent miss is an answer called good that is off by more than "
        f"{MEAN:g} SD in a mean,\n{SD:.0%} in an SD or {LIMIT:g} SD in a limit, each beyond three "
        "Monte Carlo errors. Priors of every\nform, 3 to 200 sites, from no event to all, units "
        "from 1e-8 to 1e8. Nested, crossed and\nlarger models, which want NUTS, stand in the next"
        " section. Where an SD has a tail without moments, its\nlimits are compared alone."
    )
    table = [
        "| kind | models | silent misses | right, but not good | refused | median | longest |",
        "|---|--:|--:|--:|--:|--:|--:|",
        *rows,
        "",
    ]
    return "\n".join([HEAD, "", said, "", *table, *_missed(verdicts)])


def sampled_section(verdicts: Sequence[Verdict], seed: int) -> str:
    """Return the section of structures: misses by kind, and times beside NUTS."""
    rows = []
    for kind in dict.fromkeys(v.kind for v in verdicts):
        own = [v for v in verdicts if v.kind == kind]
        ratios = np.array([v.seconds / v.peer_seconds for v in own])
        rows.append(
            f"| {kind} | {len(own)} | {sum(v.silent_miss for v in own)} "
            f"| {sum(v.false_alarm for v in own)} | {sum(bool(v.refused) for v in own)} "
            f"| {sum(v.unsure for v in own)} | {np.median([v.seconds for v in own]):.1f} s "
            f"| {np.median([v.peer_seconds for v in own]):.1f} s "
            f"| {np.median(ratios):.2f} | {ratios.max():.2f} |"
        )
    said = (
        f"Remade by `python -m benchmarks.differential {len(verdicts)} --sampled --seed {seed}` "
        f"(engine {ENGINE_VERSION}).\nThe models are written for PyMC from what was drawn, with "
        "PyMC's own distributions: neither the\nengine's reader nor its design matrix is in them. "
        "Two warm runs of nutpie judge (4 chains of\n1,000 + 1,000 draws each); the first is timed "
        "beside `evaluate` in the same process, without its\ncompilation: the processor's seconds, "
        "nutpie's halved, as it uses two cores and `evaluate` one.\nBounds as above, and "
        f"{BEST:g} in P(best), each beyond three Monte Carlo errors of both. Where the\nchains do "
        "not agree or have too few effective draws, NUTS is no judge."
    )
    head = (
        "| kind | models | silent misses | right, but not good | refused | NUTS no judge "
        "| `evaluate` | nutpie, warm | ratio | largest |"
    )
    table = [
        head,
        "|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|",
        *rows,
        "",
    ]
    return "\n".join([HEAD_SAMPLED, "", said, "", *table, *_missed(verdicts)])


def _missed(verdicts: Sequence[Verdict]) -> list[str]:
    """Name what was missed silently, a line each."""
    missed = [
        f"- case {v.number} ({v.kind}): {v.worst}, {v.excess:.2f} beyond the bound"
        for v in verdicts
        if v.silent_miss
    ]
    return ["Missed silently:", "", *missed, ""] if missed else []


def replace_section(text: str, new: str) -> str:
    """Return the page with the section of that heading replaced, or put before the sources."""
    head = new.partition("\n")[0]
    if head in text:
        before, after = text.split(head, 1)
        rest = after.split("\n## ", 1)
        return before + new + ("\n## " + rest[1] if len(rest) > 1 else "")
    before, after = text.split("\n## Sources", 1)
    return before + "\n" + new + "\n## Sources" + after


def kept_section(page: Path, head: str = HEAD) -> str:
    """Return the section as a page has it; “” without one."""
    text = page.read_text("utf-8") if page.is_file() else ""
    if head not in text:
        return ""
    return head + text.split(head, 1)[1].split("\n## ", 1)[0]
