"""`ligzda attack TABLE --by A,B`: the narrowest range that anybody gets of what is suppressed."""

import argparse

from ligzda.cli import Refusal, release_options
from ligzda.cli.release_options import read_ledger, reading, rules, write_out


def register(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the verb to the command line."""
    parser = subparsers.add_parser(
        "attack",
        help="try to undo the suppression of a table",
        description="Attack a table as it was published (a suppressed cell is empty), or records "
        "as `ligzda protect` would publish them, together with the ledger: by linear programming, "
        "in whole numbers, as insiders, by exact algebra. Prints the narrowest range of each cell.",
    )
    release_options.add(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Attack and print; a cell that is worked out is an answer, not a failure."""
    from ligzda.disclosure import DisclosureError, Release, attack, protect
    from ligzda.evidence import TableError
    from ligzda.findings import release_output as output
    from ligzda.findings.release_files import is_published, read_published, read_tables
    from ligzda.wording import wording
    from ligzda.wording.disclosure import refusal

    source = arguments.table
    try:
        ruled = rules(arguments)
        source = arguments.ledger
        ledger = read_ledger(arguments.ledger)
        source = arguments.table
        how = reading(arguments)
        outside = is_published(arguments.table, how)
        if outside:
            tables = [read_published(arguments.table, how, ruled.threshold)]
        else:
            release = Release("", read_tables(arguments.table, how))
            tables = [*protect(release, ledger, ruled).tables]
        found = [
            each for one in tables for each in attack((one,), ledger, insiders=not outside)
        ]  # fmt: skip
    except TableError as error:
        raise Refusal(wording(arguments.language).refusal(error)) from error
    except DisclosureError as error:
        name = getattr(source, "name", "") or "ledger"
        raise Refusal(refusal(error, name, arguments.language)) from error
    except OSError as error:
        raise Refusal(f"{error.filename or source}: {error.strerror}.") from error
    if arguments.format == "table":
        text = output.attacked_text(found, arguments.total, arguments.language)
    else:
        rows = output.attacked_rows(found, arguments.total)
        text = output.as_csv(rows) if arguments.format == "csv" else output.as_json(rows)
    try:
        write_out(text, arguments.output)
    except OSError as error:
        raise Refusal(f"{error.filename}: {error.strerror}.") from error
    return 0
