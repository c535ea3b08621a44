"""The page on which population figures are recorded."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from ligzda.kernel.attempt import attempt
from ligzda.network import actions, queries, rules
from ligzda.network.forms import PopulationForm
from ligzda.network.rules import signed_in


@login_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def population(request: HttpRequest) -> HttpResponse:
    """Record how many lived in a municipality on a day; show the figures that pages show."""
    rules.check_record_population(by=request.user)
    there = queries.municipalities(timezone.localdate())
    form = PopulationForm(request.POST or None, places=[(row.code, row.name) for row in there])
    if form.is_valid() and attempt(
        request,
        lambda: actions.record_populations(by=signed_in(request.user), figures=[form.figure()]),
        form=form,
        done=_("The figure is recorded."),
    ):
        return redirect("network:population")
    return render(request, "network/population.html", {"form": form, "rows": there})
