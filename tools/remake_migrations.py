"""Remake the migrations of every room into one: what was done once, for release 0.2.0 (ADR 0006).

    PYTHONPATH=src .venv/bin/python tools/remake_migrations.py

It writes down the models as they stand, and after them what Django's models cannot say: the
operations in SQL that stood in the migrations before, with the comments above them. Then run
`ligzda manage prepare_database` and `python -m tests.releases`. A database that the old migrations
made does not know the new ones, so once a release is out, migrations only grow.
"""

import ast
import subprocess
import sys
from pathlib import Path

from ligzda.kernel.room import rooms

ROOMS = Path(__file__).parents[1] / "src" / "ligzda"
BY_HAND = {"RunSQL", "RunPython"}


def main() -> None:
    """Remake them all."""
    kept = {}
    for each in rooms():
        files = sorted((ROOMS / each.name / "migrations").glob("0*.py"))
        if files:
            kept[each.name] = [text for path in files for text in written_by_hand(path)]
        for path in files:
            path.unlink()
    # From the ground up and one by one: all at once, a room whose keys point down becomes two.
    for room, operations in kept.items():
        command = ["-m", "ligzda.cli", "manage", "makemigrations", room, "--verbosity=0"]
        subprocess.run([sys.executable, *command], check=True)
        [made] = (ROOMS / room / "migrations").glob("0*.py")
        text = made.read_text("utf-8")
        end = text.rindex("    ]\n")
        made.write_text(text[:end] + "".join(operations) + text[end:], "utf-8")
        print(f"{room}: {made.name}, {len(operations)} operations written by hand")


def written_by_hand(path: Path) -> list[str]:
    """Return the operations of a migration that are SQL or Python, with the comments above them."""
    text = path.read_text("utf-8")
    lines = text.splitlines(keepends=True)
    found = []
    for node in ast.walk(ast.parse(text)):
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Attribute)
            and node.func.attr in BY_HAND
        ):
            first = node.lineno - 1
            while lines[first - 1].lstrip().startswith("#"):
                first -= 1
            found.append("".join(lines[first : node.end_lineno]))
    return found


if __name__ == "__main__":
    main()
