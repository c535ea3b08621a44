"""`ligzda manage verify_audit`: is the audit trail as it was written?"""

import argparse
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from ligzda.network import audit_chain


class Command(BaseCommand):
    """Check every link, and that what somebody has kept elsewhere is still among them."""

    help = "Check the audit trail's chain; with --kept also against a head kept elsewhere."

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        """Take a head as /ready and backups give it."""
        parser.add_argument("--kept", metavar="NUMBER:HASH", help="audit_events:audit_head")

    def handle(self, *args: Any, **options: Any) -> None:
        """Print what was found; a broken chain ends with status 1."""
        chain = audit_chain.verify()
        if not chain.whole:
            raise CommandError(str(audit_chain.BrokenChainError(chain)))
        if kept := options["kept"]:
            number, _, last = kept.partition(":")
            if not (number.isdecimal() and audit_chain.contains(int(number), last)):
                raise CommandError("the head that was kept is not in the chain any more")
        self.stdout.write(f"{chain.events} events, whole; head {chain.events}:{chain.head}")
