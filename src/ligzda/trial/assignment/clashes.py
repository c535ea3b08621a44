"""Constraints that clash, in words."""

from collections.abc import Mapping

from django.utils.formats import number_format
from django.utils.translation import gettext as _

from ligzda.trial.assignment.constraints import MAX_COURSES
from ligzda.trial.assignment.types import Clash, Problem


def clash_sentence(clash: Clash, names: Mapping[str, str], problem: Problem) -> str:
    """Say a constraint in words; `names` are those of incubators and models by code."""
    about = names.get(clash.about, clash.about)
    arm = next((arm for arm in problem.arms if arm.code == clash.about), None)
    site = next((site for site in problem.sites if site.code == clash.about), None)
    figures = {
        "about": about,
        "models": ", ".join(sorted(site.models or ())) if site else "",
        "places": (site.places or 0) if site else 0,
        "months": (arm.months or 0) if arm else 0,
        "changes": problem.changes,
        "per_step": problem.per_step,
        "waiting": problem.waiting,
        "most": number_format(MAX_COURSES, force_grouping=True),
        "count": number_format(int(clash.about), force_grouping=True)
        if clash.kind == "courses"
        else "",
    }
    sentences = {
        "feasible": _("%(about)s can run %(models)s only"),
        "capacity": _("%(about)s has %(places)s places, too few for some models"),
        "course length": _("a course of %(about)s lasts at least %(months)s months"),
        "changes": _("changes of model at one incubator: at most %(changes)s"),
        "every model runs": _(
            "%(about)s runs somewhere at the end, and no more often than needs be"
        ),
        "replicate": _("%(about)s runs at two incubators"),
        "stepped start": _("factor %(about)s starts in steps, no incubator begins with it"),
        "per step": _("incubators that take the step at the same time: at most %(per_step)s"),
        "courses": _(
            "an incubator could take %(count)s courses through the periods, and the draw can "
            "decide among %(most)s: allow fewer periods or fewer changes of model"
        ),
        "waiting list": _("incubators with a waiting list: at least %(waiting)s"),
    }
    return sentences[clash.kind] % figures
