"""What the trial shows on pages of rooms below."""

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from ligzda.blueprints import queries as blueprints
from ligzda.incubators import queries as incubators


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
