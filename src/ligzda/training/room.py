"""What the house knows of training."""

from django.utils.translation import gettext_lazy as _

from ligzda.kernel.room import Addresses, Page, Room
from ligzda.network.roles import Permission

ROOM = Room(
    name="training",
    floor=5,
    question=_("what is learnt?"),
    addresses=(
        Addresses("ligzda.training.machine_urls", in_languages=False),
        Addresses("ligzda.training.urls", _("training/")),
    ),
    search="ligzda.training.searching:courses",
    unlisted=(
        "training:issued",
        "training:mine",
        "training:mentoring",
        "training:learning",
        "training:sessions",
    ),
    permissions={
        Permission.TEACH: _("keep courses, issue and revoke certificates"),
        Permission.MENTOR: _("offer time as a mentor, keep hours and notes of one's pairs"),
        Permission.MATCH_MENTORS: _("match mentors with participants"),
        Permission.ASK_MENTOR: _("ask for a mentor"),
    },
    pages={
        Permission.TEACH: Page("training:issued"),
        Permission.MENTOR: Page("training:mentoring"),
        Permission.MATCH_MENTORS: Page("training:mentoring"),
        Permission.ASK_MENTOR: Page("training:mentoring"),
    },
    notices={
        "mentoring": _("participants who wait for a mentor, offers to make"),
        "sessions": _("sessions that I learn in or teach"),
    },
    jobs=("ligzda.training.tasks",),
    undo={"enrolment.withdraw": "ligzda.training.sessions.actions:undo_withdraw"},
    constraint_sentences="ligzda.training.constraint_sentences:SENTENCES",
    load="ligzda.training.load:load",
    accounts="ligzda.training.accounts:give",
    machine_right="ligzda.training.ways:machine_right",
    work="ligzda.training.work:my_work",
    erase="ligzda.training.erasing:forget",
)
