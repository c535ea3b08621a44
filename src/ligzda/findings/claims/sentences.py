"""The sentence of a claim, rendered from predicate and numbers, and found again in a text.

Nothing here is typed by hand: templates stand in data/sentences.yaml, forms of units and of names
in data/units.yaml and data/models.yaml. A name without Latvian forms stands in quotation marks
after “modelis”, which is declined instead.
"""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Any

import yaml

from ligzda.findings.claims.measures import Computed
from ligzda.findings.claims.predicates import (
    OutcomeRef,
    Predicate,
    Probable,
    Quantity,
    Survival,
    Worthwhile,
    arguments,
)
from ligzda.findings.claims.registry import DATA, Registry, units
from ligzda.findings.claims.verdicts import Verdict, band
from ligzda.languages import Language, locale_of
from ligzda.publishing import Numbers

CASES = ("nom", "gen", "dat", "acc", "loc")


@dataclass(frozen=True)
class Sentence:
    """What is printed of a claim: what it says, the numbers, and when it may turn."""

    claim: str
    numbers: str
    rule: str

    def __str__(self) -> str:
        return " ".join(filter(None, (self.claim, self.numbers, self.rule)))


@cache
def known_models() -> Mapping[str, Mapping[str, Any]]:
    """Return the names of the eight models and of the waiting list, in Latvian by case."""
    found: dict[str, Any] = yaml.safe_load((DATA / "models.yaml").read_text("utf-8"))
    return found


@cache
def _templates() -> Mapping[str, Mapping[str, str]]:
    found: dict[str, Any] = yaml.safe_load((DATA / "sentences.yaml").read_text("utf-8"))
    return found


def sentence(
    predicate: Predicate,
    verdict: Verdict,
    computed: Computed,
    registry: Registry,
    language: Language,
    *,
    public: bool = True,
) -> Sentence:
    """Render a claim that `registry.check` has accepted; no numbers where they are not `public`."""
    say = _Say(registry, language)
    claim = say.claim(predicate)
    framed = say.template(str(verdict)).format(claim=claim, model=say.blocked(predicate))
    framed = framed[0].upper() + framed[1:]
    rule = say.rule(predicate)
    if verdict is Verdict.BLOCKED:
        return Sentence(framed, "", rule)
    numbers = say.numbers_of(predicate, computed) if public else say.template("not_public")
    return Sentence(framed, numbers, rule)


def stated(predicate: Predicate, registry: Registry, language: Language) -> str:
    """Render what a claim says before anything is held against it."""
    say = _Say(registry, language)
    said = say.claim(predicate)
    return f"{said[0].upper()}{said[1:]}."


@dataclass(frozen=True)
class _Say:
    registry: Registry
    language: Language

    @property
    def numbers(self) -> Numbers:
        return Numbers(self.language)

    def template(self, name: str) -> str:
        return _templates()[name][self.language]

    def claim(self, predicate: Predicate) -> str:
        """Say what is claimed; of a difference of at least 0 no amount is said."""
        by = getattr(predicate, "by", None)
        name = predicate.kind if by is None or by.amount else f"{predicate.kind}_any"
        return (_templates().get(name) or _templates()[predicate.kind])[self.language].format(
            **self.slots(predicate)
        )

    def slots(self, predicate: Predicate) -> dict[str, str]:
        """Return what templates may name: each argument, names in every case, units governed."""
        found: dict[str, str] = {}
        for name in arguments(type(predicate)):
            value = getattr(predicate, name)
            if isinstance(value, OutcomeRef):
                found[name] = self.registry.outcome(value).name[self.language]
            elif isinstance(value, Quantity):
                for case in units()[value.unit].forms[self.language]:
                    found[f"{name}_{case}"] = self.amount(value, case)
                places = max(-int(value.amount.as_tuple().exponent), 0)
                found[f"{name}_percent"] = self.numbers.percent(float(value.amount) / 100, places)
            elif name in {"factor", "level", "over"}:
                factor = getattr(predicate, "factor")  # noqa: B009 - this kind has it
                level = "" if name == "factor" else value
                found[name] = self.registry.called(factor, level, self.language)
            elif isinstance(value, str):
                found |= {f"{name}_{case}": self.name(value, case) for case in CASES}
            elif name == "among":
                found[name] = ", ".join(map(self.short, value))
        return found

    def name(self, code: str, case: str) -> str:
        """Decline a model's name, its code in brackets behind it."""
        model = self.registry.models[code]
        given = model.get(self.language, code)
        if isinstance(given, Mapping):
            written: str = given.get(case, given["nom"])
            return f"{written} ({code})" if model.get("code", True) else written
        quoted: str = self.template(f"model_{case}").format(name=given)
        return quoted

    def short(self, code: str) -> str:
        """Return a model's code; the name of what has none, such as the waiting list."""
        model = self.registry.models[code]
        return code if model.get("code", True) else str(model[self.language]["nom"])

    def amount(self, quantity: Quantity, case: str, *, sign: bool = False) -> str:
        """Write an amount with its unit as the word before it demands."""
        one, many = units()[quantity.unit].forms[self.language][case]
        places = max(-int(quantity.amount.as_tuple().exponent), 0)
        number = self.numbers.decimal(float(quantity.amount), places, sign=sign)
        singular = locale_of(self.language).plural_form(abs(quantity.amount)) == "one"
        return f"{number}\u00a0{one if singular else many}"

    def rounded(self, value: float, unit: str, case: str, *, sign: bool = False) -> str:
        """Write a computed amount with the places that its unit has."""
        places = units()[unit].places
        return self.amount(Quantity(Decimal(f"{value:.{places}f}"), unit), case, sign=sign)

    def share(self, value: float) -> str:
        """Write a probability with one place, never as 0 or 100 %."""
        if value < 0.001:
            return f"<\u00a0{self.numbers.percent(0.001, 1)}"
        if value > 0.999:
            return f">\u00a0{self.numbers.percent(0.999, 1)}"
        return self.numbers.percent(value, 1)

    def numbers_of(self, predicate: Predicate, computed: Computed) -> str:
        """Say the measure beside its threshold and the engine's error; the effect's interval."""
        limits = band(predicate)
        if isinstance(predicate, Probable):
            text = self.template("said_probability").format(
                measure=self.share(computed.measure),
                threshold=self.numbers.percent(limits.threshold, 1),
                error=self.rounded(100 * computed.error, "pp", "par"),
            )
        else:
            unit = self._unit(predicate)
            text = self.template(f"said_{predicate.kind}").format(
                measure=self.rounded(computed.measure, unit, "bare"),
                threshold=self.rounded(limits.threshold, unit, "bare"),
                error=self.rounded(computed.error, unit, "par"),
            )
        return f"{text} {self.effect(predicate, computed)}".rstrip()

    def effect(self, predicate: Predicate, computed: Computed) -> str:
        """Say the effect with its limits; “” where the measure is of no single effect."""
        effect = computed.effect
        if effect is None:
            return ""
        if isinstance(predicate, Survival):
            ends = (effect.mean, effect.lower, effect.upper)
            mean, lower, upper = (self.numbers.percent(each / 100, 1) for each in ends)
            return self.template("effect_survival").format(mean=mean, lower=lower, upper=upper)
        unit = self._unit(predicate)
        places = units()[unit].places
        name = "effect_worthwhile" if isinstance(predicate, Worthwhile) else "effect"
        return self.template(name).format(
            mean=self.rounded(effect.mean, unit, "bare", sign=True),
            lower=self.numbers.decimal(effect.lower, places, sign=True),
            upper=self.rounded(effect.upper, unit, "lidz", sign=True),
        )

    def rule(self, predicate: Predicate) -> str:
        """Say the looks and the band."""
        enter, leave = band(predicate).bounds()
        days = "; ".join(map(self.numbers.date, predicate.looks))
        if isinstance(predicate, Probable):
            ends = self.numbers.percent(enter, 1), self.numbers.percent(leave, 1)
            return self.template("rule_probability").format(
                looks=days, enter=ends[0], leave=ends[1]
            )
        unit = self._unit(predicate)
        return self.template(f"rule_{predicate.kind}").format(
            looks=days,
            enter=self.rounded(enter, unit, "par"),
            leave=self.rounded(leave, unit, "par"),
        )

    def blocked(self, predicate: Predicate) -> str:
        return ", ".join(self.name(each, "acc") for each in self.registry.not_run(predicate))

    def _unit(self, predicate: Predicate) -> str:
        if isinstance(predicate, Worthwhile):
            return self.registry.currency
        return self.registry.outcome(getattr(predicate, "outcome")).unit  # noqa: B009


_INVISIBLE = re.compile("[\\s\u00ad\u200b-\u200f\u2060\ufeff\ufffe\x00-\x1f]+")
_HYPHEN = re.compile("(?<=[^\\W\\d_])[-\u2010](?=[^\\W\\d_])")


def worded_as_computed(rendered: Sentence | str, text: str) -> bool:
    """Whether a rendered sentence stands in a text, such as that of a PDF's page.

    Compared in NFC with ligatures opened, without white space, soft hyphens and hyphens between
    letters (where a line may have been divided). Digits, signs, and capitals count: a hyphen for
    a minus is another number.
    """
    return bare(str(rendered)) in bare(text)


def bare(text: str) -> str:
    """Return a text as it is compared: what a typesetter may change in it is away."""
    # NFKC would turn a superscript into a digit: only the ligatures are opened.
    opened = re.sub("[\ufb00-\ufb06]", lambda one: unicodedata.normalize("NFKC", one[0]), text)
    return _HYPHEN.sub("", _INVISIBLE.sub("", unicodedata.normalize("NFC", opened)))
