"""Load the courses of the demonstration: invented, and labelled so wherever they show."""

from decimal import Decimal
from pathlib import Path
from typing import Any

import yaml

from ligzda.network.models import User
from ligzda.training import actions
from ligzda.training.models import Course

DATA = Path(__file__).resolve().parent / "data"


def load(*, by: User, demo: bool) -> None:
    """Add what is missing; change nothing that is there."""
    if not demo:
        return
    rows: list[dict[str, Any]] = yaml.safe_load((DATA / "courses.yaml").read_text("utf-8"))
    there = set(Course.objects.values_list("code", flat=True))
    for row in rows:
        if row["code"] in there:
            continue
        course = actions.enter_course(
            by=by,
            code=row["code"],
            title_lv=row["title_lv"],
            title_en=row["title_en"],
            invented=True,
        )
        given = actions.VersionFacts(
            criteria_lv=row["criteria_lv"],
            criteria_en=row["criteria_en"],
            hours=Decimal(row["hours"]),
            valid_months=row.get("valid_months"),
        )
        version = actions.begin_version(by=by, course=course, facts_given=given)
        actions.publish_version(by=by, version=version)
