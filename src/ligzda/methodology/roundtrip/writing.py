"""The living document → a DOCX for Word, in one language, each piece under its mark.

Prose stands as it is typed, marks such as [@key] too. What is drawn is locked, below a line that
says so; where a block is not translated yet, its words in the default language are such a line.
"""

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from ligzda.kernel.texts import Text
from ligzda.languages import Language
from ligzda.methodology.living.queries import BlockRow
from ligzda.methodology.living.shown import drawn, figure
from ligzda.methodology.models import DocumentBlock
from ligzda.methodology.roundtrip.marks import Mark, Part, paragraphs_of, plain
from ligzda.methodology.roundtrip.reading import read_docx
from ligzda.publishing import (
    Block,
    Column,
    DataTable,
    Document,
    Emphasis,
    Heading,
    Note,
    Paragraph,
    to_docx,
)
from ligzda.publishing.docx_places import Place, tracking


@dataclass(frozen=True)
class _Piece:
    mark: Mark
    title: str
    blocks: tuple[Block, ...]


def write_docx(rows: Iterable[BlockRow], language: Language, at: datetime.datetime) -> bytes:
    """Write the blocks of the document, as they stand at a time."""
    with override(language):
        pieces = [_head(language, at), *(piece for row in rows for piece in _pieces(row, language))]
        blocks = [block for piece in pieces for block in piece.blocks]
        document = Document(
            _("Living document"), language, (), timezone.localdate(at), tuple(blocks),
            contents=False,
        )  # fmt: skip
    made = to_docx(document, _places(pieces))
    # What is drawn has its print from the file itself: an office will give back what stands there.
    read = {piece.mark: piece for piece in read_docx("", made).pieces if not piece.mark.typed}
    names = {mark.name: mark.of(piece.before).name for mark, piece in read.items()}
    return tracking(made, names)


def stands(heading: Text, body: Text, language: Language) -> dict[Part, tuple[str, ...]]:
    """Return the paragraphs of prose in a language, as they stand in a file; no heading, no part.

    The heading is there where the block has one in any language.
    """
    found: dict[Part, tuple[str, ...]] = {"b": paragraphs_of(body[language])}
    return {"h": tuple(filter(None, [plain(heading[language])])), **found} if heading else found


def _places(pieces: Iterable[_Piece]) -> list[Place]:
    found, at = [], 0
    for piece in pieces:
        last = at + len(piece.blocks) - 1
        locked = piece.mark.part == "d" or not piece.mark.block
        found.append(Place(piece.mark.name, piece.title, at, last, locked))
        at = last + 1
    return found


def _head(language: Language, at: datetime.datetime) -> _Piece:
    words = _(
        "Write in the blocks of prose and comment where you like; changes are tracked. What is "
        "drawn from claims and evaluations is locked. [@key] and [#claim-7] are marks: leave them "
        "whole. Then bring the file back to the page where you downloaded it."
    )
    mark = Mark(0, int(at.timestamp()) // 60, "l", language)
    return _Piece(mark, _("About this file"), (Note(_("About this file"), (words,)),))


def _pieces(row: BlockRow, language: Language) -> Iterator[_Piece]:
    title = _("Block %(number)s") % {"number": row.row.pk}
    newest = row.newest
    if newest is None:
        label, shown = _label(row), _drawn(row, language)
        yield _Piece(Mark(row.row.pk, 0, "l", language), title, (label,))
        yield _Piece(Mark(row.row.pk, 0, "d", language), title, shown)
        return
    if language in row.untranslated:
        said = ". ".join(filter(None, (str(newest.heading), plain(str(newest.body)))))
        words = _("Not translated yet, to be written below: %(words)s") % {"words": said}
        yield _Piece(Mark(row.row.pk, 0, "l", language), title, (_line(words),))
    for part, paragraphs in stands(newest.heading, newest.body, language).items():
        mark = Mark(row.row.pk, newest.number, part, language).of(paragraphs)
        blocks: tuple[Block, ...] = tuple(map(Paragraph.of, paragraphs or ("",)))
        if part == "h":
            blocks = (Heading("".join(paragraphs)),)
        yield _Piece(mark, title, blocks)


def _line(words: str) -> Paragraph:
    return Paragraph((Emphasis(words),))


def _label(row: BlockRow) -> Paragraph:
    number, about = row.row.pk, row.row.about
    if row.row.kind == DocumentBlock.Kind.RECOMMENDATION:
        words = _("Block %(number)s is drawn from recommendation %(about)s; comment on this line.")
    else:
        words = _("Block %(number)s is drawn from claim %(about)s; comment on this line.")
    return _line(words % {"number": number, "about": about})


def _drawn(row: BlockRow, language: Language) -> tuple[Block, ...]:
    kind, run = row.row.kind, row.claim.run if row.claim else None
    if row.claim and run and run.evaluation and kind == DocumentBlock.Kind.CHART:
        return (figure(row.claim, run, language),)
    found = drawn(row, language)
    if found.missing:
        missing = _(
            "Nothing can be drawn here: what it was drawn from is not public, or not any more."
        )
        return (Paragraph.of(missing),)
    if row.claim and run and kind == DocumentBlock.Kind.TABLE:
        columns = (
            Column(_("Comparison"), "left"), Column(_("Effect")), Column(_("Credible interval")),
            Column(_("Probability that it is above 0")),
        )  # fmt: skip
        cells = tuple((x.name, x.effect, x.interval, x.better) for x in found.rows)
        return (DataTable(row.claim.sentences[language], columns, cells),)
    return tuple(map(Paragraph.of, found.paragraphs))
