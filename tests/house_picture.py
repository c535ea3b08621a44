"""Draw the house: floors and rooms, from the contract on imports and the rooms' manifests.

`python -m tests.house_picture` writes docs/pictures/house.svg; tests/test_house.py compares it.
"""

import ast
import tomllib
from html import escape
from pathlib import Path

import django

REPOSITORY = Path(__file__).resolve().parents[1]
PICTURE = REPOSITORY / "docs/pictures/house.svg"
WIDTH, HEIGHT, LEFT, GAP = 960, 62, 120, 8
# Below the contract's own words: what stands there knows no Django.
GROUND = {"errors", "labels", "languages"}
FRAME = {"cli", "server"}


def layers() -> list[list[str]]:
    """Return the rooms of each layer that are there, from above; brackets are rooms to come."""
    settings = tomllib.loads((REPOSITORY / "pyproject.toml").read_text("utf-8"))
    contracts = settings["tool"]["importlinter"]["contracts"]
    named = next(row for row in contracts if row.get("containers") == ["ligzda"])["layers"]
    found = [[room.strip(" ()") for room in layer.split("|")] for layer in named]
    house = REPOSITORY / "src/ligzda"
    there = {path.stem for path in house.iterdir()}
    return [kept for row in found if (kept := [room for room in row if room in there])]


def questions() -> dict[str, str]:
    """Return each room's one question: from its manifest, else the first line of its docstring."""
    from django.utils.translation import override

    from ligzda.kernel.room import rooms

    found = {}
    for layer in layers():
        for room in layer:
            path = REPOSITORY / "src/ligzda" / room / "__init__.py"
            path = path if path.exists() else REPOSITORY / "src/ligzda" / f"{room}.py"
            said = ast.get_docstring(ast.parse(path.read_text("utf-8"))) or ""
            found[room] = said.splitlines()[0].split(". ")[0].rstrip(".")
    with override("en"):
        asked = {room.name: str(room.question) for room in rooms()}
    return found | {name: words[0].upper() + words[1:] for name, words in asked.items()}


def floors(row: list[str]) -> str:
    """Return what a layer is called: the floor of its manifests; the pure rooms have none."""
    from ligzda.kernel.room import rooms

    known = {room.floor for room in rooms() if room.name in row}
    return f"floor {known.pop()}" if known else ""


def picture() -> str:
    """Return the house as SVG; every box is a room, and imports go downwards only."""
    rows, said = layers(), questions()
    height = len(rows) * (HEIGHT + GAP) + GAP
    parts = [
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" role="img" '
            'font-family="sans-serif" font-size="13">'
        ),
        "<title>The rooms of Ligzda by floor; a room imports only rooms below it</title>",
        f'<rect width="{WIDTH}" height="{height}" fill="#fff"/>',
    ]
    for number, row in enumerate(rows):
        top = GAP + number * (HEIGHT + GAP)
        wide = (WIDTH - LEFT - GAP * len(row)) / len(row)
        label = "ground" if set(row) <= GROUND else "frame" if row[0] in FRAME else floors(row)
        parts.append(f'<text x="{GAP}" y="{top + HEIGHT / 2 + 4}" fill="#666">{label}</text>')
        for place, room in enumerate(row):
            left = LEFT + place * (wide + GAP)
            parts += [
                (
                    f'<rect x="{left:.0f}" y="{top}" width="{wide:.0f}" height="{HEIGHT}" rx="6" '
                    'fill="#f3efe6" stroke="#8a7a55"/>'
                ),
                f'<text x="{left + 10:.0f}" y="{top + 22}" font-weight="bold">{room}</text>',
                *_wrapped(said[room], left + 10, top + 39, int(wide / 6.4)),
            ]
    return "\n".join([*parts, "</svg>", ""])


def _wrapped(text: str, left: float, top: int, letters: int) -> list[str]:
    """Return a text on at most two lines."""
    words, lines = text.split(), [""]
    for word in words:
        if len(lines[-1]) + len(word) >= letters and len(lines) < 2:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return [
        f'<text x="{left:.0f}" y="{top + 15 * number}" font-size="12">{escape(line)}</text>'
        for number, line in enumerate(lines)
    ]


if __name__ == "__main__":
    django.setup()
    PICTURE.write_text(picture(), "utf-8")
