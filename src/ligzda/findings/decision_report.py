"""From a decision to a document: the answer, the price, the budget, what knowing is worth."""

from ligzda.evidence.decision import Choice
from ligzda.findings import decision_charts as charts
from ligzda.findings.decision import Decision, DecisionRecord, StudyAnswer
from ligzda.findings.decision_basis import DecisionBasis
from ligzda.findings.decision_words import Words
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
    words = Words(record, language)
    say, basis = words.say, DecisionBasis(words)
    report = _Report(words)
    document = Document(
        title=words.title,
        subtitle=say("k_subtitle", effect=words.name(record.plan.effect.name)),
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
    def __init__(self, words: Words) -> None:
        self.words = words
        self.say = words.say
        self.numbers = words.numbers
        self.plan = words.record.plan
        self.decision: Decision = words.record.decision

    def answer(self) -> list[Block]:
        say, words, found = self.say, self.words, self.decision.benefit
        best = next(one for one in found.options if one.option == found.best)
        interval = self.numbers.interval(
            words.figure(best.benefit.lower), words.figure(best.benefit.upper)
        )
        evpi = self.decision.perfect.evpi
        name, p = words.name(best.option), self.numbers.probability(best.p_best)
        invented: list[Block] = (
            [Note(say("k_invented_title"), (say("k_invented"),), kind="invented")]
            if self.plan.invented
            else []
        )
        lead = say(
            "k_lead",
            price=words.money(found.willingness),
            unit=words.unit,
            best=name,
            value=words.money(best.benefit.mean),
            interval=interval,
        )
        error = say("k_se", se=words.figure(evpi.se))
        doubt = say("k_lead_p", p=p, loss=words.money(evpi.value), se=words.figure(evpi.se))
        figures = (
            KeyFigure(
                words.figure(best.benefit.mean),
                say("k_benefit_key", name=name),
                say("interval95", interval=interval),
                words.currency,
            ),
            KeyFigure(p, say("k_p_key", name=name)),
            KeyFigure(words.figure(evpi.value), say("k_evpi_key"), error, words.currency),
        )
        return [
            *invented,
            Heading(say("k_answer")),
            Paragraph.of(f"{lead} {doubt}", lead=True),
            KeyFigures(figures),
            Note(say("k_not_known_title"), (say("k_not_known"),)),
        ]

    def options(self) -> list[Block]:
        say, words = self.say, self.words
        text = say(
            "k_options_text",
            currency=words.currency,
            year=str(self.plan.price_year),
            perspective=words.perspective,
        )
        return [
            Heading(say("k_options")),
            Paragraph.of(text),
            charts.benefits(words),
            self.increments(),
            self.standings(),
        ]

    def increments(self) -> DataTable:
        say, words, numbers = self.say, self.words, self.numbers
        rows = []
        for one in self.decision.increments:
            q, ratio = one.ratio.quadrants, one.ratio
            shares = (
                q.better_and_dearer, q.better_and_no_dearer, q.no_better_and_no_dearer,
                q.no_better_and_dearer,
            )  # fmt: skip
            told = "–" if ratio.value is None else words.figure(ratio.value)
            if ratio.lower is not None and ratio.upper is not None:
                told += f" ({numbers.span(words.figure(ratio.lower), words.figure(ratio.upper))})"
            rows.append(
                (
                    words.name(one.option),
                    words.effect_span(one.effect, sign=True),
                    words.money_span(one.cost, sign=True),
                    told,
                    " / ".join(numbers.percent(share) for share in shares),
                )
            )
        columns = (
            Column(say("k_col_option"), "left"),
            Column(say("k_col_more_effect"), unit=words.effect_unit(difference=True)),
            Column(say("k_col_more_cost"), unit=words.currency),
            Column("ICER", unit=words.currency),
            Column(say("k_col_quadrants")),
        )
        caption = say("k_increments_table", reference=words.name(self.plan.reference))
        return DataTable(caption, columns, tuple(rows), say("k_ratio_note"))

    def standings(self) -> DataTable:
        say, words = self.say, self.words
        rows = []
        for one in self.decision.standings:
            key = STANDINGS.get(one.state)
            told = say(key, by=words.joined(one.by)) if key else say("k_frontier")
            rows.append((words.name(one.option), told, self.numbers.probability(one.p_dominated)))
        columns = (
            Column(say("k_col_option"), "left"),
            Column(say("k_col_standing"), "left"),
            Column(say("k_col_dominated")),
        )
        return DataTable(say("k_standing_table"), columns, tuple(rows))

    def price(self) -> list[Block]:
        say, words, found = self.say, self.words, self.decision.curve
        told = " ".join(
            say("k_switch", price=words.money(at), to=words.name(to), **{"from": words.name(one)})
            for at, one, to in found.switches
        ) or say("k_no_switch", best=words.name(found.frontier[0]))
        return [
            Heading(say("k_curve")),
            Paragraph.of(say("k_curve_text", unit=words.unit)),
            Paragraph.of(told),
            charts.acceptability(words),
        ]

    def budget(self) -> list[Block]:
        say, words, numbers = self.say, self.words, self.numbers
        found, plan = self.decision.choice, self.plan.budget
        if found is None or plan is None:
            return []
        text = say(
            "k_budget_text",
            amount=words.money(plan.amount),
            places=numbers.integer(plan.places),
            assurance=numbers.percent(plan.assurance),
        )
        columns = (
            Column(say("k_col_option"), "left"),
            Column(say("k_col_total"), unit=words.currency),
            Column(say("k_col_afford")),
            Column(say("k_col_best_within")),
            Column(say("k_col_loss"), unit=words.currency),
            Column(say("k_col_se"), unit=words.currency),
        )
        rows = tuple(
            (
                words.name(one.option),
                words.money_span(one.total_cost),
                numbers.probability(one.p_affordable),
                numbers.probability(one.p_best_within_budget),
                "–" if one.expected_loss is None else words.figure(one.expected_loss),
                "–" if one.expected_loss_se is None else words.figure(one.expected_loss_se),
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
            name=self.words.name(found.recommended or option),
            loss=self.words.money(loss),
            mid=self.words.money(found.mid),
        )

    def information(self) -> list[Block]:
        say, words, numbers = self.say, self.words, self.numbers
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
                        name=words.name(people.name),
                        per_year=numbers.integer(people.people_per_year),
                        years=numbers.integer(people.years),
                        rate=numbers.percent(people.rate, 1),
                        value=words.money(all_of_them.total.value),
                        se=words.figure(all_of_them.total.se),
                    )
                )
            )
        blocks.append(charts.information(words))
        for answer in self.decision.studies:
            blocks += [
                Heading(say("k_study", name=words.name(answer.name)), 2),
                *self.worth(answer),
                charts.study(words, answer),
            ]
        return blocks

    def worth(self, answer: StudyAnswer) -> list[Block]:
        """Say which size of a study is worth most, where it is known whom it serves."""
        say, words, numbers = self.say, self.words, self.numbers
        if answer.value is None:
            return []
        best = answer.value.best
        if best is None:
            return [Paragraph.of(say("k_study_none"))]
        told = say(
            "k_study_best",
            size=numbers.integer(best.size),
            net=words.money(best.net),
            se=words.figure(best.se),
            as_good=", ".join(numbers.integer(size) for size in answer.value.as_good),
        )
        sure = say("k_study_certain" if answer.value.certain else "k_study_uncertain")
        return [Paragraph.of(f"{told} {sure}")]

    def weights(self) -> list[Block]:
        say, words, numbers, found = self.say, self.words, self.numbers, self.decision.support
        if found is None:
            return []
        first = max(found.options, key=lambda one: one.ranks[0])
        limits = []
        if self.plan.weights.ranked:
            ranked = ", ".join(map(words.name, self.plan.weights.ranked))
            limits.append(say("k_weights_ranked", names=ranked))
        for name, (low, high) in self.plan.weights.between.items():
            ends = {"low": numbers.percent(low), "high": numbers.percent(high)}
            limits.append(say("k_weights_between", name=words.name(name), **ends))
        columns = (
            Column(say("k_col_criterion"), "left"),
            Column(say("k_col_worst")),
            Column(say("k_col_best")),
            Column(say("k_col_beyond")),
        )
        rows = tuple(
            (
                f"{words.name(one.criterion)} ({words.name(one.unit)})"
                if one.unit
                else words.name(one.criterion),
                numbers.plain(one.worst),
                numbers.plain(one.best),
                numbers.percent(beyond, 1),
            )
            for one, beyond in zip(found.value_functions, found.beyond, strict=True)
        )
        told = say(
            "k_weights_first",
            name=words.name(first.option),
            p=numbers.probability(first.ranks[0]),
            se=numbers.percent(first.rank_se[0], 1),
            q=numbers.probability(1 - first.ranks[0]),
        )
        return [
            Heading(say("k_weights")),
            Paragraph.of(" ".join((say("k_weights_text"), *(limits or [say("k_weights_none")])))),
            Paragraph.of(told),
            charts.ranks(words, found),
            DataTable(say("k_value_table"), columns, rows),
        ]
