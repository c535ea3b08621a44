"""The second half of a report: how sure the answer is, and how to make it again."""

from ligzda.evidence import Evaluation
from ligzda.findings.evaluation import EvaluationRecord
from ligzda.findings.phrases import Phrases
from ligzda.findings.tail_report import unlike_site
from ligzda.publishing import (
    Attachment,
    Block,
    Cite,
    Code,
    Column,
    DataTable,
    Facts,
    Heading,
    Inline,
    Listing,
    Note,
    Numbers,
    Paragraph,
    Prose,
    Reference,
    References,
)

SALANTI = Reference(
    "salanti2011",
    "Salanti G, Ades AE, Ioannidis JPA (2011). Graphical methods and numerical summaries for "
    "presenting results from multiple-treatment meta-analysis. Journal of Clinical Epidemiology "
    "64:163–171.",
    "https://doi.org/10.1016/j.jclinepi.2010.03.016",
)
KALLIOINEN = Reference(
    "kallioinen2024",
    "Kallioinen N, Paananen T, Bürkner P-C, Vehtari A (2024). Detecting and diagnosing prior and "
    "likelihood sensitivity with power-scaling. Statistics and Computing 34:57.",
    "https://doi.org/10.1007/s11222-023-10366-5",
)


class Basis:
    """What the answer of one record rests on; `told` is its evaluation in the reader's words."""

    def __init__(self, record: EvaluationRecord, told: Evaluation, say: Phrases) -> None:
        self.record = record
        self.evaluation = told
        self.say = say
        self.numbers = Numbers(say.language)

    def certainty(self) -> list[Block]:
        """Priors, their sensitivity, and the error of the calculation itself."""
        say, evaluation = self.say, self.evaluation
        blocks: list[Block] = [Heading(say("certainty"))]
        if not evaluation.diagnosis.good:
            blocks.append(Note(say("engine_bad_title"), (say("engine_bad"),), kind="caution"))
        blocks += [
            Heading(say("priors"), 2),
            Paragraph.of(say("priors_text")),
            DataTable(
                say("prior_table"),
                (
                    Column(say("col_term"), "left"),
                    Column(say("col_prior"), "left"),
                    Column(say("col_why"), "left"),
                ),
                tuple(
                    (prior.term, say.wording.prior(prior), prior.why) for prior in evaluation.priors
                ),
            ),
        ]
        if evaluation.sensitivity:
            blocks += [
                Paragraph.of(say("sensitivity_text")),
                DataTable(
                    say("sensitivity_table"),
                    (
                        Column(say("col_quantity"), "left"),
                        Column(say("col_to_prior")),
                        Column(say("col_to_data")),
                        Column(say("col_verdict"), "left"),
                    ),
                    tuple(
                        (
                            item.name,
                            self.numbers.decimal(item.prior, 3),
                            self.numbers.decimal(item.likelihood, 3),
                            say.wording.verdict(item.verdict),
                        )
                        for item in evaluation.sensitivity
                    ),
                ),
            ]
        blocks += unlike_site(evaluation, say)
        blocks += [Heading(say("engine"), 2)]
        if evaluation.diagnosis.good:
            blocks.append(Paragraph.of(say("engine_good")))
        return [*blocks, Facts(tuple(self.diagnosis()))]

    def diagnosis(self) -> list[tuple[str, Prose]]:
        """The numbers of the engine's self-check, those that it has."""
        say, numbers, found = self.say, self.numbers, self.evaluation.diagnosis
        facts: list[tuple[str, Prose]] = [(say("d_method"), (say.wording.method(found.method),))]
        if found.mean_error is not None:
            value = numbers.decimal(found.mean_error, 3)
            facts.append((say("d_error"), (say("d_error_value", value=value),)))
        if found.pareto_k is not None:
            value = numbers.decimal(found.pareto_k, 2)
            facts.append((say("d_k"), (say("d_k_value", value=value),)))
        if found.ess_fraction is not None:
            facts.append((say("d_ess"), (numbers.percent(found.ess_fraction),)))
        facts += [
            (say("d_edge"), (numbers.percent(found.edge_mass, 2),)),
            (say("d_skew"), (numbers.decimal(found.skewness, 2),)),
            (say("d_points"), (numbers.integer(found.grid_points),)),
        ]
        if found.steps:
            facts.append((say("d_steps"), ("; ".join(map(say.wording.remark, found.steps)),)))
        if found.notes:
            facts.append((say("d_notes"), (" ".join(map(say.wording.remark, found.notes)),)))
        return facts

    def origin(self) -> list[Block]:
        """Inputs by hash, versions, seed, the command that makes it again, and sources."""
        say, origin = self.say, self.record.provenance
        rows = say.count(self.record.rows, "row")
        units = say.units(self.evaluation)
        facts: tuple[tuple[str, Prose], ...] = (
            (say("f_data"), (Code(origin.data_name),)),
            (say("f_data_hash"), (Code(origin.data_sha256),)),
            (say("f_rows"), (say("f_rows_value", rows=rows, units=units),)),
            (say("f_plan"), (Code(origin.plan_name),)),
            (say("f_plan_hash"), (Code(origin.plan_sha256),)),
            (say("f_date"), (self.numbers.date(origin.date),)),
            (say("f_engine"), (origin.engine_version,)),
            (say("f_ligzda"), (origin.ligzda_version,)),
            (say("f_seed"), (str(origin.seed),)),
        )
        names = ", ".join(item.name for item in self.attachments())
        blocks: list[Block] = [
            Heading(say("provenance")),
            Paragraph.of(say("provenance_text")),
            Listing(f"{origin.command} \\\n    --report ligzda-report --language {say.language}"),
            Facts(facts),
            Paragraph.of(say("attached", names=names)),
        ]
        if not self.record.aggregate:
            blocks.append(Paragraph.of(say("people")))
        return [*blocks, Heading(say("method")), *self.method()]

    def method(self) -> list[Block]:
        """Name the model in a sentence, with the sources of the measures that were used."""
        text: list[Inline] = [self.say("method_text")]
        sources = []
        if self.evaluation.ranks is not None:
            text += [self.say("method_ranks"), Cite(SALANTI.key), "."]
            sources.append(SALANTI)
        if self.evaluation.sensitivity:
            text += [self.say("method_sensitivity"), Cite(KALLIOINEN.key), "."]
            sources.append(KALLIOINEN)
        references: list[Block] = [References(tuple(sources))] if sources else []
        return [Paragraph(tuple(text)), *references]

    def attachments(self) -> tuple[Attachment, ...]:
        """The files that let anyone check the report."""
        say, record = self.say, self.record
        origin = record.provenance
        items = [
            Attachment(
                "evaluation.json",
                "application/json",
                record.to_json().encode(),
                say("a_evaluation"),
                "data",
            ),
            Attachment(
                origin.plan_name,
                "application/toml",
                record.plan,
                say("a_plan"),
                "source",
            ),
        ]
        if record.data is not None:
            parquet = record.data.startswith(b"PAR1")
            media = "application/vnd.apache.parquet" if parquet else "text/csv"
            items.append(Attachment(origin.data_name, media, record.data, say("a_data"), "source"))
        return tuple(items)
