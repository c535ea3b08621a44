"""Operations on words: replace, insert, delete, in every region of a target."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from ligzda.drafting.acts.finding import Place, own_text, regions
from ligzda.drafting.acts.labels import is_placeholder
from ligzda.drafting.acts.model import Region, Unit
from ligzda.drafting.applying.editorial import after_deletion, around
from ligzda.drafting.applying.inflecting import Proposal, attested_forms, proposals
from ligzda.drafting.applying.matching import anchored, hits, with_inserted, without
from ligzda.drafting.errors import WordsMissing, WordsSeveral
from ligzda.drafting.operations import Action, Operation, Path, address

_CLOSING = ".;:,"


@dataclass
class Change:
    """What words were changed: the tree, where, the suggestions and the inflected forms."""

    root: Unit
    touched: list[tuple[int, ...]] = field(default_factory=list)
    suggestions: list[str] = field(default_factory=list)
    proposals: list[Proposal] = field(default_factory=list)
    attested: frozenset[str] = frozenset()


def change_words(
    root: Unit, place: Place, path: Path, operation: Operation, *, edit: bool
) -> Change:
    """Return the tree with the words of one target changed.

    ``edit`` also sets the punctuation an editor would. Raises WordsMissing, WordsSeveral.
    """
    forms = attested_forms(root) if operation.inflect else frozenset()
    change = Change(root, attested=forms)
    found = [each for each in regions(root, place) if not is_placeholder(root.get(each[0]).text)]
    if operation.action is Action.INSERT_WORDS and not (operation.after or operation.before):
        _append(change, _end_region(root, place, found), operation, edit=edit)
        return change
    count = 0
    for region in found:
        count += _in_region(change, region, operation, edit=edit)
    words = operation.old or operation.after or operation.before
    if not count:
        raise WordsMissing(
            address(path),
            f"the words “{_short(words)}” do not stand here; {_hint(root, found, words)}",
        )
    single = (
        operation.action is Action.INSERT_WORDS and not operation.scope and not operation.inflect
    )
    if count > 1 and single:
        raise WordsSeveral(
            address(path),
            f"the words “{_short(words)}” stand here {count} times: name the sentence.",
        )
    return change


def _in_region(change: Change, region: Region, operation: Operation, *, edit: bool) -> int:
    at, start, end = region
    unit = change.root.get(at)
    text = unit.text
    spans = _spans(change, text, start, min(end, len(text)), operation)
    for first, last, new in reversed(spans):
        text, said = _edited(text, first, last, new, operation, edit=edit)
        change.suggestions += said
    if spans:
        change.root = change.root.put(at, replace(unit, text=text))
        change.touched.append(at)
    return len(spans)


def _spans(
    change: Change, text: str, start: int, end: int, operation: Operation
) -> list[tuple[int, int, str]]:
    """Return what is changed in a text: first and last sign, and the new words."""
    words = operation.old or operation.after or operation.before
    if operation.inflect:
        found = proposals(change.attested, text[start:end], words, operation.new)
        change.proposals += found
        return [(start + each.start, start + each.end, each.new) for each in found]
    if operation.old and operation.after:
        pairs = anchored(text, operation.after, operation.old, start, end)
    else:
        pairs = [each.span() for each in hits(text, words, start, end)]
    contained = operation.new and operation.old and operation.old in operation.new
    return [
        (first, last, operation.new)
        for first, last in pairs
        if not (contained and _already(text, first, last, operation))
    ]


def _already(text: str, first: int, last: int, operation: Operation) -> bool:
    """Return whether the new words, which contain the old, stand there already."""
    offset = operation.new.index(operation.old)
    return text[first - offset : first - offset + len(operation.new)] == operation.new


def _edited(
    text: str, first: int, last: int, new: str, operation: Operation, *, edit: bool
) -> tuple[str, list[str]]:
    if operation.action is Action.DELETE_WORDS:
        deleted = text[first:last]
        result = without(text, first, last)
        at = len(text[:first].rstrip())
        return after_deletion(result, at, deleted) if edit else (result, [])
    if operation.action is Action.REPLACE_WORDS:
        result = text[:first] + new + text[last:]
        return around(result, first, first + len(new), replaced=True) if edit else (result, [])
    at = last if operation.after else first
    result, start, end = with_inserted(text, at, new)
    if not edit or operation.before:
        return result, []
    return around(result, start, end, replaced=False)


def _end_region(root: Unit, place: Place, found: list[Region]) -> Region:
    if place.facet:
        return found[-1]
    at = own_text(root, place.index)
    return (at, 0, len(root.get(at).text)) if at is not None else found[-1]


def _append(change: Change, region: Region, operation: Operation, *, edit: bool) -> None:
    """Put words before the closing stop of a region."""
    at, _, end = region
    unit = change.root.get(at)
    last = end
    while (
        last
        and unit.text[last - 1] in _CLOSING
        and unit.text[last - 1 :][:1] not in operation.new[-1:]
    ):
        last -= 1
    text, start, stop = with_inserted(unit.text, last, operation.new)
    if edit:
        text, said = around(text, start, stop, replaced=False)
        change.suggestions += said
    change.root = change.root.put(at, replace(unit, text=text))
    change.touched.append(at)


def _hint(root: Unit, found: list[Region], words: str) -> str:
    """Return what may help: where the words stand in other letters."""
    for at, start, end in found:
        if words.lower() in root.get(at).text[start:end].lower():
            return "they do with other capital letters."
    return "compare the wording with the act's present text."


def _short(words: str) -> str:
    return words if len(words) <= 60 else words[:59] + "…"
