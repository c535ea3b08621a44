"""What the house knows of the incubators."""

from django.utils.translation import gettext_lazy as _

from ligzda.kernel.room import Addresses, Page, Room
from ligzda.network.roles import Permission

ROOM = Room(
    name="incubators",
    floor=4,
    question=_("where does it happen, at what cost?"),
    addresses=(Addresses("ligzda.incubators.urls", _("incubators/")),),
    unlisted=("incubators:own", "incubators:enter"),
    load="ligzda.incubators.load:load",
    permissions={
        Permission.OPEN_INCUBATOR: _("set up an incubator"),
        Permission.EDIT_INCUBATOR: _("edit an incubator"),
    },
    pages={
        Permission.EDIT_INCUBATOR: Page("incubators:own"),
        Permission.OPEN_INCUBATOR: Page("incubators:enter"),
    },
    work="ligzda.incubators.queries:work",
    public_tables="ligzda.incubators.open_data:DATASETS",
    constraint_sentences="ligzda.incubators.constraint_sentences:SENTENCES",
)
