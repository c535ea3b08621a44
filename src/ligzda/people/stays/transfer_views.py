"""Pages of transfers: ask the other side; accept, decline or withdraw."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from ligzda.kernel.attempt import attempt
from ligzda.kernel.obstacle import may, obstacle
from ligzda.network.rules import signed_in
from ligzda.people.models import Stay
from ligzda.people.rules import check_keep_people
from ligzda.people.stays import queries, rules, transfers
from ligzda.people.stays.forms import DeclineForm, TransferForm

_FORM = ["GET", "HEAD", "POST"]


@login_required
@never_cache
@require_http_methods(_FORM)
def transfer_ask(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask another municipality to take somebody over, with basis and consent."""
    stay = queries.stay(request.user, pk)
    rules.check_ask_transfer(by=request.user, stay=stay)
    form = TransferForm(request.POST or None, stay=stay)

    def save() -> None:
        transfers.ask_transfer(by=signed_in(request.user), stay=stay, facts_given=form.facts())

    done = _("The other side is asked. The stay goes on until they accept.")
    if form.is_valid() and attempt(request, save, form=form, done=done):
        return redirect("people:person", stay.person_id)
    context = {"stay": stay, "person": stay.person, "form": form}
    return render(request, "people/transfer_ask.html", context)


@login_required
@never_cache
@require_http_methods(_FORM)
def transfer(request: HttpRequest, pk: int) -> HttpResponse:
    """Show a request to both sides; take the answer of the one, or of the other that withdraws."""
    row = queries.transfer(request.user, pk)
    by = signed_in(request.user)
    declines = "decline" in request.POST
    form = DeclineForm(request.POST if declines else None)
    if "accept" in request.POST:
        made: list[Stay] = []
        done = _("The record is yours now, and the stay goes on here.")

        def accept() -> None:
            made.append(transfers.accept_transfer(by=by, transfer=row))

        if attempt(request, accept, done=done):
            return redirect("people:person", made[0].person_id)
    elif "withdraw" in request.POST:
        done = _("The request is withdrawn; the stay goes on.")
        if attempt(request, lambda: transfers.withdraw_transfer(by=by, transfer=row), done=done):
            return redirect("people:transfer", pk)
    elif declines and form.is_valid():
        done = _("The transfer is declined; the stay goes on where it is.")

        def decline() -> None:
            transfers.decline_transfer(by=by, transfer=row, why=form.cleaned_data["why"])

        if attempt(request, decline, form=form, done=done):
            return redirect("people:transfer", pk)
    context = {
        "transfer": row,
        "form": form,
        "answers": obstacle(rules.check_answer_transfer, by=by, transfer=row),
        "accepting": obstacle(rules.check_accept_transfer, by=by, transfer=row),
        "withdrawing": obstacle(rules.check_withdraw_transfer, by=by, transfer=row),
        "theirs": may(check_keep_people, by=by, municipality=row.municipality),
    }
    return render(request, "people/transfer.html", context)
