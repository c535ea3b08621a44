"""A finding: which rule, where, and a sentence with the remedy in both languages."""

from __future__ import annotations

from dataclasses import dataclass

from ligzda.drafting.acts.model import Index, Unit
from ligzda.drafting.operations import Path, Step
from ligzda.drafting.units import data, unit_words

_STEPS = frozenset({"section", "part", "point", "subpoint", "annex", "transitional"})


@dataclass(frozen=True, slots=True)
class Finding:
    """``rule`` is a key of ``data/findings.yaml``; ``place`` the item or the unit it is about."""

    rule: str
    place: str
    details: tuple[tuple[str, str], ...] = ()

    def said(self, language: str) -> str:
        """Return place, what is so and what to do, in a language."""
        text: str = data("findings.yaml")[self.rule][language]
        return f"{self.place}: {text.format(**dict(self.details))}"


def path_at(root: Unit, index: Index) -> Path:
    """Return the address of the unit at an index; chapters are left out of it."""
    units = [root.get(index[:length]) for length in range(1, len(index) + 1)]
    return tuple(Step(unit.kind, unit.number) for unit in units if unit.kind in _STEPS)


def shown(path: Path) -> str:
    """Return an address as people read it: ``9. pants, 1. daļa``."""
    names = ((unit_words()[step.unit].name.replace("_", " "), step.number) for step in path)
    return ", ".join(f"{number.replace('^', '.^')}. {name}" if number else name
                     for name, number in names)  # fmt: skip
