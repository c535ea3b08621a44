"""Load the texts of consents that come with Ligzda."""

from pathlib import Path

import yaml

from ligzda.people.models import ConsentText

DATA = Path(__file__).resolve().parents[1] / "data" / "consent_texts.yaml"


def load_consent_texts() -> None:
    """Add the texts that are missing; none that is there changes."""
    there = set(ConsentText.objects.values_list("purpose", "number"))
    rows = yaml.safe_load(DATA.read_text("utf-8"))
    ConsentText.objects.bulk_create(
        ConsentText(**row) for row in rows if (row["purpose"], row["number"]) not in there
    )
