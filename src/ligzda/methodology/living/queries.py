"""Read side of the living document: its blocks as they stand today, and what an edition takes."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from django.db.models import Prefetch
from django.utils.translation import gettext as _
from django.utils.translation import override

from ligzda.findings import queries as findings
from ligzda.kernel.errors import NotFoundError
from ligzda.languages import CODES, Language
from ligzda.methodology.living import rules
from ligzda.methodology.living.citing import Known, as_printed, cited, nowhere, written
from ligzda.methodology.models import (
    BlockComment,
    BlockVersion,
    DocumentBlock,
    Recommendation,
    Source,
    Suggestion,
    Term,
)
from ligzda.network.rules import Viewer

Said = dict[Language, str]


@dataclass(frozen=True)
class BlockRow:
    """A block with its newest words, or with the claim or recommendation that it draws from.

    `waiting`: comments that are not settled and suggestions that are not decided.
    """

    row: DocumentBlock
    newest: BlockVersion | None
    claim: findings.ClaimRow | None
    recommendation: Recommendation | None
    comments: list[BlockComment]
    suggestions: list[Suggestion]

    @property
    def waiting(self) -> int:
        """How many comments and suggestions wait."""
        return len(self.comments) + len(self.suggestions)

    @cached_property
    def untranslated(self) -> list[Language]:
        """The languages in which prose is not written yet."""
        if self.newest is None:
            return []
        texts = [text for text in (self.newest.heading, self.newest.body) if text]
        return [code for code in CODES if not all(text[code] for text in texts)]


def known() -> Known:
    """Return what prose may point at today."""
    numbers = {
        "claim": {row.number for row in findings.claims()},
        "recommendation": set(
            Recommendation.objects.filter(published_at__isnull=False).values_list(
                "number", flat=True
            )
        ),
        "block": set(
            DocumentBlock.objects.filter(removed_at__isnull=True).values_list("pk", flat=True)
        ),
    }
    return Known(set(Source.objects.values_list("key", flat=True)), numbers)


def document(viewer: Viewer) -> list[BlockRow]:
    """Return the document as it stands. Raises NotAllowedError."""
    rules.check_write(by=viewer)
    return _blocks()


def block(viewer: Viewer, pk: int) -> BlockRow:
    """Return one block. Raises NotFoundError."""
    rules.check_write(by=viewer)
    found = next((row for row in _blocks() if row.row.pk == pk), None)
    if found is None:
        raise NotFoundError(_("There is no such block."))
    return found


def sources() -> list[tuple[Source, str]]:
    """Return the sources, each as it is printed."""
    return [(row, as_printed(row.csl)) for row in Source.objects.all()]


def terms() -> list[Term]:
    """Return the glossary in the order of the active language."""
    return sorted(Term.objects.all(), key=lambda row: str(row.word).casefold())


def _blocks() -> list[BlockRow]:
    rows = DocumentBlock.objects.filter(removed_at__isnull=True).prefetch_related(
        Prefetch("versions", BlockVersion.objects.select_related("written_by")),
        Prefetch(
            "comments",
            BlockComment.objects.filter(settled_at__isnull=True).select_related("written_by"),
        ),
        Prefetch(
            "versions__suggestions",
            Suggestion.objects.filter(decided_at__isnull=True).select_related("written_by"),
        ),
    )
    claims = {row.number: row for row in findings.claims()}
    published = Recommendation.objects.filter(published_at__isnull=False)
    recommendations = {row.number: row for row in published.order_by("number", "version")}
    found = []
    for row in rows:
        versions = list(row.versions.all())
        draws = row.kind != DocumentBlock.Kind.RECOMMENDATION
        found.append(
            BlockRow(
                row,
                versions[-1] if versions else None,
                claims.get(row.about or 0) if draws else None,
                None if draws else recommendations.get(row.about or 0),
                list(row.comments.all()),
                [one for version in versions for one in version.suggestions.all()],
            )
        )
    return found


@dataclass(frozen=True)
class Part:
    """A section as an edition takes it: its heading and paragraphs, by language."""

    heading: Said
    paragraphs: tuple[Said, ...]


def parts() -> list[Part]:
    """Return the document as sections of an edition; [] where nothing is written yet.

    Raises WrongStateError where a block is not translated or leads nowhere.
    """
    rows, known_now = _blocks(), known()
    if not rows:
        return []
    texts = [row.newest.body[code] for row in rows if row.newest for code in CODES]
    lost = {mark for text in texts for mark in nowhere(text, known_now)}
    lost |= {f"{row.row.kind} {row.row.about}" for row in rows if _draws_nothing(row)}
    rules.check_whole(untranslated=[row.row.pk for row in rows if row.untranslated], lost=lost)
    order, headings = cited(texts), _headings(rows)
    found: list[Part] = []
    for row in rows:
        _add(found, row, order, headings)
    return [*found, *_lists(order)]


def _headings(rows: list[BlockRow]) -> dict[int, Said]:
    """Return by block the heading under which an edition prints it: its own or the last before."""
    found: dict[int, Said] = {}
    said = _each(lambda: _("Introduction"))
    for row in rows:
        if row.newest is not None and row.newest.heading:
            said = {code: row.newest.heading[code] for code in CODES}
        found[row.row.pk] = said
    return found


def _draws_nothing(row: BlockRow) -> bool:
    return row.newest is None and row.claim is None and row.recommendation is None


def _add(found: list[Part], row: BlockRow, order: list[str], headings: Mapping[int, Said]) -> None:
    """Add a block to the section that is being written; a heading begins the next."""
    if row.newest is None:
        said = _each(lambda: _drawn(row))
        said = {code: said[code].format(said=_sentence(row, code)) for code in CODES}
        _append(found, said)
        return
    if row.newest.heading:
        found.append(Part({code: row.newest.heading[code] for code in CODES}, ()))
    bodies = {
        code: [_printed(text, order, headings, code) for text in body.split("\n\n")]
        for code, body in ((code, row.newest.body[code]) for code in CODES)
    }
    for number in range(max(map(len, bodies.values()))):
        _append(
            found,
            {code: "".join(bodies[code][number : number + 1]) for code in CODES},
        )


def _printed(text: str, order: list[str], headings: Mapping[int, Said], language: Language) -> str:
    with override(language):
        words = {
            "claim": _("claim {number}"),
            "recommendation": _("recommendation {number}"),
            "block": _("“{heading}”"),
        }
    named = {pk: said[language] for pk, said in headings.items()}
    return written(" ".join(text.split()), order, words, named)


def _append(found: list[Part], said: Said) -> None:
    if not found:
        found.append(Part(_each(lambda: _("Introduction")), ()))
    found[-1] = replace(found[-1], paragraphs=(*found[-1].paragraphs, said))


def _drawn(row: BlockRow) -> str:
    """Say what a drawn block is; `{said}` is its own sentence."""
    facts = {"number": row.row.about}
    if row.recommendation is not None:
        return _("Recommendation %(number)s: {said}") % facts
    if row.row.kind == DocumentBlock.Kind.CLAIM:
        return _("Claim %(number)s. {said}") % facts
    assert row.claim is not None
    run = row.claim.run.number if row.claim.run else 0
    return _("Chart and table of evaluation %(run)s stand under “Evaluations”. {said}") % {
        "run": run
    }


def _sentence(row: BlockRow, language: Language) -> str:
    if row.recommendation is not None:
        return str(row.recommendation.title[language])
    return row.claim.sentences[language] if row.claim else ""


def _lists(order: list[str]) -> Iterator[Part]:
    """Yield the glossary and the sources that are cited, by their numbers."""
    if words := list(Term.objects.all()):
        yield Part(
            _each(lambda: _("Glossary")),
            tuple({code: f"{one.word[code]} – {one.meaning[code]}" for code in CODES}
                  for one in words),
        )  # fmt: skip
    if order:
        items: Mapping[str, Source] = {row.key: row for row in Source.objects.filter(key__in=order)}
        yield Part(
            _each(lambda: _("Sources")),
            tuple(dict.fromkeys(CODES, f"[{number}] {as_printed(items[key].csl)}")
                  for number, key in enumerate(order, start=1)),
        )  # fmt: skip


def _each(say: Callable[[], str]) -> Said:
    said: Said = {}
    for code in CODES:
        with override(code):
            said[code] = say()
    return said
