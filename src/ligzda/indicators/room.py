"""What the house knows of the indicators."""

from django.utils.translation import gettext_lazy as _

from ligzda.kernel.room import Addresses, Page, Room
from ligzda.network.roles import Permission

ROOM = Room(
    name="indicators",
    floor=7,
    question=_("what is counted, and how?"),
    addresses=(Addresses("ligzda.indicators.urls", _("indicators/")),),
    search="ligzda.indicators.searching:indicators",
    permissions={Permission.SEE_COUNTS: _("see counts of people, outcomes and costs")},
    pages={Permission.SEE_COUNTS: Page("indicators:boards")},
    slots={"flow of participants": "ligzda.indicators.slots:flow_of_participants"},
    unlisted=(
        "indicators:boards",
        "indicators:quality",
        "indicators:data_sets",
        "indicators:releases",
    ),
    constraint_sentences="ligzda.indicators.constraint_sentences:SENTENCES",
    work="ligzda.indicators.quality.work:my_work",
    notices={"quality": _("findings of data quality to mend")},
    public_tables="ligzda.indicators.open_data:DATASETS",
    demonstration="ligzda.indicators.demonstration:load",
    jobs=("ligzda.indicators.tasks",),
)
