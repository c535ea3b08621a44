"""Load the courses of the demonstration: invented, and labelled so wherever they show."""

import datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import yaml
from django.utils import timezone

from ligzda.incubators.models import Equipment
from ligzda.kernel.texts import Text
from ligzda.network.models import User
from ligzda.training import actions
from ligzda.training.models import Course
from ligzda.training.sessions import demonstration

DATA = Path(__file__).resolve().parent / "data"
_PUBLISHED = datetime.timedelta(days=400)
"""So long ago, that there were sessions since."""


def load(*, by: User, demo: bool) -> None:
    """Add what is missing; change nothing that is there."""
    if not demo:
        return
    rows: list[dict[str, Any]] = yaml.safe_load((DATA / "courses.yaml").read_text("utf-8"))
    there = {row.code: row for row in Course.objects.all()}
    for row in rows:
        if row["code"] not in there:
            there[row["code"]] = _enter(by, row, there)
            _open(by, there[row["code"]], row.get("opens"))
    demonstration.load(by=by)


def _enter(by: User, row: dict[str, Any], there: dict[str, Course]) -> Course:
    """Enter a course with its version; those that come before it stand above it in the file."""
    course = actions.enter_course(
        by=by, code=row["code"], title_lv=row["title_lv"], title_en=row["title_en"], invented=True
    )
    given = actions.VersionFacts(
        criteria_lv=row["criteria_lv"],
        criteria_en=row["criteria_en"],
        hours=Decimal(row["hours"]),
        valid_months=row.get("valid_months"),
        machine=row.get("machine", False),
        languages=row.get("languages", ["lv"]),
        requires=[there[code] for code in row.get("requires", [])],
        checklist=[Text(item) for item in row.get("checklist", [])],
    )
    version = actions.begin_version(by=by, course=course, facts_given=given)
    for question in row.get("questions", []):
        actions.add_question(
            by=by,
            version=version,
            facts_given=actions.QuestionFacts(
                text=Text(question["text"]),
                answers_lv=[answer["lv"] for answer in question["answers"]],
                answers_en=[answer["en"] for answer in question["answers"]],
                right=[answer.get("right", False) for answer in question["answers"]],
            ),
        )
    actions.publish_version(by=by, version=version, at=timezone.now() - _PUBLISHED)
    return course


def _open(by: User, course: Course, machine: str | None) -> None:
    """Let a course open the invented machines of a name: this once the name is all there is."""
    if machine is not None:
        version = course.versions.get()
        there = Equipment.objects.filter(name=machine, needs_authorisation=True, retired_on=None)
        for row in there.order_by("pk"):
            actions.open_machine(by=by, version=version, equipment=row)
