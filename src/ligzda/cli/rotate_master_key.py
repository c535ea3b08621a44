"""`ligzda rotate-master-key`: a new key around the keys of people, and the old one gone."""

import argparse
import os


def register(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the verb to the command line."""
    parser = subparsers.add_parser(
        "rotate-master-key",
        help="change the master key of people's data",
        description="Make a new master key and wrap the key of every person by it. Ligzda may run "
        "meanwhile; started again after it was killed, it goes on where it was.",
    )
    parser.add_argument(
        "--forget-old",
        action="store_true",
        help="then delete the old master keys: what backups made until now hold of people opens "
        "no more, by nobody",
    )
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Rotate, and say what is to be done with the file."""
    from ligzda.server.database import database

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "ligzda.server.settings")
    with database():
        import django

        django.setup()
        from django.conf import settings

        from ligzda.people.key_rotation import rotate

        done = rotate(forget_old=arguments.forget_old)
    print(f"Master key {done.newest} wraps the keys of {done.people} people.")
    print(f"Copy {settings.MASTER_KEYS_FILE} to where its copies lie, never to a backup.")
    if done.forgotten:
        print(f"{done.forgotten} old keys are deleted here: destroy their copies too.")
    return 0
