"""Pages of the log of support: one row, a group session, the log of a place in and out."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from ligzda.kernel.attempt import attempt
from ligzda.kernel.body_limit import body_limit
from ligzda.kernel.errors import NotFoundError
from ligzda.kernel.forms import UploadForm
from ligzda.kernel.importing import MOST_SENT, Import, take_in
from ligzda.kernel.tables.writing import Format, file_response
from ligzda.network.rules import signed_in
from ligzda.people import queries as people
from ligzda.people.actions import note_reading
from ligzda.people.stays import queries as stays
from ligzda.people.support import actions, queries, rules
from ligzda.people.support.forms import SessionForm, SupportForm
from ligzda.people.support.importing import check_of_support, support_there
from ligzda.people.support.services import UNITS, services
from ligzda.people.support.tables import SUPPORT

if TYPE_CHECKING:
    from ligzda.incubators.models import Incubator
    from ligzda.network.models import Undoable

_FORM = ["GET", "HEAD", "POST"]


@login_required
@never_cache
@require_http_methods(_FORM)
def support_new(request: HttpRequest, pk: int) -> HttpResponse:
    """Write down what was given to somebody."""
    person = people.person(request.user, pk)
    rules.check_give(by=request.user, person=person)
    form = SupportForm(request.POST or None)

    def save() -> None:
        by = signed_in(request.user)
        actions.record_support(by=by, person=person, given=form.given())

    if form.is_valid() and attempt(request, save, form=form, done=_("It is written down.")):
        return redirect("people:person", pk)
    return render(request, "people/support_new.html", {"person": person, "form": form})


@login_required
@require_POST
def support_take_back(request: HttpRequest, pk: int) -> HttpResponse:
    """Take back a row that is wrong."""
    row = queries.delivery(request.user, pk)
    by, person = signed_in(request.user), row.person_id
    done = _("The row is taken back.")
    attempt(request, lambda: actions.take_back(by=by, delivery=row), done=done, undo=True)
    return redirect("people:person", person)


def _incubator(request: HttpRequest, slug: str) -> Incubator:
    """Return an incubator whose log the person of the request keeps."""
    found = stays.incubator(slug)
    rules.check_log(by=request.user, municipality=found.municipality)
    return found


@login_required
@never_cache
@require_safe
def support(request: HttpRequest, slug: str) -> HttpResponse:
    """Show the dictionary, and lead to the session, the export and the import of an incubator."""
    context = {
        "incubator": _incubator(request, slug),
        "services": [(each, UNITS[each.unit]) for each in services().values()],
        "upload": UploadForm(),
    }
    return render(request, "people/support.html", context)


@login_required
@never_cache
@require_http_methods(_FORM)
def support_session(request: HttpRequest, slug: str) -> HttpResponse:
    """Write the log of a group session on one page: who stays here is ticked, minutes once."""
    incubator = _incubator(request, slug)
    day = _day(request)
    there = stays.present(incubator, day)
    form = SessionForm(request.POST or None, there=there)

    def save() -> Undoable:
        given = dict(form.cleaned_data)
        return actions.record_session(
            by=signed_in(request.user),
            incubator=incubator,
            day=day,
            write_no_shows=given.pop("no_shows"),
            **given,
        )

    done = _("The session is written.")
    if form.is_valid() and attempt(request, save, form=form, done=done, undo=True):
        return redirect("people:support", slug)
    note_reading(
        by=signed_in(request.user), people=[each.person for each in there], what="who is here"
    )
    context = {"incubator": incubator, "form": form, "day": day, "there": there}
    return render(request, "people/support_session.html", context)


def _day(request: HttpRequest) -> datetime.date:
    """Return the day that was asked for, today where none was or it is to come."""
    today = timezone.localdate()
    try:
        return min(parse_date(request.GET.get("day", "")) or today, today)
    except ValueError:
        return today


@login_required
@never_cache
@require_safe
def support_export(request: HttpRequest, slug: str, kind: str) -> HttpResponse:
    """Hand out the log of an incubator as a spreadsheet: numbers of people, no names."""
    incubator = _incubator(request, slug)
    if kind not in ("csv", "xlsx"):
        raise NotFoundError(_("Support is exported as csv or xlsx."))
    form: Format = "csv" if kind == "csv" else "xlsx"
    rows = queries.table_rows(incubator.municipality)
    return file_response(SUPPORT, rows, form, f"support-{slug}")


@body_limit(MOST_SENT)
@login_required
@require_http_methods(_FORM)
def support_import(request: HttpRequest, slug: str) -> HttpResponse:
    """Show what a spreadsheet of support would add, and take it in."""
    incubator = _incubator(request, slug)
    by, here = signed_in(request.user), incubator.municipality
    there = support_there(here)
    given = Import(
        SUPPORT,
        there,
        lambda shown: actions.import_support(by=by, municipality=here, preview=shown),
        reverse("people:support", args=[slug]),
        _("Support"),
        check=check_of_support(here, there),
        about=str(incubator),
    )
    return take_in(request, given)
