"""What is known of the units of an act: levels that they decide about, proposals on them; and which
texts a package makes void.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from ligzda.blueprints.queries import Factor, factors
from ligzda.drafting import DraftingError, address, read_sentence
from ligzda.legislation.drafts import ActDraft
from ligzda.legislation.models import Act, ActText, Change, Package, UnitLink
from ligzda.legislation.queries import packages_on
from ligzda.network.rules import Viewer


@dataclass
class Notes:
    """What is known of a unit: links with the words of factor and level, changes proposed."""

    links: list[tuple[UnitLink, str, str]] = field(default_factory=list)
    proposals: list[Change] = field(default_factory=list)


def notes(viewer: Viewer, act: Act) -> dict[str, Notes]:
    """Return what is known of each unit of an act, by address; proposals that one may read."""
    found: dict[str, Notes] = defaultdict(Notes)
    links = list(act.links.all())
    known = names(factors()) if links else {}
    for link in links:
        factor, level = known.get((link.factor, link.level), (link.factor, link.level))
        found[link.address].links.append((link, factor, level))
    for package in packages_on(viewer, act):
        for change in package.changes.filter(text__act=act).select_related("package"):
            for where in _targets(change):
                found[where].proposals.append(change)
    return found


def names(every: Sequence[Factor]) -> dict[tuple[str, str], tuple[str, str]]:
    """Return the words of each level: codes of factor and level → their names."""
    return {
        (factor.code, level.code): (factor.name, level.label)
        for factor in every
        for level in factor.levels
    }


def _targets(change: Change) -> list[str]:
    try:
        operations = read_sentence(change.final).operations
    except DraftingError:
        return []  # the package's own page says so
    every = [address(path) for each in operations for path in each.targets]
    return list(dict.fromkeys(every))


@dataclass(frozen=True)
class Voided:
    """A text that a package makes void, because it was made of another one."""

    text: ActText
    made_of: ActText


def voided(package: Package, drafts: Sequence[ActDraft]) -> list[Voided]:
    """Return the texts of the register that no longer hold once a package is in force.

    They are of the day on which it comes into force or later; where that day is not known, those
    that are newer than the text that the package amends.
    """
    found = []
    for draft in drafts:
        newer = draft.text.act.texts.exclude(pk=draft.text.pk)
        later = (
            newer.filter(on__gte=package.in_force_on)
            if package.in_force_on
            else newer.filter(on__gt=draft.text.on)
        )
        found += [Voided(text, draft.text) for text in later.order_by("on", "pk")]
    return found
