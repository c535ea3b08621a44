"""Pages of a drawer: its indicators, one of them with its values."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from ligzda.indicators.own import actions, queries, rules
from ligzda.indicators.own.forms import OwnIndicatorForm, OwnValueForm
from ligzda.kernel.attempt import attempt
from ligzda.kernel.obstacle import obstacle
from ligzda.network.rules import signed_in


@login_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def own(request: HttpRequest, municipality: str) -> HttpResponse:
    """Show a municipality's drawer; add an indicator to it."""
    here = queries.municipality(request.user, municipality)
    if request.method == "POST":
        rules.check_keep_own(by=request.user, municipality=here)
    form = OwnIndicatorForm(request.POST or None)

    def add() -> None:
        actions.add_own(by=signed_in(request.user), municipality=here, **form.cleaned_data)

    if form.is_valid() and attempt(request, add, form=form, done=_("It is in the drawer.")):
        return redirect("indicators:own", here.slug)
    context = {
        "municipality": here,
        "rows": queries.drawer(request.user, here),
        "form": form,
        "keeping": obstacle(rules.check_keep_own, by=request.user, municipality=here),
    }
    return render(request, "indicators/own.html", context)


@login_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def own_indicator(request: HttpRequest, municipality: str, pk: int) -> HttpResponse:
    """Show an indicator of a drawer with its values; write one."""
    here = queries.municipality(request.user, municipality)
    one = queries.own_indicator(request.user, here, pk)
    if request.method == "POST":
        rules.check_keep_own(by=request.user, municipality=here)
    form = OwnValueForm(request.POST or None)

    def write() -> None:
        actions.write_value(by=signed_in(request.user), indicator=one, **form.cleaned_data)

    if form.is_valid() and attempt(request, write, form=form, done=_("The value is written.")):
        return redirect("indicators:own_indicator", here.slug, pk)
    context = {
        "municipality": here,
        "one": one,
        "values": one.values.select_related("written_by"),
        "form": form,
        "keeping": obstacle(rules.check_keep_own, by=request.user, municipality=here),
        "removing": obstacle(rules.check_remove, by=request.user, indicator=one),
    }
    return render(request, "indicators/own_indicator.html", context)


@login_required
@never_cache
@require_POST
def own_remove(request: HttpRequest, municipality: str, pk: int) -> HttpResponse:
    """Take an indicator out of a drawer."""
    here = queries.municipality(request.user, municipality)
    one = queries.own_indicator(request.user, here, pk)
    rules.check_keep_own(by=request.user, municipality=here)
    gone = attempt(
        request,
        lambda: actions.remove_own(by=signed_in(request.user), indicator=one),
        done=_("The indicator is out of the drawer."),
    )
    if gone:
        return redirect("indicators:own", here.slug)
    return redirect("indicators:own_indicator", here.slug, pk)


@login_required
@never_cache
@require_POST
def own_value_remove(request: HttpRequest, municipality: str, pk: int, value: int) -> HttpResponse:
    """Take a value away."""
    here = queries.municipality(request.user, municipality)
    one = queries.own_indicator(request.user, here, pk)
    rules.check_keep_own(by=request.user, municipality=here)
    row = queries.own_value(one, value)
    attempt(
        request,
        lambda: actions.remove_value(by=signed_in(request.user), value=row),
        done=_("The value is taken away."),
    )
    return redirect("indicators:own_indicator", here.slug, pk)
