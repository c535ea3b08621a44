"""Pages of enterprises: those of a municipality, one of them, what is written of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from ligzda.kernel.attempt import attempt
from ligzda.kernel.errors import NotFoundError
from ligzda.kernel.odd_values import number
from ligzda.network.rules import signed_in
from ligzda.people.actions import note_reading
from ligzda.people.rules import acting_at
from ligzda.ventures import actions, queries, rules, shown
from ligzda.ventures.forms import (
    AidForm,
    ChangeForm,
    EndForm,
    EventForm,
    FoundForm,
    InvolveForm,
    JobForm,
    LinkForm,
    TurnoverForm,
)
from ligzda.ventures.models import (
    Aid,
    Enterprise,
    Involvement,
    JobSpell,
    Link,
    Milestone,
    Turnover,
)

if TYPE_CHECKING:
    from ligzda.network.models import User

_FORM = ["GET", "HEAD", "POST"]


@login_required
@never_cache
@require_safe
def enterprises(request: HttpRequest) -> HttpResponse:
    """List the enterprises of the municipality one acts for."""
    rules.check_keep_somewhere(by=request.user)
    here = acting_at(request, rules.KEEPERS)
    rows = queries.enterprises_of(here, number(request.GET.get("before")))
    states = queries.states(rows)
    context = {
        "municipality": here,
        "rows": [(row, states.get(row.pk, "")) for row in rows],
        "more": rows[-1].pk if len(rows) == queries.PAGE else None,
        "open": queries.open_findings(here),
    }
    return render(request, "ventures/enterprises.html", context)


@login_required
@never_cache
@require_http_methods(_FORM)
def found(request: HttpRequest) -> HttpResponse:
    """Write down an enterprise with its founders."""
    rules.check_keep_somewhere(by=request.user)
    here = acting_at(request, rules.KEEPERS)
    asked = request.GET.get("person")
    form = FoundForm(request.POST or None, here=here, initial={"founders": asked or ""})
    made: list[Enterprise] = []

    def save() -> None:
        founders = [actions.Founder(person=person) for person in form.people]
        by = signed_in(request.user)
        made.append(
            actions.found(by=by, municipality=here, founding=form.founding(), founders=founders)
        )

    if form.is_valid() and attempt(request, save, form=form, done=_("It is written down.")):
        return redirect("ventures:enterprise", made[0].pk)
    context = {"form": form, "title": _("Write down an enterprise"), "municipality": here}
    return render(request, "ventures/form.html", context)


@login_required
@never_cache
@require_safe
def enterprise(request: HttpRequest, pk: int) -> HttpResponse:
    """Show an enterprise; that its people were seen is noted."""
    row = queries.enterprise(request.user, pk)
    whole = shown.whole(row)
    note_reading(
        by=signed_in(request.user), people=[each.person for each in whole.involved],
        what="enterprise",
    )  # fmt: skip
    context = {"enterprise": row, "shown": whole, "findings": row.findings.all()[:20]}
    return render(request, "ventures/enterprise.html", context)


@login_required
@never_cache
@require_http_methods(_FORM)
def change(request: HttpRequest, pk: int) -> HttpResponse:
    """Correct what an enterprise is called."""
    row = queries.enterprise(request.user, pk)
    known = {"name": row.own_name if row.is_personal else row.name, "number": row.number}
    form = ChangeForm(request.POST or None, initial=known | {"activity": row.activity})

    def save() -> None:
        actions.change_enterprise(by=signed_in(request.user), enterprise=row, **form.cleaned_data)

    if form.is_valid() and attempt(
        request, save, form=form, done=_("The details of the enterprise are changed.")
    ):
        return redirect("ventures:enterprise", pk)
    context = {"form": form, "title": _("Correct"), "enterprise": row}
    return render(request, "ventures/form.html", context)


@dataclass(frozen=True)
class _Kind:
    """What can be written of an enterprise: its form, its row, its action."""

    title: str | Promise
    model: Any
    form: Callable[[Any, Enterprise], Any]
    save: Callable[[User, Enterprise, Any], object]
    end: Callable[..., object] | None = None


def _known_links(enterprise: Enterprise) -> list[tuple[str, str]]:
    rows = Link.objects.filter(enterprise=enterprise).values_list("other", "other_name")
    return [(node, f"{name} ({node})") for node, name in rows]


_KINDS: dict[str, _Kind] = {
    "event": _Kind(
        gettext_lazy("Write down an event"),
        Milestone,
        lambda data, _row: EventForm(data),
        lambda by, row, form: actions.record_event(by=by, enterprise=row, event=form.facts()),
    ),
    "job": _Kind(
        gettext_lazy("Write down a job"),
        JobSpell,
        lambda data, _row: JobForm(data),
        lambda by, row, form: actions.record_job(by=by, enterprise=row, job=form.facts()),
        lambda by, row, last: actions.end_job(by=by, row=row, last=last),
    ),
    "turnover": _Kind(
        gettext_lazy("Write down turnover"),
        Turnover,
        lambda data, _row: TurnoverForm(data),
        lambda by, row, form: actions.record_turnover(by=by, enterprise=row, sold=form.facts()),
    ),
    "support": _Kind(
        gettext_lazy("Write down support received"),
        Aid,
        lambda data, _row: AidForm(data),
        lambda by, row, form: actions.record_aid(by=by, enterprise=row, given=form.facts()),
    ),
    "link": _Kind(
        gettext_lazy("Write down a linked undertaking"),
        Link,
        lambda data, row: LinkForm(data, enterprise=row, known=_known_links(row)),
        lambda by, row, form: actions.link(by=by, enterprise=row, **form.cleaned_data),
    ),
    "role": _Kind(
        gettext_lazy("Write down who is behind it"),
        Involvement,
        lambda data, row: InvolveForm(data, here=row.municipality),
        lambda by, row, form: actions.involve(
            by=by,
            enterprise=row,
            person=form.cleaned_data["who"],
            **{name: form.cleaned_data[name] for name in ("role", "since", "until")},
        ),
        lambda by, row, last: actions.end_involvement(by=by, involvement=row, last=last),
    ),
}


def _kind(what: str) -> _Kind:
    if what not in _KINDS:
        raise NotFoundError(_("There is no such form."))
    return _KINDS[what]


@login_required
@never_cache
@require_http_methods(_FORM)
def add(request: HttpRequest, pk: int, what: str) -> HttpResponse:
    """Write down an event, a job, turnover, support, a link or a role."""
    row, kind = queries.enterprise(request.user, pk), _kind(what)
    form: forms.Form = kind.form(request.POST or None, row)

    def save() -> None:
        kind.save(signed_in(request.user), row, form)

    if form.is_valid() and attempt(request, save, form=form, done=_("It is written down.")):
        return redirect("ventures:enterprise", pk)
    context = {"form": form, "title": kind.title, "enterprise": row}
    return render(request, "ventures/form.html", context)


def _row_of(enterprise: Enterprise, kind: _Kind, pk: int) -> Any:
    row = kind.model.objects.filter(enterprise=enterprise, pk=pk).first()
    if row is None:
        raise NotFoundError(_("There is no such row."))
    row.enterprise = enterprise
    return row


@login_required
@require_POST
def take_back(request: HttpRequest, pk: int, what: str, row: int) -> HttpResponse:
    """Take back what was written and is wrong."""
    of, kind = queries.enterprise(request.user, pk), _kind(what)
    wrong, by = _row_of(of, kind, row), signed_in(request.user)
    attempt(request, lambda: actions.take_back(by=by, row=wrong), done=_("The row is taken back."))
    return redirect("ventures:enterprise", pk)


@login_required
@never_cache
@require_http_methods(_FORM)
def end(request: HttpRequest, pk: int, what: str, row: int) -> HttpResponse:
    """Say which day was the last of a job or of a role."""
    of, kind = queries.enterprise(request.user, pk), _kind(what)
    ends, lasting = kind.end, _row_of(of, kind, row)
    if ends is None:
        raise NotFoundError(_("There is no such form."))
    form = EndForm(request.POST or None)

    def save() -> None:
        ends(signed_in(request.user), lasting, form.cleaned_data["last"])

    if form.is_valid() and attempt(request, save, form=form, done=_("It is written down.")):
        return redirect("ventures:enterprise", pk)
    context = {"form": form, "title": _("The last day"), "enterprise": of}
    return render(request, "ventures/form.html", context)


@login_required
@never_cache
@require_safe
def survival(request: HttpRequest) -> HttpResponse:
    """Show how long the enterprises of the municipality last."""
    rules.check_keep_somewhere(by=request.user)
    here = acting_at(request, rules.KEEPERS)
    found = shown.survival(here)
    context = {"municipality": here, "lasting": found, "rows": found.percent()}
    return render(request, "ventures/survival.html", context)
