"""`ligzda export-lake FOLDER`: records as Parquet, numbers of people as pseudonyms."""

import argparse
import os
from pathlib import Path


def register(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the verb to the command line."""
    parser = subparsers.add_parser(
        "export-lake",
        help="write the records that counts are made of as Parquet",
        description="Write the flat tables that counts are made of as Parquet, divided by "
        "incubator. Nobody is named, and numbers of people are pseudonyms of this export; still "
        "they are rows about people: keep the folder closed.",
    )
    parser.add_argument("folder", type=Path, help="folder to write; it must be empty")
    parser.add_argument(
        "--municipality", default="", help="only this one's records, such as ogres-novads"
    )
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Write the lake."""
    from ligzda.server.database import database

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "ligzda.server.settings")
    with database():
        import django

        django.setup()
        from ligzda.indicators.export import export_lake

        for table, rows in export_lake(arguments.folder.resolve(), arguments.municipality):
            print(f"{table}: {rows:,} rows", flush=True)
    return 0
