"""What the house knows of the blueprints."""

from django.utils.translation import gettext_lazy as _

from ligzda.kernel.room import Addresses, Page, Room
from ligzda.network.roles import Permission

ROOM = Room(
    name="blueprints",
    floor=4,
    question=_("which models are tested?"),
    addresses=(Addresses("ligzda.blueprints.urls", _("workshop/")),),
    load="ligzda.blueprints.load:load",
    work="ligzda.blueprints.work:my_work",
    permissions={
        Permission.DESIGN_MODEL: _("design practices, factors and models"),
        Permission.PUBLISH_MODEL: _("publish a version of a model"),
    },
    undo={
        "practice.remove": "ligzda.blueprints.actions:put_practice_back",
        "version.drop": "ligzda.blueprints.actions:put_version_back",
    },
    pages={
        Permission.DESIGN_MODEL: Page("blueprints:workshop"),
        Permission.PUBLISH_MODEL: Page("blueprints:workshop"),
    },
    public_tables="ligzda.blueprints.open_data:DATASETS",
    constraint_sentences="ligzda.blueprints.constraint_sentences:SENTENCES",
)
