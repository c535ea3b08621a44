"""What the house knows of the findings."""

from django.utils.translation import gettext_lazy as _

from ligzda.kernel.room import Addresses, Link, Room

ROOM = Room(
    name="findings",
    floor=8,
    question=_("what may we say?"),
    addresses=(Addresses("ligzda.findings.urls", _("claims/")),),
    search="ligzda.findings.searching:public_claims",
    footer=(Link("findings:claims", _("Claims"), 13),),
    work="ligzda.findings.work:my_work",
    notices={"claims": _("claims that turned, drafts to approve")},
    unlisted=("findings:runs", "findings:queue", "findings:quotes", "findings:evaluate"),
    demonstration="ligzda.findings.demonstration:load",
    constraint_sentences="ligzda.findings.constraint_sentences:SENTENCES",
    jobs=("ligzda.findings.tasks",),
    at_start="ligzda.findings.tasks:at_start",
)
