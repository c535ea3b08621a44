"""What a run says, as a page writes it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy

from ligzda.indicators.dictionary import dictionary, moments
from ligzda.indicators.models import DataSet
from ligzda.indicators.shown import said
from ligzda.languages import Language
from ligzda.publishing import Numbers
from ligzda.trial.running.fidelity import State
from ligzda.trial.running.standing import CourseState

FIDELITY: Mapping[State, Promise] = {
    State.AS_DESIGNED: pgettext_lazy("fidelity", "as designed"),
    State.IN_PART: pgettext_lazy("fidelity", "in part"),
    State.NOT_RUN: pgettext_lazy("fidelity", "not run as designed"),
    State.UNKNOWN: pgettext_lazy("fidelity", "not assessed"),
}


@dataclass(frozen=True)
class ContrastRow:
    """A registered comparison: its name, the effect with its 95 % interval, two probabilities."""

    name: str
    effect: str
    interval: str
    better: str
    matters: str


def outcome_of(row: DataSet) -> str:
    """Return what a data set is of."""
    return f"{said(dictionary()[row.outcome].name)}, {said(moments()[row.moment])}"


def names_of_contrasts(result: Mapping[str, Any], language: Language) -> Mapping[str, str]:
    """Return what a plan calls its comparisons in a language, by the names it computes with."""
    words = (result.get("plan", {}).get("texts") or {}).get(language) or {}
    return words.get("contrasts") or {}


def contrasts(result: Mapping[str, Any], language: Language) -> list[ContrastRow]:
    """Return the comparisons of a result, in percentage points where it has shares."""
    numbers, found, names = Numbers(language), [], names_of_contrasts(result, language)
    for each in result.get("contrasts", ()):
        shares = each["probability"] is not None
        given, size = (each["probability"], 100) if shares else (each["link"], 1)
        mean, lower, upper = (
            numbers.decimal(given[key] * size, 1 if shares else 2, sign=True)
            for key in ("mean", "lower", "upper")
        )
        matters = each.get("p_above_mid")
        found.append(
            ContrastRow(
                names.get(each["name"], each["name"]),
                mean,
                f"{lower} … {upper}",
                numbers.percent(each["p_positive"], 1),
                "" if matters is None else numbers.percent(matters, 1),
            )
        )
    return found


def run_words(found: list[CourseState]) -> list[tuple[str, str, str]]:
    """Return model, incubator and whether it was run, of each course."""
    return [(one.course.code, one.course.place, str(FIDELITY[one.fidelity])) for one in found]
