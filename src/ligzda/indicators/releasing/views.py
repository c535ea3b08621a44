"""The page of releases: what left when, how much is not shown; releases what is new."""

from django import forms
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from ligzda.indicators.dictionary import dictionary, moments
from ligzda.indicators.models import PublicRelease
from ligzda.indicators.releasing import actions, queries, rules
from ligzda.indicators.releasing.tables import BESIDE, FLOW, OPEN_DATA
from ligzda.indicators.shown import said
from ligzda.kernel.attempt import attempt
from ligzda.kernel.obstacle import obstacle
from ligzda.network.rules import signed_in


@login_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def releases(request: HttpRequest) -> HttpResponse:
    """List the releases; release what has come since."""
    rules.check_see_releases(viewer=request.user)
    if request.method == "POST":
        rules.check_release(by=request.user)
    form = forms.Form(request.POST or None)

    def release() -> None:
        actions.release_open_data(by=signed_in(request.user))

    if form.is_valid() and attempt(
        request, release, form=form, done=_("The figures are released.")
    ):
        return redirect("indicators:releases")
    context = {
        "rows": [(row, counted(row.what), left_as(row)) for row in queries.releases(request.user)],
        "form": form,
        "releasing": obstacle(rules.check_release, by=request.user),
    }
    return render(request, "indicators/releases.html", context)


def left_as(row: PublicRelease) -> str:
    """Say as what figures left: open data, or of an evaluation; another name as it is."""
    if row.name in (row.what, BESIDE):
        return _("evaluation")
    return _("open data") if row.name == OPEN_DATA else row.name


def counted(what: str) -> str:
    """Say what a release counts, in the words of the dictionary."""
    if what == FLOW:
        return _("Flow of the participants")
    if what == BESIDE:
        return _("People and enterprises by model, beside an evaluation")
    code, _slash, moment = what.partition("/")
    if code not in dictionary():
        return what
    name = said(dictionary()[code].name)
    return f"{name}, {said(moments()[moment])}" if moment in moments() else name
