"""Pages of bookings."""

import datetime
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlencode

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from ligzda.incubators.bookings import actions, attendance, free, queries, rules
from ligzda.incubators.bookings.forms import (
    BookForm,
    CloseOffForm,
    FindForm,
    SeriesForm,
    TimeForm,
    code_of,
    grouped,
    things,
)
from ligzda.incubators.bookings.rules import Thing, Time
from ligzda.incubators.bookings.series import book_free, try_series
from ligzda.incubators.bookings.taking import NotThenError, TakenError, thing_of
from ligzda.incubators.models import Incubator
from ligzda.incubators.places.opening import days
from ligzda.incubators.places.queries import bookable_by, by_slug, incubator_of
from ligzda.incubators.places.rules import check_keep_places
from ligzda.incubators.quotas.queries import left_to
from ligzda.incubators.rights.rules import NoRightError
from ligzda.incubators.waiting.actions import ask
from ligzda.incubators.waiting.queries import how_many_wait, places_of
from ligzda.kernel.attempt import attempt
from ligzda.kernel.errors import NotAllowedError, RefusedError
from ligzda.kernel.obstacle import may
from ligzda.kernel.room import Way
from ligzda.kernel.undo import undo_by
from ligzda.network.rules import signed_in


@login_required
@require_safe
def mine(request: HttpRequest) -> HttpResponse:
    """Show the bookings that somebody made, and where they can make more."""
    places = bookable_by(request.user)
    if not places:
        raise NotAllowedError(_("Bookings are for those who work in an incubator or take part."))
    context = {
        "places": [(each, *_begin(request, each)) for each in places],
        "rows": queries.coming(request.user),
        "most": queries.MOST_SHOWN,
        "waiting": places_of(request.user),
        "quotas": left_to(request.user, places),
    }
    return render(request, "incubators/mine.html", context)


def _begin(request: HttpRequest, incubator: Incubator) -> tuple[bool, str]:
    """Return whether they book for themselves alone there, and with which page they begin."""
    alone = rules.books_own(by=request.user, incubator=incubator)
    page = "incubators:find" if alone else "incubators:week"
    return alone, reverse(page, args=[incubator.slug])


@login_required
@require_safe
def week(request: HttpRequest, slug: str) -> HttpResponse:
    """Show a week of an incubator: everything that is taken, or of one machine or room."""
    incubator = incubator_of(request.user, slug)
    monday = queries.monday_of(_day(request) or timezone.localdate())
    every = things(incubator, out_of_use=True)
    chosen = every.get(request.GET.get("thing", ""))
    shown = {code: thing for code, thing in every.items() if thing.place is None}
    context = {
        "incubator": incubator,
        "days": queries.week(incubator, monday, chosen),
        "monday": monday,
        "sunday": monday + datetime.timedelta(days=6),
        "earlier": monday - datetime.timedelta(days=7),
        "later": monday + datetime.timedelta(days=7),
        "groups": grouped(shown),
        "chosen": code_of(chosen) if chosen else "",
        "keeps": may(check_keep_places, by=request.user, incubator=incubator),
        "ran": (ran := attendance.last_run()),
        "late": ran is None or ran < timezone.now() - attendance.LATE,
    }
    return render(request, "incubators/week.html", context)


@login_required
@require_safe
def find(request: HttpRequest, slug: str) -> HttpResponse:
    """Answer “Thursday 14–16: what is free?”, and say when else each thing is free that day."""
    incubator, alone = _to_book(request, slug)
    form = FindForm(request.GET if "day" in request.GET else None)
    context: dict[str, object] = {"incubator": incubator, "form": form, "alone": alone}
    if form.is_valid():
        time: Time = form.cleaned_data["time"]
        [day] = days(incubator.pk, form.cleaned_data["day"], 1)
        try:
            rules.check_time(incubator=incubator, time=time)
        except RefusedError as refused:
            form.add_error(None, str(refused))
        found = [row for row in free.of_a_day(incubator, day) if not alone or row.thing.is_for_one]
        context |= {
            "time": time,
            "instructors": queries.instructors_free(incubator, time),
            "free": [
                (row.thing, _address(slug, row.thing, time)) for row in found if row.has(time)
            ],
            "other": [
                (row.thing, [(each, _address(slug, row.thing, each)) for each in row.free])
                for row in found
                if not row.has(time)
            ],
        }
    return render(request, "incubators/find.html", context)


@login_required
def book(request: HttpRequest, slug: str) -> HttpResponse:
    """Book a machine, a bench place or a room."""
    incubator, alone = _to_book(request, slug)
    asked = {name: request.GET.get(name, "") for name in ("thing", "day", "begins", "ends")}
    form = BookForm(request.POST or None, incubator=incubator, alone=alone, initial=asked)
    refusals: list[NotThenError] = []
    ways: list[Way] = []

    def save() -> None:
        with _offering(refusals), _pointing(ways):
            actions.book(by=signed_in(request.user), incubator=incubator, wanted=form.wanted())

    def wait() -> None:
        with _pointing(ways):
            ask(by=signed_in(request.user), incubator=incubator, wanted=form.wanted())

    waits = "wait" in request.POST
    act, done = (wait, _("You wait for it.")) if waits else (save, _("It is booked."))
    if form.is_valid() and attempt(request, act, form=form, done=done):
        return redirect("incubators:mine")
    thing = form.things.get(form["thing"].value() or "")
    context = {
        "incubator": incubator,
        "alone": alone,
        "form": form,
        "title": _("Book"),
        "offer": refusals[0].nearest if refusals else None,
        "wait": (wait_for_it := bool(refusals) and isinstance(refusals[0], TakenError)),
        "ahead": how_many_wait(incubator, form.wanted()) if wait_for_it else 0,
        "way": ways[0] if ways else None,
        "times": _times_of_the_day(incubator, thing, str(form["day"].value() or "")),
        "thing": thing,
    }
    return render(request, "incubators/book.html", context)


def _to_book(request: HttpRequest, slug: str) -> tuple[Incubator, bool]:
    """Return an incubator to who books there, and whether they book for themselves alone."""
    incubator = by_slug(slug)
    rules.check_book(by=request.user, incubator=incubator)
    return incubator, rules.books_own(by=request.user, incubator=incubator)


@contextmanager
def _offering(refusals: list[NotThenError]) -> Iterator[None]:
    """Remember the refusal, so that the page can offer the free time it names, or to wait."""
    try:
        yield
    except NotThenError as refused:
        refusals.append(refused)
        raise


@contextmanager
def _pointing(ways: list[Way]) -> Iterator[None]:
    """Remember the way to the right that is missing, so that the page leads there."""
    try:
        yield
    except NoRightError as refused:
        if refused.way is not None:
            ways.append(refused.way)
        raise


def _times_of_the_day(incubator: Incubator, thing: Thing | None, day: str) -> list[Time]:
    try:
        on = datetime.date.fromisoformat(day)
    except ValueError:
        return []
    if thing is None:
        return []
    [opening] = days(incubator.pk, on, 1)
    return [
        time
        for row in free.of_a_day(incubator, opening)
        if code_of(row.thing) == code_of(thing)
        for time in row.free
    ]


@login_required
def series(request: HttpRequest, slug: str) -> HttpResponse:
    """Look at every day of a series: free, or why not; book the free ones."""
    incubator, alone = _to_book(request, slug)
    form = SeriesForm(request.POST or None, incubator=incubator, alone=alone)
    context: dict[str, object] = {"incubator": incubator, "form": form, "alone": alone}
    if form.is_valid():
        by, wanted = signed_in(request.user), form.series()
        try:
            if "book" in request.POST:
                tried = book_free(by=by, incubator=incubator, series=wanted)
                count = sum(not row.refused for row in tried)
                words = ngettext("%(count)s day is booked.", "%(count)s days are booked.", count)
                messages.success(request, words % {"count": count})
                context["booked"] = True
            else:
                tried = try_series(by=by, incubator=incubator, series=wanted)
            context["rows"] = [
                (row, row.nearest and _address(slug, wanted.thing, row.nearest)) for row in tried
            ]
            context["free"] = sum(not row.refused for row in tried)
        except RefusedError as refused:
            form.add_error(None, str(refused))
    return render(request, "incubators/series.html", context)


@login_required
@require_POST
def cancel(request: HttpRequest, pk: int) -> HttpResponse:
    """Cancel a booking."""
    row = queries.booking(pk)
    try:
        kept = actions.cancel(by=signed_in(request.user), booking=row)
    except RefusedError as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, _("The booking is cancelled."), undo_by(kept.pk))
    return redirect("incubators:mine")


@login_required
@require_POST
def check_in(request: HttpRequest, pk: int) -> HttpResponse:
    """Say that whoever booked is here."""
    row = queries.booking(pk)

    def here() -> None:
        attendance.check_in(by=signed_in(request.user), booking=row)

    attempt(request, here, done=_("Thank you: the booking stays yours."))
    return redirect("incubators:mine")


@login_required
def move(request: HttpRequest, pk: int) -> HttpResponse:
    """Move a booking to another time."""
    row = queries.booking(pk)
    try:
        rules.check_change_booking(by=request.user, booking=row)
    except RefusedError as refused:
        messages.error(request, str(refused))
        return redirect("incubators:mine")
    thing = thing_of(list(row.occupations.select_related("equipment", "room")))
    begins, ends = map(timezone.localtime, (row.begins, row.ends))
    now = {"day": begins.date(), "begins": begins.time(), "ends": ends.time()}
    asked = {name: request.GET[name] for name in now if name in request.GET}
    form = TimeForm(request.POST or None, initial={**now, **asked})
    refusals: list[NotThenError] = []

    def save() -> None:
        with _offering(refusals):
            actions.move(by=signed_in(request.user), booking=row, time=form.cleaned_data["time"])

    if form.is_valid() and attempt(request, save, form=form, done=_("The booking is moved.")):
        return redirect("incubators:mine")
    context = {
        "incubator": row.incubator,
        "alone": rules.books_own(by=request.user, incubator=row.incubator),
        "form": form,
        "title": _("Move: %(thing)s") % {"thing": thing},
        "offer": refusals[0].nearest if refusals else None,
        "now": Time(row.begins, row.ends),
    }
    return render(request, "incubators/book.html", context)


@login_required
def close_off(request: HttpRequest, slug: str) -> HttpResponse:
    """Keep a machine or a room free of bookings for some hours."""
    incubator = incubator_of(request.user, slug)
    check_keep_places(by=request.user, incubator=incubator)
    form = CloseOffForm(request.POST or None, incubator=incubator)

    def save() -> None:
        given = form.cleaned_data
        actions.close_off(
            by=signed_in(request.user),
            incubator=incubator,
            thing=form.things[given["thing"]],
            time=given["time"],
            kind=given["kind"],
            reason=given["reason"],
        )

    if form.is_valid() and attempt(request, save, form=form, done=_("It is closed off.")):
        return redirect("incubators:week", slug)
    title = _("Maintenance, or closed off")
    context = {"incubator": incubator, "form": form, "title": title}
    return render(request, "incubators/place_form.html", context)


def _day(request: HttpRequest) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(request.GET.get("day", ""))
    except ValueError:
        return None


def _address(slug: str, thing: Thing, time: Time) -> str:
    """Return the page that books this, filled in."""
    begins, ends = map(timezone.localtime, (time.begins, time.ends))
    asked = {
        "thing": code_of(thing),
        "day": begins.date().isoformat(),
        "begins": f"{begins:%H:%M}",
        "ends": f"{ends:%H:%M}",
    }
    return f"{reverse('incubators:book', args=[slug])}?{urlencode(asked)}"
