"""A protected release, and what an attack found, as a table for people, CSV or JSON."""

from __future__ import annotations

import json
from collections.abc import Sequence

from ligzda.disclosure import TOTAL, Attacked, Proposal, Protected, ProtectedTable, Status
from ligzda.disclosure.rules import published_value
from ligzda.findings.terminal import table as in_columns
from ligzda.kernel.tables.delimited import written
from ligzda.languages import Language
from ligzda.publishing import Numbers
from ligzda.wording.disclosure import said, say

Row = dict[str, str | float | int | None]


def protected_rows(protected: Protected, total: str, *, public: bool) -> list[Row]:
    """Return each cell with its figures and statuses; `public` tells no two suppressions apart."""
    first = protected.tables[0]
    found: list[Row] = []
    for place in first.table.values:
        row: Row = {}
        for dimension, code in zip(first.table.dimensions, place, strict=True):
            row[dimension.name] = total if code == TOTAL else code
        for one in protected.tables:
            measure, status = one.table.measure, one.status[place]
            shown = status in (Status.PUBLISHED, Status.STRUCTURAL)
            value = published_value(one.table.values[place], measure)
            row[measure] = value if shown else None
            row[f"{measure}_status"] = str(status) if shown or not public else "suppressed"
            if not public:
                row[f"{measure}_reason"] = str(one.reason.get(place, ""))
        found.append(row)
    return found


def as_csv(rows: Sequence[Row]) -> str:
    """Write rows as CSV; what is suppressed is an empty cell."""
    heading = list(rows[0]) if rows else []
    cells = [["" if row[name] is None else str(row[name]) for name in heading] for row in rows]
    return written([heading, *cells]).replace("\r\n", "\n")


def as_json(content: object) -> str:
    """Write JSON, one thing a line."""
    return json.dumps(content, indent=1, ensure_ascii=False, allow_nan=False) + "\n"


def protected_text(protected: Protected, total: str, language: Language) -> str:
    """Write every table for a terminal: figures, statuses, and why in a sentence."""
    numbers = Numbers(language)
    parts = []
    for one in protected.tables:
        heading = [each.name for each in one.table.dimensions]
        heading += [one.table.measure, say("status", language)]
        lines = []
        for place, value in one.table.values.items():
            status = one.status[place]
            shown = status in (Status.PUBLISHED, Status.STRUCTURAL)
            figure = numbers.plain(published_value(value, one.table.measure))
            codes = [total if code == TOTAL else code for code in place]
            lines.append([*codes, figure if shown else "…", said(status, language)])
        reasons = dict.fromkeys(one.reason.values())
        sentences = "\n".join(f"… {said(reason, language)}" for reason in reasons)
        parts += [in_columns(heading, lines), summary(one, language), sentences]
    return "\n\n".join(part for part in parts if part)


def summary(one: ProtectedTable, language: Language) -> str:
    """Say how many cells are published and how many not."""
    states = list(one.status.values())
    return say(
        "protected",
        language,
        published=states.count(Status.PUBLISHED) + states.count(Status.STRUCTURAL),
        cells=len(states),
        primary=states.count(Status.PRIMARY),
        secondary=states.count(Status.SECONDARY),
    )


def refused_text(protected: Protected, proposal: Proposal | None, language: Language) -> str:
    """Say that a release cannot be protected, and what to merge instead."""
    keys = protected.unprotected[:3]
    cells = "; ".join(", ".join(f"{name} {code}" for name, code in key) or "*" for key in keys)
    parts = [say("unprotected", language, cells=cells)]
    if proposal is None:
        return f"{parts[0]} {say('no-proposal', language)}"
    states = [state for one in proposal.protected.tables for state in one.status.values()]
    published = states.count(Status.PUBLISHED) + states.count(Status.STRUCTURAL)
    figures = {"published": published, "cells": len(states), "dimension": proposal.dimension}
    if not proposal.merged:
        return f"{parts[0]} {say('leave-out', language, **figures)}"
    codes = dict.fromkeys(proposal.merged.values())
    option = f"{proposal.dimension}={next(iter(codes))}"
    parts.append(say("merge", language, codes="; ".join(codes), option=option, **figures))
    return " ".join(parts)


def attacked_rows(found: Sequence[Attacked], total: str) -> list[Row]:
    """Return the narrowest range of each suppressed cell."""
    return [
        {
            "cell": ", ".join(f"{name} {code}" for name, code in one.cell) or total,
            "low": round(one.low, 3),
            "high": round(one.high, 3),
            "attacker": str(one.by),
            "kept": "yes" if one.kept else "no",
        }
        for one in found
    ]


def attacked_text(found: Sequence[Attacked], total: str, language: Language) -> str:
    """Write the ranges for a terminal, the narrowest first."""
    if not found:
        return say("nothing", language)
    numbers = Numbers(language)
    heading = [say(key, language) for key in ("cell", "range", "by", "kept")]
    lines = []
    for one in sorted(found, key=lambda each: each.high - each.low):
        cell = ", ".join(f"{name} {code}" for name, code in one.cell) or total
        ends = numbers.plain(round(one.low, 2)), numbers.plain(round(one.high, 2))
        kept = say("yes" if one.kept else "no", language)
        lines.append([cell, numbers.interval(*ends), said(one.by, language), kept])
    told = say(
        "attacked",
        language,
        cells=len(found),
        solved=sum(one.solved for one in found),
        narrowed=sum(not one.kept for one in found),
    )
    return f"{in_columns(heading, lines)}\n\n{told}"
