"""What the house knows of legislation."""

from django.utils.translation import gettext_lazy as _

from ligzda.kernel.room import Addresses, Link, Page, Room
from ligzda.network.roles import Permission

ROOM = Room(
    name="legislation",
    floor=9,
    question=_("which rules should change?"),
    addresses=(Addresses("ligzda.legislation.urls", _("legislation/")),),
    search="ligzda.legislation.searching:acts_and_packages",
    footer=(Link("legislation:packages", _("Amendments of law"), 16),),
    permissions={
        Permission.SEE_AMENDMENTS: _("read packages of amendments before they are filed"),
        Permission.DRAFT_AMENDMENTS: _("add texts of acts, draft and sign packages of amendments"),
        Permission.GIVE_OPINIONS: _("record an institution's opinion on a package of amendments"),
        Permission.FILE_AMENDMENTS: _("file a package of amendments that somebody else signed"),
        Permission.KEEP_REGULATIONS: _(
            "draft, announce and publish a municipality's binding regulations"
        ),
    },
    pages={
        Permission.SEE_AMENDMENTS: Page("legislation:packages"),
        Permission.DRAFT_AMENDMENTS: Page("legislation:packages"),
        Permission.GIVE_OPINIONS: Page("legislation:packages"),
        Permission.FILE_AMENDMENTS: Page("legislation:packages"),
        Permission.KEEP_REGULATIONS: Page("legislation:regulations"),
    },
    load="ligzda.legislation.load:load",
    accounts="ligzda.legislation.demonstration:give",
    demonstration="ligzda.legislation.demonstration:rest",
    work="ligzda.legislation.work:my_work",
    notices={
        "amendments": _(
            "amendments: opinions due, consultations that end, claims that have turned"
        ),
        "regulations": _("binding regulations: opinions, council decision, the ministry's answer"),
    },
    erase="ligzda.legislation.consultations.actions:forget_person",
    constraint_sentences="ligzda.legislation.constraint_sentences:SENTENCES",
    statements="ligzda.legislation.to_check:statements",
)
