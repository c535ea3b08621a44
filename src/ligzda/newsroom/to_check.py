"""What the pages of comments state of the law from memory."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from ligzda.kernel.room import ToCheck


def statements() -> list[ToCheck]:
    """Return what nobody has looked up yet."""
    source, rules = _("Regulation (EU) 2022/2065"), reverse("newsroom:rules")
    return [
        ToCheck(
            "moderation",
            _("References to Regulation (EU) 2022/2065, Articles 14 to 17."),
            source,
            rules,
        ),
        ToCheck("notice", _("Regulation (EU) 2022/2065, Article 16."), source, rules),
    ]
