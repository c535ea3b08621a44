"""Sentences of the trial's pages: clashes of constraints, parts of fidelity, words of the flow."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ligzda.trial.assignment import Clash, Problem

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


def clash_sentence(clash: Clash, names: Mapping[str, str], problem: Problem) -> str:
    """Say a constraint in words; `names` are those of incubators and models by code."""
    about = names.get(clash.about, clash.about)
    site = next((site for site in problem.sites if site.code == clash.about), None)
    figures = {
        "about": about,
        "models": ", ".join(sorted(site.models or ())) if site else "",
        "places": (site.places or 0) if site else 0,
        "changes": problem.changes,
        "per_step": problem.per_step,
        "waiting": problem.waiting,
    }
    sentences = {
        "feasible": _("%(about)s can run %(models)s only"),
        "capacity": _("%(about)s has %(places)s places, too few for some models"),
        "changes": _("changes of model at one incubator: at most %(changes)s"),
        "every model runs": _(
            "%(about)s runs somewhere at the end, and no more often than needs be"
        ),
        "replicate": _("%(about)s runs at two incubators"),
        "stepped start": _("factor %(about)s starts in steps, no incubator begins with it"),
        "per step": _("incubators that take the step at the same time: at most %(per_step)s"),
        "waiting list": _("incubators with a waiting list: at least %(waiting)s"),
    }
    return sentences[clash.kind] % figures
