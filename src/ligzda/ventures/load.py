"""Load what comes with Ligzda for enterprises: the ceilings of support."""

from pathlib import Path
from typing import Any

import yaml
from django.db import transaction

from ligzda.kernel.texts import Text
from ligzda.network.audit import facts, record
from ligzda.network.models import User
from ligzda.ventures.models import Ceiling

DATA = Path(__file__).resolve().parent / "data" / "ceilings.yaml"


def load(*, by: User, demo: bool) -> None:
    """Add what is missing; change nothing that is there."""
    load_ceilings(by=by)


@transaction.atomic
def load_ceilings(*, by: User) -> None:
    """Add the ceilings that are missing."""
    there = set(Ceiling.objects.values_list("regulation", "valid_from"))
    rows: list[dict[str, Any]] = yaml.safe_load(DATA.read_text("utf-8"))["ceilings"]
    for row in rows:
        if (row["regulation"], row["valid_from"]) not in there:
            made = Ceiling.objects.create(**{**row, "source": Text(row["source"])})
            record(by=by, action="ceiling.list", about=made, after=facts(made))
