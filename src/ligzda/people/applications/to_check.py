"""What the pages of applications state and nobody has looked up in the act in force."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from ligzda.kernel.room import ToCheck
from ligzda.people.applications.group_models import TargetGroup

DECIDE = _(
    "A decision on a social service is made within ten working days from the day on which the "
    "application and all documents were there."
)
APPEAL = _("A decision can be appealed within one month from the day on which it was told.")


def statements() -> Iterator[ToCheck]:
    """Return the limits, and the groups that are recalled."""
    page = reverse("people:target_groups")
    law = _("Social Services and Social Assistance Law")
    yield ToCheck("application_limit", DECIDE, law, page)
    yield ToCheck("appeal_limit", APPEAL, _("Administrative Procedure Law, section 79"), page)
    for row in TargetGroup.objects.filter(recalled=True):
        yield ToCheck(name_of(row), row.name, str(row.source), page)


def name_of(row: TargetGroup) -> str:
    """Return the name of the statement that a group was on a list from a day."""
    return f"target_group.{row.code}.{row.valid_from:%Y-%m-%d}"
