"""How a decision's report says names, money and effects in one language."""

from dataclasses import dataclass
from decimal import Decimal

from ligzda.evidence.decision.draws import Interval
from ligzda.findings.decision import DecisionRecord
from ligzda.findings.decision_plan import DecisionText
from ligzda.findings.phrases import Phrases
from ligzda.findings.scales import NO_BREAK_SPACE
from ligzda.languages import Language
from ligzda.publishing import Numbers


@dataclass(frozen=True)
class DecisionNaming:
    """Says what stands in a decision's record."""

    record: DecisionRecord
    language: Language

    @property
    def say(self) -> Phrases:
        """The phrases of reports."""
        return Phrases(self.language)

    @property
    def numbers(self) -> Numbers:
        """Numbers as the language writes them."""
        return Numbers(self.language)

    @property
    def text(self) -> DecisionText:
        """The plan's own words."""
        return self.record.plan.texts.get(self.language) or DecisionText()

    def name(self, name: str) -> str:
        """Say an option, a parameter, a study, a criterion, the effect."""
        return self.text.names.get(name, name)

    def reason(self, key: str, why: str) -> str:
        """Say why a section or a criterion is as it is."""
        return self.text.reasons.get(key, why)

    @property
    def title(self) -> str:
        """The plan's title."""
        return self.text.title or self.record.plan.title

    @property
    def unit(self) -> str:
        """One unit of effect."""
        return self.text.unit or self.record.plan.effect.unit

    @property
    def perspective(self) -> str:
        """Whose costs are counted."""
        return self.text.perspective or self.record.plan.perspective

    @property
    def currency(self) -> str:
        """The currency of every amount."""
        return self.record.plan.currency

    def figure(self, value: float | Decimal, *, sign: bool = False) -> str:
        """Write an amount of money without its currency: whole from a hundred up."""
        number = float(value)
        places = 0 if abs(number) >= 100 or number == int(number) else 1 if abs(number) >= 10 else 2
        return self.numbers.decimal(number, places, sign=sign)

    def money(self, value: float | Decimal, *, sign: bool = False) -> str:
        """Write an amount of money."""
        return f"{self.figure(value, sign=sign)}{NO_BREAK_SPACE}{self.currency}"

    def money_span(self, found: Interval, *, sign: bool = False) -> str:
        """Write a mean of money with its 95 % interval for a table."""
        low, high = (self.figure(end, sign=sign) for end in (found.lower, found.upper))
        return f"{self.figure(found.mean, sign=sign)} ({self.numbers.span(low, high)})"

    @property
    def is_share(self) -> bool:
        """Whether the effect is a share, told in percent."""
        return self.record.plan.effect.scale == "share"

    def effect(self, value: float, *, sign: bool = False) -> str:
        """Write an effect without its unit."""
        if self.is_share:
            return self.numbers.decimal(100 * value, 1, sign=sign)
        return self.numbers.decimal(value, 2, sign=sign)

    def effect_span(self, found: Interval, *, sign: bool = False) -> str:
        """Write an effect with its 95 % interval for a table."""
        low, high = (self.effect(end, sign=sign) for end in (found.lower, found.upper))
        return f"{self.effect(found.mean, sign=sign)} ({self.numbers.span(low, high)})"

    def effect_unit(self, *, difference: bool = False) -> str:
        """Name the unit in which `effect` writes."""
        if self.is_share:
            return self.say("pp") if difference else "%"
        return self.unit

    def joined(self, names: tuple[str, ...]) -> str:
        """Join names in a sentence."""
        return self.say("k_and").join(map(self.name, names))
