"""What a decision rests on: sources, priors, the assumed correlation, and how to make it again."""

from ligzda.findings.decision_naming import DecisionNaming
from ligzda.findings.decision_plan import Amount, Source
from ligzda.findings.naming import Naming
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
    Paragraph,
    Prose,
    Reference,
    References,
)

FENWICK = Reference(
    "fenwick2001",
    "Fenwick E, Claxton K, Sculpher M (2001). Representing uncertainty: the role of "
    "cost-effectiveness acceptability curves. Health Economics 10:779–787.",
    "https://doi.org/10.1002/hec.635",
)
STRONG = Reference(
    "strong2014",
    "Strong M, Oakley JE, Brennan A (2014). Estimating multiparameter partial expected value of "
    "perfect information from a probabilistic sensitivity analysis sample. Medical Decision "
    "Making 34:311–326.",
    "https://doi.org/10.1177/0272989X13505910",
)
LAHDELMA = Reference(
    "lahdelma2001",
    "Lahdelma R, Salminen P (2001). SMAA-2: stochastic multicriteria acceptability analysis for "
    "group decision making. Operations Research 49:444–454.",
    "https://doi.org/10.1287/opre.49.3.444.11220",
)


class DecisionBasis:
    """The second half of a decision's report."""

    def __init__(self, naming: DecisionNaming) -> None:
        self.naming = naming
        self.say = naming.say
        self.record = naming.record
        self.plan = naming.record.plan

    def basis(self) -> list[Block]:
        """Sources, how cost and effect go together, priors."""
        say, numbers, plan = self.say, self.naming.numbers, self.plan
        rows = [
            (self.naming.name(plan.effect.name), *self.source(plan.effect.source)),
            (say("k_col_cost"), *self.source(plan.cost.source)),
            (
                say("k_willingness"),
                self.naming.money(plan.willingness.at),
                self.naming.reason("willingness", plan.willingness.why),
            ),
        ]
        if plan.together:
            value = numbers.decimal(plan.together.correlation, 1, sign=True)
            why = self.naming.reason("together", plan.together.why)
            rows.append((say("k_col_correlation"), value, why))
        rows += [
            (self.naming.name(one.name), *self.source(one.source))
            for one in plan.criteria
            if one.source is not None
        ]
        columns = (
            Column(say("k_col_source"), "left"),
            Column(say("k_col_from"), "left"),
            Column(say("col_why"), "left"),
        )
        rate = say(
            "k_rate",
            rate=numbers.percent(plan.discount_rate, 1),
            draws=numbers.integer(self.record.decision.draws),
        )
        text = f"{self.together()} {rate}"
        return [
            Heading(say("k_basis")),
            Paragraph.of(text),
            DataTable(say("k_sources_table"), columns, tuple(rows)),
            *self.correlations(),
            *self.priors(),
        ]

    def together(self) -> str:
        """Say how costs and outcomes were brought together."""
        if self.plan.together is None:
            return self.say("k_joint")
        value = self.naming.numbers.decimal(self.plan.together.correlation, 1, sign=True)
        return self.say("k_paired", correlation=value)

    def source(self, source: Source) -> tuple[str, str]:
        """Say where a quantity comes from, and why it may be believed."""
        say, why = self.say, self.naming.reason(self.key(source), source.why)
        if source.draws is not None:
            return say("k_source_draws", file=source.draws), why
        if source.records is not None:
            told = say("k_source_records", file=source.records, plan=source.plan or "")
            return told, why
        if source.evaluation is not None:
            return say("k_source_kept", file=source.evaluation), why
        amounts = "; ".join(
            f"{self.naming.name(option)}: {_distribution(amount)}"
            for option, amount in source.amounts.items()
        )
        return say("k_source_stated", amounts=amounts), why

    def key(self, source: Source) -> str:
        """Give the name under which a source has its reason: its section, or its criterion."""
        return next((one.name for one in self.plan.criteria if one.source is source), source.key)

    def correlations(self) -> list[Block]:
        """Show what hangs on the correlation that was assumed."""
        say, naming, numbers = self.say, self.naming, self.naming.numbers
        cases = self.record.decision.correlations
        if not cases:
            return []
        columns = (
            Column(say("k_col_correlation"), "left"),
            Column(say("k_col_choice"), "left"),
            Column(say("k_col_p_best")),
            Column("EVPI", unit=naming.currency),
            Column(say("k_col_se"), unit=naming.currency),
        )
        rows = tuple(
            (
                numbers.decimal(one.correlation, 1, sign=True),
                naming.name(one.best),
                numbers.probability(one.p_best),
                naming.figure(one.evpi.value),
                naming.figure(one.evpi.se),
            )
            for one in cases
        )
        return [DataTable(say("k_correlation_table"), columns, rows)]

    def priors(self) -> list[Block]:
        """Show the priors of every evaluation that the draws come from."""
        say, blocks = self.say, list[Block]()
        for source, found in self.record.evaluations:
            of_plan = Naming(found.plan, self.naming.language)
            if not found.diagnosis.good:
                text = say("k_bad", name=of_plan.outcome())
                blocks.append(Note(say("engine_bad_title"), (text,), kind="caution"))
            name = self.plan.effect.name if source == "effect" else source
            rows = tuple(
                (prior.term, say.wording.prior(prior), prior.why)
                for prior in map(of_plan.prior, found.priors)
            )
            columns = (
                Column(say("col_term"), "left"),
                Column(say("col_prior"), "left"),
                Column(say("col_why"), "left"),
            )
            blocks += [
                Heading(say("k_priors", name=self.naming.name(name)), 2),
                Paragraph.of(say("priors_text")),
                DataTable(say("prior_table"), columns, rows),
            ]
        return blocks

    def origin(self) -> list[Block]:
        """Inputs by hash, versions, seed, the command that makes it again, and sources."""
        say, origin = self.say, self.record.provenance
        inputs: list[tuple[str, Prose]] = [
            (say("k_f_input", name=name), (Code(digest),)) for name, digest in origin.inputs
        ]
        facts: tuple[tuple[str, Prose], ...] = (
            (say("f_plan"), (Code(origin.plan_name),)),
            (say("f_plan_hash"), (Code(origin.plan_sha256),)),
            *inputs,
            (say("f_date"), (self.naming.numbers.date(origin.date),)),
            (say("f_engine"), (origin.engine_version,)),
            (say("f_ligzda"), (origin.ligzda_version,)),
            (say("f_seed"), (str(origin.seed),)),
        )
        names = ", ".join(item.name for item in self.attachments())
        command = f"{origin.command} \\\n    --report ligzda-report --language {say.language}"
        return [
            Heading(say("k_origin")),
            Paragraph.of(say("k_origin_text")),
            Listing(command),
            Facts(facts),
            Paragraph.of(say("attached", names=names)),
            Heading(say("k_method")),
            *self.method(),
        ]

    def method(self) -> list[Block]:
        """Name what was done, with its sources."""
        say, sources = self.say, [FENWICK, STRONG]
        text: list[Inline] = [
            say("k_method_text"), " ", Cite(FENWICK.key), say("k_method_information"), " ",
            Cite(STRONG.key),
        ]  # fmt: skip
        if self.record.decision.support is not None:
            text += [say("k_method_weights"), " ", Cite(LAHDELMA.key)]
            sources.append(LAHDELMA)
        return [Paragraph((*text, ".")), References(tuple(sources))]

    def attachments(self) -> tuple[Attachment, ...]:
        """The files that let anyone check the report; none that holds records of people."""
        say, record = self.say, self.record
        plan = record.provenance.plan_name
        return (
            Attachment(
                "decision.json",
                "application/json",
                record.to_json().encode(),
                say("k_a_decision"),
                "data",
            ),
            Attachment(plan, "application/toml", record.plan_bytes, say("k_a_plan"), "source"),
            *(
                Attachment(name, _media(name, content), content, say("k_a_input"), "source")
                for name, content in record.files
            ),
        )


def _distribution(amount: Amount) -> str:
    """Write distributions as the plan does, year after year."""
    written = [
        str(values[0]) if name == "fixed" else f"{name}({', '.join(map(str, values))})"
        for name, values in amount
    ]
    return " + ".join(written)


def _media(name: str, content: bytes) -> str:
    if content.startswith(b"PAR1"):
        return "application/vnd.apache.parquet"
    return "application/toml" if name.endswith(".toml") else "text/csv"
