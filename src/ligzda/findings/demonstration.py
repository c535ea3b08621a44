"""The demonstration's findings: a run of each frozen set, claims that rest on them, quotes.

The claims are checked after the first set and again after the second, so that what a late follow-up
turns has turned.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml
from django.utils import timezone

from ligzda.findings.claims_register.actions import approve, check_claims, draft
from ligzda.findings.claims_register.registry import named, registry
from ligzda.findings.models import Claim, Quote
from ligzda.findings.quotes.actions import approve as approve_quote
from ligzda.findings.quotes.actions import write_down
from ligzda.findings.quotes.rules import check_see_drafts, check_write_quotes
from ligzda.findings.runs.actions import ask, carry_out
from ligzda.indicators.dictionary import dictionary
from ligzda.indicators.models import DataSet
from ligzda.kernel.obstacle import may
from ligzda.network.models import User
from ligzda.network.roles import Permission
from ligzda.network.rules import has_permission

_FILE = Path(__file__).resolve().parent / "data" / "demonstration.yaml"
_OUTCOME, _MOMENTS = "in_paid_activity", ("m6", "m12")
_MODELS = ", ".join(f'"M{number}"' for number in range(1, 9))


def load(*, by: User) -> None:
    """Write and approve the claims, then carry out the plan on one set after the other."""
    sets = {row.moment: row for row in DataSet.objects.filter(outcome=_OUTCOME)}
    if not set(_MOMENTS) <= sets.keys():
        return
    if not Claim.objects.exists():
        _write(by, sets["m6"])
    if not Quote.objects.exists():
        _quote()
    for moment in _MOMENTS:
        run, _made = ask(by=by, data_sha256=sets[moment].sha256)
        carry_out(by=by, run=run)
        check_claims(by=by)


def _write(by: User, first: DataSet) -> None:
    """Write the claims as the house, and let an evaluator of the demonstration approve them."""
    known = registry()
    accounts = User.objects.filter(is_demo=True, is_active=True).order_by("pk")
    second = next((row for row in accounts if has_permission(row, Permission.REGISTER_TRIAL)), None)
    for predicate in predicates(first.as_of.isoformat()):
        claim = draft(by=by, predicate=predicate, known=known)
        if second is not None:
            approve(by=second, claim=claim, at=first.frozen_at)


def _quote() -> None:
    """Write down invented quotes as a social worker, and let an evaluator approve them."""
    accounts = User.objects.filter(is_demo=True, is_active=True).order_by("pk")
    keeper = next((row for row in accounts if may(check_write_quotes, by=row)), None)
    judge = next((row for row in accounts if row != keeper and may(check_see_drafts, by=row)), None)
    if keeper is None or judge is None:
        return
    said: list[list[str]] = yaml.safe_load(_FILE.read_text("utf-8"))["quotes"]
    for model, theme, speaker, text in said:
        quote = write_down(
            by=keeper, model=model, theme=theme, speaker=speaker, language="lv", text=text,
            consented_on=timezone.localdate(), agreed=True,
        )  # fmt: skip
        approve_quote(by=judge, quote=quote)


def predicates(look: str) -> Iterator[str]:
    """Give the predicates, `look` being the only day on which they may become supported."""
    said: dict[str, Any] = yaml.safe_load(_FILE.read_text("utf-8"))
    ends = f"enter: {said['band']['enter']}, leave: {said['band']['leave']}, looks: [{look}]"

    def outcome(moment: str) -> str:
        version = dictionary()[_OUTCOME].version
        return f"outcome: {named(_OUTCOME, moment)}@{version}"

    for factor, level, over, moment, by, sure in said["factors"]:
        yield (
            f'factor(factor: "{factor}", level: "{level}", over: "{over}", {outcome(moment)}, '
            f"by: {by} pp, sure: {sure}, {ends})"
        )
    for one, other, moment, sure in said["pairs"]:
        yield (
            f'comparison(model: "{one}", other: "{other}", {outcome(moment)}, by: 0 pp, '
            f"sure: {sure}, {ends})"
        )
    for model, moment, sure in said["best"]:
        yield (
            f'best(model: "{model}", among: [{_MODELS}], {outcome(moment)}, sure: {sure}, {ends})'
        )
