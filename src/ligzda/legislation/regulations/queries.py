"""The read side of binding regulations."""

from dataclasses import dataclass
from difflib import SequenceMatcher
from html import escape

from django.db.models import QuerySet
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from ligzda.drafting.comparing.pages import inline
from ligzda.kernel.errors import NotFoundError
from ligzda.languages import Language
from ligzda.legislation.models import MemorandumPart, Regulation
from ligzda.legislation.regulations import rules
from ligzda.legislation.regulations.memorandum import MemorandumSection, sections
from ligzda.network.models import Decision, Municipality, Permit
from ligzda.network.roles import Permission
from ligzda.network.rules import Viewer, roles_held

MOST_BY_WORDS = 4_000
"""Characters of lines standing together, old and new, that are compared word by word."""


def kept_by(viewer: Viewer) -> list[Municipality]:
    """Return the municipalities whose regulations somebody keeps."""
    found = {
        partner.municipality_id: partner.municipality
        for role, partner in roles_held(viewer)
        if Permission.KEEP_REGULATIONS in role.permissions
    }
    return [row for row in found.values() if row is not None]


def regulations(viewer: Viewer) -> QuerySet[Regulation]:
    """Return what is announced, and the drafts of one's own municipality, the newest first."""
    rows = Regulation.objects.select_related("municipality", "consultation").order_by("-pk")
    mine = rows.filter(municipality__in=kept_by(viewer))
    return (rows.filter(announced_at__isnull=False) | mine).distinct()


def regulation(viewer: Viewer, pk: int) -> Regulation:
    """Return a regulation. Raises NotFoundError where it is not there for this person."""
    row = Regulation.objects.select_related("municipality", "decision").filter(pk=pk).first()
    if row is None:
        raise NotFoundError(_("There is no such binding regulation."))
    rules.check_see_regulation(by=viewer, regulation=row)
    return row


@dataclass(frozen=True)
class Explained:
    """A section of the memorandum with what the regulation says in it."""

    section: MemorandumSection
    part: MemorandumPart | None


def explained(row: Regulation) -> list[Explained]:
    """Return every section in the order of the memorandum."""
    there = {part.code: part for part in row.memorandum.all()}
    return [Explained(each, there.get(each.code)) for each in sections()]


def decisions_for(row: Regulation) -> QuerySet[Decision]:
    """Return the decisions by which the council can have adopted it, the newest sitting first."""
    return Decision.objects.filter(
        municipality=row.municipality,
        published_at__isnull=False,
        permitted__contains=[Permit.BINDING_REGULATION],
        sitting_on__gt=row.consultation.closes,
    ).order_by("-sitting_on", "-pk")


def since_announced(row: Regulation, language: Language) -> SafeString | None:
    """Return the text against what was announced, as HTML, where they differ."""
    if not row.announced_text or row.announced_text == row.text:
        return None
    return mark_safe(_by_lines(row.announced_text, row.text, language))


def _by_lines(before: str, after: str, language: Language) -> str:
    """Compare lines first, then the words of those that differ: a visitor waits for the page.

    Where more than `MOST_BY_WORDS` differ together, the old stand whole before the new.
    """
    a, b = before.splitlines(keepends=True), after.splitlines(keepends=True)
    found = []
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, a, b).get_opcodes():
        old, new = "".join(a[i1:i2]), "".join(b[j1:j2])
        if tag == "equal":
            found.append(escape(new, quote=False).replace("\n", "<br>"))
        elif len(old) + len(new) <= MOST_BY_WORDS:
            found.append(inline(old, new, language))
        else:
            found += [inline(old, "", language), inline("", new, language)]
    return "".join(found)
