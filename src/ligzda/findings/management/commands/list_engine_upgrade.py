"""`ligzda manage list_engine_upgrade`: which claims the installed engine would turn."""

from typing import Any

from django.core.management.base import BaseCommand

from ligzda.findings.claims_register import upgrade


class Command(BaseCommand):
    """List what an upgrade of the engine would turn, before anybody accepts it."""

    help = "list the claims that the installed engine would turn (docs/claims.md)"

    def handle(self, *args: Any, **options: Any) -> None:
        """Compute the runs again, keep the list for the page, print it."""
        rows = upgrade.old_runs()
        if not rows:
            self.stdout.write("Every claim rests on numbers of the installed engine.")
            return
        found = upgrade.store(rows)
        old = ", ".join(found.versions)
        self.stdout.write(
            f"{old} -> {found.engine}: {found.runs} runs, {found.changed} with other numbers"
        )
        for one in found.claims:
            self.stdout.write(
                f"{one.number}: {one.before} ({one.verdict_before or '-'}) -> "
                f"{one.after} ({one.verdict_after or '-'})"
            )
        for run in found.lost:
            self.stdout.write(f"run {run}: cannot be made again, its data set lost somebody")
