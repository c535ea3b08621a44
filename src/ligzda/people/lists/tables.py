"""The lists of the room as tables. What is exported can be imported again, where it can be at all.

People alone stand in a file by name, because whoever writes to them needs it; every other list has
their numbers. What tells of health or origin is in none.
"""

from typing import Any

from django.utils.translation import gettext_lazy as _

from ligzda.kernel.tables.declaration import Column, Table
from ligzda.kernel.tables.types import DAY, YES_NO, Choice, Text, Whole
from ligzda.people.followups.windows import State
from ligzda.people.models import (
    Application,
    Education,
    ExitReason,
    ExitState,
    Gender,
    Household,
    LabourStatus,
    PersonTongue,
    Sender,
    Wave,
)

PERSON_NUMBER = r"P-[1-9]\d{0,14}"
_NUMBER = Text(
    compared=True,
    most=20,
    pattern=PERSON_NUMBER,
    asked=_("As it stands on the person's page: P-12. Leave it empty for somebody new."),
)


def _columns(*, out: bool) -> tuple[Column, ...]:
    said: dict[str, Any] = {"optional": True, "absent": True, "personal": True}
    sealed = () if out else (
        Column("personal_code", _("Personal code"), Text(compared=True, most=20), **said),
        Column("address", _("Address"), Text(most=300), **said),
        Column("needs", _("What helps"), Text(most=600), **said),
    )  # fmt: skip
    return (
        Column("number", _("Number of the person"), _NUMBER, **said),
        Column("given_name", _("Given name"), Text(most=100), personal=True),
        Column("family_name", _("Family name"), Text(most=100), optional=True, personal=True),
        Column("birth_date", _("Date of birth"), DAY, **said),
        Column("gender", _("Gender"), Choice(tuple(Gender.values)), **said),
        Column("phone", _("Telephone"), Text(most=40), **said),
        Column("email", _("E-mail address"), Text(compared=True, most=200), **said),
        Column("language", _("Language"), Choice(tuple(PersonTongue.values)), **said),
        Column("easy_language", _("Writes and reads easy language"), YES_NO, **said),
        *sealed,
    )


PEOPLE = Table(
    "people", _("People"), _("Who is registered in a municipality."), _columns(out=False)
)
PEOPLE_OUT = Table(
    "people",
    _("People"),
    _("Who is registered in a municipality, and how to reach them."),
    _columns(out=True),
)

STAYS = Table(
    "stays",
    _("Stays"),
    _("Stays in a municipality's incubator, and what was true on their first day."),
    (
        Column("stay", _("Number of the stay"), Whole(least=1), optional=True, absent=True),
        Column(
            "person",
            _("Person"),
            Text(compared=True, most=20, asked=_("The number, P-12, or the personal code.")),
            personal=True,
        ),
        Column("contract_on", _("Contract signed on"), DAY),
        Column("begins_on", _("First day"), DAY),
        Column("planned_end", _("Planned last day"), DAY, optional=True, absent=True),
        Column("labour_status", _("Labour status"), Choice(tuple(LabourStatus.values))),
        Column(
            "months_unemployed", _("Months without work"), Whole(least=0, most=720),
            optional=True, absent=True,
        ),
        Column("education", _("Education"), Choice(tuple(Education.values)), optional=True,
               absent=True),
        Column("household", _("Household"), Choice(tuple(Household.values)), optional=True,
               absent=True),
        Column("last_day", _("Last day"), DAY, optional=True, absent=True),
        Column("exit_state", _("State at exit"), Choice(tuple(ExitState.values)), optional=True,
               absent=True),
        Column("exit_reason", _("Why it ended"), Choice(tuple(ExitReason.values)), optional=True,
               absent=True),
    ),
)  # fmt: skip

_PERSON = Column("person", _("Number of the person"), personal=True)

APPLICATIONS = Table(
    "applications",
    _("Applications"),
    _("Applications to a municipality, and what became of them."),
    (
        Column("application", _("Number of the application")),
        _PERSON,
        Column("sender", _("Who wrote it"), Choice(tuple(Sender.values))),
        Column("received_on", _("Received"), DAY),
        Column("due_on", _("To be decided by"), DAY, optional=True),
        Column("state", _("State"), Choice(tuple(Application.State.values))),
    ),
)

LINE = Table(
    "line",
    _("Waiting list"),
    _("Who waits for a place in an incubator, in their order."),
    (
        Column("position", _("Place in the line"), Whole(least=1)),
        Column("application", _("Number of the application")),
        _PERSON,
        Column("since", _("In the line since"), DAY),
        Column("offered_on", _("Offered on"), DAY, optional=True),
        Column("answer_until", _("To be answered by"), DAY, optional=True),
    ),
)

FOLLOW_UPS = Table(
    "follow-ups",
    _("Follow-ups"),
    _("Whom to ask how they fare, and how it stands with it."),
    (
        Column("code", _("Code of the stay")),
        _PERSON,
        Column("follow_up", _("Follow-up"), Choice(tuple(Wave.values))),
        Column("week_begins", _("Monday of the reference week"), DAY),
        Column("on_time_until", _("On time until"), DAY),
        Column("state", _("State"), Choice(tuple(each.value for each in State))),
        Column("attempts", _("Attempts"), Whole()),
        Column("next_try", _("Try again on"), DAY, optional=True),
    ),
    key="",
)
