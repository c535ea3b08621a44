"""Answers of who waits: book what is offered, or give up. Asking stands on the booking page."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from ligzda.incubators.waiting import actions, queries
from ligzda.kernel.attempt import attempt
from ligzda.kernel.errors import RefusedError
from ligzda.kernel.undo import undo_by
from ligzda.network.rules import signed_in


@login_required
@require_POST
def accept(request: HttpRequest, pk: int) -> HttpResponse:
    """Book what is kept for who waited."""
    row = queries.waiting(pk)

    def take() -> None:
        actions.accept(by=signed_in(request.user), waiting=row)

    attempt(request, take, done=_("It is booked."))
    return redirect("incubators:mine")


@login_required
@require_POST
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    """Give up a place in the list."""
    row = queries.waiting(pk)
    try:
        kept = actions.withdraw(by=signed_in(request.user), waiting=row)
    except RefusedError as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, _("You wait for it no longer."), undo_by(kept.pk))
    return redirect("incubators:mine")
