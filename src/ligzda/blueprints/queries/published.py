"""Models in their published versions, and drafts where they are asked for."""

import datetime
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from django.db.models import Max, QuerySet
from django.db.models.functions import Length
from django.utils import timezone

from ligzda.blueprints import models as nouns
from ligzda.kernel.models import in_language
from ligzda.kernel.sorting import sort_key


@dataclass(frozen=True)
class Model:
    """An operating model in its newest published version; `cell` like {"A": "-", "B": "+", …}."""

    code: str
    slug: str
    name: str
    idea: str
    cell: dict[str, str]
    places: int
    main_risk: str
    version: int
    published_on: datetime.date

    @property
    def plus(self) -> bool:
        """Whether it stands on the plus side of A, which pages show in a colour of its own."""
        return self.cell["A"] == "+"


@dataclass(frozen=True)
class Design:
    """What the checks look at: a version's cell and levels. `draft`: it is not published yet."""

    code: str
    name: str
    number: int
    draft: bool
    cell: dict[str, str]
    levels: dict[str, str]
    practices: Sequence[str]


def designs(*, drafts: bool = False) -> list[Design]:
    """Return every model's newest published version, or its draft where one is asked for."""
    newest: dict[int, nouns.ModelVersion] = {}
    rows = nouns.ModelVersion.objects.select_related("model").prefetch_related(
        "levels__factor", "levels__level", "traces__practice"
    )
    if not drafts:
        rows = rows.filter(published_at__isnull=False)
    for row in rows.order_by(Length("model__code"), "model__code", "number"):
        newest[row.model_id] = row
    return [
        Design(
            code=row.model.code,
            name=in_language(row.model, "name"),
            number=row.number,
            draft=row.published_at is None,
            cell=cell_of(row),
            levels={each.factor.code: each.level.code for each in row.levels.all()},
            practices=sorted(
                (in_language(trace.practice, "name") for trace in row.traces.all()), key=sort_key
            ),
        )
        for row in newest.values()
    ]


def cell_of(version: nouns.ModelVersion) -> dict[str, str]:
    """Return the signs of A, B and C."""
    return {letter: "+" if getattr(version, letter.lower()) else "-" for letter in "ABC"}


def versions(pks: Collection[int]) -> QuerySet[nouns.ModelVersion]:
    """Return these versions themselves: what forms choose from, and actions are given."""
    return nouns.ModelVersion.objects.filter(pk__in=pks).select_related("model")


def newest_versions() -> list[nouns.ModelVersion]:
    """Return every model's newest published version itself, by code."""
    return list({version.model_id: version for version in published()}.values())


def needed_months(versions: Collection[int]) -> dict[int, int]:
    """Return how many months the longest stay of each version lasts, where its levels tell it.

    A shorter course ends before whoever came on its first day has gone through the model.
    """
    rows = nouns.VersionLevel.objects.filter(version__in=versions, level__months__isnull=False)
    found = rows.values("version").annotate(months=Max("level__months"))
    return dict(found.values_list("version", "months"))


def models() -> list[Model]:
    """Return the models that have a published version, by code."""
    return [model_row(version) for version in newest_versions()]


def published() -> QuerySet[nouns.ModelVersion]:
    """Return every published version, by model and number."""
    # Codes are M1 … M99: the shorter first, then by letters, so that M10 follows M9.
    return (
        nouns.ModelVersion.objects.filter(published_at__isnull=False)
        .select_related("model")
        .order_by(Length("model__code"), "model__code", "number")
    )


def model_row(version: nouns.ModelVersion) -> Model:
    """Return a published version as a row."""
    assert version.published_at is not None
    return Model(
        code=version.model.code,
        slug=version.model.slug,
        name=in_language(version.model, "name"),
        idea=in_language(version, "idea"),
        cell=cell_of(version),
        places=version.places,
        main_risk=in_language(version, "main_risk"),
        version=version.number,
        published_on=timezone.localtime(version.published_at).date(),
    )
