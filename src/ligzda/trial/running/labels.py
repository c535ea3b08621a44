"""What the parts of fidelity and the boxes of the flow are called, and why there is no score."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ligzda.trial.running.fidelity import Fault, NotScoredError
from ligzda.trial.running.standing import Standing

Words = str | Promise
PART_NAMES: dict[str, Words] = {
    "content": gettext_lazy("Content: elements of the model"),
    "coverage": gettext_lazy("Coverage: participants reached"),
    "frequency": gettext_lazy("Frequency: sessions"),
    "duration": gettext_lazy("Duration: hours"),
}
MODERATOR_NAMES: dict[str, Words] = {
    "complexity": gettext_lazy("Complexity of the model"),
    "facilitation": gettext_lazy("Help given to those who run it"),
    "delivery_quality": gettext_lazy("Quality of delivery"),
    "responsiveness": gettext_lazy("Response of the participants"),
    "recruitment": gettext_lazy("Recruitment"),
    "context": gettext_lazy("Context"),
}
_NOT_SCORED: Mapping[Fault, Words] = {
    Fault.MISSING: gettext_lazy("%(name)s: this part is missing, so there is no score. Give it."),
    Fault.NO_SHARE: gettext_lazy(
        "%(name)s: what was planned must be above 0, and what was done not below 0."
    ),
    Fault.NO_MARK: gettext_lazy("%(name)s: judge it by a whole number from 1 to 5."),
}


def not_scored(error: NotScoredError) -> str:
    """Say why there is no score, and what to do."""
    name = (PART_NAMES | MODERATOR_NAMES).get(error.name, error.name)
    return str(_NOT_SCORED[error.fault]) % {"name": name}


STANDING_NAMES: dict[Standing, Words] = {
    Standing.PLANNED: gettext_lazy("planned"),
    Standing.RUNNING: gettext_lazy("running"),
    Standing.ENDED: gettext_lazy("ended, not assessed whole"),
    Standing.ASSESSED: gettext_lazy("ended and assessed"),
    Standing.ANALYSED: gettext_lazy("analysed"),
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
        "planned": _("Not begun yet"),
        "unknown": _("Begun, not assessed yet"),
        "running": _("Running"),
        "ended": _("Ended"),
        "analysed": _("Analysed"),
        "to_analyse": _("No analysis yet"),
        "not_analysed": _("Not analysed"),
    }
