"""Words of the pages for what the rooms know by a code."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from ligzda.network.roles import Permission

QUESTIONS = {
    "A": _("Who runs it?"),
    "B": _("Where to?"),
    "C": _("Who buys?"),
}

ANSWERS = {
    "A": (pgettext_lazy("who runs it", "municipality"), pgettext_lazy("who runs it", "other body")),
    "B": (pgettext_lazy("leads to", "job"), pgettext_lazy("leads to", "enterprise")),
    "C": (pgettext_lazy("who buys", "open market"), pgettext_lazy("who buys", "promised orders")),
}
"""The short answers to each question: minus, plus."""

KINDS_OF_PARTNERS = {
    "municipality": _("Municipalities"),
    "university": _("University"),
    "association": _("Association"),
    "ministry": _("Ministries"),
    "foundation": _("Foundation"),
}

PERMISSIONS = {
    Permission.SEE_DRAFTS: _("see drafts"),
    Permission.DRAFT_DECISION: _("draft a council decision"),
    Permission.PUBLISH_DECISION: _("publish a council decision"),
    Permission.RECORD_POPULATION: _("record population figures"),
    Permission.ADMIT_PARTNER: _("admit a partner"),
    Permission.EDIT_PARTNER: _("edit what a partner does"),
    Permission.DESIGN_MODEL: _("design practices, factors and models"),
    Permission.PUBLISH_MODEL: _("publish a version of a model"),
    Permission.OPEN_INCUBATOR: _("set up an incubator"),
    Permission.EDIT_INCUBATOR: _("edit an incubator"),
    Permission.DESIGN_TRIAL: _("write the protocol and hold the draw"),
    Permission.REGISTER_TRIAL: _("register the protocol"),
    Permission.APPROVE_DEVIATION: _("approve a deviation of the trial"),
    Permission.RECORD_RUNNING: _("record fidelity and flow of an incubator"),
    Permission.INVITE_USER: _("invite a user"),
    Permission.GRANT_ROLE: _("grant and end roles"),
    Permission.ERASE_USER: _("erase a user's personal data"),
    Permission.SEE_AUDIT: _("see the audit trail"),
    Permission.WRITE_NEWS: _("write articles and put them up for review"),
    Permission.PUBLISH_NEWS: _("review and publish articles, place banners"),
    Permission.MODERATE: _("decide about readers' comments and who may comment"),
}
