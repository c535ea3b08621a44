"""`ligzda backup FILE`: database, files and secrets in one archive."""

import argparse
from pathlib import Path


def register(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the verb to the command line."""
    parser = subparsers.add_parser(
        "backup",
        help="write database, files and secrets into one archive",
        description="Write database, files and secrets into one archive, with checksums. "
        "Ligzda may run meanwhile. The archive holds addresses and keys: keep it closed.",
    )
    parser.add_argument("file", type=Path, help="archive to write; it must not be there yet")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Write the archive."""
    from ligzda.server.backup import backup

    made = backup(arguments.file.resolve())
    print(f"{arguments.file}: the database and {made.files} files, {made.megabytes:.1f} MB")
    if not made.key:
        print("The secret key is not in it: keep LIGZDA_SECRET_KEY beside it.")
    print("The master keys of people's data are not in it, on purpose: keep a copy elsewhere.")
    return 0
