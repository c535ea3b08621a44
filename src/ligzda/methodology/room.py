"""What the house knows of the methodology."""

from django.utils.translation import gettext_lazy as _

from ligzda.kernel.room import Addresses, Link, Page, Room
from ligzda.network.roles import Permission

ROOM = Room(
    name="methodology",
    floor=9,
    question=_("what do we recommend?"),
    addresses=(Addresses("ligzda.methodology.urls", _("methodology/")),),
    search="ligzda.methodology.searching:recommendations",
    jobs=("ligzda.methodology.advice.tasks", "ligzda.methodology.issuing.tasks"),
    footer=(
        Link("methodology:advice", _("Advice for a municipality"), 15),
        Link("methodology:living", _("Methodology"), 14),
    ),
    permissions={Permission.WRITE_METHODOLOGY: _("write recommendations and publish editions")},
    pages={Permission.WRITE_METHODOLOGY: Page("methodology:living")},
    constraint_sentences="ligzda.methodology.constraint_sentences:SENTENCES",
    recommendations="ligzda.methodology.recommendations.offered:offered",
    demonstration="ligzda.methodology.demonstration:load",
)
