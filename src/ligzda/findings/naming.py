"""An evaluation with the plan's names said in a reader's language; its numbers stay.

Each name is looked up by what it is (a contrast, a term, a level of a column …): two things that
share a name never share their words by chance.
"""

from collections.abc import Sequence
from dataclasses import replace

from ligzda.evidence import (
    Contrast,
    Estimate,
    Evaluation,
    Plan,
    PriorStatement,
    Ranks,
    Sensitivity,
    TailSensitivity,
)
from ligzda.evidence.codes import Count, Figure, Island, Remark
from ligzda.evidence.missing import Imputed
from ligzda.evidence.missing_analysis import MissingAnalysis
from ligzda.evidence.plan import FixedTerm, RandomTerm, ShrunkTerm
from ligzda.evidence.plan_texts import MISSING, PlanText
from ligzda.evidence.terms import SEPARATOR
from ligzda.languages import Language
from ligzda.wording import wording

MINUS = " − "  # between the two levels of a contrast that has no name of its own


def in_words(evaluation: Evaluation, language: Language) -> Evaluation:
    """Return the evaluation as a reader of that language is told it."""
    return Naming(evaluation.plan, language).evaluation(evaluation)


class Naming:
    """Says a plan's names in one language; what has no text there keeps its name."""

    def __init__(self, plan: Plan, language: Language) -> None:
        self.plan = plan
        self.language = language
        self.text = plan.texts.get(language) or PlanText()
        self.terms = {term.name: term for term in plan.terms}

    def title(self) -> str:
        """Say the plan's title."""
        return self.text.title or self.plan.name

    def outcome(self) -> str:
        """Say the outcome."""
        return self.text.outcome or self.plan.outcome.name

    def column(self, name: str) -> str:
        """Say a column of the table."""
        return self.text.columns.get(name, name)

    def level(self, column: str | None, name: str) -> str:
        """Say a level of a column."""
        return self.text.levels.get(column or "", {}).get(name, name)

    def term(self, name: str) -> str:
        """Say a term, or a parameter of the family."""
        if name in self.terms:
            return self.text.terms.get(name, name)
        return wording(self.language).parameter(name)

    def contrast(self, name: str) -> str:
        """Say a contrast; one without a name of its own by its two levels."""
        if name in self.text.contrasts:
            return self.text.contrasts[name]
        if name == self.plan.outcome.name:
            return self.outcome()  # the average of published estimates
        column = next(
            (c.column for c in self.plan.contrasts if c.name == name), self.plan.roles.arm
        )
        level, _, versus = name.partition(MINUS)
        if not versus:
            return name
        return f"{self.level(column, level)}{MINUS}{self.level(column, versus)}"

    def coefficient(self, estimate: Estimate) -> Estimate:
        """Say a term and the level, or the columns, that its coefficient belongs to."""
        term = self.terms.get(estimate.term)
        level = estimate.level
        match term:
            case ShrunkTerm():
                level = SEPARATOR.join(self.column(part) for part in level.split(SEPARATOR))
            case FixedTerm(coding="numeric"):
                level = SEPARATOR.join(self.column(part) for part in level.split(SEPARATOR))
            case FixedTerm() | RandomTerm():
                level = self._joined(term.columns, level)
            case _:
                pass
        return replace(estimate, term=self.term(estimate.term), level=level)

    def _joined(self, columns: Sequence[str], level: str) -> str:
        parts = level.split(SEPARATOR)
        if len(parts) != len(columns):
            return level
        named = zip(columns, parts, strict=True)
        return SEPARATOR.join(self.level(column, part) for column, part in named)

    def compared(self, contrast: Contrast) -> Contrast:
        """Say a contrast with its estimates."""
        return replace(contrast, name=self.contrast(contrast.name))

    def prior(self, prior: PriorStatement) -> PriorStatement:
        """Say a prior's term and its reason."""
        why = self.text.reasons.get(prior.term, prior.why)
        return replace(prior, term=self.term(prior.term), why=why)

    def sensitivity(self, items: Sequence[Sensitivity], sds: int) -> tuple[Sensitivity, ...]:
        """Say what was found sensitive: the contrasts first, and `sds` terms' SDs at the end."""
        first = len(items) - sds
        return tuple(
            replace(item, name=(self.contrast if i < first else self.term)(item.name))
            for i, item in enumerate(items)
        )

    def remark(self, remark: Remark) -> Remark:
        """Say the names among a remark's figures."""
        figures = {k: self._figure(k, v) for k, v in remark.figures.items()}
        term, levels = self.terms.get(str(remark.figures.get("term"))), figures.get("levels")
        if isinstance(term, RandomTerm) and isinstance(levels, tuple):
            figures["levels"] = tuple(self._joined(term.columns, str(level)) for level in levels)
        return replace(remark, figures=figures)

    def _figure(self, key: str, figure: Figure) -> Figure:
        match key, figure:
            case "term", str():
                return self.term(figure)
            case "terms" | "columns", tuple():
                say = self.term if key == "terms" else self.column
                return tuple(say(str(name)) for name in figure)
            case "islands", tuple():
                own = [island for island in figure if isinstance(island, Island)]
                arm = self.plan.roles.arm
                return tuple(Island(tuple(self.level(arm, a) for a in one.arms)) for one in own)
            case "missing", tuple():
                counts = [count for count in figure if isinstance(count, Count)]
                return tuple(replace(c, of=self.level(self.plan.roles.arm, c.of)) for c in counts)
            case _:
                return figure

    def evaluation(self, found: Evaluation) -> Evaluation:
        """Say everything that a report prints."""
        arm, site = self.plan.roles.arm, self.plan.roles.site
        unit = self.text.unit or found.outcome.unit
        return replace(
            found,
            plan=replace(self.plan, name=self.title()),
            outcome=replace(found.outcome, name=self.outcome(), unit=unit),
            fixed=tuple(map(self.coefficient, found.fixed)),
            effects=tuple(map(self.coefficient, found.effects)),
            sds=tuple(replace(sd, term=self.term(sd.term)) for sd in found.sds),
            contrasts=tuple(map(self.compared, found.contrasts)),
            new_site=self.compared(found.new_site) if found.new_site else None,
            ranks=self.ranks(found.ranks),
            league=found.league
            and replace(
                found.league, labels=tuple(self.level(arm, name) for name in found.league.labels)
            ),
            sites=tuple(replace(one, site=self.level(site, one.site)) for one in found.sites),
            priors=tuple(map(self.prior, found.priors)),
            sensitivity=self.sensitivity(found.sensitivity, len(found.sds)),
            diagnosis=replace(
                found.diagnosis, notes=tuple(map(self.remark, found.diagnosis.notes))
            ),
            missing=tuple(replace(one, arm=self.level(arm, one.arm)) for one in found.missing),
            missing_analysis=found.missing_analysis and self.missing(found.missing_analysis),
            tails=found.tails and self.tails(found.tails),
        )

    def ranks(self, found: Ranks | None) -> Ranks | None:
        """Say the arms."""
        arm = self.plan.roles.arm
        labels = () if found is None else tuple(self.level(arm, name) for name in found.labels)
        return found and replace(found, labels=labels)

    def tails(self, found: TailSensitivity) -> TailSensitivity:
        """Say the terms, the contrasts and the arms."""
        return replace(
            found,
            terms=tuple(map(self.term, found.terms)),
            contrasts=tuple(map(self.compared, found.contrasts)),
            ranks=self.ranks(found.ranks),
        )

    def missing(self, found: MissingAnalysis) -> MissingAnalysis:
        """Say what was done about the missing; shifts keep the arms' names, which plans hold."""
        tipping = found.tipping
        return replace(
            found,
            at_random=self.imputed(found.at_random),
            shifted=tuple(map(self.imputed, found.shifted)),
            tipping=tipping
            and replace(
                tipping,
                contrast=self.contrast(tipping.contrast),
                arms=tuple(self.level(self.plan.roles.arm, arm) for arm in tipping.arms),
            ),
        )

    def imputed(self, found: Imputed) -> Imputed:
        """Say the contrasts of one scenario."""
        named = (replace(one, name=self.contrast(one.name)) for one in found.contrasts)
        return replace(found, contrasts=tuple(named))

    def missing_reason(self) -> str:
        """Say why the missing were shifted as they were."""
        why = self.plan.missing.why if self.plan.missing else ""
        return self.text.reasons.get(MISSING, why)
