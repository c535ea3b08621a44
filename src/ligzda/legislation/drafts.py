"""What a package does to the texts it amends: read, applied, compared, looked over.

Nothing of it is kept: the sentences are, and the engine says the same of them every time.
"""

from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml
from django.utils.safestring import SafeString, mark_safe

from ligzda.drafting import (
    Act,
    Action,
    Applied,
    DraftingError,
    Operation,
    Outcome,
    Step,
    apply_all,
    as_row,
    read_act,
    read_amending_act,
    read_sentence,
)
from ligzda.drafting.comparing.diff import rows as differing
from ligzda.drafting.comparing.pages import committee_table, inline, present
from ligzda.drafting.linting.finding import shown
from ligzda.drafting.linting.rules import lint
from ligzda.drafting.operations import SHIFT_RULE
from ligzda.drafting.reading.documents import AmendingAct
from ligzda.drafting.writing.sentence import Kind as Style
from ligzda.drafting.writing.sentence import write
from ligzda.languages import DEFAULT, Language
from ligzda.legislation import failures
from ligzda.legislation.models import ActText, Change, Kind, Package
from ligzda.legislation.word_forms import Hit, hit_of, kept_forms

_WORDS: dict[str, Any] = yaml.safe_load(
    (Path(__file__).resolve().parent / "data" / "wording.yaml").read_text("utf-8")
)


@dataclass(frozen=True)
class Line:
    """A change as understood: what it does in the engine's terms, or why it does nothing."""

    change: Change
    operations: tuple[Operation, ...] = ()
    fault: str = ""
    fault_name: str = ""
    remarks: tuple[str, ...] = ()
    hits: tuple[Hit, ...] = ()
    """Inflected words, each of which a person confirms."""

    @property
    def unconfirmed(self) -> int:
        """How many word forms nobody has confirmed."""
        return sum(not hit.kept for hit in self.hits)

    @property
    def edited(self) -> SafeString | None:
        """The lawyer's sentence against the engine's, where they differ."""
        if self.change.engine and _flat(self.change.engine) != _flat(self.change.final):
            return mark_safe(inline(self.change.engine, self.change.final))
        return None


@dataclass(frozen=True)
class Compared:
    """A unit before and after; `marked` is HTML with what is deleted and added."""

    name: str
    before: str
    after: str
    marked: SafeString


@dataclass(frozen=True)
class ActDraft:
    """The amending act of one text."""

    text: ActText
    act: Act
    lines: tuple[Line, ...]
    written: str
    """The amending act as it will be submitted."""
    amending: AmendingAct
    outcome: Outcome
    compared: tuple[Compared, ...]
    table: list[list[str]]
    """The Saeima's six columns; the first row heads them."""
    findings: tuple[str, ...] = field(default=())

    @property
    def faults(self) -> list[Line]:
        """The changes that do nothing."""
        return [line for line in self.lines if line.fault]


@lru_cache(maxsize=16)
def act_of(text: str) -> Act:
    """Return an act of its text, read once. Raises NotAnAct."""
    return read_act(text)


def style_of(kind: str) -> Style:
    """Return how sentences are written for a kind of act."""
    return "law" if kind == Kind.LAW else "regulation"


def of_package(package: Package, language: Language) -> list[ActDraft]:
    """Return the amending acts of a package, one for each text, in the order of the changes."""
    changes = list(package.changes.select_related("text__act").order_by("place"))
    texts = {change.text_id: change.text for change in changes}
    return [
        _of_text(package, text, [each for each in changes if each.text_id == number], language)
        for number, text in texts.items()
    ]


def _of_text(
    package: Package, text: ActText, changes: list[Change], language: Language
) -> ActDraft:
    act = act_of(text.text)
    read = [_read(change) for change in changes]
    outcome = apply_all(act, [each for line in read for each in line.operations])
    lines = _with_what_came_of_it(read, outcome)
    written = amending_text(package, text, changes)
    amending = read_amending_act(written)
    points = [(present(act, line.operations), line.change.final, "") for line in lines]
    return ActDraft(
        text,
        act,
        tuple(lines),
        written,
        amending,
        outcome,
        tuple(
            Compared(row.name.replace("_", " "), row.before, row.after,
                     mark_safe(inline(row.before, row.after, language)))
            for row in differing(act, outcome.literal)
        ),
        committee_table(points, amending.opening, language),
        tuple(dict.fromkeys(each.said(language) for each in lint(act, amending, outcome))),
    )  # fmt: skip


def _read(change: Change) -> Line:
    try:
        reading = read_sentence(change.final)
    except DraftingError as failure:
        return Line(change, fault=failures.said(failure), fault_name=failure.name)
    return Line(change, reading.operations, remarks=reading.remarks)


def _with_what_came_of_it(read: list[Line], outcome: Outcome) -> list[Line]:
    """Hand the engine's log, one row an operation, to the sentences it came from."""
    log = iter(outcome.log)
    return [_told(line, [next(log) for each in line.operations if _applied(each)]) for line in read]


def _applied(operation: Operation) -> bool:
    applies = operation.changes_text and not operation.inner
    return applies and operation.condition != SHIFT_RULE


def _told(line: Line, log: list[Applied]) -> Line:
    failed = next((each.failure for each in log if each.failure), None)
    proposed = [each for done in log for each in done.proposals]
    kept = kept_forms(line.change) if proposed else set()
    hits = tuple(hit_of(place, each, kept) for place, each in enumerate(proposed, start=1))
    return Line(
        line.change,
        line.operations,
        failures.said(failed) if failed else line.fault,
        failed.name if failed else line.fault_name,
        line.remarks,
        hits,
    )


_PARTS = ("units", "old", "new", "after", "before", "date", "position")
"""What of an operation a page shows, in this order."""


def understood(operation: Operation) -> list[tuple[str, str]]:
    """Return what an operation says, part by part: (key of the schema, value)."""
    row = as_row(operation)
    found = [("op", str(row.pop("op")))]
    places = "; ".join(shown(path) for path in operation.targets)
    if places:
        found.append(("targets", places))
    said = {key: row.get(key) for key in _PARTS}
    found += [
        (key, ", ".join(value) if isinstance(value, list) else str(value))
        for key, value in said.items()
        if value
    ]
    return found


def engine_sentence(operations: tuple[Operation, ...], style: Style) -> str:
    """Return how the engine writes these operations; nothing where one sentence cannot say them."""
    try:
        return "\n".join(write(each, style) for each in operations if not each.inner)
    except ValueError:
        return ""


def amending_text(package: Package, text: ActText, changes: list[Change]) -> str:
    """Return the amending act: title, opening, numbered points, when it comes into force."""
    count = "one" if len(changes) == 1 else "many"
    act = locative(text.act.title)
    title = _WORDS["title"][count].format(act=act)
    named = f"{act} ({text.act.gazette})" if text.act.gazette else act
    opening = _WORDS["opening"][style_of(package.kind)][count].format(act=named)
    points = [f"{number}. {each.final.strip()}" for number, each in enumerate(changes, 1)]
    return "\n\n".join([title, opening, *points, *commencing(package)]) + "\n"


def commencing(package: Package) -> list[str]:
    """Return the sentence on when the package comes into force; none where the law says it."""
    if package.in_force_on:
        word = "law" if package.kind == Kind.LAW else "regulations"
        day = Operation(Action.COMMENCE, ((Step(word),),), date=str(package.in_force_on))
        return [engine_sentence((day,), style_of(package.kind))]
    general: str = _WORDS["general"].get(package.kind, "")
    return [general] if general and package.in_force == "general" else []


def locative(title: str) -> str:
    """Return the title of an act as an amending act names it: in the locative."""
    for word, form in _WORDS["locatives"].items():
        words = title.split(" ")
        if word in words:
            words[words.index(word)] = form
            return " ".join(words)
    return title


def _flat(text: str) -> str:
    return " ".join(text.split())


def hits(change: Change) -> tuple[Hit, ...]:
    """Return the word forms of a change, as its package stands now."""
    lines = [line for act in of_package(change.package, DEFAULT) for line in act.lines]
    return next((line.hits for line in lines if line.change.pk == change.pk), ())
