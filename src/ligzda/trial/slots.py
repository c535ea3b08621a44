"""What the trial shows on pages of rooms below."""

from collections.abc import Callable

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from ligzda.blueprints import queries as blueprints
from ligzda.incubators import queries as incubators
from ligzda.trial.assignment.queries import CourseRow
from ligzda.trial.running.labels import STANDING_NAMES
from ligzda.trial.running.queries import states


def trail(request: HttpRequest) -> SafeString:
    """Return the way back from the models' workshop to the steps of the trial."""
    return render_to_string("trial/_trail.html", {}, request)


def feasible_models(request: HttpRequest) -> SafeString:
    """Show which models each incubator can run, and why not the others."""
    every = blueprints.models()
    rows = [
        (row, [(one, row.feasible_models is None or one.code in row.feasible_models)
               for one in every])
        for row in incubators.incubators()
    ]  # fmt: skip
    context = {
        "models": every,
        "rows": rows,
        "limited": [row for row, _models in rows if row.feasible_models],
    }
    return render_to_string("trial/_sites.html", context, request)


def runs_here(request: HttpRequest, incubator: str) -> SafeString:
    """Say which models an incubator runs and has run; nothing before a draw."""
    rows = _runs(lambda row: row.incubator_slug == incubator)
    return _shown(request, rows, _("What runs here in the trial"), here=incubator)


def runs_model(request: HttpRequest, model: str) -> SafeString:
    """Say where a model runs and has run; nothing before a draw."""
    rows = _runs(lambda row: row.code == model)
    return _shown(request, rows, _("Where it runs in the trial"))


def _runs(wanted: Callable[[CourseRow], bool]) -> list[tuple[CourseRow, str]]:
    found = states(timezone.localdate())
    return [(row.course, str(STANDING_NAMES[row.standing])) for row in found if wanted(row.course)]


def _shown(
    request: HttpRequest, rows: list[tuple[CourseRow, str]], title: str, here: str = ""
) -> SafeString:
    if not rows:
        return SafeString()
    slugs = {row.code: row.slug for row in blueprints.models()}
    context = {
        "title": title,
        "here": here,
        "rows": [(row, slugs[row.code], name) for row, name in rows],
    }
    return render_to_string("trial/_runs.html", context, request)
