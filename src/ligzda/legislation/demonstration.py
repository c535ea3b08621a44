"""Invented proposals of the demonstration, on real units of law (data/demonstration.yaml)."""

from functools import cache
from pathlib import Path
from typing import Any

import yaml

from ligzda.kernel.texts import Text
from ligzda.legislation import actions
from ligzda.legislation.models import Act, ActText, Package
from ligzda.network.models import User
from ligzda.network.roles import MinistryLawyer, MinistryReviewer

_DATA = Path(__file__).resolve().parent / "data" / "demonstration.yaml"


@cache
def _read() -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load(_DATA.read_text("utf-8"))
    return found


def give(*, by: User) -> None:
    """Let the ministry's lawyer have drafted three packages, of which one is filed; once."""
    lawyer, reviewer = (
        User.objects.filter(is_demo=True, memberships__role=role.key).order_by("pk").first()
        for role in (MinistryLawyer, MinistryReviewer)
    )
    if lawyer is None or reviewer is None or Package.objects.filter(invented=True).exists():
        return
    texts = {row["act"]: _text(lawyer, row) for row in _read()["texts"]}
    for row in _read()["packages"]:
        _package(lawyer, reviewer, row, texts)


def _text(by: User, row: dict[str, Any]) -> ActText:
    act = Act.objects.get(slug=row["act"])
    found = act.texts.filter(on=row["day"]).first()
    given = {"on": row["day"], "source": row["source"], "text": row["text"], "excerpt": True}
    return found or actions.add_text(by=by, act=act, **given)


def _package(lawyer: User, reviewer: User, row: dict[str, Any], texts: dict[str, ActText]) -> None:
    facts = actions.PackageFacts(
        Text(row["title"]),
        Text(row["problem"]),
        row["kind"],
        row.get("in_force", "general"),
        row.get("in_force_on"),
    )
    package = actions.draft_package(by=lawyer, facts_given=facts, invented=True)
    for change in row["changes"]:
        actions.add_change(
            by=lawyer,
            package=package,
            text=texts[change["act"]],
            engine=change["engine"],
            final=change.get("final", change["engine"]),
            reason=Text(change.get("reason", {})),
        )
    for code, said in row["annotation"].items():
        actions.annotate(by=lawyer, package=package, code=code, **said)
    for opinion in row.get("opinions", []):
        _opinion(lawyer, reviewer, package, dict(opinion))
    if row.get("filed"):
        actions.sign_package(by=lawyer, package=package)
        actions.file_package(by=reviewer, package=package)


def _opinion(lawyer: User, reviewer: User, package: Package, row: dict[str, Any]) -> None:
    rows = row.pop("rows", [])
    given = actions.OpinionFacts(on=row.pop("day"), **row)
    opinion = actions.record_opinion(by=reviewer, package=package, facts_given=given)
    for each in rows:
        outcome, reasons = each.get("outcome"), each.get("answer", "")
        said = {key: each[key] for key in ("kind", "text", "wording", "proposed") if key in each}
        made = actions.add_row(by=reviewer, opinion=opinion, facts_given=actions.RowFacts(**said))
        if outcome:
            actions.answer(by=lawyer, row=made, outcome=outcome, reasons=reasons)
