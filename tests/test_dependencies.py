"""What is imported is declared, what is declared is imported (fault F34)."""

import ast
import re
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from itertools import chain
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[1]
PROJECT = tomllib.loads((REPOSITORY / "pyproject.toml").read_text("utf-8"))["project"]
NOT_BY_IMPORT = {"pypandoc-binary", "whitenoise"}
"""Of the first the program alone is used, the second is named in the settings."""


def names(requirements: list[str]) -> set[str]:
    found = (re.match(r"[\w.-]+", each) for each in requirements)
    return {name[0].lower().replace("_", "-") for name in found if name}


def imported() -> Iterator[str]:
    """Yield the top-level name of every import of ours, wherever in a module it stands."""
    for path in (REPOSITORY / "src").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Import):
                yield from (alias.name.partition(".")[0] for alias in node.names)
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                yield node.module.partition(".")[0]


def test_what_is_imported_is_declared_and_what_is_declared_is_imported() -> None:
    optional = PROJECT["optional-dependencies"]
    extras = names([*chain.from_iterable(optional.values())])
    declared = names([*PROJECT["dependencies"], *optional["site"]])
    by_name = packages_distributions()
    others = {*imported()} - sys.stdlib_module_names - {"ligzda"}
    found = {name: {d.lower().replace("_", "-") for d in by_name.get(name, [])} for name in others}
    undeclared = {name for name, of in found.items() if of and not of & (declared | extras)}
    assert undeclared == set()
    assert declared - set().union(*found.values()) - NOT_BY_IMPORT == set()
