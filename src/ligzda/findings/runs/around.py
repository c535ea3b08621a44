"""What stands around the numbers of a run: priors, missing data, deviations, costs, other outcomes.

Read from the result as it is stored; nothing is computed again.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from ligzda.evidence.codes import Verdict
from ligzda.findings.models import EvaluationRun
from ligzda.findings.runs.shown import ContrastRow, contrasts, outcome_of
from ligzda.incubators.costs.open_data import yearly_costs
from ligzda.incubators.queries import incubators
from ligzda.languages import Language
from ligzda.publishing import Numbers
from ligzda.trial.registry.models import Deviation
from ligzda.trial.registry.queries import standing_deviations
from ligzda.wording import wording

TELLS: Mapping[bool, str | Promise] = {
    True: _("The conclusion holds whatever shift of the missing was tried."),
    False: _("The conclusion changes where the missing did so much better or worse."),
}


@dataclass(frozen=True)
class Sensitive:
    """How far a quantity moves with the priors and with the data (power-scaling), in words too."""

    name: str
    prior: str
    data: str
    verdict: str


@dataclass(frozen=True)
class Tipping:
    """From which shift of the missing, on the scale of the link, a conclusion changes; “” never."""

    contrast: str
    arms: str
    below: str
    above: str
    told: str | Promise


def sensitivity(result: Mapping[str, Any], language: Language) -> list[Sensitive]:
    """Return the sensitivity to priors of each quantity of a result."""
    numbers, words = Numbers(language), wording(language)
    names = ((result.get("plan", {}).get("texts") or {}).get(language) or {}).get("terms") or {}
    return [
        Sensitive(
            names.get(row["name"], row["name"]),
            numbers.decimal(row["prior"], 3),
            numbers.decimal(row["likelihood"], 3),
            words.verdict(Verdict(row["verdict"])),
        )
        for row in result.get("sensitivity") or ()
    ]


def tipping(result: Mapping[str, Any], language: Language) -> Tipping | None:
    """Return the tipping point; None where the plan registers no analysis of the missing."""
    found = (result.get("missing_analysis") or {}).get("tipping")
    if not found:
        return None
    numbers = Numbers(language)
    below, above = (
        "" if found[side] is None else numbers.decimal(found[side], 2, sign=True)
        for side in ("below", "above")
    )
    return Tipping(
        found["contrast"], ", ".join(found["arms"]), below, above, TELLS[not below and not above]
    )


def deviations(row: EvaluationRun) -> list[Deviation]:
    """Return the deviations, as they stand, from the protocol whose plan was carried out."""
    if row.data_set is None:
        return []
    major = row.data_set.protocol.major
    return list(standing_deviations().filter(protocol__major=major).select_related("protocol"))


def costs() -> list[dict[str, Any]]:
    """Return the published sums of costs by incubator and year, with EUR a closed month."""
    names = {one.slug: one.name for one in incubators()}
    return [
        {
            "place": names.get(str(row["incubator"]), row["incubator"]),
            "year": row["year"],
            "months": row["months"],
            "spent": row["spent"],
            "monthly": row["spent"] / row["months"] if row["months"] else None,
        }
        for row in (dict(each) for each in yearly_costs())
    ]


def outcomes(row: EvaluationRun, language: Language) -> list[tuple[str, Sequence[ContrastRow]]]:
    """Return the registered comparisons of the newest run of each other outcome and moment."""
    if row.data_set is None:
        return []
    rows = EvaluationRun.objects.filter(
        finished_at__isnull=False, data_set__protocol=row.data_set.protocol
    )
    newest = rows.order_by("data_set__outcome", "data_set__moment", "-finished_at").distinct(
        "data_set__outcome", "data_set__moment"
    )
    return [
        (outcome_of(each.data_set), contrasts(json.loads(each.result), language))
        for each in newest.select_related("data_set")
        if each.pk != row.pk and each.data_set is not None
    ]
