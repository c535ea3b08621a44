"""A DOCX → the pieces of the document that it carries, with tracked changes and comments.

A piece reaches from its mark to the next: words that are typed after a block belong to it. What is
tracked is read twice, as it was and as it would be; formatting is not read at all.
"""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from django.utils.translation import gettext as _

from ligzda.kernel.errors import BadDataError
from ligzda.kernel.hashing import sha256
from ligzda.methodology.roundtrip.marks import Mark, plain, read_mark
from ligzda.methodology.roundtrip.package import Package, W, open_package, too_large
from ligzda.methodology.roundtrip.returned import How, Piece, Returned, Tracked, WordComment

_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_W15 = "{http://schemas.microsoft.com/office/word/2012/wordml}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
MOST_WORDS, MOST_COMMENTS = 400_000, 1_000
"""Signs of a document, of which nothing would be read by anybody; comments."""
MOST_AUTHOR, MOST_AT = 100, 300
_HOW: dict[str, How] = {
    f"{W}ins": "in", f"{W}del": "out", f"{W}moveTo": "moved here", f"{W}moveFrom": "moved away",
}  # fmt: skip
_SIGNS = {"tab": " ", "br": " ", "cr": " ", "noBreakHyphen": "\u2011", "softHyphen": "\u00ad"}
_NO_TEXT = frozenset(
    {f"{W}{name}" for name in ("drawing", "pict", "object", "sym", "ruby", "footnoteReference",
                               "endnoteReference")}
    | {f"{_MC}AlternateContent", f"{_M}oMath", f"{_M}oMathPara"}
)  # fmt: skip
_SKIPPED = frozenset(f"{W}{name}" for name in ("pPr", "rPr", "tblPr", "trPr", "tcPr", "sdtPr",
                                               "sectPr", "instrText", "delInstrText"))  # fmt: skip


def read_docx(name: str, content: bytes) -> Returned:
    """Read a file. Raises BadDataError where it is no DOCX, or nothing in it is ours."""
    package = open_package(name, content)
    reader = _Reader()
    reader.walk(package.body, _As())
    reader.turn(None)
    if not any(piece.mark.block for piece in reader.pieces):
        raise BadDataError(
            _(
                "“%(name)s” carries no block of the living document: it is another document, or "
                "the program that saved it left the marks out. Download the document again, and "
                "write in that file."
            )
            % {"name": name}
        )
    comments = tuple(_comments(package, reader))
    return Returned(name[:200], sha256(content), tuple(reader.pieces), comments)


@dataclass(frozen=True)
class _As:
    """How what is walked through stands there: typed in, struck out, or neither."""

    into: Element | None = None
    out: Element | None = None


@dataclass
class _Words:
    """Paragraphs that are being read."""

    done: list[str] = field(default_factory=list)
    open: list[str] = field(default_factory=list)

    def close(self) -> None:
        if text := plain("".join(self.open)):
            self.done.append(text)
        self.open = []


class _Reader:
    def __init__(self) -> None:
        self.pieces: list[Piece] = []
        self.stands: dict[str, tuple[int | None, list[str]]] = {}
        """Number of a comment → its block, and the words that it stands at."""
        self._opened: set[str] = set()
        self._length = 0
        self._mark: Mark | None = None
        self._begin()

    def _begin(self) -> None:
        self._before, self._after = _Words(), _Words()
        self._tracked: list[Tracked] = []
        self._odd: list[str] = []

    def turn(self, mark: Mark | None) -> None:
        """End the piece that is read, and begin another."""
        self._before.close()
        self._after.close()
        if self._mark is not None:
            tracked = [row for row in self._tracked if row.words.strip()]
            piece = Piece(
                self._mark, tuple(self._before.done), tuple(self._after.done), tuple(tracked),
                tuple(dict.fromkeys(self._odd)),
            )  # fmt: skip
            self.pieces.append(piece)
        self._mark = mark
        self._begin()

    def walk(self, element: Element, how: _As) -> None:
        """Read what stands within an element."""
        for each in element:
            self._one(each, how)

    def _one(self, each: Element, how: _As) -> None:
        tag = each.tag
        if tag in _SKIPPED:
            return
        if tag in _NO_TEXT:
            self._odd.append(tag.rpartition("}")[2])
        elif tag in _HOW:
            inside = tag in (f"{W}ins", f"{W}moveTo")
            self.walk(each, _As(each, how.out) if inside else _As(how.into, each))
        elif tag == f"{W}bookmarkStart":
            self._met(each.get(f"{W}name", ""))
        elif tag == f"{W}sdt":
            name = each.find(f"{W}sdtPr/{W}tag")
            self._met("" if name is None else name.get(f"{W}val", ""))
            self.walk(each, how)
        elif tag in (f"{W}t", f"{W}delText"):
            self._say(each.text or "", how)
        elif tag == f"{W}p":
            self.walk(each, how)
            self._end_paragraph(each)
        elif tag.startswith(f"{W}comment"):
            self._comment(tag.removeprefix(f"{W}comment"), each.get(f"{W}id", ""))
        elif (sign := _SIGNS.get(tag.removeprefix(W))) is not None:
            self._say(sign, how)
        else:
            self.walk(each, how)

    def _met(self, name: str) -> None:
        """Begin a piece where its mark stands; bookmark and content control say it both."""
        mark = read_mark(name)
        if mark is not None and mark != self._mark:
            self.turn(mark)

    def _say(self, text: str, how: _As) -> None:
        self._length += len(text)
        if self._length > MOST_WORDS:
            raise too_large()
        if how.into is None:
            self._before.open.append(text)
        if how.out is None:
            self._after.open.append(text)
        self._stand_at(text)
        for change in (how.into, how.out):
            if change is not None:
                self._add(_HOW[change.tag], change, text)

    def _add(self, how: How, change: Element, text: str) -> None:
        """Keep a change; runs of one hand at one time are one."""
        author, at = _author(change), change.get(f"{W}date", "")
        last = self._tracked[-1] if self._tracked else None
        if last is not None and (last.how, last.author, last.at[:16]) == (how, author, at[:16]):
            self._tracked[-1] = Tracked(how, author, last.at, last.words + text)
        else:
            self._tracked.append(Tracked(how, author, at, text))

    def _end_paragraph(self, paragraph: Element) -> None:
        """Close a paragraph, unless its end was itself typed in, or struck out."""
        ends = paragraph.find(f"{W}pPr/{W}rPr")
        marks = {_HOW[each.tag] for each in (() if ends is None else ends) if each.tag in _HOW}
        if not marks & {"in", "moved here"}:
            self._before.close()
        if not marks & {"out", "moved away"}:
            self._after.close()
        self._stand_at(" ")

    def _stand_at(self, text: str) -> None:
        """Keep words for the comments that stand at them, as many as are shown."""
        for number in [*self._opened]:
            words = self.stands[number][1]
            words.append(text)
            if len(words) >= MOST_AT:
                self._opened.discard(number)

    def _comment(self, what: str, number: str) -> None:
        block = self._mark.block if self._mark else None
        if what in ("RangeStart", "Reference"):
            self.stands.setdefault(number, (block or None, []))
            if len(self.stands) > MOST_COMMENTS:
                raise too_large()
        if what == "RangeStart":
            self._opened.add(number)
        elif what == "RangeEnd":
            self._opened.discard(number)


def _author(element: Element) -> str:
    return plain(element.get(f"{W}author", ""))[:MOST_AUTHOR]


def _comments(package: Package, reader: _Reader) -> Iterator[WordComment]:
    rows = [] if package.comments is None else package.comments.findall(f"{W}comment")
    if len(rows) > MOST_COMMENTS:
        raise too_large()
    # A comment is known to its thread by the number of its last paragraph.
    ids = [[p.get(f"{_W14}paraId", "") for p in row.iter(f"{W}p")][-1:] for row in rows]
    places = {name[0]: place for place, name in enumerate(ids) if name and name[0]}
    threads = {
        row.get(f"{_W15}paraId", ""): row
        for row in (() if package.threads is None else package.threads)
    }
    for place, row in enumerate(rows):
        thread = threads.get(ids[place][0] if ids[place] else "")
        parent = None if thread is None else places.get(thread.get(f"{_W15}paraIdParent", ""))
        block, words = reader.stands.get(row.get(f"{W}id", ""), (None, []))
        if parent is not None and block is None:
            block, words = reader.stands.get(rows[parent].get(f"{W}id", ""), (None, []))
        yield WordComment(
            _author(row),
            row.get(f"{W}date", "")[:30],
            "\n".join(filter(None, (plain(_said(p)) for p in row.iter(f"{W}p")))),
            block,
            plain("".join(words))[:MOST_AT],
            parent if parent != place else None,
            thread is not None and thread.get(f"{_W15}done") in ("1", "true"),
        )


def _said(paragraph: Element) -> str:
    return "".join(
        each.text or "" if each.tag == f"{W}t" else _SIGNS.get(each.tag.removeprefix(W), "")
        for each in paragraph.iter()
    )


def moment(at: str) -> datetime.datetime | None:
    """Return when Word says that something was said: its writer's own clock, whatever the Z says.

    The time is naive; None where it is no time.
    """
    try:
        return datetime.datetime.fromisoformat(at).replace(tzinfo=None)
    except ValueError:
        return None


def minute(at: str) -> str:
    """Return that time to the minute, as ISO has it; “” where it is none."""
    found = moment(at)
    return "" if found is None else found.isoformat()[:16]
