"""Load the practices, factors and eight models that come with Ligzda."""

from decimal import Decimal
from pathlib import Path
from typing import Any

import yaml

from ligzda.blueprints import actions
from ligzda.blueprints.actions import PracticeFacts, Text, VersionFacts
from ligzda.blueprints.models import (
    Factor,
    Level,
    OperatingModel,
    Practice,
    PracticeLevel,
    SpanningFactor,
    SpanningLevel,
)
from ligzda.languages import CODES
from ligzda.network.models import User

DATA = Path(__file__).resolve().parent / "data"


def load(*, by: User, demo: bool) -> None:
    """Add what is missing, publish the models' first versions; change nothing that is there."""
    there = set(OperatingModel.objects.values_list("code", flat=True))
    models = [row for row in _read("models")["models"] if row["code"] not in there]
    if models:
        _load_practices(by)
        _load_factors(by)
    _load_sides(by)
    _load_practice_levels(by)
    for row in models:
        version = actions.draft_version(
            by=by, code=row["code"], name=Text(**row["name"]), facts_given=_version(row)
        )
        actions.publish_version(by=by, version=version)


def _load_practices(by: User) -> None:
    there = set(Practice.objects.values_list("code", flat=True))
    for row in _read("practices")["practices"]:
        if row["code"] not in there:
            texts = {"name": Text(**row["name"]), "fact": Text(**row["fact"])}
            actions.add_practice(by=by, facts_given=PracticeFacts(**{**row, **texts}))


def _load_factors(by: User) -> None:
    data = _read("factors")
    there = set(Factor.objects.values_list("code", flat=True))
    for row in data["factors"]:
        if row["code"] not in there:
            actions.add_factor(
                by=by,
                code=row["code"],
                name=Text(**row["name"]),
                question=Text(**row["question"]),
                levels=[(level["code"], _text(level)) for level in row["levels"]],
                practices=row["practices"],
                months={x["code"]: x["months"] for x in row["levels"] if "months" in x},
            )
    spanning = set(SpanningFactor.objects.values_list("code", flat=True))
    for row in data["spanning_factors"]:
        if row["code"] not in spanning:
            texts = {name: Text(**row[name]) for name in ("name", "minus", "plus", "test")}
            actions.add_spanning_factor(by=by, code=row["code"], **texts)
    if not there:
        _load_exclusions(by, data["exclusions"])


def _load_exclusions(by: User, rows: list[dict[str, Any]]) -> None:
    levels = {
        f"{level.factor.code}.{level.code}": level
        for level in Level.objects.select_related("factor")
    }
    for row in rows:
        one, other = (levels[name] for name in row["levels"])
        actions.exclude_levels(by=by, one=one, other=other, reason=Text(**row["reason"]))


def _load_sides(by: User) -> None:
    if SpanningLevel.objects.exists():
        return
    for code, row in _read("levels")["sides"].items():
        spanning = SpanningFactor.objects.get(code=code)
        for side in ("minus", "plus"):
            for level in Level.objects.filter(factor__code=row["factor"], code__in=row[side]):
                actions.set_side(by=by, spanning=spanning, level=level, plus=side == "plus")


def _load_practice_levels(by: User) -> None:
    if PracticeLevel.objects.exists():
        return
    practices = {row.code: row for row in Practice.objects.all()}
    for code, levels in _read("levels")["practices"].items():
        practice = practices[code]
        actions.edit_practice(
            by=by,
            practice=practice,
            facts_given=PracticeFacts(
                code=code,
                name=Text(lv=practice.name_lv, en=practice.name_en),
                country=practice.country,
                fact=Text(lv=practice.fact_lv, en=practice.fact_en),
                status=practice.status,
                sources=practice.sources,
                levels=levels,
            ),
        )


def _text(row: dict[str, Any]) -> Text:
    """Return the text of a row that has other things too."""
    return Text(**{code: row[code] for code in CODES})


def _version(row: dict[str, Any]) -> VersionFacts:
    staffing = row["staffing"]
    return VersionFacts(
        cell=row["cell"],
        levels=row["levels"],
        practices=row["practices"],
        idea=Text(**row["idea"]),
        main_risk=Text(**row["main_risk"]),
        rules=[(_text(rule), rule["status"]) for rule in row["rules"]],
        description={item: Text(**text) for item, text in row["description"].items()},
        manager_fte=Decimal(staffing["manager_fte"]),
        instructor_fte=Decimal(staffing["instructor_fte"]),
        mentor_hours=staffing["mentor_hours"],
        places=row["places"],
    )


def _read(name: str) -> Any:
    return yaml.safe_load((DATA / f"{name}.yaml").read_text("utf-8"))
