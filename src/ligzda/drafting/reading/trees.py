"""What is looked up in the tree of a sentence."""

from __future__ import annotations

from collections.abc import Iterator

from lark import Token, Tree

from ligzda.errors import LigzdaError

AnyTree = Tree[Token]


class Unclear(LigzdaError):  # noqa: N818 - caught where the sentence is known
    """The words form a sentence of the grammar that says nothing that can be done."""


def child_of(tree: AnyTree, name: str) -> AnyTree | None:
    """Return the first child of a name, None where there is none."""
    return next((each for each in trees(tree) if each.data == name), None)


def first(tree: AnyTree, name: str) -> AnyTree:
    """Return the first child of a name; raises Unclear where there is none."""
    child = child_of(tree, name)
    if child is None:
        raise Unclear
    return child


def trees(tree: AnyTree) -> list[AnyTree]:
    """Return the children that are trees themselves."""
    return [each for each in tree.children if isinstance(each, Tree)]


def every(tree: AnyTree, name: str) -> list[AnyTree]:
    """Return every child of a name."""
    return [each for each in trees(tree) if each.data == name]


def own_tokens(tree: AnyTree, terminal: str) -> Iterator[Token]:
    """Yield the tokens of a terminal that are children themselves."""
    return (each for each in tree.children if isinstance(each, Token) and each.type == terminal)


def inflected(tree: AnyTree, *, deep: bool = True) -> bool:
    """Return whether a sentence says so, in a tree or (not ``deep``) right under its top."""
    if deep:
        return next(tree.find_data("inflect"), None) is not None
    return bool(every(tree, "inflect"))
