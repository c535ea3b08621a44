"""Undo by one click, from the notice that says what was done (docs/undo.md)."""

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, resolve_url
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from ligzda.kernel.errors import RefusedError
from ligzda.kernel.room import named, rooms
from ligzda.network.rules import signed_in
from ligzda.network.undoing import take_for_undo


@login_required
@require_POST
def undo(request: HttpRequest, number: int) -> HttpResponse:
    """Put back what this person threw away or ended a moment ago."""
    by = signed_in(request.user)
    acts = {act: path for room in rooms() for act, path in room.undo.items()}
    try:
        with transaction.atomic():
            act, rows = take_for_undo(by=by, number=number)
            where = named(acts[act])(by=by, rows=rows)
    except RefusedError as refused:
        messages.error(request, str(refused))
        return redirect(resolve_url(settings.LOGIN_REDIRECT_URL))
    messages.success(request, _("Undone: it is as it was."))
    return redirect(where)
