"""`ligzda manage …`: Django's own commands (migrate, shell, makemessages, …) on our database."""

import argparse
import os


def register(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the verb to the command line."""
    parser = subparsers.add_parser(
        "manage",
        help="run one of Django's management commands",
        description="Run a management command with the database started for it.",
    )
    parser.add_argument("command", nargs=argparse.REMAINDER, help="command and its arguments")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Run the command."""
    from ligzda.server.database import database

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "ligzda.server.settings")
    with database():
        from django.core.management import execute_from_command_line

        execute_from_command_line(["ligzda manage", *arguments.command])
    return 0
