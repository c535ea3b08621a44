"""Frozen sets under a registered plan, and evaluations that say what a test asks them to."""

import datetime
import json
import random
from typing import Any

from django.utils import timezone
from tests.cast import Cast
from tests.trial.conftest import content

from ligzda.blueprints.models import ModelVersion
from ligzda.indicators.data_sets.taking import versions
from ligzda.indicators.models import DataSet
from ligzda.kernel.hashing import canonical_json, sha256
from ligzda.trial.registry import actions as registry
from ligzda.trial.registry.models import ProtocolVersion
from ligzda.trial.registry.plan_text import TEMPLATE

HEAD = "incubator,model,A,B,C,quarter,moment,participants,in_paid_activity"
CONTRAST = "A: outside body instead of municipality"


def protocol_of(cast: Cast) -> ProtocolVersion:
    """Register a protocol with the template's plan."""
    by = cast.evaluator
    models = list(ModelVersion.objects.filter(published_at__isnull=False))
    draft = registry.begin_version(by=by, content=content(), plan=TEMPLATE, models=models)
    return registry.register(by=by, version=draft)


def cells(moment: str, seed: int = 1) -> str:
    """Return cells of eight models in eight places."""
    chance, rows = random.Random(seed), [HEAD]
    for number in range(8):
        sides = [("-+")[number >> place & 1] for place in (2, 1, 0)]
        many = chance.randint(20, 40)
        worked = sum(chance.random() < 0.4 for _each in range(many))
        labels = [f"place{number}", f"M{number + 1}", *sides, "2025-04-01", moment]
        rows.append(",".join([*labels, str(many), str(worked)]))
    return "\r\n".join(rows) + "\r\n"


def frozen_set(cast: Cast, protocol: ProtocolVersion, moment: str, **given: Any) -> DataSet:
    """Freeze invented cells."""
    text = given.pop("content", cells(moment))
    whole = {
        "as_of": timezone.localdate(), "counted": 200, "people": [], "frozen_at": timezone.now(),
        "frozen_by": cast.evaluator, "rests_on": versions("in_paid_activity"),
    }  # fmt: skip
    return DataSet.objects.create(
        protocol=protocol, outcome="in_paid_activity", moment=moment, content=text,
        sha256=sha256(text), **(whole | given),
    )  # fmt: skip


def evaluated(probability: float, *, good: bool = True) -> str:
    """Return a result that gives the host's contrast a probability of being above 0."""
    ends = {"mean": 0.08, "sd": 0.03, "lower": 0.02, "lower80": 0.04, "median": 0.08}
    summary = {"term": "A", **ends, "upper80": 0.12, "upper": 0.14}
    contrast = {"name": CONTRAST, "link": summary, "probability": summary, "mid": 0.1,
                "p_positive": probability, "p_above_mid": 0.2}  # fmt: skip
    registered = {"name": CONTRAST, "column": "A", "level": "+", "versus": "-"}
    return canonical_json({
        "outcome": {"name": "in paid activity after 12 months", "better": "higher"},
        "plan": {"contrasts": [registered]},
        "contrasts": [contrast],
        "diagnosis": {"good": good, "mean_error": 0.001, "sd_error": 0.001},
    })  # fmt: skip


def predicate(look: datetime.date, **more: str) -> str:
    """Return a claim about the host, sure at .9, at the latest follow-up."""
    given = {"outcome": "in_paid_activity@1", "by": "0 pp", "sure": "0.9"} | more
    own = f'factor: "A", level: "+", over: "-", outcome: {given["outcome"]}, by: {given["by"]}'
    return f"factor({own}, sure: {given['sure']}, enter: 0.02, leave: 0.1, looks: [{look}])"


def said(text: str) -> Any:
    """Return a result as a value."""
    return json.loads(text)
