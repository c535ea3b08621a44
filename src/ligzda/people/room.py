"""What the house knows of the people it serves."""

from django.utils.translation import gettext_lazy as _

from ligzda.kernel.room import Addresses, Page, Room
from ligzda.network.roles import Permission

ROOM = Room(
    name="people",
    floor=6,
    question=_("whom does it serve?"),
    addresses=(
        Addresses("ligzda.people.openrosa.client_urls", in_languages=False),
        Addresses("ligzda.people.urls", _("people/")),
    ),
    unlisted=(
        "people:people",
        "people:applications",
        "people:line",
        "people:follow_ups",
        "people:my_questions",
        "people:devices",
    ),
    permissions={
        Permission.KEEP_PEOPLE: _("keep applications, stays, plans and follow-ups of people"),
        Permission.SUPPORT_PEOPLE: _("see who stays in an incubator and record support"),
        Permission.APPROVE_PEOPLE: _("decide on applications, approve plans and transfers"),
        Permission.PROTECT_DATA: _(
            "look after people's data: readings, requests, erasure, retention"
        ),
    },
    pages={
        Permission.KEEP_PEOPLE: Page("people:people"),
        Permission.SUPPORT_PEOPLE: Page("people:people"),
        Permission.APPROVE_PEOPLE: Page("people:people"),
        Permission.PROTECT_DATA: Page("people:readings"),
    },
    load="ligzda.people.load:load",
    demonstration="ligzda.people.demonstration.load:load",
    at_start="ligzda.people.key_rotation:unfit",
    after_restore="ligzda.people.key_rotation:unfit",
    undo={
        "absence.remove": "ligzda.people.stays.actions:put_absence_back",
        "absences.add": "ligzda.people.stays.actions:take_absences_out",
        "application.take_back": "ligzda.people.applications.actions:stand_again",
        "attempts.note": "ligzda.people.followups.actions:take_attempts_out",
        "plan.discard": "ligzda.people.plans.actions:put_draft_back",
        "plan.step": "ligzda.people.plans.actions:put_step_back",
        "support.session": "ligzda.people.support.actions:take_session_out",
        "support.take_back": "ligzda.people.support.actions:put_row_back",
    },
    constraint_sentences="ligzda.people.constraint_sentences:SENTENCES",
    work="ligzda.people.work:my_work",
    notices={
        "applications": _("applications, appeals and offers"),
        "data_requests": _("requests about data that wait for an answer"),
        "retention": _("records of people kept past their time"),
        "doubles": _("records that may be one person"),
        "plans": _("plans of people: to approve, to look at again"),
        "transfers": _("transfers that await your answer"),
        "follow_ups": _("follow-ups that are due"),
    },
    target_groups="ligzda.people.applications.belonging:named_today",
    groups_of="ligzda.people.applications.belonging:groups_of",
    jobs=("ligzda.people.tasks", "ligzda.people.applications.tasks", "ligzda.people.letters.tasks"),
    statements="ligzda.people.to_check:statements",
)  # fmt: skip
