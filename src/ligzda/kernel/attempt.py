"""Carry out an action for a page, and tell the person how it went."""

from collections.abc import Callable

from django import forms
from django.contrib import messages
from django.http import HttpRequest

from ligzda.kernel.constraints import as_refusals
from ligzda.kernel.errors import RefusedError
from ligzda.kernel.undo import undo_by
from ligzda.kernel.unsaved import saved


def attempt(
    request: HttpRequest,
    action: Callable[[], object],
    *,
    form: forms.BaseForm | None = None,
    done: str,
    undo: bool = False,
) -> bool:
    """Act; say that it is `done`, or why it was refused: on top of the form where there is one.

    `undo`: the action returns what it kept for undoing, and the notice has a button for that.
    Returns whether it was done. Who may not act at all gets the page for that (403, 404): those
    errors go on.
    """
    try:
        with as_refusals():
            kept = action()
    except RefusedError as refused:
        if form is None:
            messages.error(request, str(refused))
        else:
            form.add_error(None, str(refused))
        return False
    if form is not None:
        saved(request)
    messages.success(request, done, undo_by(kept.pk) if undo else "")  # type: ignore[attr-defined]
    return True
