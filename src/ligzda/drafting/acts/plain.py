"""Plain text → act. Every sign of the text is kept in some unit (`model`)."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

from ligzda.drafting.acts.clauses import DASHES
from ligzda.drafting.acts.labels import Label, is_placeholder, is_remark, label_of, rule
from ligzda.drafting.acts.model import LINES, NOTE, PARAGRAPH, Act, Unit
from ligzda.drafting.acts.superscripts import repaired_label, repaired_level
from ligzda.drafting.errors import NotAnAct
from ligzda.drafting.numbers import is_raised
from ligzda.drafting.units import rank

LARGEST = 5_000_000
TOP = frozenset({"transitional", "final_provisions", "reference", "annex", "chapter", "division"})
HOLDERS = frozenset({"section", "transitional", "final_provisions", "annex"})
_LINE = re.compile(r"(\s*)(\S(?:[^\n]*\S)?)")


@dataclass
class Node:
    """A unit that is still being read."""

    kind: str
    number: str = ""
    gap: str = ""
    lead: str = ""
    text: str = ""
    children: list[Node] = field(default_factory=list)

    def freeze(self) -> Unit:
        """Return it as it stands now."""
        children = tuple(child.freeze() for child in self.children)
        own = is_placeholder(self.text) or any(
            child.kind == "part" and not child.number and is_placeholder(child.text)
            for child in self.children[:2]
        )
        return Unit(self.kind, self.number, self.gap, self.lead, self.text, children, own)


def read_act(text: str) -> Act:
    """Read an act from plain text.

    Raises NotAnAct where the text is no Latvian act: too long, not text, or without a single unit.
    """
    if len(text) > LARGEST:
        raise NotAnAct(
            f"the text has {len(text):,} signs, an act has under {LARGEST:,}: is it the right file?"
        )
    if "\x00" in text or text.startswith("PK\x03"):
        raise NotAnAct("this is no text (a DOCX, a picture?): save it as plain text first.")
    builder = Builder(in_law=bool(rule("section_word").search(text)), worded=_worded(text))
    act = builder.read(text)
    if not any(unit.number for unit in act.root.all()):
        raise NotAnAct(
            "no section, point or chapter was found: is it the text of a Latvian act, one unit a "
            "line?"
        )
    return act


def _gap(root: Unit) -> str:
    """Return the white space that stands most often between paragraphs."""
    apart = {LINES, "chapter"}
    gaps = Counter(u.gap for u in root.all() if "\n" in u.gap and u.kind not in apart)
    return gaps.most_common(1)[0][0] if gaps else "\n"


def _worded(text: str) -> bool:
    """Return whether sections are printed with their word; a few may be among bare numbers."""
    words, numbers = (len(rule(name).findall(text)) for name in ("section_line", "number_line"))
    return words >= min(numbers, 5)


@dataclass
class Builder:
    """Builds the tree line by line; ``worded`` acts print the word *pants*, others only numbers."""

    in_law: bool
    worded: bool = True
    expected: frozenset[str] = frozenset()
    root: Node = field(default_factory=lambda: Node("act"))
    open: list[Node] = field(default_factory=list)
    repairs: list[str] = field(default_factory=list)
    ended: bool = False
    contents: bool = False

    def read(self, text: str) -> Act:
        """Read every line of a text."""
        self.open = self.open or [self.root]
        end = 0
        for match in _LINE.finditer(text):
            self.line(match[1], match[2])
            end = match.end()
        root = self.root.freeze()
        return Act(
            root, text[end:], tuple(self.repairs), self.in_law, self.worded, _gap(root), "^" in text
        )

    def line(self, gap: str, line: str) -> None:
        """Put one line into the tree; what follows its label may begin with a further label."""
        if is_remark(line):
            self._remark(gap, line)
            return
        indented = gap.rpartition("\n")[2] or line.startswith("•")
        self.contents = bool(rule("contents").match(line) or (self.contents and indented))
        if self.contents:
            self.root.children.append(Node(LINES, gap=gap, text=line))
            return
        label = label_of(line)
        if label and label.kind == "annex":
            self.ended = False
        if not self.ended and rule("end").match(line) and self.open[-1].kind != "act":
            self.ended = True
            self.open = [self.root]
        if self.ended:
            self.root.children.append(Node(LINES, gap=gap, text=line))
            return
        kind = self._kind(label) if label else ""
        if label is None or not kind:
            self._unlabelled(gap, line)
        else:
            self._labelled(kind, label, gap)

    # --- labelled lines

    def _kind(self, label: Label) -> str:
        if label.kind == "dotted":
            if self.in_law and not self.worded and not self._inside("transitional", "annex"):
                return "section"
            if self.in_law and self.open[-1] is self.root:
                return ""  # a date or a list on the title page
            return "subpoint" if "." in label.number else "point"
        if label.kind == "point" and "bracket" in label.marks:
            holder = self._nearest("point", "section", "part")
            dotted = holder and holder.kind == "point" and holder.lead.strip().endswith(".")
            return "subpoint" if dotted else "point"
        if label.kind in {"part", "point", "subpoint", "indent"} and self.open[-1] is self.root:
            return "" if label.kind == "indent" else label.kind
        return label.kind

    def _labelled(self, kind: str, label: Label, gap: str) -> None:
        number = self._repaired(kind, label)
        level = rank(kind)
        dotted = label.kind == "dotted" and kind in {"point", "subpoint"}
        while len(self.open) > 1 and self._closes(self.open[-1], kind, level, number, dotted):
            self.open.pop()
        if kind in TOP:
            self.open = [self.root] if kind != "chapter" else self.open
        node = Node(kind, number, gap, label.lead)
        self.open[-1].children.append(node)
        self.open.append(node)
        rest = label.rest
        if kind == "legal_basis":
            node.text = rest
            self.open.pop()
        elif not rest:
            return
        elif kind in {"section", "transitional", "final_provisions"}:
            self._begin_section(node, rest)
        elif kind in {"chapter", "subchapter", "division", "annex"}:
            node.children.append(Node("heading", text=rest))
        else:
            inner = label_of(rest) if kind == "part" else None
            if inner and inner.kind in {"point", "subpoint"} and "bracket" in inner.marks:
                self._labelled(inner.kind, inner, "")
            else:
                node.text = rest

    def _closes(self, node: Node, kind: str, level: int, number: str, dotted: bool) -> bool:
        """Return whether an open unit ends where this one begins."""
        if dotted and node.kind in {"point", "subpoint"} and node.number[:1].isdigit():
            return not number.startswith(f"{node.number}.")
        if node.kind == PARAGRAPH or node.kind == "indent":
            return True
        return (
            node.kind not in {"act"}
            and rank(node.kind) >= level
            and not (node.kind == "annex" and kind not in TOP)
        )

    def _repaired(self, kind: str, label: Label) -> str:
        number = label.number
        if is_raised(label.lead) or not number[:1].isdigit():
            return number
        before = self._before(kind)
        if label.kind == "dotted" and "." in number and not label.lead.rstrip().endswith("."):
            head, _, last = number.rpartition(".")
            meant = f"{head}^{last}"
        elif label.kind == "dotted":
            meant = repaired_level(number, before)
        elif kind == "section" and "." in number:
            meant = number.replace(".", "^", 1)
        elif kind == "section":
            meant = repaired_label(number, "", self.expected)
        elif kind in {"part", "point", "subpoint"}:
            meant = repaired_label(number, before, self.expected)
        else:
            meant = number
        if meant != number:
            self.repairs.append(f"“{label.lead.strip()}” is read as {meant}: a lost superscript")
        return meant

    def _before(self, kind: str) -> str:
        """Return the number of the last unit of a kind that is still open or just closed."""
        for node in reversed(self.open):
            if node.kind == kind:
                return node.number
            if node.children and node.children[-1].kind == kind:
                return node.children[-1].number
        return ""

    def _begin_section(self, node: Node, rest: str) -> None:
        label = label_of(rest)
        if label and label.kind in {"part", "point", "subpoint"}:
            self._labelled(label.kind, label, "")
        elif rest[-1] in ".;:," or is_placeholder(rest):
            part = Node("part", text=rest)
            node.children.append(part)
            self.open.append(part)
        else:
            node.children.append(Node("heading", text=rest))

    # --- lines without a label

    def _remark(self, gap: str, line: str) -> None:
        while len(self.open) > 1 and self.open[-1].kind not in {*TOP, *HOLDERS}:
            if self.open[-1].kind == "point" and self.open[-2].kind in {"act", "chapter", *HOLDERS}:
                break
            self.open.pop()
        self.open[-1].children.append(Node(NOTE, gap=gap, text=line))

    def _unlabelled(self, gap: str, line: str) -> None:
        top = self.open[-1]
        last = top.children[-1] if top.children else None
        if last and last.kind == "legal_basis" and rule("basis_goes_on").search(last.text):
            last.text += gap + line
            return
        if top is self.root:
            top.children.append(Node(LINES, gap=gap, text=line))
            return
        if top.kind == "part" and not top.children and top.text.rstrip().endswith(DASHES):
            top.children.append(Node(PARAGRAPH, gap=gap, text=line))  # the penalty of the clause
            return
        if top.kind in {"chapter", "subchapter", "division"}:
            top.children.append(Node("heading", gap=gap, text=line))
            return
        holder = self._nearest(*HOLDERS, "part", "point")
        if holder is None:  # the text of an informative reference
            top.children.append(Node(PARAGRAPH, gap=gap, text=line))
            return
        if holder.kind == "point" or (holder.kind == "part" and holder.number):
            while self.open[-1] is not holder:
                self.open.pop()
            holder.children.append(Node(PARAGRAPH, gap=gap, text=line))
            return
        while self.open[-1].kind not in HOLDERS:
            self.open.pop()
        part = Node("part", gap=gap, text=line)
        self.open[-1].children.append(part)
        self.open.append(part)

    def _nearest(self, *kinds: str) -> Node | None:
        return next((node for node in reversed(self.open) if node.kind in kinds), None)

    def _inside(self, *kinds: str) -> bool:
        return any(node.kind in kinds for node in self.open)
