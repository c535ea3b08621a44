"""The parser: LALR(1) over the tokens of the vocabulary, one table for all sentences."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from lark import Lark, Token, Tree, UnexpectedInput
from lark.lexer import Lexer

from ligzda.drafting.errors import NotUnderstood, QuoteUnbalanced
from ligzda.drafting.reading.quotes import Masked, unmask
from ligzda.drafting.reading.tokens import tokens


class _Given(Lexer):
    """Tokens come ready: what a word is depends on what stands around it (`tokens`)."""

    def __init__(self, _configuration: object) -> None: ...

    def lex(self, lexer_state: Any, parser_state: Any = None) -> Iterator[Token]:
        """Hand the tokens on."""
        return iter(lexer_state)


def grammar_text() -> str:
    """Return the rules as written; the diagram in docs/drafting.md is drawn from them."""
    return files("ligzda.drafting").joinpath("reading", "grammar.lark").read_text("utf-8")


@cache
def _parser() -> Lark:
    return Lark(
        grammar_text(), parser="lalr", lexer=_Given, start=["start", "heading"],
        maybe_placeholders=False,
    )  # fmt: skip


@lru_cache(maxsize=2048)
def shape(kinds: tuple[str, ...], start: str) -> Tree[Token]:
    """Return the tree of a sentence of these tokens; the value of each is its place.

    Most sentences share their shape with many others: the parser runs once for each.
    """
    return _parser().parse([Token(kind, place) for place, kind in enumerate(kinds)], start=start)


def _tree(found: list[Token], start: str) -> Tree[Token]:
    return _filled(shape(tuple(token.type for token in found), start), found)


def _filled(tree: Tree[Token], found: list[Token]) -> Tree[Token]:
    return Tree(
        tree.data,
        [
            _filled(each, found) if isinstance(each, Tree) else found[each.value]
            for each in tree.children
        ],
    )


def parse_heading(masked: Masked) -> Tree[Token] | None:
    """Parse a heading line; None where the line is none."""
    try:
        tree = _tree(tokens(masked.text, masked.quotes), "heading")
    except UnexpectedInput:
        return None
    named = tree.children[0]
    assert isinstance(named, Tree)
    return named


def parse(masked: Masked) -> Tree[Token]:
    """Parse one sentence.

    Raises NotUnderstood with the part from which on no rule fits, QuoteUnbalanced where a quotation
    never closes.
    """
    found = tokens(masked.text, masked.quotes)
    sentence = unmask(masked.text, masked.quotes)
    for quote in masked.quotes:
        if quote.unbalanced:
            raise QuoteUnbalanced(sentence, quote.text)
    try:
        return _tree(found, "start")
    except UnexpectedInput as error:
        token = getattr(error, "token", None)
        at = len(masked.text)
        if token is not None and token.type != "$END":
            at = found[int(token.value)].start_pos or 0
        part = unmask(masked.text[at:], masked.quotes)
        raise NotUnderstood(sentence, part, masked.source(at)) from None


def grammar_diagram() -> str:
    """Return a Mermaid diagram drawn from the rules that the parser has compiled.

    An arrow leads from a rule to every rule and token that its expansions use.
    """
    edges: dict[tuple[str, str], None] = {}
    inner: dict[str, set[str]] = {}
    for rule in _parser().rules:
        inner.setdefault(rule.origin.name, set()).update(each.name for each in rule.expansion)
    for name, used in inner.items():
        if name.startswith("__"):
            continue
        for each in sorted(_plain(used, inner)):
            edges[name, each] = None
    lines = ["```mermaid", "flowchart LR"]
    lines += [f"  {a} --> {_box(b)}" for a, b in sorted(edges)]
    return "\n".join([*lines, "```"]) + "\n"


def _plain(
    used: set[str], inner: dict[str, set[str]], seen: frozenset[str] = frozenset()
) -> set[str]:
    """Replace the rules that Lark makes for repetitions by what they repeat."""
    found: set[str] = set()
    for each in used:
        if each.startswith("__") and each not in seen:
            found |= _plain(inner[each], inner, seen | {each})
        elif not each.startswith("__"):
            found.add(each)
    return found


def _box(name: str) -> str:
    return f'{name}(["{name}"])' if name.isupper() else name
