"""What the house knows of the findings."""

from django.utils.translation import gettext_lazy as _

from ligzda.kernel.room import Room

ROOM = Room(
    name="findings",
    floor=8,
    question=_("what may we say?"),
    constraint_sentences="ligzda.findings.constraint_sentences:SENTENCES",
    jobs=("ligzda.findings.tasks",),
    at_start="ligzda.findings.tasks:at_start",
)
