"""Rows of several rooms, put together for a page."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from django.urls import reverse
from django.utils.translation import gettext as _

from ligzda.blueprints import queries as blueprints
from ligzda.incubators import queries as incubators
from ligzda.incubators.rules import check_edit_incubator
from ligzda.kernel.obstacle import may
from ligzda.kernel.room import rooms
from ligzda.kernel.sorting import sort_key
from ligzda.network import queries as network
from ligzda.network.models import Municipality, User
from ligzda.network.rules import Viewer, check_draft_decision, check_edit_partner, roles_held
from ligzda.portal.labels import ANSWERS, KINDS_OF_PARTNERS, QUESTIONS


@dataclass(frozen=True)
class Question:
    """One of the three questions, with what each answer means."""

    code: str
    question: str
    minus: str
    plus: str


@dataclass(frozen=True)
class Answer:
    """A model's answer to one of the questions."""

    code: str
    question: str
    text: str


@dataclass(frozen=True)
class Cell:
    """A model as a row of three short answers."""

    slug: str
    code: str
    name: str
    plus: bool
    answers: Sequence[Answer]


def questions() -> list[Question]:
    """Return the three questions that span the cube."""
    return [
        Question(row.code, str(QUESTIONS[row.code]), row.minus, row.plus)
        for row in blueprints.spanning_factors()
    ]


def cells(models: Sequence[blueprints.Model]) -> list[Cell]:
    """Return the models as rows of three short answers: the cube as a table."""
    return [
        Cell(
            model.slug,
            model.code,
            model.name,
            model.cell["A"] == "+",
            [
                Answer(code, str(question), str(ANSWERS[code][model.cell[code] == "+"]))
                for code, question in QUESTIONS.items()
            ],
        )
        for model in models
    ]


@dataclass(frozen=True)
class ComparisonLine:
    """A factor with each model's label, and with each label's models."""

    name: str
    question: str
    labels: Sequence[str]
    models_by_label: Mapping[str, Sequence[blueprints.Model]]


def comparison(models: Sequence[blueprints.Model]) -> list[ComparisonLine]:
    """Return the factors with what each model answers."""
    answered = blueprints.labels_by_factor()
    lines = []
    for factor in blueprints.factors():
        by_model = answered[factor.code]
        by_label: dict[str, list[blueprints.Model]] = {}
        for model in models:
            by_label.setdefault(by_model[model.code], []).append(model)
        labels = [by_model[model.code] for model in models]
        lines.append(ComparisonLine(factor.name, factor.question, labels, by_label))
    return lines


def answers(model: blueprints.Model) -> list[Answer]:
    """Return what the model's three answers mean, in full."""
    return [
        Answer(row.code, row.question, row.plus if model.cell[row.code] == "+" else row.minus)
        for row in questions()
    ]


@dataclass(frozen=True)
class Country:
    """The practices of one country."""

    code: str
    name: str
    practices: Sequence[blueprints.PracticeRow]


def practices_by_country() -> list[Country]:
    """Return the practices: Latvia's first, then by country, then those of several countries."""

    def place(row: blueprints.PracticeRow) -> tuple[int, object]:
        return {"LV": 0, "EU": 2}.get(row.country, 1), sort_key(row.country_name)

    return [
        Country(found[0].country, found[0].country_name, found)
        for __, group in groupby(sorted(blueprints.practices(), key=place), place)
        if (found := list(group))
    ]


def incubator_of(municipality_slug: str) -> incubators.Incubator | None:
    """Return the municipality's incubator, if it has one."""
    found = (row for row in incubators.incubators() if row.municipality_slug == municipality_slug)
    return next(found, None)


@dataclass(frozen=True)
class Edit:
    """A page on which the viewer may change what a public page says."""

    label: str
    url: str


def edits(viewer: Viewer, municipality_slug: str) -> list[Edit]:
    """Return what of a municipality's page the viewer may change, and where."""
    if not isinstance(viewer, User):
        return []
    row = Municipality.objects.select_related("partner").get(slug=municipality_slug)
    found = []
    if (partner := getattr(row, "partner", None)) and may(check_edit_partner, by=viewer):
        url = reverse("network:partner", args=[partner.slug])
        found.append(Edit(_("Edit its part in the network"), url))
    for incubator in incubators.rows().filter(municipality=row):
        if may(check_edit_incubator, by=viewer, incubator=incubator):
            url = reverse("incubators:edit", args=[incubator.slug])
            found.append(Edit(_("Edit the incubator"), url))
    if partner and may(check_draft_decision, by=viewer, municipality=row):
        url = reverse("network:decision_new", args=[row.slug])
        found.append(Edit(_("Write down a decision"), url))
    return found


def feasible_models(incubator: incubators.Incubator) -> list[blueprints.Model]:
    """Return the models that the incubator can try, where it cannot try all."""
    codes = incubator.feasible_models or []
    return [model for model in blueprints.models() if model.code in codes]


@dataclass(frozen=True)
class PartnerGroup:
    """The partners of one kind."""

    kind: str
    name: str
    partners: Sequence[network.PartnerRow]


def partner_groups() -> list[PartnerGroup]:
    """Return the partners by kind, municipalities first."""
    return [
        PartnerGroup(kind, str(KINDS_OF_PARTNERS[kind]), list(rows))
        for kind, rows in groupby(network.partners(), key=lambda row: row.kind)
    ]


def partners_in_two() -> list[PartnerGroup]:
    """Return the municipalities, and all other partners."""
    rows = network.partners()
    municipalities = [row for row in rows if row.kind == "municipality"]
    others = [row for row in rows if row.kind != "municipality"]
    return [
        PartnerGroup("municipality", _("Municipalities"), municipalities),
        PartnerGroup("other", _("Other partners"), others),
    ]


@dataclass(frozen=True)
class MyRole:
    """A role somebody holds and what it lets them do; `own`: only for their municipality."""

    name: str
    partner: str
    own: bool
    permissions: Sequence[tuple[str, str]]
    """Each in words, with the address of its page."""


def my_roles(viewer: Viewer) -> list[MyRole]:
    """Return the roles the viewer holds today, with what the rooms that are there let them do."""
    words = {name: label for room in rooms() for name, label in room.permissions.items()}
    pages = {name: page for room in rooms() for name, page in room.pages.items()}
    return [
        MyRole(
            str(role.name),
            str(partner),
            role.scope == "own",
            sorted(
                (str(words[permission]), reverse(pages[permission].address))
                for permission in role.permissions & words.keys()
            ),
        )
        for role, partner in roles_held(viewer)
    ]
