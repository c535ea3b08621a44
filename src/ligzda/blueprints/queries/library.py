"""The library of practices."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import QuerySet
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from ligzda.blueprints import models as nouns
from ligzda.blueprints.queries.published import published
from ligzda.kernel.errors import NotFoundError
from ligzda.kernel.models import in_language
from ligzda.kernel.sorting import sort_key
from ligzda.languages import locale_of, spoken


@dataclass(frozen=True)
class Statement:
    """A sentence; `to_be_checked`: it comes from memory, no source was opened for it."""

    text: str
    to_be_checked: bool
    latvian: str = ""
    """What is looked up: by it a check is found (network/statements.py)."""

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True)
class PracticeRow:
    """A European practice; `models`: codes of the models whose newest version is traced to it."""

    code: str
    slug: str
    name: str
    country: str
    country_name: str
    fact: Statement
    sources: Sequence[str]
    models: Sequence[str]


def number_of_practices() -> int:
    """Return how many practices the library has."""
    return nouns.Practice.objects.count()


def practices() -> list[PracticeRow]:
    """Return the library of practices, in alphabetical order."""
    return practice_rows(nouns.Practice.objects.all())


def practice(slug: str) -> PracticeRow:
    """Return one practice. Raises NotFoundError."""
    rows = practice_rows(nouns.Practice.objects.filter(slug=slug))
    if not rows:
        raise NotFoundError(_("There is no practice “%(slug)s”.") % {"slug": slug})
    return rows[0]


def practice_rows(rows: QuerySet[nouns.Practice]) -> list[PracticeRow]:
    """Return practices as rows, in alphabetical order."""
    newest = {version.model_id: version for version in published().prefetch_related("traces")}
    traced: dict[int, list[str]] = {}
    for version in newest.values():
        for trace in version.traces.all():
            traced.setdefault(trace.practice_id, []).append(version.model.code)
    found = [
        PracticeRow(
            code=row.code,
            slug=row.slug,
            name=in_language(row, "name"),
            country=row.country,
            country_name=_country(row.country),
            fact=Statement(in_language(row, "fact"), row.status == "recalled", row.fact_lv),
            sources=row.sources,
            models=traced.get(row.pk, []),
        )
        for row in rows
    ]
    return sorted(found, key=lambda row: sort_key(row.name))


_NO_COUNTRIES = frozenset({"EU", "EZ", "QO", "UN", "XA", "XB", "ZZ"})
"""Codes of two letters by which the CLDR names unions, test languages and the unknown."""


def _country(code: str) -> str:
    """Name a country; EU stands for several, and the United Kingdom is GB in ISO 3166."""
    if code == "EU":
        return _("several countries")
    names = locale_of(spoken(get_language())).territories
    return str(names.get({"UK": "GB"}.get(code, code), code))


def countries() -> list[tuple[str, str]]:
    """Return every country by code and name, in alphabetical order; several countries first."""
    known = map(str, locale_of(spoken(get_language())).territories)
    codes = {
        "UK" if code == "GB" else code
        for code in known
        if len(code) == 2 and code.isalpha() and code not in _NO_COUNTRIES
    }
    named = sorted(((code, _country(code)) for code in codes), key=lambda row: sort_key(row[1]))
    return [("EU", _country("EU")), *named]


def found_by(rows: Sequence[PracticeRow], words: str, country: str) -> list[PracticeRow]:
    """Return the practices of a country in whose name, fact or sources every word occurs."""
    wanted = words.casefold().split()
    return [
        row
        for row in rows
        if country in ("", row.country)
        and all(
            word in " ".join([row.name, row.fact.text, row.country_name, *row.sources]).casefold()
            for word in wanted
        )
    ]


def known_levels(practice: nouns.Practice) -> dict[str, str]:
    """Return what is known of a practice: factor code → level code."""
    rows = practice.levels.select_related("factor", "level").order_by("factor__position")
    return {row.factor.code: row.level.code for row in rows}
