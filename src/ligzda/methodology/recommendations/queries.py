"""Read side of recommendations: what stands today, and whether its ground still holds."""

from dataclasses import dataclass

from django.db.models import Prefetch, QuerySet
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from ligzda.findings import queries as findings
from ligzda.findings.claims import State
from ligzda.kernel.errors import NotFoundError
from ligzda.kernel.texts import Text
from ligzda.languages import spoken
from ligzda.methodology.models import Recommendation, RestsOn
from ligzda.methodology.recommendations.frame import frame


@dataclass(frozen=True)
class JudgedRow:
    """A criterion with what was judged, in words."""

    name: Text
    judgement: Text
    text: Text


@dataclass(frozen=True)
class RecommendationRow:
    """A version with its criteria and claims; `lost`: claims that are not supported today."""

    row: Recommendation
    criteria: list[JudgedRow]
    claims: list[findings.ClaimRow]

    @property
    def said(self) -> list[tuple[findings.ClaimRow, str]]:
        """The claims, each with its sentence in the active language."""
        language = spoken(get_language())
        return [(claim, claim.sentences[language]) for claim in self.claims]

    @property
    def lost(self) -> list[findings.ClaimRow]:
        """The claims that do not carry it (any more)."""
        return [claim for claim in self.claims if claim.state != State.SUPPORTED]


def current() -> list[RecommendationRow]:
    """Return the newest published version of each recommendation, by number."""
    newest = {row.number: row for row in _rows().filter(published_at__isnull=False)}
    return _with_claims(list(newest.values()))


def drafts() -> list[Recommendation]:
    """Return what waits for another person."""
    return list(_rows().filter(published_at__isnull=True).select_related("written_by"))


def recommendation(number: int, *, drafts: bool = False) -> RecommendationRow:
    """Return the newest version of one (`drafts`: published or not). Raises NotFoundError."""
    rows = _rows().filter(number=number)
    row = (rows if drafts else rows.filter(published_at__isnull=False)).last()
    if row is None:
        raise NotFoundError(_("There is no such recommendation."))
    return _with_claims([row])[0]


def _rows() -> QuerySet[Recommendation]:
    claims = Prefetch("rests_on", RestsOn.objects.select_related("claim"))
    return Recommendation.objects.prefetch_related("criteria", claims).order_by("number", "version")


def _with_claims(rows: list[Recommendation]) -> list[RecommendationRow]:
    known = {claim.number: claim for claim in findings.claims()}
    return [
        RecommendationRow(
            row,
            [
                JudgedRow(
                    frame()[each.code].name, frame()[each.code].scale[each.judgement], each.text
                )
                for each in row.criteria.all()
            ],
            [known[each.claim.number] for each in row.rests_on.all() if each.claim.number in known],
        )
        for row in rows
    ]
