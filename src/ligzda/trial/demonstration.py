"""An invented trial: protocol, draw, how its models were run, since the incubators opened."""

import datetime
import random
from collections.abc import Sequence
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from django.db import transaction
from django.utils import timezone

from ligzda.blueprints.models import ModelVersion
from ligzda.incubators.models import Incubator
from ligzda.kernel.calendar import month_after
from ligzda.network.models import User
from ligzda.trial.assignment.actions import InventedSecret, hold_invented_draw
from ligzda.trial.assignment.problems import periods
from ligzda.trial.assignment.types import Arm, Problem, Site
from ligzda.trial.registry import actions as registry
from ligzda.trial.registry.models import ProtocolVersion
from ligzda.trial.running.actions import FidelityFacts, assess_fidelity, record_flow
from ligzda.trial.running.fidelity import MODERATORS, PARTS
from ligzda.trial.running.models import FidelityAssessment, FlowEvent

_DATA = Path(__file__).resolve().parent / "data"
_PLAN = _DATA / "plan.toml"
"""What is registered of the invented trial; benchmarks/recovery.py holds it to the truth."""
_DAY = datetime.timedelta(days=1)


@cache
def data() -> dict[str, Any]:
    """Return the file."""
    read: dict[str, Any] = yaml.safe_load((_DATA / "demonstration.yaml").read_text("utf-8"))
    return read


def load(*, by: User) -> None:
    """Add the invented trial where there is none, and the quarters that are over."""
    sites = list(Incubator.objects.filter(invented=True).order_by("slug"))
    if not ProtocolVersion.objects.exists() and sites:
        _hold(by, sites)
    if ProtocolVersion.objects.filter(draw__seed=data()["seed"]).exists():
        for site in sites:
            _assess(by, site)


@transaction.atomic
def _hold(by: User, sites: list[Incubator]) -> None:
    said = data()
    begins = min(site.opens_on for site in sites if site.opens_on)
    ends = month_after(begins, said["trial_months"])
    days = {"trial_starts": begins, "intervention_starts": begins}
    days |= {"trial_ends": ends, "intervention_ends": ends}
    given = {key: day.isoformat() for key, day in days.items()}
    models = ModelVersion.objects.select_related("model").filter(published_at__isnull=False)
    rows = list(models.order_by("model__code"))
    draft = registry.begin_version(
        by=by,
        content=said["words"] | said["numbers"] | said["choices"] | given,
        plan=_PLAN.read_text("utf-8"),
        models=rows,
    )
    protocol = registry.register(
        by=by, version=draft, at=_noon(begins, said["registered_days_before"])
    )
    drawn_at = _noon(begins, said["drawn_days_before"])
    for slug, reason in said["excluded"].items():
        record_flow(
            by=by,
            incubator=Incubator.objects.get(slug=slug),
            stage=FlowEvent.Stage.EXCLUDED,
            reason=reason,
            happened_on=drawn_at.date(),
        )
    hold_invented_draw(
        by=by,
        protocol=protocol,
        problem=problem(sites, rows, begins),
        secret=InventedSecret(
            said["seed"], said["salt"], said["public_value"], said["public_source"], drawn_at
        ),
    )


def problem(
    sites: Sequence[Incubator], models: Sequence[ModelVersion], begins: datetime.date
) -> Problem:
    """Return what is drawn: one period, any model anywhere."""
    arms = tuple(
        Arm(row.model.code, {x: "+" if getattr(row, x.lower()) else "-" for x in "ABC"})
        for row in models
    )
    whole = periods(begins, 1, data()["trial_months"])
    return Problem(tuple(Site(site.slug) for site in sites), arms, whole)


@transaction.atomic
def _assess(by: User, site: Incubator) -> None:
    """Assess every whole quarter that is over and was not assessed."""
    said, today = data()["fidelity"], timezone.localdate()
    there = set(FidelityAssessment.objects.filter(incubator=site).values_list("quarter", flat=True))
    for quarter in _quarters(site.opens_on, today):
        if quarter in there:
            continue
        chance = random.Random(f"{site.slug} {quarter}")
        usual = (said["usual"]["least"], said["usual"]["most"])
        least, most = (said["not_run"].get(site.slug, edge) for edge in usual)
        assess_fidelity(
            by=by,
            incubator=site,
            facts_given=FidelityFacts(
                quarter=quarter,
                source=said["source"],
                assessed_on=min(today, month_after(quarter, 3) + 9 * _DAY),
                parts={
                    part: (Decimal(100), Decimal(chance.randint(least, most))) for part in PARTS
                },
                moderators={name: (None, Decimal(chance.randint(2, 5))) for name in MODERATORS},
                note=said["note"],
            ),
        )


def _quarters(opened: datetime.date | None, today: datetime.date) -> list[datetime.date]:
    """Return the first days of the quarters from the opening on that are over."""
    if opened is None:
        return []
    day = opened.replace(month=opened.month - (opened.month - 1) % 3, day=1)
    day = day if day == opened else month_after(day, 3)
    found = []
    while month_after(day, 3) <= today:
        found.append(day)
        day = month_after(day, 3)
    return found


def _noon(begins: datetime.date, before: int) -> datetime.datetime:
    day = begins - before * _DAY
    return timezone.make_aware(datetime.datetime.combine(day, datetime.time(12)))
