"""Word forms "(attiecīgā locījumā)" of a change: each hit, and whether a person confirmed it."""

from dataclasses import dataclass

from ligzda.drafting.applying.inflecting import Proposal
from ligzda.legislation.models import Change

Kept = set[tuple[int, str, str]]
"""Forms that were confirmed: place, form that stands there, form that takes its place."""


@dataclass(frozen=True)
class Hit:
    """A place where old words stand in some form. `sure`: one form alone fits.

    `kept`: a person confirmed this form here.
    """

    place: int
    old: str
    new: str
    sure: bool
    kept: bool

    @property
    def key(self) -> str:
        """What a form sends back of it: place and both words, so that nothing else is confirmed."""
        return f"{self.place}|{self.old}|{self.new}"


def kept_forms(change: Change) -> Kept:
    """Return what a person confirmed of a change."""
    return {(row.place, row.old, row.new) for row in change.confirmed.all()}


def hit_of(place: int, proposal: Proposal, kept: Kept) -> Hit:
    """Return a hit of the engine; confirmed, if the very same was."""
    old, new = proposal.old, proposal.new
    return Hit(place, old, new, proposal.sure, (place, old, new) in kept)
