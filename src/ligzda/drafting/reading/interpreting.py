"""From the tree of a sentence to typed operations, in the order in which they are applied."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from lark import Token, Tree

from ligzda.drafting.operations import SHIFT_RULE, WHOLE_ACT, Action, Operation, Path, Step
from ligzda.drafting.reading.addresses import Addresses, Target
from ligzda.drafting.reading.quotes import Quote
from ligzda.errors import LigzdaError

AnyTree = Tree[Token]


class Unclear(LigzdaError):  # noqa: N818 - caught where the sentence is known
    """The words form a sentence of the grammar that says nothing that can be done."""


@dataclass
class Interpreter:
    """Reads one tree; ``quotes`` are the quotations that the tree names by number."""

    addresses: Addresses
    quotes: tuple[Quote, ...]

    def operations(self, tree: AnyTree) -> list[Operation]:
        """Return the operations: a renumbering stands before the insertion that causes it."""
        found: list[Operation] = []
        for child in tree.children:
            assert isinstance(child, Tree)
            if child.data == "heading":
                named = self.addresses.targets(_first(child, "targets"))
                self.addresses.bases = tuple(path for each in named for path in each.paths)
                continue
            body = child.children[0]
            assert isinstance(body, Tree)
            rule = str(body.data)
            found += [each.at(rule=rule) for each in getattr(self, f"_{rule}")(body)]
        moved = [each for each in found if each.action is Action.RENUMBER and each.targets]
        return moved + [each for each in found if each not in moved]

    # --- the verbs

    def _restate(self, tree: AnyTree) -> list[Operation]:
        targets = self._targets(tree)
        paths = _paths(targets)
        text = self._new_text(tree)
        return [Operation(Action.RESTATE, paths, new=text or "", quoted=text is not None)]

    def _supplement(self, tree: AnyTree) -> list[Operation]:
        named = self._targets(tree)
        text = self._new_text(tree)
        found: list[Operation] = []
        for addition in _all(tree, "addition"):
            content = _first(addition, "content")
            own = self._targets(addition)
            named = own or named
            where = _paths(named) or self.addresses.bases or (WHOLE_ACT,)
            inner = content.children[0]
            assert isinstance(inner, Tree)
            if inner.data == "words":
                found.append(self._inserted_words(tree, addition, inner, where, named))
            else:
                found += self._inserted_units(addition, inner, where, text)
        return _merged(found)

    def _inserted_words(
        self, tree: AnyTree, addition: AnyTree, words: AnyTree, where: tuple[Path, ...],
        named: list[Target],
    ) -> Operation:  # fmt: skip
        new = self._words(words)
        anchors = self._anchor(addition)
        return Operation(
            Action.INSERT_WORDS,
            where,
            new=new or "",
            quoted=new is not None,
            position="" if anchors else "end",
            inflect=_inflected(addition) or _inflected(tree, deep=False),
            scope=_scope(named, where),
            **anchors,
        )

    def _inserted_units(
        self, addition: AnyTree, targets: AnyTree, where: tuple[Path, ...], text: str | None
    ) -> list[Operation]:
        steps = self.addresses.relative(targets, where[0])
        shift = next(_tokens(addition, "shift"), None) is not None or bool(_all(addition, "shift"))
        fields: dict[str, Any] = {
            "new": text or "",
            "quoted": text is not None,
            "new_unit": bool(list(_own(addition, "NEW"))),
        }
        unit = steps[0].unit
        if unit == "sentence":
            number = steps[0].number or "end"
            found = [Operation(Action.INSERT_SENTENCE, where, position=number, **fields)]
        elif unit in {"text", "paragraph"} and not steps[0].number:
            anchors = self._anchor(addition)
            position = "" if anchors else "end"
            found = [Operation(Action.INSERT_TEXT, where, position=position, **anchors, **fields)]
        else:
            container, units = _lifted(where, steps)
            found = [Operation(Action.INSERT_UNIT, container, tuple(units), **fields)]
        if shift:
            found.append(Operation(Action.RENUMBER, condition=SHIFT_RULE))
        return found

    def _replace(self, tree: AnyTree) -> list[Operation]:
        direct = self._targets(tree)
        own = _all(tree, "own")
        if own:
            by = self.addresses.relative(_first(own[0], "targets"), ())
            return [
                Operation(Action.REPLACE_ANNEX, _paths(direct), by=f"{by[0]} of the amending act")
            ]
        verb_last = [
            each for each in tree.children if isinstance(each, Tree) and each.data == "words"
        ]
        if len(verb_last) == 2:
            old, new = map(self._words, verb_last)
            return [self._replaced(tree, direct, [old or ""], new, {})]
        found = []
        named = direct
        for each in _all(tree, "replacement"):
            named = self._targets(each) or named
            words = _child(each, "words")
            olds = [self._words(one) or "" for one in _all(_first(each, "old"), "words")]
            new = self._words(words) if words else None
            places = _all(each, "places")
            if places:
                found += self._at_places(each, _all(places[0], "place"), olds[0], new or "")
                continue
            whole = _inflected(each) or _inflected(tree, deep=False)
            for old in olds:
                found.append(
                    self._replaced(each, named, [old], new, self._anchor(each), inflect=whole)
                )
        return found

    def _replaced(
        self, tree: AnyTree, named: list[Target], olds: list[str], new: str | None,
        anchors: dict[str, Any], *, inflect: bool | None = None,
    ) -> Operation:  # fmt: skip
        where = _paths(named) or self.addresses.bases
        if not where:
            raise Unclear
        return Operation(
            Action.REPLACE_WORDS,
            where,
            old=olds[0],
            new=new or "",
            quoted=new is not None,
            inflect=_inflected(tree) if inflect is None else inflect,
            scope=_scope(named, where),
            **anchors,
        )

    def _at_places(
        self, _tree: AnyTree, places: list[AnyTree], old: str, new: str
    ) -> list[Operation]:
        found = []
        for place in places:
            where = _paths(self._targets(place))
            anchors = self._anchor(place)
            words = _child(place, "words")
            if words:
                anchors = {"after": self._words(words) or ""}
            found.append(Operation(Action.REPLACE_WORDS, where, old=old, new=new, **anchors))
        return found

    def _delete(self, tree: AnyTree) -> list[Operation]:
        found: list[Operation] = []
        named = self._targets(tree)
        rows = _all(tree, "deletion")
        if not rows:
            return [Operation(Action.DELETE_UNIT, _paths(named))]
        for each in rows:
            own = self._targets(each)
            words = _child(each, "words")
            if words is None:
                if any("accusative" not in target.cases for target in own):
                    raise Unclear
                found.append(Operation(Action.DELETE_UNIT, _paths(own)))
                continue
            whole = [t for t in own if "locative" not in t.cases and "genitive" not in t.cases]
            if whole and len(whole) < len(own):
                found.append(Operation(Action.DELETE_UNIT, _paths(whole)))
                own = [target for target in own if target not in whole]
            named = own or named
            where = _paths(named) or self.addresses.bases
            if not where:
                raise Unclear
            found.append(
                Operation(
                    Action.DELETE_WORDS,
                    where,
                    old=self._words(words) or "",
                    quoted=self._words(words) is not None,
                    inflect=_inflected(each) or _inflected(tree, deep=False),
                    scope=_scope(named, where),
                    **self._anchor(each),
                )
            )
        return found

    def _renumber(self, tree: AnyTree) -> list[Operation]:
        first, second = (each for each in tree.children if isinstance(each, Tree))
        old = self.addresses.targets(first)
        new = self.addresses.targets(second)
        return [Operation(Action.RENUMBER, _paths(old), destination=_paths(new))]

    # --- parts of a sentence

    def _targets(self, tree: AnyTree) -> list[Target]:
        child = _child(tree, "targets")
        return self.addresses.targets(child) if child else []

    def _new_text(self, tree: AnyTree) -> str | None:
        child = _child(tree, "new_text")
        if child is None:
            return None
        quote = next(_own(child, "QUOTE"), None)
        return None if quote is None else self._quote(quote)

    def _anchor(self, tree: AnyTree) -> dict[str, Any]:
        for side in ("after", "before"):
            child = _child(tree, side)
            if child:
                return {side: self._words(_first(child, "words")) or ""}
        return {}

    def _words(self, tree: AnyTree) -> str | None:
        quote = next(_own(tree, "QUOTE"), None)
        return None if quote is None else self._quote(quote)

    def _quote(self, token: Token) -> str:
        return self.quotes[int(token.value)].text


def _paths(targets: list[Target]) -> tuple[Path, ...]:
    return tuple(path for each in targets for path in each.paths)


def _scope(named: list[Target], where: tuple[Path, ...]) -> str:
    if where == (WHOLE_ACT,):
        return "whole_act"
    return "whole_unit" if any(each.everywhere for each in named) else ""


def _lifted(where: tuple[Path, ...], steps: list[Step]) -> tuple[tuple[Path, ...], list[Step]]:
    """Return container and units; a unit that stands further out leaves its container."""
    return where, steps


def _merged(found: list[Operation]) -> list[Operation]:
    """Make one insertion of several that share their container and their new text."""
    merged: list[Operation] = []
    shifts = [each for each in found if each.action is Action.RENUMBER]
    for each in found:
        if each in shifts:
            continue
        before = merged[-1] if merged else None
        if (
            before is not None
            and before.action is each.action is Action.INSERT_UNIT
            and before.targets == each.targets
        ):
            merged[-1] = before.at(units=before.units + each.units)
        else:
            merged.append(each)
    return merged + shifts


def _child(tree: AnyTree, name: str) -> AnyTree | None:
    for child in tree.children:
        if isinstance(child, Tree) and child.data == name:
            return child
    return None


def _first(tree: AnyTree, name: str) -> AnyTree:
    child = _child(tree, name)
    if child is None:
        raise Unclear
    return child


def _all(tree: AnyTree, name: str) -> list[AnyTree]:
    return [each for each in tree.children if isinstance(each, Tree) and each.data == name]


def _own(tree: AnyTree, terminal: str) -> Any:
    return (each for each in tree.children if isinstance(each, Token) and each.type == terminal)


def _tokens(tree: AnyTree, rule: str) -> Any:
    return tree.find_data(rule)


def _inflected(tree: AnyTree, *, deep: bool = True) -> bool:
    if deep:
        return next(tree.find_data("inflect"), None) is not None
    return bool(_all(tree, "inflect"))
