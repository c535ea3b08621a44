"""What the dictionary says, in the active language."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from ligzda.indicators.dictionary import Indicator, Said, Version, moments
from ligzda.languages import in_language

LEVEL_NAMES = {
    "person": pgettext_lazy("level", "person"),
    "stay": pgettext_lazy("level", "stay"),
    "activity": pgettext_lazy("level", "activity"),
    "enterprise": pgettext_lazy("level", "enterprise"),
    "site": pgettext_lazy("level", "incubator"),
    "network": pgettext_lazy("level", "network"),
}
KIND_NAMES = {
    "count": _("how many"),
    "share": _("which share of them"),
    "category": _("how many of each"),
    "mean": _("mean"),
    "median": _("median"),
    "sum": _("sum"),
    "ratio": _("one sum over another"),
}
MEASURES = {
    "days": _("days"),
    "hours": _("hours"),
    "EUR": "EUR",
    "points": _("points"),
    "jobs": "",
    "percent": "%",
}


def said(text: Said) -> str:
    """Return a text of the data in the active language."""
    return in_language(text, get_language() or "")


@dataclass(frozen=True)
class Shown:
    """An entry of the dictionary as a page shows it."""

    entry: Indicator

    @property
    def code(self) -> str:
        """Its code."""
        return self.entry.code

    @property
    def name(self) -> str:
        """What it is called."""
        return said(self.entry.name)

    @property
    def definition(self) -> str:
        """What is counted."""
        return said(self.entry.definition)

    @property
    def formula(self) -> str:
        """The rule in words."""
        return said(self.entry.formula)

    @property
    def unit(self) -> str:
        """What one counted thing is called."""
        return said(self.entry.unit)

    @property
    def units(self) -> str:
        """What the counted things are called."""
        return said(self.entry.units)

    @property
    def measure(self) -> str:
        """What its values are in."""
        return str(MEASURES.get(self.entry.measure, ""))

    @property
    def level(self) -> str:
        """What it tells something of."""
        return str(LEVEL_NAMES[self.entry.level])

    @property
    def kind(self) -> str:
        """What kind of number it is."""
        return str(KIND_NAMES[self.entry.kind])

    @property
    def when(self) -> list[str]:
        """The moments, in words."""
        return [said(moments()[each]) for each in self.entry.when]

    @property
    def left_out(self) -> list[str]:
        """What is left out, in words."""
        return [said(each) for each in self.entry.left_out.values()]

    @property
    def to_be_checked(self) -> str:
        """What it states from memory."""
        return said(self.entry.to_be_checked) if self.entry.to_be_checked else ""

    @property
    def versions(self) -> list[tuple[Version, str]]:
        """The versions of the rule, the newest first, each with what it changed."""
        return [(each, said(each.change)) for each in reversed(self.entry.versions)]


def shown(entry: Indicator) -> Shown:
    """Return an entry as a page shows it."""
    return Shown(entry)


def named(texts: Mapping[str, Said], code: str | None) -> str:
    """Return what a code is called; the code itself where nothing is said of it."""
    return said(texts[code]) if code in texts and code is not None else (code or "")
