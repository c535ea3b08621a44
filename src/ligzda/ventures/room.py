"""What the house knows of the enterprises that participants founded."""

from django.utils.translation import gettext_lazy as _

from ligzda.kernel.room import Addresses, Room

ROOM = Room(
    name="ventures",
    floor=6,
    question=_("what was founded?"),
    addresses=(Addresses("ligzda.ventures.urls", _("enterprises/")),),
    unlisted=(
        "ventures:enterprises",
        "ventures:found",
        "ventures:survival",
        "ventures:lists",
        "ventures:registers",
    ),
    load="ligzda.ventures.load:load",
    demonstration="ligzda.ventures.demonstration:load",
    constraint_sentences="ligzda.ventures.constraint_sentences:SENTENCES",
    work="ligzda.ventures.work:my_work",
    notices={"contradictions": _("contradictions of registers with what stands here")},
    statements="ligzda.ventures.to_check:statements",
    slots={"person": "ligzda.ventures.work:on_a_person"},
)
