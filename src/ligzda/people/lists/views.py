"""Pages of lists: all of them, one out, one in, the workbook to be filled in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from ligzda.kernel.body_limit import body_limit
from ligzda.kernel.errors import NotFoundError
from ligzda.kernel.forms import UploadForm
from ligzda.kernel.importing import MOST_SENT, Import, take_in
from ligzda.kernel.tables.writing import MEDIA_TYPES, Format, file_response, to_template
from ligzda.network.queries import municipality_at
from ligzda.network.rules import signed_in
from ligzda.people.actions import note_reading
from ligzda.people.lists import actions, answers_import, people_import, stays_import, tables
from ligzda.people.lists.exports import LISTS, people_in
from ligzda.people.outcomes.questionnaire import Questionnaire, current
from ligzda.people.outcomes.tables import table_of
from ligzda.people.rules import check_keep_people

if TYPE_CHECKING:
    from ligzda.network.models import Municipality


def _here(request: HttpRequest, slug: str) -> Municipality:
    """Return a municipality for which the person of the request keeps people."""
    found = municipality_at(slug)
    check_keep_people(by=request.user, municipality=found)
    return found


@login_required
@never_cache
@require_safe
def lists(request: HttpRequest, slug: str) -> HttpResponse:
    """Show every list of a municipality, out and in."""
    taken_in = [(table.slug, table.title) for table in (tables.PEOPLE, tables.STAYS)]
    context = {
        "municipality": _here(request, slug),
        "out": [(name, each.table.title) for name, each in LISTS.items()],
        "answers": current(),
        "taken_in": taken_in + [(f"answers-{one.id}", str(one)) for one in current()],
        "upload": UploadForm(),
    }
    return render(request, "people/lists.html", context)


@login_required
@never_cache
@require_safe
def template(request: HttpRequest, slug: str) -> HttpResponse:
    """Hand out the workbook to be filled in, a sheet for each list that is taken in."""
    _here(request, slug)
    sheets = [tables.PEOPLE, tables.STAYS, *(table_of(one.id) for one in current())]
    return HttpResponse(
        to_template(sheets),
        content_type=MEDIA_TYPES["xlsx"],
        headers={"Content-Disposition": 'attachment; filename="people-template.xlsx"'},
    )


@login_required
@never_cache
@require_safe
def list_export(request: HttpRequest, slug: str, name: str, kind: str) -> HttpResponse:
    """Hand out a list as a spreadsheet; of everybody in it a reading is noted."""
    here = _here(request, slug)
    if name not in LISTS or kind not in ("csv", "xlsx"):
        raise NotFoundError(_("There is no such table, or it is not yours to take away."))
    rows = list(LISTS[name].rows(here))
    note_reading(by=signed_in(request.user), people=people_in(rows), what=f"export of {name}")
    form: Format = "csv" if kind == "csv" else "xlsx"
    return file_response(LISTS[name].table, rows, form, f"{name}-{slug}")


@body_limit(MOST_SENT)
@login_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def list_import(request: HttpRequest, slug: str, name: str) -> HttpResponse:
    """Show what a file would add and what it leaves open; take it in."""
    here = _here(request, slug)
    asked = {f"answers-{one.id}": one for one in current()}
    if name == tables.PEOPLE.slug:
        given = _people(request, here)
    elif name == tables.STAYS.slug:
        given = _stays(request, here)
    elif name in asked:
        given = _answers(request, here, asked[name])
    else:
        raise NotFoundError(_("No such list is taken in."))
    return take_in(request, given)


def _above(here: Municipality) -> str:
    return reverse("people:lists", args=[here.slug])


def _people(request: HttpRequest, here: Municipality) -> Import:
    by, there = signed_in(request.user), people_import.Registered(here)
    return Import(
        tables.PEOPLE,
        there,
        lambda shown: actions.import_people(by=by, municipality=here, preview=shown),
        _above(here),
        _("Lists"),
        check=people_import.check_of_people(here, there),
        about=str(here),
        questions=lambda shown: people_import.questions_of_people(here, shown),
    )


def _stays(request: HttpRequest, here: Municipality) -> Import:
    by, there = signed_in(request.user), stays_import.stays_there(here)
    return Import(
        tables.STAYS,
        there,
        lambda shown: actions.import_stays(by=by, municipality=here, preview=shown),
        _above(here),
        _("Lists"),
        check=stays_import.check_of_stays(here, there),
        about=str(here),
    )


def _answers(request: HttpRequest, here: Municipality, form: Questionnaire) -> Import:
    by, there = signed_in(request.user), answers_import.answers_there(form, here)
    return Import(
        table_of(form.id),
        there,
        lambda shown: actions.import_answers(by=by, municipality=here, form=form, preview=shown),
        _above(here),
        _("Lists"),
        check=answers_import.check_of_answers(form, here, there),
        about=f"{here}, {form}",
    )
