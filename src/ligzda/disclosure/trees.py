"""A dimension of a table: its codes, as a tree (municipality → region, month → quarter → year)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from ligzda.disclosure.codes import Fault
from ligzda.disclosure.errors import DisclosureError

TOTAL = ""
"""The root of every tree: all codes together. No level of a file is an empty text."""


@dataclass(frozen=True)
class Dimension:
    """Codes with their parents; a code whose parent is TOTAL stands at the top.

    `sensitive`: to belong to a category is something that must not become known of a person, so
    that a zero or a full category gives somebody away.
    """

    name: str
    parents: Mapping[str, str]
    sensitive: bool = True

    @classmethod
    def flat(cls, name: str, codes: Iterable[str], *, sensitive: bool = True) -> Dimension:
        """Make a dimension without levels between its codes and the total."""
        return cls(name, dict.fromkeys(codes, TOTAL), sensitive)

    @cached_property
    def children(self) -> Mapping[str, tuple[str, ...]]:
        """The codes directly under a code; leaves are not in it."""
        found: dict[str, list[str]] = {}
        for code, parent in self.parents.items():
            found.setdefault(parent, []).append(code)
        return {parent: tuple(codes) for parent, codes in found.items()}

    @cached_property
    def codes(self) -> tuple[str, ...]:
        """All codes from the leaves up, and TOTAL last: each stands before its parent.

        Raises DisclosureError where parents lead in a circle or to a code that is not there.
        """
        depth: dict[str, int] = {TOTAL: 0}
        for code in self.parents:
            path, at = [], code
            while at not in depth:
                if at in path:
                    raise DisclosureError(Fault.TREE_CIRCLE, dimension=self.name, code=at)
                path.append(at)
                if at not in self.parents:
                    raise DisclosureError(Fault.UNKNOWN_CODE, dimension=self.name, code=at)
                at = self.parents[at]
            depth |= {each: steps for steps, each in enumerate(path[::-1], start=depth[at] + 1)}
        return (*sorted(self.parents, key=lambda code: -depth[code]), TOTAL)

    @cached_property
    def leaves(self) -> tuple[str, ...]:
        """The finest codes."""
        return tuple(code for code in self.parents if code not in self.children)

    def ancestors(self, code: str) -> Iterable[str]:
        """Yield the codes above one, the total last."""
        while code != TOTAL:
            code = self.parents[code]
            yield code

    def leaves_of(self, code: str) -> frozenset[str]:
        """Return the finest codes under a code, or itself."""
        return self._leaves[code]

    @cached_property
    def _leaves(self) -> Mapping[str, frozenset[str]]:
        found: dict[str, set[str]] = {code: set() for code in self.codes}
        for leaf in self.leaves:
            found[leaf].add(leaf)
            for above in self.ancestors(leaf):
                found[above].add(leaf)
        return {code: frozenset(under) for code, under in found.items()}
