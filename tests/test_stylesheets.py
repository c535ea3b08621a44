"""Style sheets: every length is a token, and no room restyles what belongs to all."""

import re
from pathlib import Path

import pytest

SOURCE = Path(__file__).resolve().parent.parent / "src" / "ligzda"
TOKENS = SOURCE / "publishing" / "static" / "tokens.css"
GLOBAL = SOURCE / "kernel" / "static" / "ligzda.css"
SHEETS = sorted(path for path in SOURCE.rglob("*.css") if path != TOKENS)
ROOMS = [path for path in SHEETS if path != GLOBAL and "publishing" not in path.parts]

# A custom property is not read in the condition of @media, so the widths at which a page changes
# stand there as they are: these and no others. 48.01rem begins where `max-width: 48rem` ends.
BREAKPOINTS = {"30rem", "36rem", "40rem", "48rem", "48.01rem", "60rem", "75rem"}
LENGTH = re.compile(r"(?<![\w#.-])-?(?:\d*\.)?\d+(?:px|rem|pt|pc|cm|mm|in|Q)\b")
CONDITION = re.compile(r"@media[^{]*")


def read(path: Path) -> str:
    return re.sub(r"/\*.*?\*/", "", path.read_text("utf-8"), flags=re.DOTALL)


@pytest.mark.parametrize("path", SHEETS, ids=lambda path: path.name)
def test_every_length_is_a_token(path: Path) -> None:
    """`em`, `ch`, `lh`, `%` and `fr` follow the text or the place that a thing stands in."""
    assert LENGTH.findall(CONDITION.sub("", read(path))) == []


@pytest.mark.parametrize("path", SHEETS, ids=lambda path: path.name)
def test_pages_change_at_few_widths(path: Path) -> None:
    found = {
        each for condition in CONDITION.findall(read(path)) for each in LENGTH.findall(condition)
    }
    assert found <= BREAKPOINTS


def test_every_token_is_defined_and_used() -> None:
    defined = set(re.findall(r"--([\w-]+):", read(TOKENS)))
    used = {
        name for path in (*SHEETS, TOKENS) for name in re.findall(r"var\(--([\w-]+)", read(path))
    }
    assert used == defined


def _selectors(css: str) -> list[str]:
    rules = re.findall(r"([^{}]+)\{[^{}]*\}", css)
    return [each.strip() for rule in rules for each in re.split(r",(?![^(]*\))", rule)]


@pytest.mark.parametrize("path", ROOMS, ids=lambda path: path.name)
def test_a_room_styles_only_what_is_its_own(path: Path) -> None:
    """Every selector begins at a class that the sheet of all pages does not know."""
    shared = set(re.findall(r"\.([a-zA-Z][\w-]*)", read(GLOBAL)))
    foreign = []
    for selector in _selectors(read(path)):
        first = re.split(r"[ >+~]", selector)[0]
        if not set(re.findall(r"\.([a-zA-Z][\w-]*)", first)) - shared:
            foreign.append(selector)
    assert foreign == []


def test_what_scrolls_sideways_shades_the_edge_beyond_which_there_is_more() -> None:
    """The covers go along with the content, the shades stay with the box."""
    (rule,) = re.findall(r"\.scroll \{([^}]*)\}", read(GLOBAL))
    assert "background-attachment: local, local, scroll, scroll" in rule
    assert rule.count("linear-gradient(") == 4
