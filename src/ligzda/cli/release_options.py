"""The options that `ligzda protect` and `ligzda attack` share, and what they read by them."""

import argparse
import os
from pathlib import Path
from typing import TYPE_CHECKING

from ligzda.cli import Refusal
from ligzda.cli.options import whole
from ligzda.languages import CODES

if TYPE_CHECKING:
    from ligzda.disclosure import Ledger, Rules
    from ligzda.findings.release_files import Reading

NOTHING = "none"


def add(parser: argparse.ArgumentParser) -> None:
    """Add the options that say how a table is to be read and by which rules."""
    parser.add_argument("table", metavar="TABLE", type=Path, help="CSV: records, or cells")
    parser.add_argument(
        "--by", required=True, type=_names, metavar="A,B", help="the columns that make the cells"
    )
    parser.add_argument("--count", metavar="N", help="the column of numbers of people")
    parser.add_argument("--euro", metavar="X", help="the column of money; needs --contributor")
    parser.add_argument("--contributor", metavar="ID", help="whose money it is")
    parser.add_argument(
        "--threshold",
        type=whole(-(10**9), 10**9),
        default=5,
        metavar="N",
        help="fewer people than this are not shown (default 5)",
    )
    parser.add_argument(
        "--dominance",
        metavar="P",
        help="the p of the p %% rule; better in LIGZDA_DOMINANCE, where no history keeps it",
    )
    parser.add_argument(
        "--sensitive",
        type=_names,
        metavar="A,B",
        help=f"the sensitive ones of the dimensions (default: all; or {NOTHING})",
    )
    parser.add_argument(
        "--structural",
        action="append",
        type=_pattern,
        default=[],
        metavar="A=X,B=Y",
        help="a combination in which nobody can be; may be given several times",
    )
    parser.add_argument(
        "--tree",
        action="append",
        type=pair,
        default=[],
        metavar="A=FILE",
        help="the codes of a dimension as a tree: a CSV file with the columns code and parent",
    )
    parser.add_argument(
        "--at",
        action="append",
        type=pair,
        default=[],
        metavar="A=X",
        help="where the whole table stands in a dimension that it does not spread out",
    )
    parser.add_argument(
        "--total", default="total", metavar="LABEL", help="the label of totals (default total)"
    )
    parser.add_argument(
        "--population", default="", metavar="NAME", help="whom the table counts, for the ledger"
    )
    parser.add_argument("--ledger", metavar="FILE", type=Path, help="everything published before")
    parser.add_argument(
        "--format", choices=("table", "csv", "json"), default="table", help="default table"
    )
    parser.add_argument("--output", metavar="FILE", type=Path, help="write it to a file")
    parser.add_argument(
        "--language", choices=CODES, default="en", help="language of sentences (default en)"
    )


def reading(arguments: argparse.Namespace) -> "Reading":
    """Return how the file is to be read."""
    from ligzda.findings.release_files import Reading

    if bool(arguments.euro) != bool(arguments.contributor):
        raise Refusal("--euro and --contributor belong together: whose money is it?")
    if arguments.euro and arguments.count:
        raise Refusal("--euro needs one row for each contribution: leave out --count")
    sensitive = arguments.sensitive
    if sensitive is not None:
        known = {*arguments.by, NOTHING}
        if unknown := [name for name in sensitive if name not in known]:
            raise Refusal(f"--sensitive: “{unknown[0]}” is none of --by {','.join(arguments.by)}")
    return Reading(
        by=arguments.by,
        count=arguments.count,
        euro=arguments.euro,
        contributor=arguments.contributor,
        total=arguments.total,
        sensitive=None if sensitive is None else frozenset(sensitive) - {NOTHING},
        structural=tuple(arguments.structural),
        trees={name: Path(file) for name, file in arguments.tree},
        fixed=tuple(arguments.at),
        population=arguments.population,
    )


def rules(arguments: argparse.Namespace) -> "Rules":
    """Return the rules; p comes from the option or from the environment, and is never printed."""
    from ligzda.disclosure import DisclosureError, Fault, Rules

    given = arguments.dominance or os.environ.get("LIGZDA_DOMINANCE") or None
    try:
        p = None if given is None else float(given.replace(",", "."))
    except ValueError:
        raise DisclosureError(Fault.DOMINANCE) from None
    return Rules(threshold=arguments.threshold, dominance=p)


def read_ledger(path: Path | None) -> "Ledger":
    """Return the ledger of a file; an empty one where there is no file yet."""
    from ligzda.disclosure import Ledger

    if path is None or not path.exists():
        return Ledger()
    return Ledger.read(path.read_text("utf-8").splitlines())


def write_out(text: str, output: Path | None) -> None:
    """Print a text, or write it as a whole file."""
    from ligzda.kernel.files import write_file

    if output is None:
        print(text, end="" if text.endswith("\n") else "\n")
    else:
        write_file(output, (text if text.endswith("\n") else f"{text}\n").encode())


def _names(text: str) -> tuple[str, ...]:
    names = tuple(part.strip() for part in text.split(",") if part.strip())
    if not names:
        raise argparse.ArgumentTypeError("no column is named")
    if len(set(names)) < len(names):
        raise argparse.ArgumentTypeError(f"“{text}” names a column twice")
    return names


def pair(text: str) -> tuple[str, str]:
    """Read `A=X`; ArgumentTypeError says what is wrong."""
    name, equals, value = text.partition("=")
    if not (name.strip() and equals and value.strip()):
        raise argparse.ArgumentTypeError(f"“{text}” is not a column and its value: age=15–24")
    return name.strip(), value.strip()


def _pattern(text: str) -> dict[str, str]:
    return dict(pair(part) for part in text.split(","))
