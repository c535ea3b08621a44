"""The rules of the lint, after what the Justice Ministry objects to (Cabinet Regulation 108)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ligzda.drafting.acts.finding import find, regions
from ligzda.drafting.acts.model import NOTE, Act
from ligzda.drafting.acts.sentence_ends import sentence_spans
from ligzda.drafting.applying.engine import Outcome
from ligzda.drafting.applying.payload import bare
from ligzda.drafting.comparing.diff import normal, words
from ligzda.drafting.errors import DraftingError
from ligzda.drafting.linting.finding import Finding, path_at, shown
from ligzda.drafting.linting.references import dangling
from ligzda.drafting.operations import Action, Operation
from ligzda.drafting.reading.documents import AmendingAct
from ligzda.drafting.reading.vocabulary import pattern, vocabulary

KEPT_AT_LEAST = 0.8
"""Share of the words of a restated unit from which on a precise change would do."""
SHORTEST = 12
"""Words of a unit or sentence below which nothing is said."""


def lint(act: Act, amending: AmendingAct, outcome: Outcome) -> list[Finding]:
    """Return every finding on an amending act: references left dangling first."""
    changes = [done.operation for done in outcome.log if not done.failure]
    found = dangling(act, outcome.literal, changes)
    found += _opening(amending)
    for operation in changes:
        found += _restated(act, outcome.literal, operation)
        found += _duplicated(act, operation)
        found += _terms(act, operation)
    if changes and all(map(_editorial, changes)):
        found.append(Finding("editorial_change_alone", amending.title or "–"))
    return list(dict.fromkeys(found))


def _where(operation: Operation) -> str:
    return "; ".join(shown(path) for path in operation.targets) or str(operation.action)


def _opening(amending: AmendingAct) -> Iterator[Finding]:
    opening = amending.opening
    items = [item for item in amending.items if any(e.changes_text for e in item.operations)]
    if not opening:
        single = any(pattern("opening", "act_and_operation").match(i.text) for i in amending.items)
        if items and not single:
            yield Finding("no_opening", amending.title or "–")
        return
    if "(" not in opening:
        yield Finding("opening_without_source", opening[:60])
    said = re.search(r"(?:grozījum|papildinājum)(?:us|u)(?=\s*:)", opening)
    if said and said[0].endswith("us") is (len(items) == 1):
        details = (("said", said[0]), ("count", str(len(items))))
        yield Finding("opening_number", opening[:60], details)


def _restated(act: Act, after: Act, operation: Operation) -> Iterator[Finding]:
    if operation.action is not Action.RESTATE:
        return
    for path in operation.targets:
        try:
            places = [(each.root, find(each.root, path)) for each in (act, after)]
        except DraftingError:
            continue
        old, new = (
            " ".join(root.get(at).text[first:last] for at, first, last in regions(root, place))
            for root, place in places
        )
        runs = words(old, new)
        changed = [run for run in runs if run.kind != "kept"]
        kept = sum(len(run.text.split()) for run in runs if run.kind == "kept")
        longest = max(len(old.split()), len(new.split()))
        if longest >= SHORTEST and len(changed) <= 2 and kept / longest >= KEPT_AT_LEAST:
            said = {run.kind: " ".join(run.text.split()) for run in changed}
            details = (("old", said.get("deleted", "")), ("new", said.get("added", "")))
            yield Finding("needless_restatement", shown(path), details)
        root, place = places[1]
        raised = [
            each.number
            for at, each in root.get(place.index).walk()
            if at and "^" in each.number and each.kind != NOTE
        ]
        if raised and not place.facet:
            numbers = (("numbers", ", ".join(raised)),)
            yield Finding("superscript_in_restated_unit", shown(path), numbers)


def _duplicated(act: Act, operation: Operation) -> Iterator[Finding]:
    if operation.action not in {Action.RESTATE, Action.INSERT_UNIT, Action.INSERT_SENTENCE}:
        return
    new = {
        normal(line[first:last])
        for line in (bare(each.strip())[1] for each in operation.new.split("\n"))
        for first, last in sentence_spans(line)
    }
    new = {each for each in new if len(each.split()) >= SHORTEST // 2}
    for at, unit in act.root.walk() if new else ():
        path = path_at(act.root, at)
        if any(path[: len(own)] == own for own in operation.targets):
            continue
        for first, last in sentence_spans(unit.text):
            if normal(unit.text[first:last]) in new:
                details = (("quoted", unit.text[first:last]), ("target", shown(path)))
                yield Finding("duplicated_rule", _where(operation), details)


def _editorial(operation: Operation) -> bool:
    """Return whether a replacement changes only letters' size, blanks and punctuation."""
    if operation.action is not Action.REPLACE_WORDS or not operation.new:
        return False
    old, new = (re.sub(r"[\W_]", "", each).lower() for each in (operation.old, operation.new))
    return old == new


def _terms(act: Act, operation: Operation) -> Iterator[Finding]:
    """Yield nouns of defined terms of two words that stand in the new text without their first.

    A text that names the term once in full may go on with the noun alone; a noun with the first
    word of another term of the act is that term.
    """
    terms = sorted(_defined(act)) if operation.new else []
    firsts = tuple(_stem(term.partition(" ")[0]) for term in terms)
    for term in terms:
        first, _, noun = term.partition(" ")
        forms = rf"(?:(\w+)\s+)?\b({re.escape(_stem(noun))}(?:{vocabulary()['noun_endings']}))\b"
        found = list(re.finditer(forms, operation.new, re.IGNORECASE))
        before = [(each[1] or "").lower() for each in found]
        if found and not any(word.startswith(firsts) for word in before):
            details = (("quoted", found[0][0]), ("word", first), ("term", term))
            yield Finding("term_differs", _where(operation), details)


def _stem(word: str) -> str:
    """Return a noun or a definite adjective without its ending."""
    return re.sub(rf"(?:{vocabulary()['stem_ends']})$", "", word.lower())


def _defined(act: Act) -> set[str]:
    """Return the defined terms of two words: ``1) sociālais inkubators – …``."""
    return {
        found[1]
        for unit in act.root.all()
        if unit.kind == "point" and (found := pattern("defined_term").match(unit.text))
    }
