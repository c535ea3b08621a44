"""From the tree of a sentence to typed operations, in the order in which they are applied."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from lark import Token, Tree

from ligzda.drafting.operations import SHIFT_RULE, WHOLE_ACT, Action, Operation, Path, Step
from ligzda.drafting.reading.addresses import Addresses, Target
from ligzda.drafting.reading.quotes import Quote
from ligzda.drafting.reading.trees import (
    AnyTree,
    Unclear,
    child_of,
    every,
    first,
    inflected,
    own_tokens,
    trees,
)
from ligzda.drafting.reading.vocabulary import vocabulary
from ligzda.drafting.units import unit_words

COMMA: str = vocabulary()["comma"]
"""How the comma is called where it is named beside quoted words."""
SIGNS: dict[str, str] = vocabulary()["signs"]
"""The stems of what a sign is called that is named and not quoted."""


@dataclass
class Interpreter:
    """Reads one tree; ``quotes`` are the quotations that the tree names by number.

    ``span`` is where the sentence stands in its text, ``renumbered`` what *to* refers to.
    """

    addresses: Addresses
    quotes: tuple[Quote, ...]
    span: tuple[int, int] = (0, 0)
    renumbered: tuple[Path, ...] = ()

    def operations(self, tree: AnyTree) -> list[Operation]:
        """Return the operations, those of one sentence in the order in which they are applied."""
        found: list[Operation] = []
        for child in tree.children:
            assert isinstance(child, Tree)
            if child.data == "heading":
                named = self.addresses.targets(first(child, "targets"))
                self.addresses.bases = tuple(path for each in named for path in each.paths)
                continue
            body = child.children[0]
            assert isinstance(body, Tree)
            rule = str(body.data)
            made = getattr(self, f"_{rule}")(body)
            found += [each.at(rule=rule, source=self.span) for each in made]
        return in_order(found)

    # --- the verbs

    def _restate(self, tree: AnyTree) -> list[Operation]:
        child = every(tree, "targets")
        if len(child) > 1:  # ``5. pantā izteikt otro daļu``
            self.addresses.last = _paths(self.addresses.targets(child[0]))
        paths = _paths(self.addresses.targets(child[-1], after=len(child) > 1)) if child else ()
        paths = paths or self.renumbered
        if not paths:
            raise Unclear
        by = self._annexed(tree)
        if by:
            return _each_by_its_own(Action.REPLACE_ANNEX, paths, by)
        text = self._new_text(tree)
        return [Operation(Action.RESTATE, paths, new=text or "", quoted=text is not None)]

    def _supplement(self, tree: AnyTree) -> list[Operation]:
        named = self._targets(tree)
        text = self._new_text(tree)
        found: list[Operation] = []
        for addition in every(tree, "addition"):
            content = first(addition, "content")
            own = self._targets(addition)
            named = own or named
            where = _paths(named) or self._implied() or (WHOLE_ACT,)
            inner = content.children[0]
            assert isinstance(inner, Tree)
            if inner.data == "words":
                found += self._inserted_words(tree, addition, inner, where, named)
            else:
                found += self._inserted_units(addition, inner, where, text)
        by = self._annexed(tree)
        if by and any(each.action is not Action.INSERT_UNIT for each in found):
            raise Unclear
        found = _merged([each.at(by="; ".join(by)) for each in found] if by else found)
        return [*found, *self._shift(tree)]

    def _shift(self, tree: AnyTree) -> list[Operation]:
        shifted = tree.data == "shift" or bool(every(tree, "shift"))
        return [Operation(Action.RENUMBER, condition=SHIFT_RULE)] if shifted else []

    def _inserted_words(
        self, tree: AnyTree, addition: AnyTree, words: AnyTree, where: tuple[Path, ...],
        named: list[Target],
    ) -> list[Operation]:  # fmt: skip
        new = self._words(words)
        content = first(addition, "content")
        anchors = self._anchors(addition) or self._anchors(content) or self._anchors(tree) or [{}]
        return [
            Operation(
                Action.INSERT_WORDS,
                where,
                new=new or "",
                quoted=new is not None,
                position="" if anchor else "end",
                inflect=inflected(addition) or inflected(tree, deep=False),
                scope=_scope(named, where),
                **anchor,
            )
            for anchor in anchors
        ]

    def _inserted_units(
        self, addition: AnyTree, targets: AnyTree, where: tuple[Path, ...], text: str | None
    ) -> list[Operation]:
        steps = self.addresses.relative(targets, where[0])
        if within := self.addresses.holding(targets, where[0]):
            where = tuple((*(() if path[-1].is_act else path), *within) for path in where)
        where = tuple(dict.fromkeys(_holding(path, steps[0]) for path in where))
        neighbour = self._neighbour(addition, where)
        fields: dict[str, Any] = {
            "new": text or "",
            "quoted": text is not None,
            "new_unit": bool(list(own_tokens(addition, "NEW"))),
        }
        unit = steps[0].unit
        if unit == "sentence":
            number = steps[0].number or neighbour or "end"
            number = "end" if number == "last" else number
            found = [Operation(Action.INSERT_SENTENCE, where, position=number, **fields)]
        elif unit in {"text", "paragraph"} and not steps[0].number:
            anchors = next(iter(self._anchors(addition)), {})
            position = neighbour or ("" if anchors else "end")
            found = [Operation(Action.INSERT_TEXT, where, position=position, **anchors, **fields)]
        else:
            if neighbour and not all(step.number for step in steps):
                raise Unclear  # a unit without a number stands where its neighbour is said to stand
            found = [Operation(Action.INSERT_UNIT, where, tuple(steps), **fields)]
        return [*found, *self._shift(addition)]

    def _neighbour(self, addition: AnyTree, where: tuple[Path, ...]) -> str:
        """Return the place that ``aiz otrā teikuma`` gives; a number says its own."""
        for side, step in (("after_unit", 1), ("before_unit", 0)):
            child = child_of(addition, side)
            if child:
                beside = self.addresses.relative(first(child, "targets"), where[0])[-1]
                if beside.number == "last":
                    return "end" if step else "last"
                return str(int(beside.number) + step) if beside.number.isdigit() else "beside"
        return ""

    def _replace(self, tree: AnyTree) -> list[Operation]:
        direct = self._targets(tree)
        own = every(tree, "own")
        if own:
            steps = self.addresses.relative(first(own[0], "targets"), ())
            by = [f"{step} of the amending act" for step in steps]
            return _each_by_its_own(Action.REPLACE_ANNEX, _paths(direct), by)
        if child_of(tree, "new_text"):  # ``Aizstāt otro teikumu ar šādu teikumu: "…"``
            text = self._new_text(tree)
            return [Operation(Action.RESTATE, _paths(direct), new=text or "", quoted=bool(text))]
        found = []
        rows = every(tree, "replacement")
        named = direct or self._named_after(rows)
        for each in rows:
            named = self._targets(each) or named
            pairs = self._pairs(each)
            places = every(each, "places")
            if places:
                found += self._at_places(every(places[0], "place"), *pairs[0])
                continue
            where = _paths(named) or self._implied()
            anchors = self._anchors(each)
            if not where or len(anchors) > 1:
                raise Unclear
            found += [
                Operation(
                    Action.REPLACE_WORDS,
                    where,
                    old=old,
                    new=new or "",
                    quoted=new is not None,
                    inflect=inflected(each) or inflected(tree, deep=False),
                    scope=_scope(named, where),
                    **(anchors[0] if anchors else {}),
                )
                for old, new in pairs
            ]
        return found

    def _pairs(self, tree: AnyTree) -> list[tuple[str, str | None]]:
        """Return old and new words: one new for all, or each its own (``attiecīgi``)."""
        olds, news = (
            [self._words(one) for one in every(first(tree, side), "words")]
            for side in ("old", "new")
        )
        if len(news) not in {1, len(olds)}:
            raise Unclear
        news = news * len(olds) if len(news) == 1 else news
        return [(old or "", new) for old, new in zip(olds, news, strict=True)]

    def _at_places(self, places: list[AnyTree], old: str, new: str | None) -> list[Operation]:
        found = []
        for place in places:
            where = _paths(self._targets(place))
            anchors = self._anchors(place)
            words = child_of(place, "words")
            if words:
                anchors = [{"after": self._words(words) or ""}]
            found += [
                Operation(Action.REPLACE_WORDS, where, old=old, new=new or "", **anchor)
                for anchor in anchors
            ]
        return found

    def _delete(self, tree: AnyTree) -> list[Operation]:
        found: list[Operation] = []
        named = self._targets(tree)
        rows = every(tree, "deletion")
        if every(tree, "old"):
            return self._deleted(tree, named, every(first(tree, "old"), "words"))
        if not rows:
            return [Operation(Action.DELETE_UNIT, _paths(named))]
        named = named or self._named_after(rows)
        for each in rows:
            own = self._targets(each)
            words = child_of(each, "words")
            if words is None:
                if any("accusative" not in target.cases for target in own):
                    raise Unclear
                found.append(Operation(Action.DELETE_UNIT, _paths(own)))
                continue
            whole = [t for t in own if "locative" not in t.cases and "accusative" in t.cases]
            if whole and len(whole) < len(own):
                found.append(Operation(Action.DELETE_UNIT, _paths(whole)))
                own = [target for target in own if target not in whole]
            named = own or named
            inflect = inflected(tree, deep=False)
            found += self._deleted(each, named, [words], inflect=inflect)
        return found

    def _deleted(
        self, tree: AnyTree, named: list[Target], words: list[AnyTree], *, inflect: bool = False
    ) -> list[Operation]:
        where = _paths(named) or self._implied()
        anchors = self._anchors(tree) or [{}]
        if not where:
            raise Unclear
        return [
            Operation(
                Action.DELETE_WORDS,
                where,
                old=self._words(each) or "",
                quoted=self._words(each) is not None,
                inflect=inflect or inflected(tree),
                scope=_scope(named, where),
                **anchor,
            )
            for each in words
            for anchor in anchors
        ]

    def _renumber(self, tree: AnyTree) -> list[Operation]:
        old, new = [self.addresses.targets(each) for each in trees(tree)]
        self.renumbered = _paths(new)
        if len(_paths(old)) != len(_paths(new)):
            raise Unclear
        return [Operation(Action.RENUMBER, _paths(old), destination=_paths(new))]

    # --- parts of a sentence

    def _targets(self, tree: AnyTree) -> list[Target]:
        child = child_of(tree, "targets")
        return self.addresses.targets(child) if child else []

    def _named_after(self, rows: list[AnyTree]) -> list[Target]:
        """Return the targets that stand after the words (``vārdu "a" 4. pantā``)."""
        *_, last = [str(each.data) for each in trees(rows[-1])]
        return self._targets(rows[-1]) if last == "targets" and len(rows[-1].children) > 1 else []

    def _new_text(self, tree: AnyTree) -> str | None:
        child = child_of(tree, "new_text")
        if child is None:
            return None
        quote = next(own_tokens(child, "QUOTE"), None)
        return None if quote is None else self._quote(quote)

    def _implied(self) -> tuple[Path, ...]:
        """Return what is meant where nothing is named: what was named last, or the heading."""
        return self.addresses.last or self.addresses.bases

    def _annexed(self, tree: AnyTree) -> list[str]:
        """Return the annexes of the amending act that hold the new text."""
        child = child_of(tree, "new_text")
        token = next(own_tokens(child, "ANNEXED"), None) if child else None
        if token is None:
            return []
        name = Step("annex")
        steps = [Step("annex", number) for number in token.value] or [name]
        return [f"{step} of the amending act" for step in steps]

    def _anchors(self, tree: AnyTree) -> list[dict[str, Any]]:
        for side in ("after", "before"):
            child = child_of(tree, side)
            if child:
                words = [self._words(each) for each in every(first(child, "old"), "words")]
                if None in words:
                    raise Unclear
                return [{side: each} for each in words]
        return []

    def _words(self, tree: AnyTree) -> str | None:
        quote = next(own_tokens(tree, "QUOTE"), None)
        kinds = child_of(tree, "kinds")
        called = [str(each).lower() for each in own_tokens(kinds, "KIND")] if kinds else []
        if quote is None:
            named = [sign for stem, sign in SIGNS.items() if called[0].startswith(stem)]
            return named[0] if named and len(called) == 1 else None
        text = self._quote(quote)
        commas = [place for place, name in enumerate(called) if name.startswith(COMMA)]
        if commas and "," not in {text[:1], text[-1:]}:  # ``ar komatu un vārdiem "…"``
            return f", {text}" if commas[0] == 0 else f"{text},"
        return text

    def _quote(self, token: Token) -> str:
        return self.quotes[int(token.value)].text


def in_order(found: list[Operation]) -> list[Operation]:
    """Put a renumbering before the insertion that causes it, after a deletion that frees its place.

    ``Izslēgt otro daļu un uzskatīt līdzšinējo trešo daļu par otro daļu`` deletes first.
    """
    moved = [each for each in found if each.action is Action.RENUMBER and each.targets]
    freed = {path for each in moved for path in each.destination}
    first = [
        each for each in found if each.action is Action.DELETE_UNIT and freed & set(each.targets)
    ]
    return [*first, *moved, *(each for each in found if each not in moved and each not in first)]


def _paths(targets: list[Target]) -> tuple[Path, ...]:
    return tuple(path for each in targets for path in each.paths)


def _scope(named: list[Target], where: tuple[Path, ...]) -> str:
    if where == (WHOLE_ACT,):
        return "whole_act"
    return "whole_unit" if any(each.everywhere for each in named) else ""


def _each_by_its_own(action: Action, paths: tuple[Path, ...], by: list[str]) -> list[Operation]:
    """Return one operation a target where each has an annex of its own, else one for all."""
    if len(by) == len(paths):
        return [Operation(action, (path,), by=each) for path, each in zip(paths, by, strict=True)]
    return [Operation(action, paths, by="; ".join(by))]


def _holding(path: Path, step: Step) -> Path:
    """Return the part of an address that can hold a unit: a named sentence holds no part."""
    if step.rank < path[-1].rank and len(path) > 1 and not unit_words()[path[-1].unit].of_act:
        kept = tuple(each for each in path if each.rank < step.rank)
        return kept or path
    return path


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
