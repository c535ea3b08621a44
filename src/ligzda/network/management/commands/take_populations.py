"""`ligzda manage take_populations FILE.csv --on 2016-01-01 --source-lv … --source-en …`."""

import datetime
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from ligzda.kernel.errors import BadDataError
from ligzda.network.actions import record_populations
from ligzda.network.load import system_member
from ligzda.network.populations import read_populations


class Command(BaseCommand):
    """Take in a table of populations; all of it or nothing."""

    help = "take in a table of populations (docs/network.md describes its columns)"

    def add_arguments(self, parser: CommandParser) -> None:
        """Add the file, its day and its source."""
        parser.add_argument("file", type=Path)
        parser.add_argument("--on", type=datetime.date.fromisoformat, required=True)
        parser.add_argument("--source-lv", required=True)
        parser.add_argument("--source-en", required=True)

    def handle(self, *args: Any, **options: Any) -> None:
        """Read, record, say how many were new."""
        try:
            figures = read_populations(
                options["file"],
                on=options["on"],
                source_lv=options["source_lv"],
                source_en=options["source_en"],
            )
            new = record_populations(by=system_member(), figures=figures)
        except BadDataError as error:
            raise CommandError(str(error)) from error
        self.stdout.write(f"{len(figures)} figures, {new} new")
