"""Pages of identity: find, compare and merge, ask the network."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from ligzda.kernel.attempt import attempt
from ligzda.kernel.obstacle import obstacle
from ligzda.kernel.sealed import sealed_fields
from ligzda.network.rules import signed_in
from ligzda.people import rules
from ligzda.people.actions import note_reading
from ligzda.people.identity import actions, queries
from ligzda.people.identity.forms import NetworkForm, SearchForm
from ligzda.people.identity.rules import check_merge
from ligzda.people.models import Person, PossibleDouble
from ligzda.people.queries import person as seen_person

if TYPE_CHECKING:
    from ligzda.network.models import Municipality

_NAMES = {field.name: field.verbose_name for field in sealed_fields(Person)}
_FORM = ["GET", "HEAD", "POST"]


@login_required
@never_cache
@require_http_methods(_FORM)
def search(request: HttpRequest) -> HttpResponse:
    """Find people by name, code or number. By POST: what is looked for stands in no address."""
    rules.check_people(by=request.user)
    here = rules.acting_at(request, rules.WITH_PEOPLE)
    form = SearchForm(request.POST or None)
    context: dict[str, object] = {"form": form, "municipality": here}
    if form.is_valid():
        rows = queries.search(here, form.cleaned_data["text"])
        context |= {"rows": rows, "most": len(rows) == queries.MOST_FOUND}
    return render(request, "people/search.html", context)


@login_required
@never_cache
@require_safe
def doubles(request: HttpRequest) -> HttpResponse:
    """List the pairs that may be one person."""
    rules.check_keep_somewhere(by=request.user)
    here = _keeping(request)
    return render(
        request, "people/doubles.html", {"municipality": here, "rows": queries.doubles(here)}
    )


@login_required
@never_cache
@require_http_methods(_FORM)
def compare(request: HttpRequest, pk: int, into: int) -> HttpResponse:
    """Show two records side by side; merge them, or say that they are two."""
    one, other = seen_person(request.user, pk), seen_person(request.user, into)
    by = signed_in(request.user)
    rules.check_keep_people(by=by, municipality=one.municipality)
    rules.check_keep_people(by=by, municipality=other.municipality)
    if "merge" in request.POST:
        done = _("They are one record now: %(this)s.") % {"this": other}
        if attempt(request, lambda: actions.merge(by=by, person=one, into=other), done=done):
            return redirect("people:person", into)
    elif "different" in request.POST:
        pair = sorted((pk, into))
        double = get_object_or_404(PossibleDouble, person=pair[0], other=pair[1])
        if attempt(
            request,
            lambda: actions.say_different(by=by, double=double),
            done=_("They are two people; it is not asked again."),
        ):
            return redirect("people:doubles")
    note_reading(by=by, people=[one, other], what="compared")
    context = {
        "one": one,
        "other": other,
        "sides": [
            (_NAMES[name], getattr(one, name), getattr(other, name)) for name in queries.SIDES
        ],
        "double": PossibleDouble.objects.filter(
            person=min(pk, into), other=max(pk, into), state=PossibleDouble.State.OPEN
        ).first(),
        "obstacle": obstacle(check_merge, by=by, person=one, into=other),
    }
    return render(request, "people/compare.html", context)


@login_required
@require_POST
def unmerge(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a merge back."""
    row = seen_person(request.user, pk)
    by = signed_in(request.user)
    into = row.merged_into_id or pk
    if attempt(
        request,
        lambda: actions.unmerge(by=by, person=row),
        done=_("They are two records again."),
    ):
        return redirect("people:person", pk)
    return redirect("people:person", into)


@login_required
@never_cache
@require_http_methods(_FORM)
def ask(request: HttpRequest) -> HttpResponse:
    """Ask whether somebody is known in the network: yes or no, and whom to phone."""
    rules.check_keep_somewhere(by=request.user)
    here = _keeping(request)
    form = NetworkForm(request.POST or None)
    answer: list[Municipality] | None = None

    def put() -> None:
        nonlocal answer
        answer = actions.ask_network(
            by=signed_in(request.user),
            municipality=here,
            facts_given=form.facts(),
            purpose=form.cleaned_data["purpose"],
        )

    if form.is_valid():
        attempt(request, put, form=form, done=_("Your question is kept."))
    return render(
        request, "people/ask.html", {"form": form, "municipality": here, "answer": answer}
    )


def _keeping(request: HttpRequest) -> Municipality:
    return rules.acting_at(request, rules.KEEPERS)
