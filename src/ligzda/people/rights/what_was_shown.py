"""What a page showed of people, as `note_reading` was told it, in words for who reads the log."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

WHAT: dict[str, str | Promise] = {
    "record": _("the record"),
    "archive": _("everything, as a file"),
    "request": _("a request about data"),
    "retention": _("the calendar of erasures"),
    "consents": _("consents"),
    "representatives": _("who stands by the person"),
    "network": _("whether somebody is known in the network"),
    "compared": _("two records beside each other"),
    "application": _("an application"),
    "letter": _("a letter to the person"),
    "line": _("who waits for a place"),
    "who is here": _("who is here on a day"),
    "contract": _("the contract"),
    "absences": _("when the person was away"),
    "plan": _("the plan"),
    "questionnaire": _("a questionnaire"),
    "answers": _("answers of the person"),
    "submissions": _("answers sent by a device"),
    "follow-up": _("a follow-up after the stay"),
    "contacts": _("whom to ask about the person"),
    "enterprise": _("an enterprise of the person"),
    "export of people": _("a list of people, as a file"),
    "export of stays": _("a list of stays, as a file"),
    "export of applications": _("a list of applications, as a file"),
    "export of line": _("a list of who waits, as a file"),
    "export of follow-ups": _("a list of follow-ups, as a file"),
    "export of answers": _("a list of answers, as a file"),
}


def words(what: str) -> str:
    """Return in words what was shown."""
    return str(WHAT.get(what, what))
