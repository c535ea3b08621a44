"""The log of support as a table: what is exported can be imported again.

People stand in it by number and without a word about them: a file leaves the house unsealed.
"""

from django.utils.translation import gettext_lazy as _

from ligzda.kernel.tables.declaration import Column, Table
from ligzda.kernel.tables.types import DAY, YES_NO, Choice, Text, Whole
from ligzda.people.models import MOST_MINUTES, Mode
from ligzda.people.support.services import services

SUPPORT = Table(
    "support",
    _("Support given"),
    _("The log of support of a municipality's incubator."),
    (
        Column(
            "reference",
            _("Number in your list"),
            Text(
                compared=True,
                most=20,
                pattern=r"[\w./-]{1,20}",
                asked=_("Letters, figures and - / . without blanks; each row has its own."),
            ),
        ),
        Column(
            "person",
            _("Number of the person"),
            Text(
                compared=True,
                most=20,
                pattern=r"P-[1-9]\d{0,17}",
                asked=_("As it stands on the person's page: P-12."),
            ),
            personal=True,
        ),
        Column("day", _("Day"), DAY),
        Column(
            "service",
            _("Service"),
            Choice(tuple(services()), _("A code of the dictionary on the page of support.")),
        ),
        Column("minutes", _("Minutes"), Whole(least=0, most=MOST_MINUTES)),
        Column("mode", _("Mode"), Choice(tuple(Mode.values), _("one, group, phone or online."))),
        Column("planned", _("Planned"), YES_NO),
        Column("no_show", _("Did not come"), YES_NO),
    ),
)
