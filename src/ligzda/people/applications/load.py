"""Load the lists of target groups that come with Ligzda."""

from pathlib import Path
from typing import Any

import yaml
from django.db import transaction

from ligzda.kernel.texts import Text
from ligzda.network.audit import facts, record
from ligzda.network.models import User
from ligzda.people.applications.group_models import TargetGroup

DATA = Path(__file__).resolve().parent / "data" / "target_groups.yaml"


def rows() -> list[dict[str, Any]]:
    """Return the file's rows as the model's fields, in the order of its lists."""
    data = yaml.safe_load(DATA.read_text("utf-8"))
    found = []
    for listed in data["lists"]:
        for code in listed["groups"]:
            group = data["groups"][code]
            found.append(
                {
                    "code": code,
                    "name": Text(group["name"]),
                    "easy": Text(group["easy"]),
                    "document": Text(group.get("document", {})),
                    "age_from": group.get("age_from"),
                    "age_below": group.get("age_below"),
                    "valid_from": listed["valid_from"],
                    "valid_to": listed.get("valid_to"),
                    "source": Text(listed["source"]),
                    "recalled": listed["recalled"],
                }
            )
    return found


@transaction.atomic
def load_target_groups(*, by: User) -> None:
    """Add the rows that are missing; change nothing that is there."""
    there = set(TargetGroup.objects.values_list("code", "valid_from"))
    for row in rows():
        if (row["code"], row["valid_from"]) not in there:
            made = TargetGroup.objects.create(**row)
            record(by=by, action="target_group.list", about=made, after=facts(made))
