"""Nothing outside ``families`` matches on a family: it asks (``ligzda.evidence.family_of``)."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import ligzda
from ligzda.evidence.families import BY_LINK, FAMILIES

SOURCE = Path(ligzda.__file__).parent
OWN = SOURCE / "evidence" / "families"
NAMES = frozenset(FAMILIES)
CLASSES = frozenset(type(family).__name__ for family in BY_LINK.values())
PACKAGE = "ligzda.evidence.families"
# The words for the distribution of a stated amount, and for what a study observes, are the field's
# own: `ligzda decide` reads them, and no family of outcomes is meant. The generator of people finds
# its facts under the names that their file has.
OTHER_WORDS = {
    "decision_inputs.py", "decision_plan.py", "decision_toml.py", "decision_values.py",
    "outcomes.py",
}  # fmt: skip
# what others may take from inside the package: no module of one family
SHARED = frozenset({f"{PACKAGE}.{module}" for module in ("base", "kernels", "cells")})


def named(node: ast.AST) -> bool:
    """Whether an expression is, or holds, a family's name."""
    return any(
        isinstance(part, ast.Constant) and part.value in NAMES
        for part in ast.walk(node)
        if isinstance(part, ast.Constant) and isinstance(part.value, str)
    )


def matches(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Yield line and reason of everything in a module that knows one family from another."""
    for node in ast.walk(tree):
        match node:
            case ast.Compare(left=left, comparators=others):
                if any(named(side) for side in (left, *others)):
                    yield node.lineno, "compares with a family's name"
            case ast.MatchValue(value=value):
                if named(value):
                    yield value.lineno, "matches a family's name"
            case ast.Dict(keys=keys):
                if any(key is not None and named(key) for key in keys):
                    yield node.lineno, "has a family's name as a key"
            case ast.Tuple(elts=parts) | ast.List(elts=parts) | ast.Set(elts=parts):
                if any(isinstance(p, ast.Constant) and named(p) for p in parts):
                    yield node.lineno, "lists a family's name"
            case ast.Subscript(slice=key):
                if named(key):
                    yield node.lineno, "looks up a family's name"
            case ast.Call(func=ast.Attribute(attr="get" | "startswith" | "endswith"), args=args):
                if any(named(arg) for arg in args):
                    yield node.lineno, "looks up a family's name"
            case ast.ImportFrom(module=str(module), names=names):
                taken = {alias.name for alias in names}
                inside = module.startswith(f"{PACKAGE}.") and module not in SHARED
                if inside or (module.startswith(PACKAGE) and taken & CLASSES):
                    yield node.lineno, "imports a family"
            case ast.Import(names=names):
                if any(a.name.startswith(f"{PACKAGE}.") and a.name not in SHARED for a in names):
                    yield node.lineno, "imports a family"
            case ast.Attribute(attr=attr):
                if attr in CLASSES and ast.unparse(node.value).endswith("families"):
                    yield node.lineno, "takes a family"
            case _:
                pass


def test_no_module_knows_one_family_from_another() -> None:
    found = [
        f"{path.relative_to(SOURCE)}:{line} {reason}"
        for path in sorted(SOURCE.rglob("*.py"))
        if OWN not in path.parents and path.name not in OTHER_WORDS
        for line, reason in matches(ast.parse(path.read_text("utf-8")))
    ]
    assert not found, "ask the family (ligzda.evidence.family_of) instead:\n" + "\n".join(found)


@pytest.mark.parametrize(
    "text",
    [
        'if outcome.family == "binomial": pass',
        'x = outcome.family in ("binomial", "bernoulli")',
        'x = {"poisson": "rate"}.get(family)',
        'KNOWN = ("binomial", "normal")',
        'x = table.get("survival")',
        'x = table["gamma"]',
        'match name:\n    case "normal", _:\n        pass',
        "from ligzda.evidence.families import Survival",
        "from ligzda.evidence.families.survival import Survival",
        "import ligzda.evidence.families.gamma",
        "x = isinstance(y, families.Survival)",
    ],
)
def test_what_it_refuses(text: str) -> None:
    text = text.replace("import Survival", f"import {type(FAMILIES['survival']).__name__}")
    assert list(matches(ast.parse(text)))


def test_what_it_allows() -> None:
    text = 'family: str = "binomial"\nfrom ligzda.evidence.families import FAMILIES, family_of\n'
    assert not list(matches(ast.parse(text + 'message = "Write family = poisson"\n')))
