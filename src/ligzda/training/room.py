"""What the house knows of training."""

from django.utils.translation import gettext_lazy as _

from ligzda.kernel.room import Addresses, Page, Room
from ligzda.network.roles import Permission

ROOM = Room(
    name="training",
    floor=6,
    question=_("what is learnt?"),
    addresses=(
        Addresses("ligzda.training.machine_urls", in_languages=False),
        Addresses("ligzda.training.urls", _("training/")),
    ),
    unlisted=("training:issued", "training:mine"),
    permissions={Permission.TEACH: _("keep courses, issue and revoke certificates")},
    pages={Permission.TEACH: Page("training:issued")},
    load="ligzda.training.load:load",
    work="ligzda.training.work:my_work",
    erase="ligzda.training.erasing:forget",
    constraint_sentences="ligzda.training.constraint_sentences:SENTENCES",
)
