"""What the house knows of the network."""

from django.utils.translation import gettext_lazy as _

from ligzda.kernel.room import Addresses, Page, Room
from ligzda.network.roles import Permission

ROOM = Room(
    name="network",
    floor=3,
    question=_("who takes part, who decided, who may do what?"),
    addresses=(Addresses("ligzda.network.urls"),),
    unlisted=(
        "network:partners",
        "network:decisions",
        "network:audit",
        "network:population",
        "network:statements",
        "network:notices",
    ),
    middleware=("ligzda.network.confining.ConfinedMiddleware",),
    load="ligzda.network.load:load",
    permissions={
        Permission.SEE_DRAFTS: _("see drafts"),
        Permission.DRAFT_DECISION: _("draft a council decision"),
        Permission.PUBLISH_DECISION: _("publish a council decision"),
        Permission.RECORD_POPULATION: _("record population figures"),
        Permission.ADMIT_PARTNER: _("admit a partner"),
        Permission.EDIT_PARTNER: _("edit what a partner does"),
        Permission.INVITE_USER: _("invite a user"),
        Permission.GRANT_ROLE: _("grant and end roles"),
        Permission.ERASE_USER: _("erase a user's personal data"),
        Permission.SEE_AUDIT: _("see the audit trail"),
        Permission.CHECK_STATEMENTS: _("check what is stated from memory"),
    },
    pages={
        Permission.SEE_DRAFTS: Page("network:decisions"),
        Permission.DRAFT_DECISION: Page("network:decisions"),
        Permission.PUBLISH_DECISION: Page("network:decisions"),
        Permission.ADMIT_PARTNER: Page("desk:partners"),
        Permission.EDIT_PARTNER: Page("network:partners"),
        Permission.INVITE_USER: Page("desk:people"),
        Permission.GRANT_ROLE: Page("desk:people"),
        Permission.ERASE_USER: Page("desk:people"),
        Permission.SEE_AUDIT: Page("network:audit"),
        Permission.RECORD_POPULATION: Page("network:population"),
        Permission.CHECK_STATEMENTS: Page("network:statements"),
    },
    undo={
        "decision.drop": "ligzda.network.actions:put_decision_back",
        "role.end": "ligzda.network.actions:reopen_role",
    },
    work="ligzda.network.work:my_work",
    notices={
        "decisions": _("drafts of decisions that wait for a second look"),
        "statements": _("statements to be checked"),
        "desk": _("the administrator's desk"),
        "partners": _("partners whose agreement is not recorded"),
    },
    statements="ligzda.network.conduct:statements",
    jobs=("ligzda.network.tasks",),
    public_tables="ligzda.network.open_data:DATASETS",
    constraint_sentences="ligzda.network.constraint_sentences:SENTENCES",
)
