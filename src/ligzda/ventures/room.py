"""What the house knows of the enterprises that participants founded."""

from django.utils.translation import gettext_lazy as _

from ligzda.kernel.room import Room

ROOM = Room(
    name="ventures",
    floor=6,
    question=_("what was founded?"),
    constraint_sentences="ligzda.ventures.constraint_sentences:SENTENCES",
)
