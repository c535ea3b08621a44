"""The note lines of a consolidated text, as likumi.lv prints them below a section.

A note is no text of the act: it stands in an output of its own. What was there is continued: dates
are added to the list, a restatement begins it anew (survey, section 6).
"""

from __future__ import annotations

import re
from dataclasses import replace

from ligzda.drafting.acts.model import NOTE, Act, Index, Unit
from ligzda.drafting.applying.editorial import editorial
from ligzda.drafting.applying.engine import Outcome, Source, day, designation
from ligzda.drafting.operations import Action

_NOTED = frozenset({"section", "transitional", "final_provisions", "annex"})


def with_notes(outcome: Outcome, source: Source) -> Act:
    """Return the edited act with the notes that its changes bring.

    Without a date and a day in force of the source there is nothing to note.
    """
    if not (source.date and source.in_force):
        return outcome.edited
    root = outcome.edited.root
    whole: set[Index] = set()
    partly: set[Index] = set()
    for done in outcome.log:
        if done.failure:
            continue
        for touched in done.touched:
            holder = _holder(root, touched)
            if holder is None:
                continue
            restated = done.operation.action in {Action.RESTATE, Action.INSERT_UNIT}
            (whole if restated and holder == touched else partly).add(holder)
    for index in sorted(whole | partly, reverse=True):
        root = _noted(outcome.edited, root, index, source, whole=index in whole)
    return outcome.edited.with_root(root)


def _holder(root: Unit, index: Index) -> Index | None:
    """Return the unit below which the note of a change is printed."""
    for length in range(len(index), 0, -1):
        unit = root.get(index[:length])
        parent = root.get(index[: length - 1]).kind
        if unit.kind in _NOTED and unit.kind != "transitional":
            return index[:length]
        if unit.kind == "point" and parent in {"act", "chapter", "transitional"}:
            return index[:length]
    return None


def _noted(act: Act, root: Unit, index: Index, source: Source, *, whole: bool) -> Unit:
    unit = root.get(index)
    if unit.deleted:
        return root
    places = [n for n, child in enumerate(unit.children) if child.kind == NOTE]
    old = unit.children[places[-1]].text if places else ""
    text = note(old, source, whole=whole)
    if places:
        at = (*index, places[-1])
        return root.put(at, replace(root.get(at), text=text))
    new = Unit(NOTE, gap=act.gap, text=text)
    return root.insert(index, len(unit.children), new)


def note(old: str, source: Source, *, whole: bool) -> str:
    """Return the note after a change; ``old`` is the one that stood there."""
    rows = editorial()["notes"]
    in_force = day(source.in_force)
    genitive = designation(source, genitive=True)
    if whole:
        text: str = rows["restated"].format(genitive=genitive, day=in_force)
        return text
    found = re.match(rows["pattern"], old)
    sources = designation(source)
    if found is None:
        changed: str = rows["changed"].format(source=sources, day=in_force)
        return changed
    listed = _listed(found["sources"] or "", source)
    if found["restated"]:
        kept = found["restated"].removesuffix(" redakcijā")
        both: str = rows["both"].format(genitive=kept, source=listed, day=in_force)
        return both
    again: str = rows["changed"].format(source=listed, day=in_force)
    return again


def _listed(sources: str, source: Source) -> str:
    """Return the list of amending acts with one more at its end."""
    rows = editorial()["notes"]
    new = designation(source)
    if not sources:
        return new
    dates = re.findall(r"\d\d\.\d\d\.\d{4}\.", sources)
    only_laws = re.match(rows["date_list"], sources) is not None
    if only_laws and not source.by_cabinet:
        *first, last = [*dates, day(source.date)]
        word = new.rpartition(" ")[2]
        return f"{', '.join(first)} {rows['and']} {last} {word}"
    return f"{sources} {rows['and']} {new}"
