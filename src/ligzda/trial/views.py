"""The trial, step by step."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from ligzda.blueprints import queries as blueprints
from ligzda.blueprints import rules as workshop
from ligzda.kernel.obstacle import may
from ligzda.trial.assignment.models import Draw
from ligzda.trial.power.models import DesignRun
from ligzda.trial.registry import queries, rules


@require_safe
def overview(request: HttpRequest) -> HttpResponse:
    """Show the steps from practices to a running trial, and where it stands."""
    versions = queries.protocols(request.user)
    registered = queries.registered()
    draw = Draw.objects.filter(revealed_at__isnull=False).order_by("revealed_at").last()
    context = {
        "practices": blueprints.number_of_practices(),
        "passed": workshop.models_pass(),
        "newest": versions[0] if versions else None,
        "registered": registered,
        "simulated": DesignRun.objects.filter(answer__isnull=False).exists(),
        "draw": draw,
        "committed": Draw.objects.exists(),
        "may_design": may(rules.check_design_trial, by=request.user),
    }
    return render(request, "trial/overview.html", context)
