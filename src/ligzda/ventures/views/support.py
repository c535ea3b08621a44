"""Pages of support and status: the pre-check of support, the ceilings, the checklist."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from ligzda.kernel.attempt import attempt
from ligzda.kernel.errors import NotFoundError
from ligzda.network.rules import signed_in
from ligzda.ventures import actions, queries, shown
from ligzda.ventures.criteria import criteria, share_source
from ligzda.ventures.forms import CriterionForm, PrecheckForm
from ligzda.ventures.models import Ceiling
from ligzda.ventures.to_check import name_of


@login_required
@never_cache
@require_safe
def precheck(request: HttpRequest, pk: int) -> HttpResponse:
    """Show what a single undertaking has received, and whether support would fit under it."""
    row = queries.enterprise(request.user, pk)
    form = PrecheckForm(request.GET if "on" in request.GET else None)
    context: dict[str, object] = {"enterprise": row, "form": form}
    if form.is_valid():
        given = form.cleaned_data
        context["found"] = shown.precheck(row, given["on"], given["amount"], given["regulation"])
        context["on"] = given["on"]
    return render(request, "ventures/precheck.html", context)


@require_safe
def ceilings(request: HttpRequest) -> HttpResponse:
    """Show the ceilings of support and the criteria of the status, each with its source."""
    context = {
        "rows": [(row, name_of(row)) for row in Ceiling.objects.all()],
        "criteria": criteria().values(),
    }
    return render(request, "ventures/ceilings.html", context)


@login_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def checklist(request: HttpRequest, pk: int) -> HttpResponse:
    """Show which criteria of the status an enterprise meets; write down one of them."""
    row = queries.enterprise(request.user, pk)
    form = CriterionForm(request.POST or None)
    if form.is_bound and form.data.get("criterion") not in criteria():
        raise NotFoundError(_("There is no such criterion."))

    def save() -> None:
        given = form.cleaned_data
        actions.check_criterion(
            by=signed_in(request.user),
            enterprise=row,
            criterion=given["criterion"],
            met=given["met"] == "yes",
            document=given["document"],
        )

    if form.is_valid() and attempt(request, save, form=form, done=_("It is written down.")):
        return redirect("ventures:checklist", pk)
    found = shown.checklist(row)
    rows = [(each, _form_of(each, form)) for each in found.rows]
    context = {"enterprise": row, "checklist": found, "rows": rows, "source": share_source()}
    return render(request, "ventures/checklist.html", context)


def _form_of(each: shown.Checked, sent: CriterionForm) -> CriterionForm:
    """Return the form of a criterion: the one that was sent and refused, or what stands there."""
    code, check = each.criterion.code, each.check
    if sent.is_bound and sent.data.get("criterion") == code:
        return sent
    known = {} if check is None else {"met": "yes" if check.met else "no"}
    document = check.document if check else ""
    initial = {"criterion": code, "document": document, **known}
    return CriterionForm(initial=initial, auto_id=f"id_{code}_%s")
