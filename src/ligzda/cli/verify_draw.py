"""`ligzda verify-draw PROBLEM`: remake a draw from what was published, on any computer."""

import argparse
import csv
import sys
from pathlib import Path

from ligzda.cli import Refusal
from ligzda.cli.options import whole

COLUMNS = ("incubator", "model", "first_day", "last_day")


def register(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the verb to the command line."""
    parser = subparsers.add_parser(
        "verify-draw",
        help="remake a public draw and its assignment",
        description="Remake a public draw: the hash that was published before it, and the "
        "assignment that follows from seed, salt and public number. Needs no house and no network.",
    )
    parser.add_argument("problem", metavar="PROBLEM", type=Path, help="problem.json")
    parser.add_argument("--seed", type=whole(0, 2**63 - 1), required=True, help="the seed")
    parser.add_argument("--salt", required=True, help="the salt")
    parser.add_argument("--public", required=True, help="the public number, as it was written")
    parser.add_argument("--published", help="the hash published before the draw")
    parser.add_argument(
        "--assignment", metavar="FILE", type=Path, help="the assignment as a CSV, to be compared"
    )
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Print the assignment as CSV; refuse what does not follow from what was published."""
    from ligzda.kernel.hashing import sha256
    from ligzda.trial.assignment import draw
    from ligzda.trial.assignment.problems import from_json, stretches
    from ligzda.trial.assignment.solve import assign

    try:
        text = arguments.problem.read_bytes().decode()
        problem = from_json(text)
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise Refusal(f"{arguments.problem}: this is no problem.json of a draw ({error})") from None
    salt = arguments.salt.strip().lower()
    hashed = sha256(text)
    found = draw.commitment(arguments.seed, salt, hashed)
    print(f"hash of the constraints: {hashed}", file=sys.stderr)
    print(f"hash of seed, salt and constraints: {found}", file=sys.stderr)
    if arguments.published and arguments.published.strip().lower() != found:
        raise Refusal(f"published was {arguments.published}: the draw does not count")
    drawn = assign(problem, draw.seed_of(arguments.seed, salt, arguments.public))
    rows = {
        (site, code, begin.isoformat(), (end - end.resolution).isoformat())
        for site, course in drawn.courses.items()
        for code, begin, end in stretches(problem.periods, course)
    }
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerows([COLUMNS, *sorted(rows)])
    if arguments.assignment:
        _compare(rows, arguments.assignment)
        print("the assignment is the one that follows", file=sys.stderr)
    return 0


def _compare(rows: set[tuple[str, str, str, str]], file: Path) -> None:
    """Raise Refusal with the first line of a table that does not follow from the draw."""
    try:
        with file.open(encoding="utf-8-sig", newline="") as lines:
            given = [
                (row["incubator"], row["model"], row["first_day"], row["last_day"])
                for row in csv.DictReader(lines)
            ]
    except (OSError, UnicodeDecodeError, KeyError) as error:
        raise Refusal(f"{file}: this is no table of an assignment ({error})") from None
    for row in given:
        if row not in rows:
            raise Refusal(f"{file}: {', '.join(row)} does not follow from the draw")
    if missing := sorted(rows - set(given)):
        raise Refusal(f"{file}: {', '.join(missing[0])} follows from the draw and is not there")
