"""What the parts of fidelity and the boxes of the flow are called."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

Words = str | Promise
PART_NAMES: Mapping[str, Words] = {
    "content": gettext_lazy("Content: elements of the model"),
    "coverage": gettext_lazy("Coverage: participants reached"),
    "frequency": gettext_lazy("Frequency: sessions"),
    "duration": gettext_lazy("Duration: hours"),
}
MODERATOR_NAMES: Mapping[str, Words] = {
    "complexity": gettext_lazy("Complexity of the model"),
    "facilitation": gettext_lazy("Help given to those who run it"),
    "delivery_quality": gettext_lazy("Quality of delivery"),
    "responsiveness": gettext_lazy("Response of the participants"),
    "recruitment": gettext_lazy("Recruitment"),
    "context": gettext_lazy("Context"),
}


def flow_words() -> dict[str, str]:
    """Return the words of the flow diagram."""
    return {
        "assessed": _("Assessed for eligibility"),
        "excluded": _("Excluded or not assigned yet"),
        "allocated": _("Allocated"),
        "received": _("Ran the model"),
        "not_received": _("Did not run it as designed"),
        "lost": _("Lost to follow-up"),
        "discontinued": _("Discontinued"),
        "analysed": _("Analysed"),
        "not_analysed": _("Not analysed"),
    }
