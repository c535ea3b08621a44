"""Words of the pages for what the rooms know by a code."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

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
