"""Pages on which editors and the administrator keep what is said about partners."""

from django.contrib.auth.decorators import login_required
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from ligzda.kernel import unsaved
from ligzda.kernel.attempt import attempt
from ligzda.kernel.confirm import changes
from ligzda.kernel.errors import WrongStateError
from ligzda.kernel.models import in_language
from ligzda.kernel.obstacle import may
from ligzda.network import actions, queries, rules
from ligzda.network.forms import AgreementForm, PartnerRoleForm
from ligzda.network.models import Partner
from ligzda.network.rules import signed_in


@login_required
@never_cache
@require_safe
def partners(request: HttpRequest) -> HttpResponse:
    """List the partners, each with the page on which it is edited."""
    rules.check_edit_partner(by=request.user)
    return render(request, "network/partners.html", {"partners": queries.partners()})


@login_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def partner(request: HttpRequest, slug: str) -> HttpResponse:
    """Edit what is said in public about a partner."""
    rules.check_edit_partner(by=request.user)
    row = get_object_or_404(Partner, slug=slug)
    unsaved.about(request, row)
    form = PartnerRoleForm(request.POST or None, partner=row)

    def save() -> None:
        with transaction.atomic():
            now = Partner.objects.select_for_update().get(pk=row.pk)
            if not form.compare(PartnerRoleForm(partner=now)):
                raise WrongStateError(_("Somebody has saved this at this moment."))
            actions.edit_partner_role(
                by=signed_in(request.user),
                partner=now,
                role_lv=form.cleaned_data["role_lv"],
                role_en=form.cleaned_data["role_en"],
            )

    if (
        form.is_valid()
        and not changes(request)
        and attempt(request, save, form=form, done=_("What everybody reads is saved."))
    ):
        return redirect("network:partner", slug)
    context = {
        "form": form,
        "partner": row,
        "name": in_language(row, "name"),
        "may_record": may(rules.check_admit_partner, by=request.user),
    }
    return render(request, "network/partner.html", context)


@login_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def agreement(request: HttpRequest, slug: str) -> HttpResponse:
    """Record the day on which the partner's agreement was signed."""
    rules.check_admit_partner(by=request.user)
    row = get_object_or_404(Partner, slug=slug)
    form = AgreementForm(request.POST or None, initial={"on": row.agreement_on})
    if form.is_valid() and attempt(
        request,
        lambda: actions.record_agreement(
            by=signed_in(request.user), partner=row, on=form.cleaned_data["on"]
        ),
        form=form,
        done=_("The day of the agreement is recorded."),
    ):
        return redirect("network:partner", slug)
    context = {"form": form, "partner": row, "name": in_language(row, "name")}
    return render(request, "network/agreement.html", context)
