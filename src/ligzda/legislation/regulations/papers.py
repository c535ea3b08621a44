"""The papers of a binding regulation: its text and its memorandum, as DOCX and PDF."""

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from ligzda.kernel.errors import NotFoundError
from ligzda.languages import DEFAULT
from ligzda.legislation.consultations.queries import consultation_of
from ligzda.legislation.models import Regulation
from ligzda.legislation.papers import MEDIA
from ligzda.legislation.regulations import memorandum, queries
from ligzda.network.templatetags.places import place_name
from ligzda.publishing import (
    Block,
    Column,
    DataTable,
    Document,
    Heading,
    Note,
    Numbers,
    Paragraph,
    to_docx,
    to_pdf,
)

NAMES = ("regulation.docx", "regulation.pdf", "memorandum.docx", "memorandum.pdf")


def file(row: Regulation, name: str) -> tuple[bytes, str]:
    """Return content and media type of a file. Raises NotFoundError."""
    if name not in NAMES:
        raise NotFoundError(_("This regulation has no such file."))
    stem, _dot, form = name.rpartition(".")
    with override(DEFAULT):
        document = paper(row, stem)
    content = to_docx(document) if form == "docx" else to_pdf(document)
    return content, MEDIA[form]


def paper(row: Regulation, name: str) -> Document:
    """Return a paper in Latvian, the language of the act."""
    title, blocks = {"regulation": _text, "memorandum": _memorandum}[name](row)
    if row.invented:
        said = (_("This regulation is invented for the demonstration."),)
        blocks = [Note(_("Invented"), said, "invented"), *blocks]
    day = row.published_on or timezone.localdate(row.announced_at or row.drafted_at)
    by = (place_name(row.municipality),)
    return Document(title, DEFAULT, by, day, tuple(blocks), contents=False)


def _name(row: Regulation) -> str:
    said = {"number": row.number or "…", "title": row.title[DEFAULT]}
    return _("Binding regulation No. %(number)s “%(title)s”") % said


def _text(row: Regulation) -> tuple[str, list[Block]]:
    _title, *lines = row.text.strip().split("\n")
    issued = _("Issued according to %(basis)s") % {"basis": row.basis}
    return _name(row), [
        Paragraph((issued,)),
        *(Paragraph((line,)) for line in lines if line.strip()),
    ]


def _memorandum(row: Regulation) -> tuple[str, list[Block]]:
    blocks: list[Block] = []
    for each in queries.explained(row):
        mark = f" ({_('to be checked')})" if each.section.recalled else ""
        blocks.append(Heading(f"{each.section.code}. {each.section.title[DEFAULT]}{mark}"))
        if each.part:
            lines = each.part.text.split("\n")
            blocks += [Paragraph((line,)) for line in lines if line.strip()]
        if each.section.code == memorandum.CONSULTED:
            blocks += _consulted(row)
        elif not each.part:
            blocks.append(Paragraph((_("Not written yet."),)))
    title = _("Explanatory memorandum: %(regulation)s") % {"regulation": _name(row)}
    return title, blocks


def _consulted(row: Regulation) -> list[Block]:
    """Return the days on which the public was asked, and every opinion with its answer."""
    asked = consultation_of(row)
    if asked is None:
        return [Paragraph((_("The public was not asked yet."),))]
    numbers = Numbers(DEFAULT)
    days = _("Opinions were received from %(opens)s to %(closes)s.") % {
        "opens": numbers.date(asked.opens),
        "closes": numbers.date(asked.closes),
    }
    rows = [
        (
            numbers.date(said.on),
            said.who or _("(name erased)"),
            said.text,
            f"{said.get_outcome_display()}. {said.answer}".strip(),
        )
        for said in asked.comments.filter(held=False)
    ]
    if not rows:
        return [Paragraph((days,)), Paragraph((_("No opinion was received."),))]
    heads = (_("Day"), _("Who"), _("Opinion"), _("Outcome and reasons"))
    columns = tuple(Column(each, "left") for each in heads)
    return [Paragraph((days,)), DataTable(_("Opinions received"), columns, tuple(rows))]
