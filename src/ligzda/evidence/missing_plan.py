"""What a plan registers for missing outcomes, beside ``outcome.missing``: the section [missing].

Scenarios of shifts and the tipping-point analysis belong into the plan, before anybody knows who
is missing (Carpenter & Kenward 2013, ch. 10). :func:`ligzda.evidence.evaluate` carries out what
stands here; nothing of it is only kept.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, cast, get_args

from ligzda.evidence.errors import nearest
from ligzda.evidence.faults import Fault

if TYPE_CHECKING:
    from ligzda.evidence.plan_reader import Reader

IMPUTATIONS = 100  # as Zhou & Reiter (2010) advise where posteriors are mixed
MOST_IMPUTATIONS = 10_000

#: The δ of a tipping-point analysis on the link scale, where the plan names none: −3, −2.5 … 3.
SHIFTS = tuple(step / 2 for step in range(-6, 7))

Conclusion = Literal["excludes zero", "above mid"]

MISSING_KEYS = ("imputations", "shifts", "tipping", "why")
TIPPING_KEYS = ("contrast", "arms", "conclusion", "certainty", "shifts")

Scenario = tuple[tuple[str, float], ...]
"""Shifts of the missing by arm, sorted by it: one way in which MAR might be wrong."""


@dataclass(frozen=True)
class TippingPlan:
    """How far the missing are moved to see when the conclusion changes; None, (): the defaults."""

    contrast: str | None = None
    arms: tuple[str, ...] = ()
    conclusion: Conclusion | None = None
    certainty: float = 0.95
    shifts: tuple[float, ...] = SHIFTS


@dataclass(frozen=True)
class MissingPlan:
    """What is done about missing outcomes beyond imputation under MAR.

    ``shifts`` holds scenarios, each δ by arm on the link scale; ``why`` says where they come from.
    """

    imputations: int = IMPUTATIONS
    shifts: tuple[Scenario, ...] = ()
    tipping: TippingPlan | None = None
    why: str = ""


def scenario(shifts: Mapping[str, float]) -> Scenario:
    """Return shifts by arm in their one order."""
    return tuple(sorted((str(arm), float(delta)) for arm, delta in shifts.items()))


def read_missing(
    reader: Reader,
    raw: Mapping[str, Any],
    word: str,
    arms: Sequence[str],
    contrasts: Sequence[str],
    *,
    compares: bool,
) -> MissingPlan | None:
    """Read [missing]; refuse what ``outcome.missing`` = ``word`` would leave undone.

    ``arms`` and ``contrasts`` are those that the plan names (empty: only the table tells);
    ``compares`` says that the plan compares anything at all.
    """
    if "missing" not in raw and word != "imputation":
        return None
    if not compares:
        raise reader.fail(
            "missing" if "missing" in raw else "outcome.missing",
            Fault.IMPUTATION_WITHOUT_CONTRASTS,
        )
    if "missing" not in raw:
        return MissingPlan()
    table = reader.table(raw, "missing")
    reader.known("missing", table, MISSING_KEYS)
    if word == "refuse":
        raise reader.fail(
            "missing",
            Fault.SECTION_WITHOUT_EFFECT,
        )
    imputations = table.get("imputations", IMPUTATIONS)
    whole = isinstance(imputations, int) and not isinstance(imputations, bool)
    if not whole or not 2 <= imputations <= MOST_IMPUTATIONS:
        raise reader.fail(
            "missing.imputations", Fault.WHOLE_NUMBER_FROM_2.of(most_imputations=MOST_IMPUTATIONS)
        )
    return MissingPlan(
        imputations,
        _scenarios(reader, table.get("shifts", []), arms),
        _tipping(reader, table, arms, contrasts) if "tipping" in table else None,
        reader.text(table, "why", "missing", ""),
    )


def _scenarios(reader: Reader, raw: Any, arms: Sequence[str]) -> tuple[Scenario, ...]:
    if not isinstance(raw, list) or not all(isinstance(one, dict) and one for one in raw):
        raise reader.fail(
            "missing.shifts",
            Fault.NOT_SCENARIOS,
        )
    found: list[Scenario] = []
    for place, one in enumerate(raw, 1):
        path = f"missing.shifts[{place}]"
        for arm, delta in one.items():
            _check_arm(reader, path, arm, arms)
            if not _finite(delta):
                raise reader.fail(f"{path}.{arm}", Fault.NOT_FINITE)
        if scenario(one) in found:
            raise reader.fail(path, Fault.SCENARIO_TWICE)
        found.append(scenario(one))
    return tuple(found)


def _tipping(
    reader: Reader, table: Mapping[str, Any], arms: Sequence[str], contrasts: Sequence[str]
) -> TippingPlan:
    raw, path = table["tipping"], "missing.tipping"
    if not isinstance(raw, dict):
        raise reader.fail(path, Fault.NOT_A_SECTION.of(where="missing.tipping"))
    reader.known(path, raw, TIPPING_KEYS)
    contrast = reader.text(raw, "contrast", path) if "contrast" in raw else None
    if contrast is not None and contrasts:
        reader.choice(raw, "contrast", path, tuple(contrasts), contrast)
    moved = reader.texts(raw, "arms", path)
    for arm in moved:
        _check_arm(reader, f"{path}.arms", arm, arms)
    conclusion = None
    if "conclusion" in raw:
        conclusion = reader.choice(raw, "conclusion", path, get_args(Conclusion), "")
    certainty = reader.number(raw, "certainty", path)
    if certainty is not None and not 0.5 < certainty < 1:
        raise reader.fail(f"{path}.certainty", Fault.NOT_A_CERTAINTY.of(certainty=certainty))
    shifts = raw.get("shifts", list(SHIFTS))
    if not isinstance(shifts, list) or not shifts or not all(_finite(delta) for delta in shifts):
        raise reader.fail(f"{path}.shifts", Fault.NOT_FINITE_NUMBERS)
    return TippingPlan(
        contrast,
        moved,
        cast("Conclusion | None", conclusion),
        0.95 if certainty is None else certainty,
        tuple(float(delta) for delta in shifts),
    )


def _check_arm(reader: Reader, path: str, arm: str, arms: Sequence[str]) -> None:
    """Refuse an arm that the plan does not know, where it names its arms."""
    if arms and arm not in arms:
        raise reader.fail(path, Fault.NO_SUCH_ARM.of(arm=arm, choice=nearest(arm, arms)))


def _finite(value: Any) -> bool:
    number = isinstance(value, (int, float)) and not isinstance(value, bool)
    return number and math.isfinite(value)
