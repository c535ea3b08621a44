"""From an evaluation to a document: what it says, in which order, with which caution."""

from ligzda.evidence import Contrast, Evaluation, Ranks
from ligzda.findings import charts
from ligzda.findings.basis import Basis
from ligzda.findings.evaluation import EvaluationRecord
from ligzda.findings.missing_report import missing_outcomes
from ligzda.findings.naming import in_words
from ligzda.findings.phrases import Phrases
from ligzda.findings.scales import named, scale_of, told
from ligzda.publishing import (
    Block,
    Column,
    DataTable,
    Document,
    Heading,
    KeyFigure,
    KeyFigures,
    Language,
    Note,
    Numbers,
    Paragraph,
)

# Probability of a favourable difference → the sentence that may be said.
VERDICTS = ((0.975, 5), (0.9, 4), (0.75, 3), (0.25, 2), (0.1, 1), (0.025, 0), (0.0, -1))


def compose(
    record: EvaluationRecord, language: Language
) -> tuple[Document, tuple[tuple[str, str], ...]]:
    """Make the document of an evaluation, and name the files that its page links to."""
    return _Report(record, language).document()


class _Report:
    def __init__(self, record: EvaluationRecord, language: Language) -> None:
        # What is attached keeps the plan's own names; what is read says them.
        self.record = record
        self.evaluation: Evaluation = in_words(record.evaluation, language)
        self.language: Language = language
        self.say = Phrases(language)
        self.numbers = Numbers(language)

    def document(self) -> tuple[Document, tuple[tuple[str, str], ...]]:
        say, origin = self.say, self.record.provenance
        basis = Basis(self.record, self.evaluation, say)
        blocks = (
            *self.answer(),
            *self.comparisons(),
            *self.sites(),
            *self.ranks(),
            *missing_outcomes(self.evaluation, say),
            *basis.certainty(),
            *basis.origin(),
        )
        document = Document(
            title=self.evaluation.plan.name or origin.data_name,
            subtitle=say("subtitle", outcome=self.outcome),
            language=self.language,
            authors=(say("author", version=origin.engine_version),),
            date=origin.date,
            blocks=blocks,
            attachments=basis.attachments(),
        )
        files = (
            ("report.pdf", say("file_pdf")),
            ("report.docx", say("file_docx")),
            ("evaluation.json", say("file_json")),
        )
        return document, files

    @property
    def outcome(self) -> str:
        return self.evaluation.outcome.name

    @property
    def direction(self) -> str:
        return self.say(self.evaluation.outcome.better)

    def answer(self) -> list[Block]:
        say, evaluation = self.say, self.evaluation
        if not evaluation.contrasts:
            return []
        headline = evaluation.contrasts[0]
        scale = scale_of(evaluation, [told(headline)], say, link=False)
        p = charts.p_better(headline, evaluation)
        value, interval = scale.with_unit(told(headline).mean), scale.interval(told(headline))
        figures = [
            KeyFigure(
                scale.value(told(headline).mean),
                say("effect", name=headline.name),
                say("interval95", interval=interval),
                scale.unit,
            ),
            KeyFigure(
                self.numbers.probability(p),
                say("p_better"),
                say("p_better_detail", outcome=self.outcome, direction=self.direction),
            ),
        ]
        lead = [
            say("lead", name=headline.name, value=value, interval=interval),
            say("lead_p", p=self.numbers.probability(p)),
        ]
        if headline.mid is not None and headline.p_above_mid is not None:
            chance = self.numbers.probability(headline.p_above_mid)
            mid = self.mid(headline)
            figures.append(KeyFigure(chance, say("p_mid"), say("p_mid_detail", mid=mid)))
            lead.append(say("lead_mid", mid=mid, p=chance))
        if new := evaluation.new_site:
            figures.append(
                KeyFigure(
                    scale.value(told(new).mean),
                    say("new_site_key"),
                    say("interval95", interval=scale.interval(told(new))),
                    scale.unit,
                )
            )
        # Of several options the question is which is best; the first contrast is one of many.
        found = evaluation.ranks
        ranks = [Paragraph.of(self.first(found), lead=True)] if found else []
        verdict = next(grade for least, grade in VERDICTS if p >= least)
        return [
            Heading(say("answer")),
            *ranks,
            Paragraph.of(" ".join(lead), lead=not ranks),
            KeyFigures(tuple(figures)),
            Paragraph.of(f"{say(f'verdict_{verdict}')} {self.basis()}"),
            Note(say("cause_title"), (say("cause"),)),
        ]

    def mid(self, contrast: Contrast) -> str:
        """Write the threshold without a sign: "at least 2 percentage points"."""
        scale = scale_of(self.evaluation, [told(contrast)], self.say, link=False, signed=False)
        number = self.numbers.plain(abs(contrast.mid or 0.0) * scale.factor)
        return f"{number}\u00a0{scale.unit}" if scale.unit else number

    def basis(self) -> str:
        units = self.say.units(self.evaluation, records=True)
        if not self.evaluation.n_sites:
            return self.say("basis", units=units)
        sites = self.say.count(self.evaluation.n_sites, "from_site")
        return self.say("basis_sites", units=units, sites=sites)

    def comparisons(self) -> list[Block]:
        if not self.evaluation.contrasts:
            return self.coefficients()
        return [
            Heading(self.say("contrasts")),
            Paragraph.of(self.say("contrasts_text")),
            charts.comparisons(self.evaluation, self.say),
        ]

    def coefficients(self) -> list[Block]:
        """What a plan that compares nothing has to say."""
        say, fixed = self.say, self.evaluation.fixed
        if not fixed:
            return []
        scale = scale_of(self.evaluation, list(fixed), say, link=True)
        columns = (
            Column(say("col_term"), "left"),
            Column(say("col_mean"), unit=scale.unit),
            Column(say("col_95"), unit=scale.unit),
        )
        rows = tuple((named(one), scale.value(one.mean), scale.span(one)) for one in fixed)
        return [
            Heading(say("coefficients")),
            Paragraph.of(" ".join((say("coefficients_text"), self.basis()))),
            DataTable(say("coefficients"), columns, rows),
        ]

    def sites(self) -> list[Block]:
        say, evaluation = self.say, self.evaluation
        blocks: list[Block] = []
        if evaluation.sites and evaluation.contrasts:
            blocks += [
                Heading(say("sites")),
                Paragraph.of(" ".join((say("sites_text"), *self.other_unit()))),
                *charts.sites(evaluation, say),
            ]
        if found := evaluation.heterogeneity:
            scale = scale_of(evaluation, [found], say, link=True, signed=False)
            blocks += [
                Heading(say("heterogeneity"), 2 if blocks else 1),
                Paragraph.of(
                    say(
                        "heterogeneity_text",
                        value=scale.value(found.median),
                        interval=scale.interval(found),
                        unit=scale.unit or say("own_scale"),
                    )
                ),
            ]
        if new := evaluation.new_site:
            known = [told(contrast) for contrast in evaluation.contrasts[:1]]
            scale = scale_of(evaluation, [*known, told(new)], say, link=False)
            blocks += [
                Heading(say("new_site"), 2 if blocks else 1),
                Paragraph.of(
                    say(
                        "new_site_text",
                        name=evaluation.contrasts[0].name if evaluation.contrasts else new.name,
                        value=scale.with_unit(told(new).mean),
                        interval=scale.interval(told(new)),
                        p=self.numbers.probability(charts.p_better(new, evaluation)),
                    )
                ),
            ]
        return blocks

    def first(self, found: Ranks) -> str:
        """Say which arm is best most often, how often, and how often it is not."""
        best = max(range(len(found.labels)), key=lambda arm: float(found.p_best[arm]))
        p = float(found.p_best[best])
        return self.say(
            "ranks_first",
            name=found.labels[best],
            p=self.numbers.probability(p),
            q=self.numbers.probability(1 - p),
        )

    def other_unit(self) -> list[str]:
        """Say how the unit of the sites compares with that of the answer, where it is another."""
        headline = self.evaluation.contrasts[0]
        if headline.probability is None:
            return []
        answer = scale_of(self.evaluation, [told(headline)], self.say, link=False)
        here = scale_of(self.evaluation, [headline.link], self.say, link=True)
        return [
            self.say(
                "sites_unit",
                unit=here.unit or self.say("own_scale"),
                told=answer.with_unit(headline.probability.mean),
                link=here.value(headline.link.mean),
            )
        ]

    def ranks(self) -> list[Block]:
        say, found = self.say, self.evaluation.ranks
        if found is None:
            return []
        return [
            Heading(say("ranks")),
            Paragraph.of(say("ranks_text", outcome=self.outcome, direction=self.direction)),
            Paragraph.of(self.first(found)),
            charts.ranks(self.evaluation, found, say),
            *self.league(),
        ]

    def league(self) -> list[Block]:
        found = self.evaluation.league
        if found is None or not self.evaluation.contrasts:
            return []
        if len(found.labels) > charts.MOST_OPTIONS:
            return []
        return [charts.league(self.evaluation, found, self.say)]
