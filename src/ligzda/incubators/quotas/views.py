"""Page of the rules of booking: who keeps the incubator sets them."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from ligzda.incubators.places.queries import incubator_of
from ligzda.incubators.places.rules import check_keep_places
from ligzda.incubators.quotas import actions, queries
from ligzda.incubators.quotas.forms import CheckInForm, QuotaForm
from ligzda.kernel.attempt import attempt
from ligzda.network.rules import signed_in


@login_required
def terms(request: HttpRequest, slug: str) -> HttpResponse:
    """Set how many hours a week somebody books, and whether who booked says “I am here”."""
    incubator = incubator_of(request.user, slug)
    check_keep_places(by=request.user, incubator=incubator)
    what = request.POST.get("what", "")
    quota_form = QuotaForm(request.POST if what == "quota" else None, incubator=incubator)
    check_in_form = CheckInForm(
        request.POST if what == "check_in" else None,
        initial={"minutes": incubator.check_in_minutes},
    )

    def set_quota() -> None:
        actions.set_quota(
            by=signed_in(request.user),
            incubator=incubator,
            hours=quota_form.cleaned_data["hours"],
            **quota_form.whose(),
        )

    def set_check_in() -> None:
        actions.set_check_in(
            by=signed_in(request.user),
            incubator=incubator,
            minutes=check_in_form.cleaned_data["minutes"],
        )

    form, save = (quota_form, set_quota) if what == "quota" else (check_in_form, set_check_in)
    if form.is_valid() and attempt(request, save, form=form, done=_("The rule is saved.")):
        return redirect("incubators:terms", slug)
    context = {
        "incubator": incubator,
        "rows": queries.quotas_of(incubator),
        "quota_form": quota_form,
        "check_in_form": check_in_form,
    }
    return render(request, "incubators/terms.html", context)


@login_required
@require_POST
def quota_remove(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Let somebody be without a quota of their own."""
    incubator = incubator_of(request.user, slug)
    row = queries.quota(incubator, pk)
    actions.remove_quota(by=signed_in(request.user), quota=row)
    messages.success(request, _("The quota is removed."))
    return redirect("incubators:terms", slug)
