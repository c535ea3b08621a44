"""From a decision to a document: the answer, the price, the budget, what knowing is worth."""

from ligzda.evidence.decision import Choice
from ligzda.findings import decision_charts as charts
from ligzda.findings.decision import Decision, DecisionRecord, StudyAnswer
from ligzda.findings.decision_basis import DecisionBasis
from ligzda.findings.decision_naming import DecisionNaming
from ligzda.languages import Language
from ligzda.publishing import (
    Block,
    Column,
    DataTable,
    Document,
    Heading,
    KeyFigure,
    KeyFigures,
    Note,
    Paragraph,
)

STANDINGS = {"dominated": "k_dominated", "extendedly dominated": "k_extended"}


def compose_decision(
    record: DecisionRecord, language: Language
) -> tuple[Document, tuple[tuple[str, str], ...]]:
    """Make the document of a decision, and name the files that its page links to."""
    naming = DecisionNaming(record, language)
    say, basis = naming.say, DecisionBasis(naming)
    report = _Report(naming)
    document = Document(
        title=naming.title,
        subtitle=say("k_subtitle", effect=naming.name(record.plan.effect.name)),
        language=language,
        authors=(say("author", version=record.provenance.engine_version),),
        date=record.provenance.date,
        blocks=(
            *report.answer(),
            *report.options(),
            *report.price(),
            *report.budget(),
            *report.information(),
            *report.weights(),
            *basis.basis(),
            *basis.origin(),
        ),
        attachments=basis.attachments(),
    )
    files = (
        ("report.pdf", say("file_pdf")),
        ("report.docx", say("file_docx")),
        ("decision.json", say("file_json")),
    )
    return document, files


class _Report:
    def __init__(self, naming: DecisionNaming) -> None:
        self.naming = naming
        self.say = naming.say
        self.numbers = naming.numbers
        self.plan = naming.record.plan
        self.decision: Decision = naming.record.decision

    def answer(self) -> list[Block]:
        say, naming, found = self.say, self.naming, self.decision.benefit
        best = next(one for one in found.options if one.option == found.best)
        interval = self.numbers.interval(
            naming.figure(best.benefit.lower), naming.figure(best.benefit.upper)
        )
        evpi = self.decision.perfect.evpi
        name, p = naming.name(best.option), self.numbers.probability(best.p_best)
        invented: list[Block] = (
            [Note(say("k_invented_title"), (say("k_invented"),), kind="invented")]
            if self.plan.invented
            else []
        )
        lead = say(
            "k_lead",
            price=naming.money(found.willingness),
            unit=naming.unit,
            best=name,
            value=naming.money(best.benefit.mean),
            interval=interval,
        )
        error = say("k_se", se=naming.figure(evpi.se))
        doubt = say("k_lead_p", p=p, loss=naming.money(evpi.value), se=naming.figure(evpi.se))
        figures = (
            KeyFigure(
                naming.figure(best.benefit.mean),
                say("k_benefit_key", name=name),
                say("interval95", interval=interval),
                naming.currency,
            ),
            KeyFigure(p, say("k_p_key", name=name)),
            KeyFigure(naming.figure(evpi.value), say("k_evpi_key"), error, naming.currency),
        )
        return [
            *invented,
            Heading(say("k_answer")),
            Paragraph.of(f"{lead} {doubt}", lead=True),
            KeyFigures(figures),
            Note(say("k_not_known_title"), (say("k_not_known"),)),
        ]

    def options(self) -> list[Block]:
        say, naming = self.say, self.naming
        text = say(
            "k_options_text",
            currency=naming.currency,
            year=str(self.plan.price_year),
            perspective=naming.perspective,
        )
        return [
            Heading(say("k_options")),
            Paragraph.of(text),
            charts.benefits(naming),
            self.increments(),
            self.standings(),
        ]

    def increments(self) -> DataTable:
        say, naming, numbers = self.say, self.naming, self.numbers
        rows = []
        for one in self.decision.increments:
            q, ratio = one.ratio.quadrants, one.ratio
            shares = (
                q.better_and_dearer, q.better_and_no_dearer, q.no_better_and_no_dearer,
                q.no_better_and_dearer,
            )  # fmt: skip
            told = "–" if ratio.value is None else naming.figure(ratio.value)
            if ratio.lower is not None and ratio.upper is not None:
                told += f" ({numbers.span(naming.figure(ratio.lower), naming.figure(ratio.upper))})"
            rows.append(
                (
                    naming.name(one.option),
                    naming.effect_span(one.effect, sign=True),
                    naming.money_span(one.cost, sign=True),
                    told,
                    " / ".join(numbers.percent(share) for share in shares),
                )
            )
        columns = (
            Column(say("k_col_option"), "left"),
            Column(say("k_col_more_effect"), unit=naming.effect_unit(difference=True)),
            Column(say("k_col_more_cost"), unit=naming.currency),
            Column("ICER", unit=naming.currency),
            Column(say("k_col_quadrants")),
        )
        caption = say("k_increments_table", reference=naming.name(self.plan.reference))
        return DataTable(caption, columns, tuple(rows), say("k_ratio_note"))

    def standings(self) -> DataTable:
        say, naming = self.say, self.naming
        rows = []
        for one in self.decision.standings:
            key = STANDINGS.get(one.state)
            told = say(key, by=naming.joined(one.by)) if key else say("k_frontier")
            rows.append((naming.name(one.option), told, self.numbers.probability(one.p_dominated)))
        columns = (
            Column(say("k_col_option"), "left"),
            Column(say("k_col_standing"), "left"),
            Column(say("k_col_dominated")),
        )
        return DataTable(say("k_standing_table"), columns, tuple(rows))

    def price(self) -> list[Block]:
        say, naming, found = self.say, self.naming, self.decision.curve
        name, money = naming.name, naming.money
        told = " ".join(
            say("k_switch", price=money(at), to=name(to), **{"from": name(one)})
            for at, one, to in found.switches
        ) or say("k_no_switch", best=name(found.frontier[0]))
        return [
            Heading(say("k_curve")),
            Paragraph.of(say("k_curve_text", unit=naming.unit)),
            Paragraph.of(told),
            charts.acceptability(naming),
        ]

    def budget(self) -> list[Block]:
        say, naming, numbers = self.say, self.naming, self.numbers
        found, plan = self.decision.choice, self.plan.budget
        if found is None or plan is None:
            return []
        text = say(
            "k_budget_text",
            amount=naming.money(plan.amount),
            places=numbers.integer(plan.places),
            assurance=numbers.percent(plan.assurance),
        )
        columns = (
            Column(say("k_col_option"), "left"),
            Column(say("k_col_total"), unit=naming.currency),
            Column(say("k_col_afford")),
            Column(say("k_col_best_within")),
            Column(say("k_col_loss"), unit=naming.currency),
            Column(say("k_col_se"), unit=naming.currency),
        )
        rows = tuple(
            (
                naming.name(one.option),
                naming.money_span(one.total_cost),
                numbers.probability(one.p_affordable),
                numbers.probability(one.p_best_within_budget),
                "–" if one.expected_loss is None else naming.figure(one.expected_loss),
                "–" if one.expected_loss_se is None else naming.figure(one.expected_loss_se),
            )
            for one in found.candidates
        )
        return [
            Heading(say("k_budget")),
            Paragraph.of(f"{text} {self.verdict(found)}"),
            DataTable(say("k_budget_table"), columns, rows),
        ]

    def verdict(self, found: Choice) -> str:
        """Say what is recommended within the budget, or why nothing is."""
        losses = [
            (one.expected_loss, one.option)
            for one in found.candidates
            if one.expected_loss is not None
        ]
        if not losses:
            return self.say("k_budget_none")
        loss, option = min(losses, key=lambda pair: pair[0])
        return self.say(
            "k_budget_yes" if found.recommended else "k_budget_loss",
            name=self.naming.name(found.recommended or option),
            loss=self.naming.money(loss),
            mid=self.naming.money(found.mid),
        )

    def information(self) -> list[Block]:
        say, naming, numbers = self.say, self.naming, self.numbers
        blocks: list[Block] = [
            Heading(say("k_information")),
            Paragraph.of(say("k_information_text")),
        ]
        if all_of_them := self.decision.over_people:
            people = all_of_them.population
            blocks.append(
                Paragraph.of(
                    say(
                        "k_people",
                        name=naming.name(people.name),
                        per_year=numbers.integer(people.people_per_year),
                        years=numbers.integer(people.years),
                        rate=numbers.percent(people.rate, 1),
                        value=naming.money(all_of_them.total.value),
                        se=naming.figure(all_of_them.total.se),
                    )
                )
            )
        blocks.append(charts.information(naming))
        for one in self.decision.perfect.parameters:
            if one.evppi.by_splines is not None:
                told = say(
                    "k_structure",
                    name=naming.name(one.name),
                    share=numbers.percent(one.evppi.structure),
                    simple=naming.money(one.evppi.by_splines),
                    value=naming.money(one.evppi.value),
                )
                blocks.append(Paragraph.of(told))
        for answer in self.decision.studies:
            blocks += [
                Heading(say("k_study", name=naming.name(answer.name)), 2),
                *self.worth(answer),
                charts.study(naming, answer),
            ]
        return blocks

    def worth(self, answer: StudyAnswer) -> list[Block]:
        """Say which size of a study is worth most, where it is known whom it serves."""
        say, naming, numbers = self.say, self.naming, self.numbers
        if answer.value is None:
            return []
        best = answer.value.best
        if best is None:
            return [Paragraph.of(say("k_study_none"))]
        told = say(
            "k_study_best",
            size=numbers.integer(best.size),
            net=naming.money(best.net),
            se=naming.figure(best.se),
            as_good=", ".join(numbers.integer(size) for size in answer.value.as_good),
        )
        sure = say("k_study_certain" if answer.value.certain else "k_study_uncertain")
        return [Paragraph.of(f"{told} {sure}")]

    def weights(self) -> list[Block]:
        say, naming, numbers, found = self.say, self.naming, self.numbers, self.decision.support
        if found is None:
            return []
        first = max(found.options, key=lambda one: one.ranks[0])
        limits = []
        if self.plan.weights.ranked:
            ranked = ", ".join(map(naming.name, self.plan.weights.ranked))
            limits.append(say("k_weights_ranked", names=ranked))
        for name, (low, high) in self.plan.weights.between.items():
            ends = {"low": numbers.percent(low), "high": numbers.percent(high)}
            limits.append(say("k_weights_between", name=naming.name(name), **ends))
        said = [say("k_weights_text"), *(limits or [say("k_weights_none")])]
        if self.plan.independent:
            said.append(say("k_independent", names=naming.joined(self.plan.independent)))
        columns = (
            Column(say("k_col_criterion"), "left"),
            Column(say("k_col_worst")),
            Column(say("k_col_best")),
            Column(say("k_col_beyond")),
        )
        rows = tuple(
            (
                f"{naming.name(one.criterion)} ({naming.name(one.unit)})"
                if one.unit
                else naming.name(one.criterion),
                numbers.plain(one.worst),
                numbers.plain(one.best),
                numbers.percent(beyond, 1),
            )
            for one, beyond in zip(found.value_functions, found.beyond, strict=True)
        )
        told = say(
            "k_weights_first",
            name=naming.name(first.option),
            p=numbers.probability(first.ranks[0]),
            se=numbers.percent(first.rank_se[0], 1),
            q=numbers.probability(1 - first.ranks[0]),
        )
        return [
            Heading(say("k_weights")),
            Paragraph.of(" ".join(said)),
            Paragraph.of(told),
            charts.ranks(naming, found),
            DataTable(say("k_value_table"), columns, rows),
        ]
