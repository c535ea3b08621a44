"""`ligzda restore FILE`: an archive of `ligzda backup`, put into an empty installation."""

import argparse
from pathlib import Path


def register(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the verb to the command line."""
    parser = subparsers.add_parser(
        "restore",
        help="put a backup into an empty data folder",
        description="Put an archive of `ligzda backup` into an empty data folder (LIGZDA_DATA), "
        "and into the embedded database or an empty one of DATABASE_URL.",
    )
    parser.add_argument("file", type=Path, help="archive of `ligzda backup`")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Put it back."""
    from ligzda.server.backup import restore, to_be_said

    found = restore(arguments.file.resolve())
    print(f"The database and {found.files} files are back; `ligzda run` serves them.")
    if not found.key:
        print("The secret key was not in it: set LIGZDA_SECRET_KEY as it was.")
    for sentence in to_be_said():
        print(sentence)
    return 0
