"""A spreadsheet: shown first, with every wrong cell, then taken in as a whole."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from ligzda.kernel.constraints import as_refusals
from ligzda.kernel.errors import RefusedError
from ligzda.kernel.forms import UploadForm
from ligzda.kernel.questions import Question, QuestionsForm, decided
from ligzda.kernel.tables.declaration import Row, Table
from ligzda.kernel.tables.preview import Preview, preview, unsealed
from ligzda.kernel.tables.reading import Check

MOST_SENT = 6_000_000
"""Bytes of a request: the file, or the form that carries what was shown of it."""


@dataclass(frozen=True)
class Import:
    """What a file is taken in as: its table, what is there by key, and the action."""

    table: Table
    there: Mapping[str, Row]
    take: Callable[[Preview], object]
    above: str
    """The address of the page it is imported into."""
    above_title: str | Promise
    check: Check | None = None
    about: str = ""
    """Whose it is, in words."""
    hint: str | Promise = ""
    """What else stands beside the field of the file."""
    questions: Callable[[Preview], Sequence[Question]] | None = None
    """What its good rows leave open; `take` finds the answers in `Preview.decided`."""
    only: Callable[[Row], bool] | None = None
    """Which rows of a file are ours to take in: of a register, few. The others are left out."""


def take_in(request: HttpRequest, given: Import) -> HttpResponse:
    """Show what a file would change, or every wrong cell of it; take in what was shown.

    The view has asked whether the person may.
    """
    if request.method != "POST":
        # Whoever changes the language on the page of wrong cells comes here.
        return redirect(given.above)
    sealed = request.POST.get("sealed")
    form = UploadForm(request.POST, request.FILES) if sealed is None else UploadForm()
    context: dict[str, object] = {
        "upload": form, "above": given.above, "above_title": given.above_title,
        "about": given.about, "hint": given.hint, "table": given.table,
    }  # fmt: skip
    try:
        if sealed is not None:
            shown = unsealed(given.table, sealed, given.there)
            asked = _asked(given, shown, request.POST)
            if not asked.is_valid():
                found = {**context, "preview": shown, "sealed": sealed, "form": asked}
                return render(request, "kernel/import_preview.html", found, status=422)
            shown = decided(shown, asked.cleaned_data)
            with as_refusals():
                given.take(shown)
            words = _("Imported: %(added)s new, %(changed)s changed, %(same)s as they were.")
            counts = {"added": shown.new, "changed": shown.changed, "same": shown.same}
            messages.success(request, words % {name: len(rows) for name, rows in counts.items()})
            return redirect(given.above)
        if form.is_valid():
            file = form.cleaned_data["file"]
            shown = preview(given.table, file.name, file.read(), given.there, given.check)
            if given.only is not None:
                rows = [row for row in shown.rows if given.only(row.values)]
                shown = replace(shown, rows=rows)
            if not shown.wrong:
                asked = _asked(given, shown)
                found = {**context, "preview": shown, "sealed": shown.sealed(), "form": asked}
                return render(request, "kernel/import_preview.html", found)
            context["wrong"] = shown.wrong
    except RefusedError as refused:
        context["refused"] = refused
    return render(request, "kernel/import.html", context, status=422)


def _asked(
    given: Import, shown: Preview, answers: Mapping[str, str] | None = None
) -> QuestionsForm:
    return QuestionsForm(given.questions(shown) if given.questions else (), answers)
