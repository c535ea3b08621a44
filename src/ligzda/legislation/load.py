"""Load what comes with Ligzda for legislation: the acts that the models touch."""

from pathlib import Path
from typing import Any

import yaml

from ligzda.kernel.texts import Text
from ligzda.legislation.models import Act
from ligzda.network.audit import facts, record
from ligzda.network.models import User

_DATA = Path(__file__).resolve().parent / "data"


def load(*, by: User, demo: bool) -> None:
    """Add the acts that are missing; change nothing that is there."""
    there = set(Act.objects.values_list("slug", flat=True))
    rows: list[dict[str, Any]] = yaml.safe_load((_DATA / "acts.yaml").read_text("utf-8"))["acts"]
    for row in rows:
        if row["slug"] not in there:
            made = Act.objects.create(**{**row, "need": Text(row["need"])})
            record(by=by, action="act.add", about=made, after=facts(made))
