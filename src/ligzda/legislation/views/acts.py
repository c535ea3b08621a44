"""Pages of the register: acts, an act with its text by units, a text to add."""

import datetime

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from ligzda.kernel.attempt import attempt
from ligzda.kernel.body_limit import body_limit
from ligzda.kernel.obstacle import may
from ligzda.legislation import actions, composing, queries, rules, units
from ligzda.legislation.drafts import act_of
from ligzda.legislation.forms import MOST_BYTES, ActForm, TextForm
from ligzda.legislation.to_check import name_of
from ligzda.network.rules import signed_in


@require_safe
def acts(request: HttpRequest) -> HttpResponse:
    """Show the register."""
    context = {
        "rows": [(row, name_of(row)) for row in queries.acts()],
        "may_draft": may(rules.check_draft, by=request.user),
    }
    return render(request, "legislation/acts.html", context)


@require_safe
def act(request: HttpRequest, slug: str) -> HttpResponse:
    """Show an act, its text of a day unit by unit, and the packages that amend it."""
    row = queries.act(slug)
    text = queries.text_at(row, _day(request.GET.get("at", "")))
    noted = units.notes(request.user, row)
    context = {
        "act": row,
        "name": name_of(row),
        "text": text,
        "texts": list(row.texts.all()),
        "places": [
            (each, noted.get(each.address) if each.address else None)
            for each in (composing.places(act_of(text.text)) if text else [])
        ],
        "links": [link for each in noted.values() for link in each.links],
        "repairs": act_of(text.text).repairs if text else (),
        "packages": queries.packages_on(request.user, row),
        "may_draft": may(rules.check_draft, by=request.user),
    }
    return render(request, "legislation/act.html", context)


def _day(text: str) -> datetime.date | None:
    try:
        return parse_date(text)
    except ValueError:
        return None


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def act_new(request: HttpRequest) -> HttpResponse:
    """Add an act to the register."""
    rules.check_draft(by=request.user)
    form = ActForm(request.POST or None)

    def add() -> None:
        given = actions.ActFacts(**form.cleaned_data)
        actions.add_act(by=signed_in(request.user), facts_given=given)

    if form.is_valid() and attempt(request, add, form=form, done=_("The act is in the register.")):
        return redirect("legislation:act", form.cleaned_data["slug"])
    return render(request, "legislation/act_new.html", {"form": form})


@login_required
@body_limit(2 * MOST_BYTES)
@require_http_methods(["GET", "HEAD", "POST"])
def text_new(request: HttpRequest, slug: str) -> HttpResponse:
    """Add the text of an act on a day."""
    row = queries.act(slug)
    rules.check_draft(by=request.user)
    form = TextForm(request.POST or None, request.FILES or None)

    def add() -> None:
        given = form.cleaned_data
        actions.add_text(
            by=signed_in(request.user),
            act=row,
            on=given["on"],
            source=given["source"],
            text=given["text"] or given["file"],
            excerpt=given["excerpt"],
        )

    if form.is_valid() and attempt(request, add, form=form, done=_("The text is added.")):
        return redirect("legislation:act", slug)
    return render(request, "legislation/text_new.html", {"form": form, "act": row})
