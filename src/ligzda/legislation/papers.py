"""The papers of a package: amending act, annotation, statement of opinions, comparison; marked up.

A paper is a `publishing.Document`, so DOCX and PDF say the same; the amending act is Akoma Ntoso
too, one file for each act that is amended.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import override

from ligzda.drafting.akn.amending import amending_document
from ligzda.kernel.errors import NotFoundError
from ligzda.languages import DEFAULT
from ligzda.legislation import annotation, budget, queries
from ligzda.legislation.consultations.queries import consultation_of, participation
from ligzda.legislation.drafts import ActDraft
from ligzda.legislation.models import Package
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

MEDIA = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
    "xml": "application/akn+xml",
}
PAPERS = ("amending-act", "annotation", "opinions", "comparison")


@dataclass(frozen=True)
class File:
    """A file of a package: its name in the address, what it is."""

    name: str
    title: str


def files_of(package: Package, drafts: Sequence[ActDraft]) -> list[File]:
    """Return the files that a package has now."""
    titles = {
        "amending-act": _("Amending act"),
        "annotation": _("Annotation"),
        "opinions": _("Statement of opinions"),
        "comparison": _("Comparison table"),
    }
    wanted = [name for name in PAPERS if name != "opinions" or package.opinions.exists()]
    found = [
        File(f"{name}.{form}", f"{titles[name]} ({form.upper()})")
        for name in wanted
        for form in ("docx", "pdf")
    ]
    for draft in drafts:
        title = _("Akoma Ntoso: %(act)s") % {"act": draft.text.act.title}
        found.append(File(f"{draft.text.act.slug}.xml", title))
    return found if drafts else []


def file(package: Package, drafts: Sequence[ActDraft], name: str) -> tuple[bytes, str]:
    """Return content and media type of a file. Raises NotFoundError."""
    stem, _dot, form = name.rpartition(".")
    for draft in drafts if form == "xml" else ():
        if draft.text.act.slug == stem:
            day = str(package.in_force_on or "")
            return amending_document(draft.amending, draft.act, in_force=day).encode(), MEDIA[form]
    if form not in ("docx", "pdf") or stem not in PAPERS or not drafts:
        raise NotFoundError(_("This package has no such file."))
    with override(DEFAULT):
        document = paper(package, drafts, stem)
    content = to_docx(document) if form == "docx" else to_pdf(document)
    return content, MEDIA[form]


def paper(package: Package, drafts: Sequence[ActDraft], name: str) -> Document:
    """Return a paper in Latvian, the language in which it is submitted."""
    makers = {
        "amending-act": _amending_act,
        "annotation": _annotation,
        "opinions": _opinions,
        "comparison": _comparison,
    }
    title, blocks = makers[name](package, drafts)
    if package.invented:
        said = (_("This proposal is invented for the demonstration."),)
        invented = Note(_("Invented"), said, "invented")
        blocks = [invented, *blocks]
    filed = package.filed_at or package.drafted_at
    return Document(title, DEFAULT, (_("Ligzda"),), filed.date(), tuple(blocks), contents=False)


def _amending_act(package: Package, drafts: Sequence[ActDraft]) -> tuple[str, list[Block]]:
    blocks: list[Block] = []
    for draft in drafts:
        title, *rest = draft.written.strip().split("\n\n")
        blocks.append(Heading(title))
        blocks += [Paragraph((line,)) for each in rest for line in each.split("\n")]
    return str(package.title[DEFAULT]), blocks


def _annotation(package: Package, drafts: Sequence[ActDraft]) -> tuple[str, list[Block]]:
    blocks: list[Block] = []
    form = annotation.form(package.form)
    for row in queries.annotated(package):
        mark = f" ({_('to be checked')})" if row.section.recalled else ""
        level = 2 if "." in row.section.code else 1
        blocks.append(Heading(f"{row.section.code}. {row.section.title[DEFAULT]}{mark}", level))
        if row.choice:
            blocks.append(Paragraph((row.choice,)))
        grounds = _grounds(package) if row.section.code == form.evidence else []
        asked = consultation_of(package) if row.section.code == form.participation else None
        if asked:
            blocks.append(Paragraph((participation(asked),)))
        blocks += grounds
        if row.section.code == form.budget:
            blocks += budget.blocks(package)
        if row.part and row.part.text:
            blocks += [Paragraph((line,)) for line in row.part.text.split("\n") if line.strip()]
        elif not (
            row.section.heads or row.choice or grounds or asked or row.section.code == form.budget
        ):
            blocks.append(Paragraph((form.empty[DEFAULT],)))
    title = _("Annotation of the draft “%(title)s”") % {"title": package.title[DEFAULT]}
    return title, blocks


def _grounds(package: Package) -> list[Block]:
    """Return the claims that a package rests on, each with the hash it was rested on."""
    said = _("Claim %(number)s (%(state)s): %(sentence)s Predicate, SHA-256: %(sha256)s.")
    return [
        Paragraph(
            (
                said
                % {
                    "number": each.claim.number,
                    "state": each.state,
                    "sentence": each.claim.sentences[DEFAULT],
                    "sha256": each.ground.sha256,
                },
            )
        )
        for each in queries.rests(package)
    ]


def _opinions(package: Package, drafts: Sequence[ActDraft]) -> tuple[str, list[Block]]:
    numbers = Numbers(DEFAULT)
    heads = (
        _("No."),
        _("Institution, day, result"),
        _("Wording of the draft"),
        _("Objection or suggestion"),
        _("Proposed wording"),
        _("Outcome and reasons"),
    )
    columns = tuple(Column(each, "left") for each in heads)
    rounds: dict[int, list[tuple[str, ...]]] = {}
    for opinion in queries.opinions(package):
        said = f"{opinion.giver}, {numbers.date(opinion.on)}, {opinion.get_result_display()}"
        rows = rounds.setdefault(opinion.round, [])
        for row in opinion.rows.all():
            kind, outcome = row.get_kind_display(), row.get_outcome_display()
            rows.append(
                (str(len(rows) + 1), said, row.wording or "–", f"{kind}: {row.text}",
                 row.proposed or "–", f"{outcome}. {row.answer}".strip())
            )  # fmt: skip
        if not opinion.rows.all():
            rows.append((str(len(rows) + 1), said, "–", "–", "–", "–"))
    blocks: list[Block] = [
        DataTable(_("Round %(number)s") % {"number": number}, columns, tuple(rows))
        for number, rows in rounds.items()
    ]
    title = _("Statement of opinions on the draft “%(title)s”") % {"title": package.title[DEFAULT]}
    return title, blocks


def _comparison(package: Package, drafts: Sequence[ActDraft]) -> tuple[str, list[Block]]:
    blocks: list[Block] = []
    for draft in drafts:
        head, *rows = draft.table
        columns = tuple(Column(each, "left") for each in head)
        body = tuple(tuple(cell or "–" for cell in row) for row in rows)
        blocks.append(DataTable(draft.text.act.title, columns, body))
    title = _("Comparison table of the draft “%(title)s”") % {"title": package.title[DEFAULT]}
    return title, blocks
