"""Reading the plan of a decision from TOML: every key is known, or refused with the nearest."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from itertools import pairwise
from typing import Any, Literal, cast

from ligzda.evidence.decision import MINIMUM_DRAWS
from ligzda.evidence.errors import nearest
from ligzda.evidence.toml_text import read_toml
from ligzda.findings.decision_faults import DecisionPlanFault as Fault
from ligzda.findings.decision_plan import (
    Budget,
    Cost,
    Criterion,
    DecisionPlan,
    DecisionText,
    Effect,
    Parameter,
    People,
    StudyPlan,
    Together,
    Weights,
    Willingness,
)
from ligzda.findings.decision_values import SOURCE, Values
from ligzda.languages import CODES

TOP = (
    "title", "decision", "effect", "cost", "willingness", "together", "population", "budget",
    "parameters", "studies", "criteria", "weights", "text",
)  # fmt: skip
DECISION = (
    "options", "reference", "perspective", "currency", "price_year", "discount_rate", "draws",
    "invented",
)  # fmt: skip
EFFECT = (*SOURCE, "name", "unit", "scale")
COST = (*SOURCE, "net")
WILLINGNESS = ("at", "from", "to", "step", "why")
TOGETHER = ("correlation", "compare", "why")
POPULATION = ("name", "people_per_year", "years")
BUDGET = ("amount", "places", "mid", "assurance")
PARAMETER = ("name", "effect", "cost", "columns")
STUDY = (
    "name", "kind", "arms", "sizes", "sd", "per_unit", "fixed_cost", "cost_per_unit", "delay",
)  # fmt: skip
CRITERION = (*SOURCE, "name", "unit", "of", "worst", "best", "between")
WEIGHTS = ("ranked", "between")
TEXT = ("title", "perspective", "unit", "names", "reasons")
REASONED = ("effect", "cost", "willingness", "together")

MOST_STEPS = 500


def parse_decision(text: str, *, name: str) -> DecisionPlan:
    """Read the plan of a decision; PlanError names the key, what is wrong and what would do."""
    return _Decision(name).plan_of(read_toml(text, plan=name, parse_float=Decimal))


class _Decision(Values):
    """Reads each section."""

    def plan_of(self, raw: Mapping[str, Any]) -> DecisionPlan:
        self.known("", raw, TOP)
        top = self.table(raw, "decision")
        self.known("decision", top, DECISION)
        self.options = self.texts(top, "options", "decision")
        if len(self.options) < 2 or len(set(self.options)) != len(self.options):
            raise self.fail(
                "decision.options",
                Fault.FEW_OPTIONS,
            )
        draws = self.whole(top, "draws", "decision", 4000, least=MINIMUM_DRAWS, most=100_000)
        reference = self.choice(top, "reference", "decision", self.options, self.options[0])
        rate = self.amount(top, "discount_rate", "decision", least=0, most=1)
        effect, cost = self.effect(raw), self.cost(raw)
        criteria = self.criteria(raw)
        plan = DecisionPlan(
            title=self.text(raw, "title", "", self.plan),
            options=self.options,
            reference=reference,
            perspective=self.text(top, "perspective", "decision"),
            currency=self.text(top, "currency", "decision", "EUR"),
            price_year=self.whole(top, "price_year", "decision", None, least=1900, most=2200),
            discount_rate=float(rate),
            draws=draws,
            invented=self.flag(top, "invented", "decision"),
            effect=effect,
            cost=cost,
            willingness=self.willingness(self.table(raw, "willingness")),
            together=self.together(raw),
            people=self.people(raw),
            budget=self.budget(raw),
            parameters=self.parameters(raw, effect),
            studies=self.studies(raw, effect),
            criteria=criteria,
            weights=self.weights(raw, [criterion.name for criterion in criteria]),
            texts=self.words(raw),
        )
        known = (
            *plan.options,
            plan.effect.name,
            *([plan.people.name] if plan.people else []),
            *(one.name for one in plan.parameters),
            *(one.name for one in plan.studies),
            *(one.name for one in plan.criteria),
            *(one.unit for one in plan.criteria if one.unit),
        )
        reasoned = (*REASONED, *(one.name for one in plan.criteria if one.source))
        for language, text in plan.texts.items():
            self.known(f"text.{language}.names", text.names, tuple(dict.fromkeys(known)))
            self.known(f"text.{language}.reasons", text.reasons, reasoned)
        if plan.budget and plan.cost.net:
            raise self.fail(
                "budget",
                Fault.NET_BUDGET,
            )
        if plan.joint and plan.together:
            raise self.fail(
                "together",
                Fault.JOINT_ALREADY,
            )
        if not plan.joint and not plan.together:
            raise self.fail(
                "together",
                Fault.NOT_TOGETHER,
            )
        return plan

    def effect(self, raw: Mapping[str, Any]) -> Effect:
        table = self.table(raw, "effect")
        self.known("effect", table, EFFECT)
        scale = self.choice(table, "scale", "effect", ("share", "amount"), "amount")
        return Effect(
            self.text(table, "name", "effect"),
            self.text(table, "unit", "effect"),
            cast("Literal['share', 'amount']", scale),
            self.source(table, "effect"),
        )

    def cost(self, raw: Mapping[str, Any]) -> Cost:
        table = self.table(raw, "cost")
        self.known("cost", table, COST)
        return Cost(self.source(table, "cost"), self.flag(table, "net", "cost"))

    def willingness(self, raw: Mapping[str, Any]) -> Willingness:
        path = "willingness"
        self.known(path, raw, WILLINGNESS)
        at = self.amount(raw, "at", path, least=0)
        low = self.amount(raw, "from", path, Decimal(0), least=0)
        high = self.amount(raw, "to", path, 2 * at, least=0)
        if not low < high:
            raise self.fail(f"{path}.to", Fault.RANGE_ENDS.of(low=str(low), high=str(high)))
        if not low <= at <= high:
            raise self.fail(
                f"{path}.at", Fault.NOT_IN_RANGE.of(value=str(at), low=str(low), high=str(high))
            )
        step = self.amount(raw, "step", path, (high - low) / 20, least=0)
        if step <= 0 or (high - low) / step > MOST_STEPS:
            raise self.fail(f"{path}.step", Fault.STEP.of(most=MOST_STEPS))
        grid = {low + step * place for place in range(int((high - low) / step) + 1)}
        return Willingness(at, tuple(sorted(grid | {at, high})), self.text(raw, "why", path, ""))

    def together(self, raw: Mapping[str, Any]) -> Together | None:
        if "together" not in raw:
            return None
        table = self.table(raw, "together")
        self.known("together", table, TOGETHER)
        correlation = self.amount(table, "correlation", "together", least=-1, most=1)
        compare = self.numbers(table, "compare", "together", least=-1)
        if len(compare) == 1 or any(not -1 <= value <= 1 for value in compare):
            raise self.fail("together.compare", Fault.TWO_CORRELATIONS)
        return Together(float(correlation), compare, self.text(table, "why", "together", ""))

    def people(self, raw: Mapping[str, Any]) -> People | None:
        if "population" not in raw:
            return None
        table, path = self.table(raw, "population"), "population"
        self.known(path, table, POPULATION)
        return People(
            self.text(table, "name", path),
            float(self.amount(table, "people_per_year", path, least=0)),
            self.whole(table, "years", path, None, least=1, most=100),
        )

    def budget(self, raw: Mapping[str, Any]) -> Budget | None:
        if "budget" not in raw:
            return None
        table, path = self.table(raw, "budget"), "budget"
        self.known(path, table, BUDGET)
        return Budget(
            self.amount(table, "amount", path, least=0),
            float(self.amount(table, "places", path, least=0)),
            self.amount(table, "mid", path, least=0),
            float(self.amount(table, "assurance", path, Decimal("0.8"), least=0, most=1)),
        )

    def parameters(self, raw: Mapping[str, Any], effect: Effect) -> tuple[Parameter, ...]:
        found = []
        for place, table in enumerate(self.tables(raw, "parameters", needed=False), 1):
            path = f"parameters[{place}]"
            self.known(path, table, PARAMETER)
            columns = self.texts(table, "columns", path)
            if columns and effect.source.draws is None:
                raise self.fail(f"{path}.columns", Fault.NO_DRAWS)
            one = Parameter(
                self.text(table, "name", path),
                self.some_options(table, "effect", path),
                self.some_options(table, "cost", path),
                columns,
            )
            if not (one.effect or one.cost or one.columns):
                raise self.fail(path, Fault.NOTHING_NAMED)
            found.append(one)
        self.once(found, "parameters")
        return tuple(found)

    def studies(self, raw: Mapping[str, Any], effect: Effect) -> tuple[StudyPlan, ...]:
        found = []
        for place, table in enumerate(self.tables(raw, "studies", needed=False), 1):
            path = f"studies[{place}]"
            self.known(path, table, STUDY)
            default = "binomial" if effect.scale == "share" else "normal"
            kind = self.choice(table, "kind", path, ("binomial", "normal"), default)
            arms = self.some_options(table, "arms", path) or self.options
            sizes = self.numbers(table, "sizes", path, least=0)
            if not sizes or any(a >= b for a, b in pairwise(sizes)) or sizes[-1] <= 0:
                raise self.fail(f"{path}.sizes", Fault.SIZES)
            per_unit = self.numbers(table, "per_unit", path, least=0)
            if per_unit and len(per_unit) != len(arms):
                raise self.fail(f"{path}.per_unit", Fault.PER_UNIT.of(count=len(arms)))
            sd = self.amount(table, "sd", path, least=0) if kind == "normal" else None
            if kind == "binomial" and "sd" in table:
                raise self.fail(f"{path}.sd", Fault.NO_SD)
            found.append(
                StudyPlan(
                    self.text(table, "name", path),
                    cast("Literal['binomial', 'normal']", kind),
                    arms,
                    sizes,
                    None if sd is None else float(sd),
                    per_unit,
                    self.amount(table, "fixed_cost", path, Decimal(0), least=0),
                    self.amount(table, "cost_per_unit", path, Decimal(0), least=0),
                    float(self.amount(table, "delay", path, Decimal(0), least=0)),
                )
            )
        self.once(found, "studies")
        return tuple(found)

    def criteria(self, raw: Mapping[str, Any]) -> tuple[Criterion, ...]:
        found = []
        for place, table in enumerate(self.tables(raw, "criteria", needed=False), 1):
            path = f"criteria[{place}]"
            self.known(path, table, CRITERION)
            of = self.choice(table, "of", path, ("effect", "cost", "own"), "own")
            given = [key for key in SOURCE if key in table]
            if of != "own" and given:
                raise self.fail(f"{path}.{given[0]}", Fault.CRITERION_ITSELF.of(of=of))
            between = table.get("between", [])
            if not isinstance(between, list) or not all(
                isinstance(pair, list) and len(pair) == 2 for pair in between
            ):
                raise self.fail(
                    f"{path}.between",
                    Fault.PAIRS,
                )
            pairs = [self.numbers({"between": pair}, "between", path) for pair in between]
            found.append(
                Criterion(
                    self.text(table, "name", path),
                    self.text(table, "unit", path, ""),
                    cast("Literal['effect', 'cost', 'own']", of),
                    self.source(table, path) if of == "own" else None,
                    float(self.amount(table, "worst", path)),
                    float(self.amount(table, "best", path)),
                    tuple((amount, worth) for amount, worth in pairs),
                )
            )
        self.once(found, "criteria")
        if len(found) == 1:
            raise self.fail("criteria", Fault.ONE_CRITERION)
        return tuple(found)

    def weights(self, raw: Mapping[str, Any], criteria: Sequence[str]) -> Weights:
        table = self.table(raw, "weights") if "weights" in raw else {}
        self.known("weights", table, WEIGHTS)
        if table and not criteria:
            raise self.fail("weights", Fault.NO_CRITERIA)
        ranked = self.texts(table, "ranked", "weights")
        limits = self.table(table, "between", "weights") if "between" in table else {}
        self.known("weights.between", limits, tuple(criteria))
        for name in ranked:
            if name not in criteria:
                raise self.fail(
                    "weights.ranked",
                    Fault.UNKNOWN_NAME.of(name=name, choice=nearest(name, criteria)),
                )
        between = {}
        for name in limits:
            pair = self.numbers(limits, name, "weights.between", least=0)
            if len(pair) != 2 or not pair[0] <= pair[1] <= 1:
                raise self.fail(f"weights.between.{name}", Fault.TWO_SHARES)
            between[name] = (pair[0], pair[1])
        return Weights(ranked, between)

    def once(self, found: Sequence[Parameter | StudyPlan | Criterion], key: str) -> None:
        """Refuse two of one name."""
        names = [one.name for one in found]
        for place, name in enumerate(names):
            if name in names[:place]:
                raise self.fail(f"{key}[{place + 1}].name", Fault.TWICE.of(name=name))

    def words(self, raw: Mapping[str, Any]) -> dict[str, DecisionText]:
        texts = self.table(raw, "text") if "text" in raw else {}
        self.known("text", texts, CODES)
        found = {}
        for language in texts:
            path = f"text.{language}"
            table = self.table(texts, language, "text")
            self.known(path, table, TEXT)
            names, reasons = (
                self.table(table, key, path) if key in table else {} for key in ("names", "reasons")
            )
            found[language] = DecisionText(
                self.text(table, "title", path, ""),
                self.text(table, "perspective", path, ""),
                self.text(table, "unit", path, ""),
                {name: self.text(names, name, f"{path}.names") for name in names},
                {name: self.text(reasons, name, f"{path}.reasons") for name in reasons},
            )
        return found
