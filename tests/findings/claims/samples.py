"""An invented trial with its evaluation, as `ligzda evaluate --json` would give it."""

from typing import Any

from ligzda.findings.claims import Outcome, Registry, known_models

LOOK = "2027-03-31"
RULE = f"sure: 0.9, enter: 0.02, leave: 0.1, looks: [{LOOK}]"
OF = "outcome: paid_work@1"
SUPERIOR = f'superiority(model: "M4", versus: "waiting list", {OF}, by: 5 pp, {RULE})'
PAID_WORK = Outcome(
    "paid_work", 1, "pp", "higher", {"lv": "algots darbs pēc gada", "en": "paid work after a year"}
)
REGISTRY = Registry({"paid_work": PAID_WORK}, known_models())
DIAGNOSIS: dict[str, Any] = {"good": True, "mean_error": 0.001, "sd_error": 0.001,
                             "limit_error": 0.002, "hyper_error": None}  # fmt: skip


def summary(mean: float, sd: float) -> dict[str, float]:
    """Summarise a normal."""
    ends = {"lower": -1.959964, "lower80": -1.281552, "median": 0, "upper80": 1.281552,
            "upper": 1.959964}  # fmt: skip
    return {"mean": mean, "sd": sd} | {name: mean + z * sd for name, z in ends.items()}


def evaluation(mean: float = 0.1, sd: float = 0.03, *, better: str = "higher") -> dict[str, Any]:
    """Evaluate M4 against the waiting list, M1 against M4."""

    def contrast(name: str, effect: float) -> dict[str, Any]:
        found = summary(effect, sd)
        return {"name": name, "link": found | {"term": "model"}, "probability": found,
                "p_positive": 0.5, "mid": None, "p_above_mid": None}  # fmt: skip

    return {
        "outcome": {"name": "paid_work", "better": better},
        "contrasts": [contrast("M4 − waiting list", mean), contrast("M4 − M1", mean / 2)],
        "ranks": {"labels": ["M1", "M4"], "p_best": [0.05, 0.95], "expected_regret": [0.05, 0.001]},
        "diagnosis": DIAGNOSIS,
    }
