"""Lists of enterprises in and out: what is exported can be imported again.

Enterprises stand in them by their number here (V-12), people by theirs (P-12): a file leaves the
house unsealed.
"""

from django.utils.translation import gettext_lazy as _

from ligzda.kernel.tables.declaration import Column, Table
from ligzda.kernel.tables.types import DAY, SHARE, YES_NO, Choice, Money, Number, Text, Whole
from ligzda.ventures.models import AidKind, Form, MilestoneKind, Regulation, Source

_MOST = 99_999_999
REFERENCE = Column(
    "reference",
    _("Number in your list"),
    Text(
        compared=True,
        most=20,
        pattern=r"[\w./-]{1,20}",
        asked=_("Letters, figures and - / . without blanks; each row has its own."),
    ),
)
ENTERPRISE = Column(
    "enterprise",
    _("Number of the enterprise"),
    Text(
        compared=True,
        most=20,
        pattern=r"V-[1-9]\d{0,17}",
        asked=_("As it stands on the enterprise's page: V-12."),
    ),
)
ENTERPRISES = Table(
    "enterprises",
    _("Enterprises"),
    _("What participants of a municipality founded; names of legal persons alone."),
    (
        ENTERPRISE,
        Column("form", _("Legal form"), Choice(tuple(Form.values))),
        Column("name", _("Name"), Text(most=200), optional=True),
        Column("registration_number", _("Registration number"), Text(most=11), optional=True),
        Column("registered_on", _("Registered"), DAY, optional=True),
        Column("closed_on", _("Closed"), DAY, optional=True),
        Column("founders", _("Founders"), many=True, personal=True, optional=True),
    ),
)
EVENTS = Table(
    "events",
    _("Events of enterprises"),
    _("What happened to enterprises, on which day, by which source."),
    (
        REFERENCE,
        ENTERPRISE,
        Column("kind", _("What happened"), Choice(tuple(MilestoneKind.values))),
        Column("day", _("Day"), DAY),
        Column("source", _("Who says so"), Choice(tuple(Source.values))),
        Column("source_on", _("Said on"), DAY),
    ),
)
JOBS = Table(
    "jobs",
    _("Jobs"),
    _("Jobs of enterprises: spells with hours a week; nobody is named."),
    (
        REFERENCE,
        ENTERPRISE,
        Column("first", _("First day"), DAY),
        Column("last", _("Last day"), DAY, optional=True),
        Column("hours", _("Hours a week"), Number(least=0, most=60)),
        Column("target_group", _("Of a target group"), YES_NO),
        Column("confirmed_on", _("Last confirmed on"), DAY),
    ),
)
TURNOVER = Table(
    "turnover",
    _("Turnover"),
    _("Turnover of enterprises by half-year or year."),
    (
        REFERENCE,
        ENTERPRISE,
        Column("begins", _("First day"), DAY),
        Column("months", _("Months"), Whole(least=6, most=12)),
        Column("amount", _("Turnover"), Money(least=0, most=_MOST), unit="EUR"),
        Column("public_share", _("Share bought by public bodies"), SHARE, optional=True),
        Column("largest_share", _("Share of the largest buyer"), SHARE, optional=True),
        Column("source", _("Who says so"), Choice(tuple(Source.values))),
    ),
)
AID = Table(
    "support",
    _("Support received"),
    _("Support that enterprises received under de minimis regulations."),
    (
        REFERENCE,
        ENTERPRISE,
        Column("granted_on", _("Right arose on"), DAY),
        Column("amount", _("Amount"), Money(least=0, most=_MOST), unit="EUR"),
        Column("regulation", _("Regulation"), Choice(tuple(Regulation.values))),
        Column("kind", _("Kind of support"), Choice(tuple(AidKind.values))),
        Column("giver", _("Given by"), Text(most=200)),
        Column("form_number", _("Number of the form"), Text(most=30), optional=True),
        Column("rent_month", _("Rent forgone a month"), Money(least=0), optional=True, unit="EUR"),
        Column("rent_months", _("Months"), Whole(least=1, most=600), optional=True),
    ),
)
