"""Pages of devices, and of submissions that differ."""

from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from ligzda.kernel.attempt import attempt
from ligzda.kernel.obstacle import obstacle
from ligzda.network.rules import signed_in
from ligzda.people.actions import note_reading
from ligzda.people.openrosa import actions, compared, queries, rules
from ligzda.people.openrosa.forms import DecisionForm, DeviceForm
from ligzda.people.outcomes.questionnaire import current
from ligzda.people.rules import SUPPORTERS, municipalities_where

_FORM = ["GET", "HEAD", "POST"]


@login_required
@never_cache
@require_http_methods(_FORM)
def devices(request: HttpRequest) -> HttpResponse:
    """Show somebody's devices and what is to be compared; give another device a password."""
    by = signed_in(request.user)
    rules.check_have_device(by=by)
    form = DeviceForm(request.POST or None)
    made: list[tuple[object, str]] = []

    def make() -> None:
        made.append(actions.make_device(by=by, name=form.cleaned_data["name"]))

    if form.is_valid() and attempt(request, make, form=form, done=_("The device may send now.")):
        form = DeviceForm()
    context = {
        "form": form,
        "made": made[0] if made else None,
        "server": f"{settings.WAGTAILADMIN_BASE_URL}/openrosa",
        "rows": queries.devices_of(by),
        "forms": current(),
        "conflicts": queries.conflicts_of(municipalities_where(by, SUPPORTERS)),
    }
    return render(request, "people/devices.html", context)


@login_required
@never_cache
@require_POST
def revoke(request: HttpRequest, pk: int) -> HttpResponse:
    """Take nothing from a device any more."""
    by = signed_in(request.user)
    row = queries.own_device(by, pk)
    attempt(
        request,
        lambda: actions.revoke_device(by=by, device=row),
        done=_("The device is revoked: nothing is taken from it any more."),
    )
    return redirect("people:devices")


@login_required
@never_cache
@require_http_methods(_FORM)
def conflict(request: HttpRequest, pk: int) -> HttpResponse:
    """Show two submissions with one number side by side, and say which one holds."""
    row = queries.conflict(request.user, pk)
    form = DecisionForm(request.POST or None)

    def decide() -> None:
        actions.decide(
            by=signed_in(request.user), conflict=row, decision=form.cleaned_data["decision"]
        )

    if form.is_valid() and attempt(request, decide, form=form, done=_("It is decided.")):
        return redirect("people:person", row.person_id)
    note_reading(by=signed_in(request.user), people=[row.person], what="submissions")
    context = {
        "row": row,
        "person": row.person,
        "lines": compared.lines(row.submission.xml, row.xml),
        "form": form,
        "deciding": obstacle(rules.check_decide, by=request.user, conflict=row),
    }
    return render(request, "people/conflict.html", context)
