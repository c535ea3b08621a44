"""`ligzda invite EMAIL NAME --partner SLUG`: the first administrator, by whoever runs the house."""

import argparse
import os


def register(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the verb to the command line."""
    parser = subparsers.add_parser(
        "invite",
        help="invite an administrator of the network",
        description="Make an account with the role of administrator, and print the link with which "
        "its owner chooses a password. Everybody else is invited on the administrator's pages.",
    )
    parser.add_argument("email", help="e-mail address, with which they sign in")
    parser.add_argument("name", help="name and surname")
    parser.add_argument("--partner", required=True, help="partner they belong to, such as raca")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Invite, and print the link."""
    from ligzda.server.database import database

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "ligzda.server.settings")
    with database():
        import django

        django.setup()
        from ligzda.server.invitation import invite_administrator

        address = invite_administrator(
            email=arguments.email, name=arguments.name, partner=arguments.partner
        )
    print(f"{arguments.name} opens this link within three days and chooses a password:\n{address}")
    return 0
