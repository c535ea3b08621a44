"""What no test may do: assert a time, assert only perhaps, accept any of several refusals, grow."""

import ast
import re
from collections.abc import Callable, Iterator
from functools import cache
from itertools import chain
from pathlib import Path

import pytest
from tests.conftest import IN_ONE_WORKER, SLOW

HERE = Path(__file__).resolve().parent
LONGEST = 64
"""Lines of one test; a longer one is a story of several, and its first failure hides the rest."""

Finding = tuple[ast.AST, str]


def clocks(module: ast.Module) -> Iterator[Finding]:
    """Clocks read, and limits of seconds; `tests/waiting.py` has the one clock and the one limit.

    A machine under load is slow, and no test's business. Times are for benchmarks.
    """
    for node in nodes_of(module):
        match node:
            case ast.Import(names=names) if {each.name for each in names} & {"time", "timeit"}:
                yield node, "imports a clock"
            case ast.ImportFrom(module="time" | "timeit"):
                yield node, "imports a clock"
            case ast.keyword(arg="timeout" | "deadline", value=ast.Constant(value=int() | float())):
                yield node, "sets a limit in seconds: PATIENCE of tests/waiting.py"
            case ast.Call(
                func=ast.Attribute(attr="wait" | "join" | "wait_for_timeout"),
                args=[ast.Constant(value=int() | float())],
            ):
                yield node, "waits for seconds: PATIENCE or until() of tests/waiting.py"


def perhaps(module: ast.Module) -> Iterator[Finding]:
    """Assertions that are not asked when a condition fails: nobody sees that they were not."""
    for test in functions_of(module):
        for node in ast.walk(test):
            if isinstance(node, ast.If) and any(asserts(each) for each in ast.walk(node)):
                yield node, "asserts behind an `if`: assert the condition, or choose beforehand"


def alternatives(module: ast.Module) -> Iterator[Finding]:
    """Patterns that accept the refusal of another guard, or in whichever language."""
    for node in nodes_of(module):
        if isinstance(node, ast.keyword) and node.arg == "match":
            said = [each.value for each in ast.walk(node.value) if isinstance(each, ast.Constant)]
            if any(isinstance(each, str) and re.search(r"(?<!\\)\|", each) for each in said):
                yield node.value, "accepts alternatives: name the one, in one language"


def giants(module: ast.Module) -> Iterator[Finding]:
    """Tests that tell several stories."""
    for test in functions_of(module):
        lines = (test.end_lineno or 0) - test.lineno + 1
        if lines > LONGEST:
            yield test, f"{test.name} has {lines} lines; {LONGEST} are the most"


def unexplained(module: ast.Module) -> Iterator[Finding]:
    """Tests passed over without a word."""
    for node in nodes_of(module):
        match node:
            case ast.Call(func=ast.Attribute(attr="skip" | "xfail"), args=[], keywords=[]):
                yield node, "skips without a reason"
            case ast.FunctionDef(decorator_list=marks):
                for mark in marks:
                    if isinstance(mark, ast.Attribute) and mark.attr in {"skip", "xfail"}:
                        yield mark, "skips without a reason"


@cache
def nodes_of(module: ast.Module) -> tuple[ast.AST, ...]:
    return tuple(ast.walk(module))


@cache
def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


def years(module: ast.Module) -> Iterator[Finding]:
    """A year of today compared with a constant: true until New Year."""
    for node in nodes_of(module):
        if isinstance(node, ast.Compare):
            sides = (node.left, *node.comparators)
            asked = any(isinstance(side, ast.Attribute) and side.attr == "year" for side in sides)
            if asked and any(isinstance(side, ast.Constant) for side in sides):
                yield node, "compares a year with a constant: reckon it from the day"


def functions_of(module: ast.Module) -> Iterator[ast.FunctionDef]:
    for node in nodes_of(module):
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_"):
            yield node


def asserts(node: ast.AST) -> bool:
    called = isinstance(node, ast.Call) and ast.unparse(node.func) in {"pytest.raises", "expect"}
    return called or isinstance(node, ast.Assert)


COMMANDS = {
    "kills.py",
    "kills_openrosa.py",
    "kills_reminders.py",
    "make_heavy.py",
    "make_nested.py",
}
"""No tests: what `make kills` and the references of nested and t terms measure."""

RULES = (clocks, perhaps, alternatives, giants, unexplained, years)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_no_test_breaks_the_rule(rule: Callable[[ast.Module], Iterator[Finding]]) -> None:
    found = [
        f"{path.relative_to(HERE)}:{getattr(node, 'lineno', 0)} {said}"
        for path in sorted(HERE.rglob("*.py"))
        if path.name not in {"waiting.py", *COMMANDS}
        for node, said in rule(tree_of(path))
    ]
    assert found == []


@pytest.mark.parametrize(
    ("rule", "broken", "kept"),
    [
        (clocks, "import time", "from django.utils import timezone"),
        (clocks, "from time import monotonic", "from tests.waiting import until"),
        (clocks, "run(x, timeout=60)", "run(x, timeout=PATIENCE)"),
        (clocks, "process.wait(30)", "process.wait(PATIENCE)"),
        (clocks, "page.wait_for_timeout(500)", "page.wait_for_load_state()"),
        (perhaps, "def test_x():\n if a:\n  assert b", "def test_x():\n assert a\n assert b"),
        (perhaps, "def test_x():\n for a in c:\n  if a:\n   assert b",
         "def test_x():\n for a in c:\n  assert a"),
        (alternatives, "raises(E, match=r'tikai|only')", r"raises(E, match=r'a\|b')"),
        (alternatives, "raises(E, match=f'{a}|only')", "raises(E, match='only')"),
        (giants, "def test_x():\n a" + "\n b" * LONGEST, "def test_x():\n a"),
        (years, "assert timezone.now().year == 2026", "assert copyright.year == today.year"),
        (unexplained, "pytest.skip()", "pytest.skip('no browser')"),
        (unexplained, "@pytest.mark.skip\ndef test_x(): a", "@pytest.mark.slow\ndef test_x(): a"),
    ],
)  # fmt: skip
def test_the_rule_sees(
    rule: Callable[[ast.Module], Iterator[Finding]], broken: str, kept: str
) -> None:
    assert list(rule(ast.parse(broken)))
    assert not list(rule(ast.parse(kept)))


@pytest.mark.parametrize("place", [*SLOW, *chain.from_iterable(IN_ONE_WORKER.values())])
def test_what_is_marked_by_its_place_is_there(place: str) -> None:
    assert (HERE / place).exists()
