"""`ligzda version`: which Ligzda is this."""

import argparse


def register(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the verb to the command line."""
    parser = subparsers.add_parser("version", help="print the version")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Print the version."""
    from importlib.metadata import version

    print(version("ligzda"))
    return 0
