"""An amending act → Akoma Ntoso 3: ``mod``, ``ref`` and ``textualMod`` printed from its operations.

What the operations say is the truth; the marks are for others to see and are never read back. A
sentence that was not understood stands there as text, without a mark.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import groupby
from xml.sax.saxutils import quoteattr

from ligzda.drafting.acts.finding import find
from ligzda.drafting.acts.model import Act, Index, Unit
from ligzda.drafting.akn.meta import UNKNOWN, Work, in_force_from, meta
from ligzda.drafting.akn.names import identifiers
from ligzda.drafting.akn.writing import document, element, escaped
from ligzda.drafting.applying.engine import apply_all
from ligzda.drafting.applying.payload import payload_units
from ligzda.drafting.errors import DraftingError, TargetMissing
from ligzda.drafting.operations import Action, Operation, Path
from ligzda.drafting.reading.documents import AmendingAct, Item
from ligzda.drafting.reading.quotes import MASK, Quote, mask
from ligzda.drafting.reading.sentences import heading_paths
from ligzda.drafting.reading.tokens import tokens

TYPES = {
    Action.RESTATE: "substitution", Action.REPLACE_WORDS: "substitution",
    Action.REPLACE_ANNEX: "substitution", Action.INSERT_UNIT: "insertion",
    Action.INSERT_SENTENCE: "insertion", Action.INSERT_WORDS: "insertion",
    Action.INSERT_TEXT: "insertion", Action.DELETE_UNIT: "repeal", Action.DELETE_WORDS: "repeal",
    Action.RENUMBER: "renumbering",
}  # fmt: skip
_WHOLE = frozenset({Action.RESTATE, Action.INSERT_UNIT})
_NAMING = frozenset({"NUM", "ORDINAL", "LETTER", "UNIT", "RANGE", "SEP", "FROM", "TO"})


@dataclass
class _Writer:
    """Writes the items of an amending act against the act that they amend."""

    act: Act
    work: Work
    names: dict[Index, str]
    after: Act
    day: str = ""
    mods: list[str] = field(default_factory=list)
    held: dict[str, dict[str, str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Name the units of the text after, and its expression."""
        self.new_names = identifiers(self.after)
        self.new_work = replace(self.work, at=self.day or self.work.at)

    def href(self, path: Path) -> str:
        """Return the address of a target in the act; its innermost unit that is there."""
        for length in range(len(path), 0, -1):
            try:
                index = find(self.act.root, path[:length]).index
            except TargetMissing:
                continue
            except DraftingError:
                break
            if index in self.names:
                return f"{self.work.expression}/!main#{self.names[index]}"
        return f"{self.work.expression}/!main#body"

    def item(self, item: Item, number: int) -> str:
        """Return an item as a point; its operations become marks."""
        name = f"point_{number}"
        heading = f"<heading>{escaped(item.heading)}</heading>" if item.heading else ""
        changes = [each for each in item.operations if each.changes_text and not each.inner]
        if changes:
            mod = f"{name}__mod_1"
            inside = f'<mod eId="{mod}">{self._sentence(item, mod, changes)}</mod>'
        else:
            inside = escaped(item.text)
        return f'<point eId="{name}">{heading}<content><p>{inside}</p></content></point>'

    def _sentence(self, item: Item, mod: str, changes: list[Operation]) -> str:
        """Return the text of a sentence, its quotations and addresses marked."""
        masked = mask(item.text)
        out: list[str] = []
        ids: dict[str, str] = {}
        at, references = 0, 0
        spans = list(_addresses(masked.text, masked.quotes, item.heading, changes))
        marks: list[tuple[int, int, int, Path | None]]
        marks = [(*each.span(), int(each[1]), None) for each in MASK.finditer(masked.text)]
        marks += [(start, end, -1, path) for start, end, path in spans]
        for start, end, number, path in sorted(marks, key=lambda mark: mark[0]):
            out.append(escaped(masked.text[at:start]))
            at = end
            if path is not None:
                references += 1
                said = escaped(masked.text[start:end])
                out.append(
                    f'<ref eId="{mod}__ref_{references}" href={quoteattr(self.href(path))}>'
                    f"{said}</ref>"
                )
                continue
            quote = masked.quotes[number]
            name, written = self._quote(quote, mod, number + 1, changes)
            ids.setdefault(quote.text, name)
            out.append(written)
        out.append(escaped(masked.text[at:]))
        for operation in changes:
            self._mark(operation, mod, ids)
        return "".join(out)

    def _quote(
        self, quote: Quote, mod: str, number: int, changes: list[Operation]
    ) -> tuple[str, str]:
        signs = ' startQuote="&quot;" endQuote="&quot;"'
        if not quote.block:
            name = f"{mod}__qtext_{number}"
            return name, f'<quotedText eId="{name}"{signs}>{escaped(quote.text)}</quotedText>'
        name = f"{mod}__qstr_{number}"
        units = self._units(quote, changes)
        if units:
            held = Unit("act", children=tuple(units))
            names = {at: f"{name}__{each}" for at, each in identifiers(Act(held)).items()}
            self.held[name] = {
                each.rpartition("__")[2]: each for at, each in names.items() if len(at) == 1
            }
            inside = "".join(
                element(unit, (place,), names, self.act.gap) for place, unit in enumerate(units)
            )
        else:
            lines = (line.strip() for line in quote.text.split("\n"))
            inside = "".join(f"<p>{escaped(line)}</p>" for line in lines if line)
        return name, f'<quotedStructure eId="{name}"{signs}>{inside}</quotedStructure>'

    def _units(self, quote: Quote, changes: list[Operation]) -> list[Unit]:
        """Return the units of a new text, where its first operation names units."""
        own = [each for each in changes if each.new == quote.text and each.action in _WHOLE]
        steps = own[0].units or tuple(path[-1] for path in own[0].targets) if own else ()
        if not steps or any(step.is_act or not step.number for step in steps):
            return []
        wanted = frozenset(step.number for step in steps)
        units = payload_units(self.act, quote.text, steps[0], wanted, ())
        return units if all(unit.number for unit in units) else []

    def _mark(self, operation: Operation, mod: str, ids: dict[str, str]) -> None:
        source = f'<source href="#{mod}"/>'
        where = ' pos="inside"' if TYPES[operation.action] == "insertion" else ""
        old, new = (ids.get(each, "") for each in (operation.old, operation.new))
        old = f'<old href="#{old}"/>' if old else ""
        added = list(self._added(operation, new))
        marks = added or [(self.href(path), where, new) for path in operation.targets or ((),)]
        for href, place, text in marks:
            number = len(self.mods) + 1
            texts = old + (f'<new href="#{text}"/>' if text else "")
            self.mods.append(
                f'<textualMod type="{TYPES[operation.action]}" eId="am-{number}">{source}'
                f"<destination href={quoteattr(href)}{place}/>"
                f"FORCE{texts}</textualMod>"
            )

    def _added(self, operation: Operation, new: str) -> Iterator[tuple[str, str, str]]:
        """Yield new units by their own address in the text after, each with its own new text.

        Nothing where one of them is not there, or the new text was not read as units.
        """
        held = self.held.get(new, {})
        found = []
        for path in operation.targets if held and operation.units else ():
            outer = () if path[-1].is_act else path
            for step in operation.units:
                try:
                    index = find(self.after.root, (*outer, step), explain=False).index
                except DraftingError:
                    return
                name = self.new_names.get(index, "")
                if name.rpartition("__")[2] not in held:
                    return
                href = f"{self.new_work.expression}/!main#{name}"
                found.append((href, "", held[name.rpartition("__")[2]]))
        yield from found


def amending_document(
    amending: AmendingAct, act: Act, work: Work | None = None, *, in_force: str = ""
) -> str:
    """Return an amending act as a document; ``work`` is the act that it amends."""
    work = work or Work("likums" if act.in_law else "noteikumi")
    after = apply_all(act, amending.operations).literal
    writer = _Writer(act, work, identifiers(act), after, in_force)
    points = "".join(writer.item(item, n) for n, item in enumerate(amending.items, 1))
    own = Work(
        f"grozijumi-{work.kind}", amending.adopted or UNKNOWN, amending.number or "bez-numura"
    )
    lifecycle, period = in_force_from(in_force) if in_force else ("", "")
    force = '<force period="#tg-1"/>' if in_force else ""
    marks = "".join(writer.mods).replace("FORCE", force)
    analysis = (
        f'<analysis source="#ligzda"><activeModifications>{marks}</activeModifications></analysis>'
        if marks
        else ""
    )
    head = "".join(
        f"<p>{escaped(line)}</p>"
        for line in (amending.title, amending.legal_basis, amending.opening)
        if line
    )
    preface = f"<preface>{head}</preface>" if head else ""
    body = points or '<hcontainer name="empty" eId="empty"><content><p/></content></hcontainer>'
    said = f'name="{own.kind}" contains="originalVersion"'
    data = meta(own, lifecycle, analysis + period)
    return document(f'<act {said}>{data}{preface}<body eId="body">{body}</body></act>')


def _addresses(
    text: str, quotes: tuple[Quote, ...], heading: str, changes: list[Operation]
) -> Iterator[tuple[int, int, Path]]:
    """Yield where a sentence names a unit that one of its operations is about."""
    about = {path for each in changes for path in (*each.targets, *each.destination)}
    about |= {(*path, step) for each in changes for path in each.targets for step in each.units}
    found = tokens(text, quotes)
    for naming, group in groupby(found, key=lambda token: token.type in _NAMING):
        run = list(group)
        while run and run[-1].type != "UNIT":
            run.pop()
        while run and run[0].type == "SEP":
            run.pop(0)
        if not naming or not run:
            continue
        start, end = run[0].start_pos or 0, run[-1].start_pos or 0
        while end < len(text) and (text[end].isalpha()):
            end += 1
        if MASK.search(text, start, end):
            continue  # a letter in quotation marks is part of the address
        paths = heading_paths(text[start:end] + ":")
        outer = heading_paths(heading) or ((),)
        for path in (inside + each for inside in outer for each in paths):
            if path in about or any(_ends(each, path) for each in about):
                whole = next((each for each in about if _ends(each, path)), path)
                yield start, end, whole
                break


def _ends(whole: Path, part: Path) -> bool:
    return bool(part) and whole[-len(part) :] == part
