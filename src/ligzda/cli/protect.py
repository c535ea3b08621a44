"""`ligzda protect TABLE --by A,B`: which cells may be published, given all that was before."""

import argparse
from typing import TYPE_CHECKING

from ligzda.cli import Refusal, release_options
from ligzda.cli.options import decimal
from ligzda.cli.release_options import read_ledger, reading, rules, write_out

if TYPE_CHECKING:
    from ligzda.disclosure import Entry, Ledger, Protected


def register(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the verb to the command line."""
    parser = subparsers.add_parser(
        "protect",
        help="suppress what a table must not show",
        description="Give every cell of a table its status: published, or suppressed by a rule, or "
        "suppressed for others. docs/disclosure.md has the rules and what is promised.",
    )
    release_options.add(parser)
    parser.add_argument(
        "--merge",
        action="append",
        default=[],
        type=release_options.pair,
        metavar="A=X + Y",
        help="put codes of a dimension together; may be given several times",
    )
    parser.add_argument(
        "--seconds",
        type=decimal(0, 86_400),
        default=0.0,
        metavar="N",
        help="look for the fewest suppressed cells for so long (default 0: a good pattern at once)",
    )
    parser.add_argument("--name", default="", metavar="NAME", help="the release's, for the ledger")
    parser.add_argument("--day", default="", metavar="DAY", help="the release's, YYYY-MM-DD")
    parser.add_argument(
        "--public",
        action="store_true",
        help="tell no two kinds of suppression apart, as it leaves the house",
    )
    parser.add_argument(
        "--dry-run", action="store_true", help="leave the ledger as it is: nothing is published"
    )
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Protect, write the ledger, print the table; or say what to merge."""
    from ligzda.disclosure import DisclosureError, Effort, Release, merge, propose, protect
    from ligzda.evidence import TableError
    from ligzda.findings.release_files import read_tables
    from ligzda.findings.release_output import refused_text
    from ligzda.wording import wording
    from ligzda.wording.disclosure import refusal

    source = arguments.table
    try:
        ruled = rules(arguments)
        source = arguments.ledger
        ledger = read_ledger(arguments.ledger)
        source = arguments.table
        tables = read_tables(arguments.table, reading(arguments))
        for name, codes in arguments.merge:
            merged = dict.fromkeys((code.strip() for code in codes.split(" + ")), codes)
            tables = tuple(merge(table, name, merged) for table in tables)
        release = Release(arguments.name or arguments.table.stem, tables, arguments.day)
        protected = protect(release, ledger, ruled, Effort(seconds=arguments.seconds))
        if not protected.possible:
            proposal = propose(protected, ledger, ruled)
            raise Refusal(refused_text(protected, proposal, arguments.language))
    except TableError as error:
        raise Refusal(wording(arguments.language).refusal(error)) from error
    except DisclosureError as error:
        name = getattr(source, "name", "") or "ledger"
        raise Refusal(refusal(error, name, arguments.language)) from error
    except OSError as error:
        raise Refusal(f"{error.filename or source}: {error.strerror}.") from error
    try:
        if arguments.ledger and not arguments.dry_run:
            _record(arguments, ledger, protected.entry)
        write_out(_text(arguments, protected), arguments.output)
    except OSError as error:
        raise Refusal(f"{error.filename}: {error.strerror}.") from error
    return 0


def _record(arguments: argparse.Namespace, ledger: "Ledger", entry: "Entry") -> None:
    """Add the release to the ledger, once; the file is exchanged as a whole."""
    from ligzda.kernel.files import write_file

    if ledger.has(entry):
        return
    if read_ledger(arguments.ledger).lines() != ledger.lines():
        raise Refusal(f"{arguments.ledger}: another release was added meanwhile; start again")
    lines = ledger.with_entry(entry).lines()
    write_file(arguments.ledger, "".join(f"{line}\n" for line in lines).encode(), mode=0o600)


def _text(arguments: argparse.Namespace, protected: "Protected") -> str:
    from ligzda.findings import release_output as output

    if arguments.format == "table":
        return output.protected_text(protected, arguments.total, arguments.language)
    rows = output.protected_rows(protected, arguments.total, public=arguments.public)
    if arguments.format == "csv":
        return output.as_csv(rows)
    return output.as_json({"release": protected.release.name, "cells": rows})
