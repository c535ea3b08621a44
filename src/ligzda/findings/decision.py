"""One decision: from a plan and its sources to costs and outcomes, and to what knowing is worth."""

import json
from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from datetime import date
from decimal import Decimal
from importlib.metadata import version
from pathlib import Path
from shlex import quote
from typing import Any, Literal

import numpy as np

from ligzda.evidence import ENGINE_VERSION, Evaluation, PlanError
from ligzda.evidence.decision import (
    Acceptability,
    Acceptance,
    BinomialStudy,
    Choice,
    CorrelationCase,
    Increment,
    Joint,
    MonteCarlo,
    NetBenefit,
    NormalStudy,
    PerfectInformation,
    Population,
    PopulationValue,
    SampleInformation,
    Standing,
    StudyValue,
    ValueFunction,
    WeightSpace,
    acceptability,
    best_within_budget,
    correlation_sensitivity,
    dominance,
    evpi,
    evsi_over_sizes,
    increments,
    net_benefit,
    net_benefits,
    over_population,
    pair,
    perfect_information,
    smaa,
    study_value,
)
from ligzda.evidence.decision.draws import Floats, Interval, Record, intervals
from ligzda.findings.decision_faults import DecisionPlanFault
from ligzda.findings.decision_inputs import Input, Reading
from ligzda.findings.decision_plan import DecisionPlan, People, StudyPlan
from ligzda.findings.decision_toml import parse_decision
from ligzda.findings.file_faults import FileFault
from ligzda.findings.inputs import read_input
from ligzda.findings.provenance import inputs_date

Stage = Literal["plan", "records", "decision"]
"""What `decide_files` is about to do, for whoever waits."""


@dataclass(frozen=True)
class StudyAnswer(Record):
    """What a proposed study is worth; `value` where the plan says whom the decision concerns."""

    name: str
    information: SampleInformation
    value: StudyValue | None


@dataclass(frozen=True, eq=False)
class Decision(Record):
    """The answers to a decision's plan; everything is a participant's, in the plan's currency.

    `perfect` holds EVPI and EVPPI for one participant, `over_people` EVPI for all of them.
    """

    options: tuple[str, ...]
    effects: tuple[Interval, ...]
    costs: tuple[Interval, ...]
    correlation: tuple[float | None, ...]
    benefit: NetBenefit
    increments: tuple[Increment, ...]
    standings: tuple[Standing, ...]
    curve: Acceptability
    perfect: PerfectInformation
    over_people: PopulationValue | None
    correlations: tuple[CorrelationCase, ...]
    choice: Choice | None
    studies: tuple[StudyAnswer, ...]
    support: Acceptance | None
    draws: int


@dataclass(frozen=True)
class Origin:
    """Where a decision comes from: files by name and SHA-256, versions, seed, the inputs' date."""

    plan_name: str
    plan_sha256: str
    inputs: tuple[tuple[str, str], ...]
    engine_version: str
    ligzda_version: str
    seed: int
    date: date

    @property
    def command(self) -> str:
        """The command that makes the same numbers again."""
        return f"ligzda decide {quote(self.plan_name)} --seed {self.seed}"


@dataclass(frozen=True, eq=False)
class DecisionRecord:
    """A decision with where it comes from; what its report is made of.

    `evaluations` are those whose draws were used, with their priors, by source (“effect” …);
    `files` the inputs that may travel with a report.
    """

    decision: Decision
    plan: DecisionPlan
    provenance: Origin
    plan_bytes: bytes
    evaluations: tuple[tuple[str, Evaluation], ...]
    files: tuple[tuple[str, bytes], ...]

    def to_dict(self) -> dict[str, Any]:
        """Give everything as JSON values, in full precision; the plan's money as it was written."""
        origin = asdict(self.provenance) | {"date": self.provenance.date.isoformat()}
        assumed = [
            {
                "source": source,
                "priors": [asdict(prior) for prior in found.priors],
                "good": found.diagnosis.good,
            }
            for source, found in self.evaluations
        ]
        return {
            "provenance": origin,
            "plan": _written(asdict(self.plan)),
            "evaluations": assumed,
            "decision": self.decision.to_dict(),
        }

    def to_json(self) -> str:
        """Give everything as JSON text."""
        return json.dumps(self.to_dict(), ensure_ascii=False, indent=1, allow_nan=False) + "\n"


def decide_files(
    plan: Path, *, seed: int = 1, step: Callable[[Stage], None] = lambda stage: None
) -> DecisionRecord:
    """Answer a decision's plan; its files are looked for beside it.

    Raises EvidenceError (PlanError, TableError, DecisionError) with a sentence for people.
    """
    step("plan")
    file = read_input(plan, lambda fault: PlanError("file", fault, plan=str(plan)))
    content = file.content or b""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise PlanError("file", FileFault.PLAN_NOT_UTF_8, plan=plan.name) from None
    parsed = parse_decision(text, name=plan.name)
    step("records")
    reading = Reading(parsed, plan.parent, plan.name, seed)
    columns = tuple(dict.fromkeys(name for one in parsed.parameters for name in one.columns))
    effect, cost = reading.read(parsed.effect.source, columns), reading.read(parsed.cost.source)
    own = {one.name: reading.read(one.source) for one in parsed.criteria if one.source is not None}
    step("decision")
    decision = decide(parsed, effect, cost, own, columns, seed=seed, plan_name=plan.name)
    named = [("effect", effect), ("cost", cost), *own.items()]
    files = list({one.path: one for _, given in named for one in given.files}.values())
    for place, one in enumerate(files):
        if one.name in [other.name for other in files[:place]]:
            raise PlanError("files", DecisionPlanFault.SAME_NAME.of(name=one.name), plan=plan.name)
    travels = {name for _, one in named for name in one.travels}
    return DecisionRecord(
        decision,
        parsed,
        Origin(
            plan.name,
            file.sha256,
            tuple((one.name, one.sha256) for one in files),
            ENGINE_VERSION,
            version("ligzda"),
            seed,
            inputs_date(file.changed, *(one.changed for one in files)),
        ),
        content,
        tuple((name, one.evaluation) for name, one in named if one.evaluation is not None),
        tuple(
            (one.name, one.attachment)
            for one in files
            if one.name in travels and one.attachment is not None
        ),
    )


def decide(
    plan: DecisionPlan, effect: Input, cost: Input, own: dict[str, Input],
    columns: tuple[str, ...], *, seed: int, plan_name: str = "plan",
) -> Decision:  # fmt: skip
    """Answer a decision's plan from draws `[draw, option]`."""
    same_file = any(one.source and plan.beside_effect(one.source) for one in plan.criteria)
    if (columns or same_file) and len(effect.values) > len(cost.values):
        # Pairing would thin the effects, and what stands beside them would lose its rows.
        counted = {"costs": len(cost.values), "effects": len(effect.values)}
        raise PlanError("cost", DecisionPlanFault.FEWER_COSTS.of(**counted), plan=plan_name)
    # Net costs may lie below 0, which `pair` refuses. It reorders, so a common shift is harmless.
    shift = min(float(cost.values.min()), 0.0) if plan.cost.net else 0.0
    raised = cost.values - shift
    correlation = plan.together.correlation if plan.together else None
    paired = pair(effect.values, raised, correlation=correlation, seed=seed)
    joint = replace(paired, costs=paired.costs + shift)
    options, at, net = plan.options, float(plan.willingness.at), plan.cost.net
    e, c = joint.effects, joint.costs
    benefit = net_benefit(e, c, at, net_costs=net)
    whole = evpi(benefit, seed=seed)
    people = _population(plan, plan.people)
    budget = plan.budget
    correlations: tuple[CorrelationCase, ...] = ()
    if plan.together and plan.together.compare:
        correlations = correlation_sensitivity(
            effect.values, raised, at, correlations=plan.together.compare, options=options,
            seed=seed,
        )  # fmt: skip
    return Decision(
        options,
        intervals(e),
        intervals(c),
        joint.achieved,
        net_benefits(e, c, at, options=options, reference=plan.reference, net_costs=net),
        increments(e, c, options=options, reference=plan.reference, net_costs=net),
        dominance(e, c, options=options, net_costs=net),
        acceptability(
            e, c, [float(value) for value in plan.willingness.grid], options=options, net_costs=net
        ),
        _perfect(plan, benefit, joint, effect.columns, columns, whole, seed),
        over_population(whole, people) if people else None,
        correlations,
        best_within_budget(
            benefit, c, float(budget.amount), places=budget.places, mid=float(budget.mid),
            assurance=budget.assurance, options=options,
        ) if budget else None,
        tuple(_study(one, plan, benefit, e, people, seed) for one in plan.studies),
        _support(plan, joint, own, seed) if plan.criteria else None,
        len(e),
    )  # fmt: skip


def _population(plan: DecisionPlan, people: People | None) -> Population | None:
    if people is None:
        return None
    return Population(people.name, people.per_year, people.years, plan.discount_rate)


def _perfect(
    plan: DecisionPlan, benefit: Floats, joint: Joint, further: Floats,
    columns: tuple[str, ...], whole: MonteCarlo, seed: int,
) -> PerfectInformation:  # fmt: skip
    """Value everything, and each of the plan's parameters."""
    if not plan.parameters:
        return PerfectInformation(whole, ())
    groups = {}
    for one in plan.parameters:
        parts = [joint.effects[:, [plan.options.index(name)]] for name in one.effect]
        parts += [joint.costs[:, [plan.options.index(name)]] for name in one.cost]
        parts += [further[:, [columns.index(name)]] for name in one.columns]
        groups[one.name] = np.concatenate(parts, axis=1)
    return perfect_information(benefit, groups, seed=seed)


def _study(
    one: StudyPlan, plan: DecisionPlan, benefit: Floats, effects: Floats,
    people: Population | None, seed: int,
) -> StudyAnswer:  # fmt: skip
    observed = effects[:, [plan.options.index(arm) for arm in one.arms]]
    per_unit = list(one.per_unit) or None
    study = (
        BinomialStudy(observed, per_unit)
        if one.sd is None
        else NormalStudy(observed, one.sd, per_unit)
    )
    found = evsi_over_sizes(benefit, observed, study, one.sizes, seed=seed)
    worth = people and study_value(
        found, people, fixed_cost=float(one.fixed_cost), cost_per_unit=float(one.cost_per_unit),
        delay=one.delay,
    )  # fmt: skip
    return StudyAnswer(one.name, found, worth or None)


def _support(plan: DecisionPlan, joint: Joint, own: dict[str, Input], seed: int) -> Acceptance:
    """Let the weights vary within what the plan holds possible."""
    rng = np.random.default_rng([seed, 4])
    layers = []
    for one in plan.criteria:
        if one.of != "own":
            layers.append(joint.effects if one.of == "effect" else joint.costs)
            continue
        values, size = own[one.name].values, len(joint.effects)
        if one.source and plan.beside_effect(one.source):
            layers.append(values)  # the same file: its rows belong to the effect's
        else:
            layers.append(values[rng.permutation(len(values))[np.arange(size) % len(values)]])
    space = WeightSpace(tuple(one.name for one in plan.criteria))
    if plan.weights.ranked:
        space = space.ranked(*plan.weights.ranked)
    for name, (low, high) in plan.weights.between.items():
        space = space.between(name, low, high)
    functions = [
        ValueFunction(one.name, one.unit, one.worst, one.best, one.between) for one in plan.criteria
    ]
    return smaa(np.stack(layers, axis=2), functions, space, options=plan.options, seed=seed)


def _written(value: Any) -> Any:
    """Give a plan's values for JSON: money stays the digits that were written."""
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, dict):
        return {str(key): _written(one) for key, one in value.items()}
    if isinstance(value, (list, tuple)):
        return [_written(one) for one in value]
    return value
