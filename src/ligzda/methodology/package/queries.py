"""Read side of the package: what is recommended of a model, and what is measured."""

from ligzda.findings.claims import parse
from ligzda.indicators.dictionary import dictionary, moments
from ligzda.indicators.shown import said
from ligzda.languages import Language
from ligzda.methodology.package.document import Advised, Measured, words
from ligzda.methodology.recommendations.queries import RecommendationRow, current


def advised(model: str, language: Language) -> list[Advised]:
    """Return what is recommended of a model, by the claims that name it; else all that is."""
    rows = current()
    found = [row for row in rows if _names(row, model)] or rows
    return [
        Advised(row.row.title[language], row.row.how[language], bool(row.lost)) for row in found
    ]


def _names(row: RecommendationRow, model: str) -> bool:
    return any(model in parse(claim.predicate).models for claim in row.claims)


def measured() -> list[Measured]:
    """Return the indicators of the dictionary that a package names."""
    entries = [dictionary()[code] for code in words()["indicators"]]
    return [
        Measured(
            said(entry.name),
            ", ".join(said(moments()[moment]) for moment in entry.when),
            entry.version,
        )
        for entry in entries
    ]
