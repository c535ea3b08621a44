"""What the house knows of the incubators."""

from django.utils.translation import gettext_lazy as _

from ligzda.kernel.room import Room
from ligzda.network.roles import Permission

ROOM = Room(
    name="incubators",
    floor=4,
    question=_("where does it happen, at what cost?"),
    load="ligzda.incubators.load:load",
    permissions={
        Permission.OPEN_INCUBATOR: _("set up an incubator"),
        Permission.EDIT_INCUBATOR: _("edit an incubator"),
    },
    public_tables="ligzda.incubators.open_data:DATASETS",
    constraint_sentences="ligzda.incubators.constraint_sentences:SENTENCES",
)
