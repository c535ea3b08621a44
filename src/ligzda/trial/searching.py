"""What search over the house finds of the trial and of the models' workshop."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from ligzda.kernel.searching import Found, among

_PAGES = {
    "trial:overview": _("The trial, step by step"),
    "trial:protocol": _("Protocol and analysis plan"),
    "trial:power": _("What can this trial show?"),
    "trial:assignment": _("Assignment by a public draw"),
    "trial:deviations": _("Deviations"),
    "trial:fidelity": _("Fidelity"),
    "trial:flow": _("Flow of the incubators"),
    "trial:timeline": _("Timeline"),
    "blueprints:library": _("Practice library"),
    "blueprints:factors": _("Factors, levels and exclusions"),
    "blueprints:workshop": _("Model workshop"),
    "blueprints:checks": _("Checks of the models"),
}


def pages(words: str) -> Iterator[Found]:
    """Yield the trial's pages."""
    named = (Found(_("Trial"), str(title), reverse(name)) for name, title in _PAGES.items())
    return among(words, named)
