"""What a report says of missing outcomes: who is missing, and what if they did worse."""

from ligzda.evidence import Evaluation, Plan
from ligzda.evidence.missing import Imputed, PooledContrast
from ligzda.evidence.missing_analysis import MissingAnalysis
from ligzda.evidence.missing_plan import Scenario
from ligzda.evidence.tipping import Tipping
from ligzda.findings.naming import Naming
from ligzda.findings.phrases import Phrases
from ligzda.findings.scales import Scale, scale_of, told
from ligzda.publishing import Block, Chart, Column, DataTable, Heading, Numbers, Paragraph
from ligzda.publishing.curves import Line, Point, curves


def missing_outcomes(evaluation: Evaluation, say: Phrases) -> list[Block]:
    """Write the section on missing outcomes; nothing where the plan refuses any."""
    if not evaluation.missing:
        return []
    return _Missing(evaluation, say).blocks()


def p_good(contrast: PooledContrast, evaluation: Evaluation) -> float:
    """Give the probability that a pooled contrast lies in the direction that is better."""
    return contrast.p_positive if evaluation.outcome.better == "higher" else 1 - contrast.p_positive


def scenario_name(one: Imputed, plan: Plan, say: Phrases) -> str:
    """Name a scenario by its shifts, and say so where the plan does not register it."""
    if not one.shifts:
        return say("missing_at_random")
    numbers = Numbers(say.language)
    naming = Naming(plan, say.language)
    shifts = "; ".join(
        f"{naming.level(plan.roles.arm, arm)} {numbers.decimal(delta, 2, sign=True)}"
        for arm, delta in one.shifts
    )
    return shifts if is_registered(one.shifts, plan) else f"{shifts} " + say("missing_added")


def is_registered(shifts: Scenario, plan: Plan) -> bool:
    """Whether the plan itself holds this scenario, or only the one who evaluated asked for it."""
    return plan.missing is not None and shifts in plan.missing.shifts


def tipping_verdict(evaluation: Evaluation, found: Tipping, say: Phrases) -> str:
    """Say of whom a shift changes the conclusion, and at which shift."""
    report = _Missing(evaluation, say)
    moved = say("tipping_moved", arms=", ".join(found.arms), unit=report.unit)
    return f"{moved} {report.verdict(found)}"


# What is concluded without a shift, by the kind of conclusion and whether it holds.
CONCLUSIONS = {
    ("above mid", True): "tipping_mid_yes",
    ("above mid", False): "tipping_mid_no",
    ("excludes zero", True): "tipping_zero_yes",
    ("excludes zero", False): "tipping_zero_no",
}


class _Missing:
    def __init__(self, evaluation: Evaluation, say: Phrases) -> None:
        self.evaluation = evaluation
        self.plan = evaluation.plan
        self.say = say
        self.numbers = Numbers(say.language)

    def blocks(self) -> list[Block]:
        say, analysis = self.say, self.evaluation.missing_analysis
        blocks: list[Block] = [Heading(say("missing"))]
        if not any(count.missing for count in self.evaluation.missing):
            return [*blocks, Paragraph.of(say("missing_nobody"))]
        blocks += [Paragraph.of(say("missing_text")), self.counts()]
        if analysis is not None:
            blocks += self.scenarios(analysis)
            if analysis.tipping is not None:
                blocks += self.tipping(analysis.tipping)
        return blocks

    def counts(self) -> DataTable:
        say, numbers = self.say, self.numbers
        columns = (
            Column(say("col_arm"), "left"),
            Column(say("col_n")),
            Column(say("col_missing")),
            Column(say("col_missing_share")),
        )
        rows = tuple(
            (
                count.arm or say("missing_everybody"),
                numbers.integer(count.participants),
                numbers.integer(count.missing),
                numbers.percent(count.share),
            )
            for count in self.evaluation.missing
        )
        return DataTable(say("missing_table"), columns, rows)

    def scenarios(self, analysis: MissingAnalysis) -> list[Block]:
        say, numbers = self.say, self.numbers
        answers = (analysis.at_random, *analysis.shifted)
        everything = [contrast for one in answers for contrast in one.contrasts]
        scale = scale_of(self.evaluation, [told(c) for c in everything], say, link=False)
        with_mid = any(contrast.p_above_mid is not None for contrast in everything)
        columns = [
            Column(say("col_scenario"), "left"),
            Column(say("col_difference"), unit=scale.unit),
            Column(say("col_95"), unit=scale.unit),
            Column(say("col_p_better")),
            *([Column(say("col_p_mid"))] if with_mid else []),
            Column(say("col_information")),
        ]
        rows = tuple(
            (self.row_name(one, contrast), *self.row(contrast, scale, with_mid=with_mid))
            for one in answers
            for contrast in one.contrasts
        )
        imputations = say.count(analysis.at_random.imputations, "imputation")
        # The simulation error is known on the scale of the link; it is told beside the SD there.
        error = max(c.mcse / c.link.sd for c in everything if c.link.sd > 0)
        text = [
            say("imputed_text", imputations=imputations),
            say("imputed_error", share=numbers.percent(error, 1)),
        ]
        if analysis.shifted:
            text.append(say("imputed_shifts", unit=self.unit))
        if self.plan.missing is not None and self.plan.missing.why:
            text.append(say("missing_why", why=Naming(self.plan, say.language).missing_reason()))
        return [
            Heading(say("imputed"), 2),
            Paragraph.of(" ".join(text)),
            DataTable(say("imputed_table"), tuple(columns), rows, say("imputed_note")),
        ]

    def row_name(self, one: Imputed, contrast: PooledContrast) -> str:
        """Name a row by its scenario, and by its comparison where there are several."""
        name = scenario_name(one, self.plan, self.say)
        return name if len(one.contrasts) == 1 else f"{name}: {contrast.name}"

    def row(self, contrast: PooledContrast, scale: Scale, *, with_mid: bool) -> tuple[str, ...]:
        numbers, found = self.numbers, told(contrast)
        above = contrast.p_above_mid
        shown = ["–" if above is None else numbers.probability(above)] if with_mid else []
        return (
            scale.value(found.mean),
            scale.span(found),
            numbers.probability(p_good(contrast, self.evaluation)),
            *shown,
            numbers.percent(contrast.information_missing),
        )

    @property
    def unit(self) -> str:
        """The unit of a shift: the scale of the link."""
        outcome = self.evaluation.outcome
        if outcome.link == "identity":
            return outcome.unit or self.say("own_scale")
        return self.say("log_odds" if outcome.link == "logit" else "log_scale")

    def tipping(self, found: Tipping) -> list[Block]:
        say = self.say
        blocks: list[Block] = [
            Heading(say("tipping"), 2),
            Paragraph.of(say("tipping_text", arms=", ".join(found.arms), unit=self.unit)),
            Paragraph.of(self.verdict(found)),
            self.chart(found),
        ]
        if self.plan.missing is None or self.plan.missing.tipping is None:
            blocks.insert(2, Paragraph.of(say("tipping_added")))
        return blocks

    def verdict(self, found: Tipping) -> str:
        """Say where the conclusion changes, or that it does not within the range."""
        say, numbers = self.say, self.numbers
        certainty = numbers.percent(found.certainty, 1 if found.certainty * 100 % 1 else 0)
        holds = say(
            CONCLUSIONS[found.conclusion, found.concluded],
            name=found.contrast,
            certainty=certainty,
        )
        ends = [numbers.decimal(end, 2, sign=True) for end in self.ends(found)]
        low, high = (numbers.decimal(end, 1, sign=True) for end in self.range(found))
        if not ends:
            change = say("tipping_never", range=numbers.interval(low, high))
        else:
            change = say("tipping_at", shifts=say("tipping_or").join(ends))
        return f"{holds} {change}"

    @staticmethod
    def ends(found: Tipping) -> list[float]:
        return [end for end in (found.below, found.above) if end is not None]

    @staticmethod
    def range(found: Tipping) -> tuple[float, float]:
        return found.shifts[0], found.shifts[-1]

    def chart(self, found: Tipping) -> Chart:
        say, numbers = self.say, self.numbers
        mid = found.conclusion == "above mid"
        measure = say("tipping_p_mid" if mid else "tipping_p_zero")
        points = tuple(Point(x, y) for x, y in zip(found.shifts, found.values, strict=True))
        edge = (1 - found.certainty) / 2
        bounds = [found.certainty] if mid else [edge, 1 - edge]
        # Two decimals keep two tipping points apart, and name them as the text does.
        places = {numbers.decimal(end, 2, sign=True): end for end in self.ends(found)}
        specification = curves(
            [Line(found.contrast, points)],
            axes=(say("tipping_axis", unit=self.unit), measure),
            numbers=numbers,
            percent=True,
            levels={numbers.percent(bound, 1): bound for bound in bounds},
            places=places,
        )
        rows = tuple(
            (
                numbers.decimal(shift, 2, sign=True),
                numbers.decimal(mean, 2, sign=True),
                numbers.probability(value),
                say("yes" if holds else "no"),
            )
            for shift, mean, value, holds in zip(
                found.shifts, found.means, found.values, found.holds, strict=True
            )
        )
        columns = (
            Column(say("col_shift"), "left", unit=self.unit),
            Column(say("col_difference"), unit=self.unit),
            Column(measure),
            Column(say("col_holds")),
        )
        return Chart(
            specification,
            alternative=say("tipping_alt", name=found.contrast, verdict=self.verdict(found)),
            caption=say("tipping_caption", name=found.contrast, arms=", ".join(found.arms)),
            data=DataTable(say("tipping_table"), columns, rows),
        )
