"""What a file that came back would add: comments and suggestions, and what is refused and why.

Nothing is written here. A file of another document is refused whole; everything else row by row.
"""

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, replace

from django.utils.translation import gettext as _

from ligzda.kernel.errors import BadDataError
from ligzda.kernel.hashing import canonical_json, sha256
from ligzda.kernel.texts import Text
from ligzda.languages import Language
from ligzda.methodology.living import rules
from ligzda.methodology.living.citing import Known
from ligzda.methodology.roundtrip.marks import Part, plain, printed
from ligzda.methodology.roundtrip.reading import minute
from ligzda.methodology.roundtrip.returned import Piece, Returned, Tracked, WordComment
from ligzda.methodology.roundtrip.writing import stands

MOST_HEADING, MOST_BODY, MOST_COMMENT = 200, 6000, 2000
"""Characters, as the models have them."""


@dataclass(frozen=True)
class Standing:
    """A block as it stands: its versions by number, what was said beside it already.

    `added`: the minute since 1970. `comments`: text and minute of each; `suggestions`: version,
    heading and body of each, as JSON.
    """

    pk: int
    prose: bool
    added: int
    removed: bool
    versions: Mapping[int, tuple[Text, Text]]
    comments: frozenset[tuple[str, str]] = frozenset()
    suggestions: frozenset[str] = frozenset()


@dataclass(frozen=True)
class PlannedSuggestion:
    """Other words for a version of a block. `there`: they were suggested already.

    `conflict`: the version that the block has by now, 0 where it is the same. `untracked`: some of
    it was changed without tracking, so that nobody can be named for it.
    """

    block: int
    version: int
    language: Language
    heading: dict[str, str]
    body: dict[str, str]
    before: str
    after: str
    tracked: tuple[Tracked, ...]
    untracked: bool
    conflict: int
    there: bool

    @property
    def authors(self) -> str:
        """Who tracked changes, as Word has their names."""
        return ", ".join(dict.fromkeys(row.author for row in self.tracked if row.author))


@dataclass(frozen=True)
class PlannedComment:
    """A comment beside a block. `answers`: the place in the plan's list of what it answers."""

    block: int
    said: WordComment
    answers: int | None
    there: bool


@dataclass(frozen=True)
class Refused:
    """What is not taken: where it stands (block 0: in none), and why."""

    block: int
    why: str


@dataclass(frozen=True)
class Plan:
    """What taking the file in would add, and what not."""

    suggestions: tuple[PlannedSuggestion, ...]
    comments: tuple[PlannedComment, ...]
    refused: tuple[Refused, ...]

    @property
    def adds(self) -> int:
        """How many rows it would add."""
        return [row.there for row in self._rows].count(False)

    @property
    def digest(self) -> str:
        """What it shows, as SHA-256: two with one digest add the same."""
        return sha256(canonical_json([asdict(row) for row in self._rows]))

    @property
    def _rows(self) -> list[PlannedSuggestion | PlannedComment]:
        return [*self.suggestions, *self.comments]


def plan(given: Returned, blocks: Mapping[int, Standing], known: Known) -> Plan:
    """Hold a file against the document. Raises BadDataError for another document's."""
    pieces = _by_block(given)
    for pk, parts in pieces.items():
        _check_ours(pk, parts, blocks)
    missing = tuple(_missing(given, pieces, blocks))
    found = [each for pk, parts in pieces.items()
             for each in _of_block(pk, parts, blocks.get(pk), known)]  # fmt: skip
    comments, left = _comments(given, blocks)
    return Plan(
        tuple(each for each in found if isinstance(each, PlannedSuggestion)),
        tuple(comments),
        (*missing, *(each for each in found if isinstance(each, Refused)), *left),
    )


def as_json(version: int, heading: Mapping[str, str], body: Mapping[str, str]) -> str:
    """Return a suggestion as text, by which two are found to be the same."""
    return canonical_json([version, dict(heading), dict(body)])


def _by_block(given: Returned) -> dict[int, dict[Part, Piece]]:
    found: dict[int, dict[Part, Piece]] = {}
    for piece in given.pieces:
        parts = found.setdefault(piece.mark.block, {})
        if piece.mark.part in parts or {row.mark.language for row in parts.values()} - {
            piece.mark.language
        }:
            raise BadDataError(
                _("Block %(number)s stands twice in the file. Take one of them out.")
                % {"number": piece.mark.block}
            )
        parts[piece.mark.part] = piece
    return found


def _check_ours(pk: int, parts: Mapping[Part, Piece], blocks: Mapping[int, Standing]) -> None:
    """Refuse what this document never had: a block, a version, the words of one."""
    if pk not in blocks and (pk or any(piece.mark.typed for piece in parts.values())):
        raise BadDataError(
            _(
                "The file carries block %(number)s, which this document never had: it is another "
                "document's. Download the document here, and write in that file."
            )
            % {"number": pk}
        )
    for part, piece in parts.items():
        mark = piece.mark
        if not mark.typed:
            continue
        words = blocks[pk].versions.get(mark.version)
        if words is None:
            raise BadDataError(
                _(
                    "Version %(version)s of block %(number)s is not here any more, so nobody can "
                    "tell what was changed. Download the document again, and write in that file."
                )
                % {"version": mark.version, "number": pk}
            )
        if printed(stands(*words, mark.language).get(part, ())) != mark.print:
            raise BadDataError(
                _(
                    "Version %(version)s of block %(number)s has other words here than in the "
                    "file: it is another document's. Download the document here, and write in "
                    "that file."
                )
                % {"version": mark.version, "number": pk}
            )


def _missing(
    given: Returned, pieces: Mapping[int, object], blocks: Mapping[int, Standing]
) -> Iterator[Refused]:
    """Name blocks that were there at the download and are not in the file."""
    made = next((piece.mark.version for piece in given.pieces if not piece.mark.block), 0)
    for pk, block in blocks.items():
        if pk not in pieces and block.added < made and not block.removed:
            yield Refused(
                pk,
                _("It is not in the file any more. A file takes no block out; its page does."),
            )
    order = [piece.mark.block for piece in given.pieces if piece.mark.block in blocks]
    ours = [pk for pk in blocks if pk in pieces]
    if list(dict.fromkeys(order)) != ours:
        yield Refused(
            0, _("The blocks stand in another order than here. A file moves none; their pages do.")
        )


def _of_block(
    pk: int, parts: Mapping[Part, Piece], block: Standing | None, known: Known
) -> Iterator[PlannedSuggestion | Refused]:
    for piece in parts.values():
        if not piece.mark.typed and (why := _drawn_changed(piece)):
            yield Refused(pk, why)
        if piece.mark.typed and piece.odd:
            yield Refused(
                pk,
                _(
                    "A picture, formula, note or object in prose is not taken (%(what)s). Say it "
                    "in words; charts are drawn from evaluations."
                )
                % {"what": ", ".join(piece.odd)},
            )
    typed = {part: piece for part, piece in parts.items() if piece.mark.typed}
    if block is None or not typed:
        return
    found = _suggested(block, typed)
    if found is None:
        return
    if block.removed:
        yield Refused(pk, _("The block was taken out of the document since."))
        return
    try:
        _check(found, known)
    except BadDataError as refused:
        yield Refused(pk, str(refused))
    else:
        yield found


def _drawn_changed(piece: Piece) -> str:
    """Say why a change in what is drawn is not taken; “” where there is none."""
    words = "; ".join(row.words.strip() for row in piece.tracked)[:300]
    if piece.before == piece.after and printed(piece.before) == piece.mark.print:
        return ""
    if printed(piece.before) == piece.mark.print:
        return _(
            "It is drawn, not typed, so a change in it or right after it is not taken: "
            "“%(words)s”. Comment on it, or write in a block of prose."
        ) % {"words": words}
    return _(
        "It is drawn, not typed, and was changed without tracking, there or right after it: that "
        "is not taken. Comment on it, or write in a block of prose."
    )


def _suggested(block: Standing, typed: Mapping[Part, Piece]) -> PlannedSuggestion | None:
    """Return what the pieces of prose suggest; None where they say what the version says."""
    mark = next(iter(typed.values())).mark
    heading, body = block.versions[mark.version]
    base = stands(heading, body, mark.language)
    was = (base.get("h", ()), base["b"])
    before, after = _joined(typed, "before"), _joined(typed, "after")
    if before == after == was:
        return None
    new_heading = "".join(after[0])
    if after[0] == was[0]:
        new_heading = heading[mark.language]
    raw = {plain(text): text.strip() for text in body[mark.language].split("\n\n")}
    new_body = "\n\n".join(raw.get(text, text) for text in after[1])
    headings = {**heading, mark.language: new_heading}
    bodies = {**body, mark.language: new_body}
    newest = max(block.versions)
    return PlannedSuggestion(
        block.pk,
        mark.version,
        mark.language,
        headings,
        bodies,
        "\n".join((*was[0], *was[1])),
        "\n".join((*after[0], *after[1])),
        tuple(row for piece in typed.values() for row in piece.tracked),
        before != was,
        newest if newest != mark.version else 0,
        as_json(mark.version, headings, bodies) in block.suggestions,
    )


def _joined(typed: Mapping[Part, Piece], name: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return heading and body; what follows the first line of a heading is body."""
    heading: tuple[str, ...] = getattr(typed["h"], name) if "h" in typed else ()
    body: tuple[str, ...] = getattr(typed["b"], name) if "b" in typed else ()
    return heading[:1], (*heading[1:], *body)


def _check(found: PlannedSuggestion, known: Known) -> None:
    heading, body = Text(found.heading), Text(found.body)
    if not found.body[found.language]:
        raise BadDataError(
            _("All its words are struck out. A file takes no block out; its page does.")
        )
    if len(found.heading[found.language]) > MOST_HEADING:
        raise BadDataError(_("The heading has more than %(most)s characters.")
                           % {"most": MOST_HEADING})  # fmt: skip
    if len(found.body[found.language]) > MOST_BODY:
        raise BadDataError(
            _("The text has more than %(most)s characters. Divide it into two blocks.")
            % {"most": MOST_BODY}
        )
    rules.check_prose(heading=heading, body=body)
    rules.check_leads(text=body, known=known)


def _comments(
    given: Returned, blocks: Mapping[int, Standing]
) -> tuple[list[PlannedComment], list[Refused]]:
    found: list[PlannedComment] = []
    refused: list[Refused] = []
    places: dict[int, int] = {}
    for at, said in enumerate(given.comments):
        if why := _comment_refused(said, given, blocks):
            refused.append(
                Refused(
                    said.block or 0,
                    _("“%(words)s”: %(why)s") % {"words": said.text[:60], "why": why},
                )
            )
            continue
        assert said.block is not None
        places[at] = len(found)
        answers = None if said.answers is None else places.get(said.answers)
        there = (said.text, minute(said.at)) in blocks[said.block].comments
        found.append(PlannedComment(said.block, replace(said, answers=None), answers, there))
    return found, refused


def _comment_refused(said: WordComment, given: Returned, blocks: Mapping[int, Standing]) -> str:
    """Say why a comment is not taken; “” where it is."""
    parent = None if said.answers is None else given.comments[said.answers]
    if said.done or (parent and parent.done):
        return _("it is resolved in Word already.")
    if said.block is None or said.block not in blocks:
        return _("it stands at no block. Comment on the words of a block.")
    if blocks[said.block].removed:
        return _("its block was taken out of the document since.")
    if not said.text:
        return _("the comment has no words.")
    if len(said.text) > MOST_COMMENT:
        return _("the comment has more than %(most)s characters. Shorten it.") % {
            "most": MOST_COMMENT
        }
    return ""
