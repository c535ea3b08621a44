"""The read side of legislation."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Count, Max, Q, QuerySet
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from ligzda.findings.queries import ClaimRow, claims
from ligzda.kernel.errors import NotFoundError
from ligzda.kernel.obstacle import may
from ligzda.languages import spoken
from ligzda.legislation import rules
from ligzda.legislation.annotation import Section, form
from ligzda.legislation.models import (
    Act,
    ActText,
    AnnotationPart,
    Change,
    Ground,
    Opinion,
    OpinionRow,
    Package,
)
from ligzda.legislation.states import STATES
from ligzda.network.rules import Viewer


def acts() -> QuerySet[Act]:
    """Return the register, with how many texts each act has and of which day the newest is."""
    return Act.objects.annotate(count=Count("texts"), newest=Max("texts__on"))


def act(slug: str) -> Act:
    """Return an act of the register. Raises NotFoundError."""
    row = Act.objects.filter(slug=slug).first()
    if row is None:
        raise NotFoundError(_("There is no such act in the register."))
    return row


def text_at(row: Act, at: datetime.date | None) -> ActText | None:
    """Return the text of an act that was newest on a day; without a day, the newest."""
    found = row.texts.all()
    return (found.filter(on__lte=at) if at else found).first()


def packages(viewer: Viewer) -> QuerySet[Package]:
    """Return the packages that somebody may read, the newest first."""
    found = Package.objects.annotate(count=Count("changes"))
    if not may(rules.check_see_drafts, by=viewer):
        found = found.filter(Q(filed_at__isnull=False) | Q(consultation__isnull=False))
    return found.order_by("-pk")


def package(viewer: Viewer, pk: int) -> Package:
    """Return a package. Raises NotFoundError where it is not there for this person."""
    row = Package.objects.filter(pk=pk).first()
    if row is None:
        raise NotFoundError(_("There is no such package of amendments."))
    rules.check_see(by=viewer, package=row)
    return row


def packages_on(viewer: Viewer, row: Act) -> list[Package]:
    """Return the packages that amend an act and that somebody may read."""
    return list(packages(viewer).filter(changes__text__act=row).distinct())


@dataclass(frozen=True)
class Annotated:
    """A section of the annotation with what a package says in it."""

    section: Section
    part: AnnotationPart | None

    @property
    def choice(self) -> str:
        """The value of the list, in words."""
        chosen = self.part.choice if self.part else ""
        return str(self.section.choices[chosen]) if chosen in self.section.choices else ""


def annotated(row: Package) -> list[Annotated]:
    """Return every section in the order of the form."""
    there = {part.code: part for part in row.annotation.all()}
    return [Annotated(each, there.get(each.code)) for each in form(row.form).sections]


def opinions(row: Package) -> list[Opinion]:
    """Return the opinions on a package, round by round, with their rows."""
    return list(row.opinions.prefetch_related("rows").order_by("round", "on", "pk"))


def opinion(viewer: Viewer, pk: int) -> Opinion:
    """Return an opinion. Raises NotFoundError where its package is not there for this person."""
    row = Opinion.objects.select_related("package").filter(pk=pk).first()
    if row is None:
        raise NotFoundError(_("There is no such opinion."))
    rules.check_see(by=viewer, package=row.package)
    return row


def opinion_row(viewer: Viewer, pk: int) -> OpinionRow:
    """Return an objection or suggestion. Raises NotFoundError, as `opinion` does."""
    row = OpinionRow.objects.select_related("opinion__package").filter(pk=pk).first()
    if row is None:
        raise NotFoundError(_("There is no such objection or suggestion."))
    rules.check_see(by=viewer, package=row.opinion.package)
    return row


@dataclass(frozen=True)
class Matrix:
    """Who agreed in which round: a line for each institution, a cell for each round."""

    rounds: list[int]
    lines: list[tuple[str, list[Opinion | None]]]


def matrix(found: Sequence[Opinion]) -> Matrix:
    """Return who agreed to what."""
    rounds = sorted({each.round for each in found})
    by_place = {(each.giver, each.round): each for each in found}
    givers = dict.fromkeys(each.giver for each in found)
    return Matrix(
        rounds, [(giver, [by_place.get((giver, each)) for each in rounds]) for giver in givers]
    )


def texts_of(row: Package) -> list[ActText]:
    """Return the newest text of each act of the package's kind: what it can amend."""
    texts = ActText.objects.filter(act__kind=row.kind).select_related("act")
    newest: dict[int, ActText] = {}
    for each in texts.order_by("act__title", "-on", "-pk"):
        newest.setdefault(each.act_id, each)
    return list(newest.values())


def text(row: Package, pk: int) -> ActText:
    """Return a text that a package may amend. Raises NotFoundError."""
    found = ActText.objects.select_related("act").filter(pk=pk, act__kind=row.kind).first()
    if found is None:
        raise NotFoundError(_("There is no such text for this package."))
    return found


def change(row: Package, pk: int) -> Change:
    """Return a change of a package. Raises NotFoundError."""
    found = row.changes.select_related("text__act", "package").filter(pk=pk).first()
    if found is None:
        raise NotFoundError(_("There is no such change in this package."))
    return found


@dataclass(frozen=True)
class Rest:
    """A claim that a package rests on, as it stands now. `turned`: it no longer carries."""

    ground: Ground
    claim: ClaimRow
    turned: bool
    reworded: bool

    @property
    def sentence(self) -> str:
        """What the claim says, in the active language."""
        return self.claim.sentences[spoken(get_language())]

    @property
    def state(self) -> str:
        """How the claim stands, in words."""
        return str(STATES.get(self.claim.state.value, self.claim.state.value))


CARRYING = frozenset({"supported"})
"""States of a claim on which amendments can rest."""


def rests(row: Package) -> list[Rest]:
    """Return the claims that a package rests on, by number."""
    public = {each.number: each for each in claims()}
    found = [
        (each, public[each.claim.number])
        for each in row.grounds.select_related("claim").order_by("claim__number")
        if each.claim.number in public
    ]
    return [
        Rest(each, claim, claim.state.value not in CARRYING, each.sha256 != claim.sha256)
        for each, claim in found
    ]


def ground(row: Package, pk: int) -> Ground:
    """Return a ground of a package. Raises NotFoundError."""
    found = row.grounds.select_related("package").filter(pk=pk).first()
    if found is None:
        raise NotFoundError(_("This package does not rest on this claim."))
    return found
