"""What a report of few sites says of one site that is unlike the others."""

from ligzda.evidence import Contrast, Evaluation, Ranks, TailSensitivity
from ligzda.findings.charts import p_better
from ligzda.findings.phrases import Phrases
from ligzda.findings.scales import Scale, scale_of, told
from ligzda.publishing import Block, Column, DataTable, Heading, Numbers, Paragraph

NOTEWORTHY = 0.02
"""A probability that changes by less is said not to change; the look knows it to about 0.01."""


def unlike_site(evaluation: Evaluation, say: Phrases) -> list[Block]:
    """Write the section; nothing where the question was not asked."""
    found = evaluation.tails
    return [] if found is None else _Tails(evaluation, found, say).blocks()


def unlike_site_told(evaluation: Evaluation, say: Phrases) -> str:
    """Say in a few sentences what changes most; “” where the question was not asked."""
    found = evaluation.tails
    return "" if found is None else _Tails(evaluation, found, say).verdict()


class _Tails:
    def __init__(self, evaluation: Evaluation, found: TailSensitivity, say: Phrases) -> None:
        self.evaluation = evaluation
        self.found = found
        self.say = say
        self.numbers = Numbers(say.language)
        self.df = self.numbers.plain(found.df)
        # there are none of those found where the table was too large
        self.pairs = tuple(zip(evaluation.contrasts, found.contrasts, strict=False))
        self.best = (evaluation.ranks, found.ranks)

    def blocks(self) -> list[Block]:
        say, found = self.say, self.found
        heading, verdict = Heading(say("tails"), 2), Paragraph.of(self.verdict())
        if not found.good:
            return [heading, verdict]
        terms = ", ".join(say("quoted", name=term) for term in found.terms)
        text = Paragraph.of(say("tails_text", terms=terms, df=self.df))
        blocks: list[Block] = [heading, text, verdict, self.comparisons()]
        match self.best:
            case Ranks() as before, Ranks() as after:
                blocks.append(self.options(before, after))
        return blocks

    def verdict(self) -> str:
        """Say which comparison changes most, and which probability of being the best."""
        say, found = self.say, self.found
        if not found.contrasts:
            return say("tails_large")
        if not found.good:
            return say("tails_bad")
        before, after = max(self.pairs, key=_change)
        best = self.best_told()
        if _change((before, after)) < NOTEWORTHY and not best:
            return say("tails_same", df=self.df)
        scale, better = self.scale, [p_better(c, self.evaluation) for c in (before, after)]
        value, interval = scale.with_unit(told(after).mean), scale.interval(told(after))
        was = f"{scale.value(told(before).mean)} ({scale.interval(told(before))})"
        parts = [
            say(
                "tails_said", df=self.df, name=before.name, value=value, interval=interval,
                before=was,
            ),
            self.probability("tails_better", *better),
        ]  # fmt: skip
        if before.p_above_mid is not None and after.p_above_mid is not None:
            parts.append(self.probability("tails_mid", before.p_above_mid, after.p_above_mid))
        return " ".join([*parts, best]).rstrip()

    def best_told(self) -> str:
        """Say whose probability of being the best changes most; “” where none does."""
        match self.best:
            case Ranks() as before, Ranks() as after:
                change = abs(after.p_best - before.p_best)
                arm = int(change.argmax())
                if change[arm] >= NOTEWORTHY:
                    both = float(before.p_best[arm]), float(after.p_best[arm])
                    return self.probability("tails_best", *both, name=before.labels[arm])
        return ""

    def comparisons(self) -> DataTable:
        say, scale = self.say, self.scale
        with_mid = any(contrast.p_above_mid is not None for contrast in self.evaluation.contrasts)
        columns = (
            Column(say("col_contrast"), "left"),
            Column(say("col_difference"), unit=scale.unit),
            Column(say("col_95"), unit=scale.unit),
            Column(say("col_p_better")),
            *([Column(say("col_p_mid"))] if with_mid else []),
        )
        rows = tuple(
            (say(key, name=before.name), *self.row(contrast, scale, with_mid=with_mid))
            for before, after in self.pairs
            for key, contrast in (("tails_normal", before), ("tails_heavy", after))
        )
        return DataTable(say("tails_table"), columns, rows, say("tails_note"))

    def options(self, before: Ranks, after: Ranks) -> DataTable:
        say, probability = self.say, self.numbers.probability
        columns = (
            Column(say("col_arm"), "left"),
            Column(say("tails_col_normal")),
            Column(say("tails_col_heavy")),
        )
        rows = tuple(
            (label, probability(float(one)), probability(float(other)))
            for label, one, other in zip(before.labels, before.p_best, after.p_best, strict=True)
        )
        return DataTable(say("tails_ranks"), columns, rows)

    @property
    def scale(self) -> Scale:
        """Unit and places in which both are told."""
        both = [told(contrast) for pair in self.pairs for contrast in pair]
        return scale_of(self.evaluation, both, self.say, link=False)

    def row(self, contrast: Contrast, scale: Scale, *, with_mid: bool) -> tuple[str, ...]:
        above = contrast.p_above_mid
        shown = ["–" if above is None else self.numbers.probability(above)] if with_mid else []
        return (
            scale.value(told(contrast).mean),
            scale.span(told(contrast)),
            self.numbers.probability(p_better(contrast, self.evaluation)),
            *shown,
        )

    def probability(self, key: str, before: float, after: float, **names: str) -> str:
        one, other = map(self.numbers.probability, (before, after))
        return self.say(key, before=one, after=other, **names)


def _change(pair: tuple[Contrast, Contrast]) -> float:
    """Return how much the probabilities of a comparison change, the larger of the two."""
    before, after = pair
    change = abs(after.p_positive - before.p_positive)
    if before.p_above_mid is not None and after.p_above_mid is not None:
        change = max(change, abs(after.p_above_mid - before.p_above_mid))
    return change
