"""Invented proposals of the demonstration, on real units of law (data/demonstration.yaml)."""

from functools import cache
from pathlib import Path
from typing import Any

import yaml

from ligzda.findings.queries import claims
from ligzda.kernel.texts import Text
from ligzda.legislation import actions
from ligzda.legislation.demonstrated_consultations import ask_the_public
from ligzda.legislation.models import Act, ActText, Package
from ligzda.network.models import User
from ligzda.network.roles import MinistryLawyer, MinistryReviewer

_DATA = Path(__file__).resolve().parent / "data" / "demonstration.yaml"


@cache
def _read() -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load(_DATA.read_text("utf-8"))
    return found


def give(*, by: User) -> None:
    """Let the ministry's lawyer have drafted three packages; once."""
    lawyer, reviewer = _people()
    if lawyer is None or reviewer is None or Package.objects.filter(invented=True).exists():
        return
    texts = {row["act"]: _text(lawyer, row) for row in _read()["texts"]}
    for row in _read()["packages"]:
        _package(lawyer, reviewer, row, texts)
    ask_the_public(by, lawyer, _read())


def rest(*, by: User) -> None:
    """Rest the packages on claims that findings has by now, one of them on a claim that has turned,
    and let two people file one.
    """
    lawyer, reviewer = _people()
    public = claims()
    for row in _read()["packages"]:
        wanted = row.get("rests", {})
        fitting = [
            each.number
            for each in public
            if each.state.value == wanted.get("state") and wanted["predicate"] in each.predicate
        ]
        for package in Package.objects.filter(invented=True, filed_at=None, title=row["title"]):
            if lawyer is None or reviewer is None:
                return
            if fitting and not package.grounds.exists():
                actions.rest_on(by=lawyer, package=package, number=fitting[0])
            if row.get("filed"):
                signed = actions.sign_package(by=lawyer, package=package)
                actions.file_package(by=reviewer, package=signed)


def _people() -> tuple[User | None, User | None]:
    """Return the lawyer and the reviewer of the demonstration's ministries."""
    held = User.objects.filter(is_demo=True).order_by("pk")
    lawyers = held.filter(memberships__role=MinistryLawyer.key)
    return lawyers.first(), held.filter(memberships__role=MinistryReviewer.key).first()


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
