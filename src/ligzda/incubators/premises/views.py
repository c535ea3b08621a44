"""Pages of buildings, works, and of what an incubator still needs before it opens."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from ligzda.incubators.models import AdaptationWork, Building, Confirmation
from ligzda.incubators.places.queries import incubator_of
from ligzda.incubators.places.rules import check_keep_places
from ligzda.incubators.premises import actions, queries, rules
from ligzda.incubators.premises.forms import (
    AcceptanceForm,
    BuildingForm,
    ConfirmationForm,
    WorkForm,
)
from ligzda.incubators.premises.models import ACCESS_FACTS
from ligzda.kernel.attempt import attempt
from ligzda.kernel.errors import NotFoundError
from ligzda.kernel.obstacle import may
from ligzda.network.rules import signed_in


@login_required
@require_safe
def premises(request: HttpRequest, slug: str) -> HttpResponse:
    """Show buildings, their accessibility, and how far the works are."""
    incubator = incubator_of(request.user, slug)
    today = timezone.localdate()
    works = incubator.works.select_related("building")
    context = {
        "incubator": incubator,
        "buildings": [(row, _told(row)) for row in incubator.buildings.all()],
        "works": [(row, queries.state_of(row, today)) for row in works],
        "cost": sum(row.cost for row in works),
        "keeps": may(check_keep_places, by=request.user, incubator=incubator),
    }
    return render(request, "incubators/premises.html", context)


def _told(row: Building) -> list[tuple[str, str]]:
    """Return the facts of accessibility as label and answer."""
    answers = {True: _("yes"), False: _("no"), None: _("nobody has looked yet")}
    found = [
        (str(Building._meta.get_field(name).verbose_name), answers[getattr(row, name)])  # type: ignore[union-attr]
        for name in ACCESS_FACTS
    ]
    door = row.narrowest_door_cm
    found.append((_("narrowest door on the way"), f"{door} cm" if door else answers[None]))
    return found


@login_required
@require_safe
def readiness(request: HttpRequest, slug: str) -> HttpResponse:
    """Show what the incubator needs before it opens, and what of it is there."""
    incubator = incubator_of(request.user, slug)
    items = queries.readiness(incubator)
    context = {
        "incubator": incubator,
        "items": items,
        "there": sum(not item.missing for item in items),
        "keeps": may(check_keep_places, by=request.user, incubator=incubator),
        "on": incubator.opens_on or timezone.localdate(),
    }
    return render(request, "incubators/readiness.html", context)


@login_required
def confirm(request: HttpRequest, slug: str, item: str) -> HttpResponse:
    """Confirm by hand what no record tells."""
    incubator = incubator_of(request.user, slug)
    check_keep_places(by=request.user, incubator=incubator)
    if item not in Confirmation.Item.values:
        raise NotFoundError(_("There is nothing of this name to confirm."))
    row = incubator.confirmations.filter(item=item).first()
    names = ("document", "done_on", "valid_until")
    form = ConfirmationForm(
        request.POST or None, initial={name: getattr(row, name) for name in names} if row else None
    )

    def save() -> None:
        actions.confirm(
            by=signed_in(request.user), incubator=incubator, item=item, **form.cleaned_data
        )

    if form.is_valid() and attempt(request, save, form=form, done=_("It is confirmed.")):
        return redirect("incubators:readiness", slug)
    name = str(Confirmation.Item(item).label)
    title = name[:1].upper() + name[1:]
    context = {"incubator": incubator, "form": form, "title": title, "back": "readiness"}
    return render(request, "incubators/place_form.html", context)


@login_required
def building_new(request: HttpRequest, slug: str) -> HttpResponse:
    """Add a building."""
    incubator = incubator_of(request.user, slug)
    check_keep_places(by=request.user, incubator=incubator)
    form = BuildingForm(request.POST or None)

    def save() -> None:
        actions.add_building(
            by=signed_in(request.user), incubator=incubator, facts_given=form.facts()
        )

    if form.is_valid() and attempt(request, save, form=form, done=_("The building is added.")):
        return redirect("incubators:premises", slug)
    context = {"incubator": incubator, "form": form, "title": _("New building")}
    return render(request, "incubators/place_form.html", context | {"back": "premises"})


@login_required
def building_edit(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Change what is said of a building."""
    incubator = incubator_of(request.user, slug)
    check_keep_places(by=request.user, incubator=incubator)
    row = get_object_or_404(Building, pk=pk, incubator=incubator)
    title = str(row)
    form = BuildingForm(request.POST or None, instance=row)

    def save() -> None:
        actions.edit_building(by=signed_in(request.user), building=row, facts_given=form.facts())

    if form.is_valid() and attempt(request, save, form=form, done=_("The building is saved.")):
        return redirect("incubators:premises", slug)
    context = {"incubator": incubator, "form": form, "title": title, "back": "premises"}
    return render(request, "incubators/place_form.html", context)


@login_required
def work_new(request: HttpRequest, slug: str) -> HttpResponse:
    """Add an adaptation work."""
    incubator = incubator_of(request.user, slug)
    check_keep_places(by=request.user, incubator=incubator)
    form = WorkForm(request.POST or None, incubator=incubator)

    def save() -> None:
        actions.add_work(by=signed_in(request.user), incubator=incubator, facts_given=form.facts())

    if form.is_valid() and attempt(request, save, form=form, done=_("The work is added.")):
        return redirect("incubators:premises", slug)
    context = {"incubator": incubator, "form": form, "title": _("New adaptation work")}
    return render(request, "incubators/place_form.html", context | {"back": "premises"})


@login_required
def work_edit(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Change what is said of a work that is not accepted yet."""
    incubator = incubator_of(request.user, slug)
    row = get_object_or_404(AdaptationWork, pk=pk, incubator=incubator)
    rules.check_edit_work(by=request.user, work=row)
    title = str(row)
    form = WorkForm(request.POST or None, instance=row, incubator=incubator)

    def save() -> None:
        actions.edit_work(by=signed_in(request.user), work=row, facts_given=form.facts())

    if form.is_valid() and attempt(request, save, form=form, done=_("The work is saved.")):
        return redirect("incubators:premises", slug)
    context = {"incubator": incubator, "form": form, "title": title, "back": "premises"}
    return render(request, "incubators/place_form.html", context)


@login_required
def work_accept(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Record that a work was accepted."""
    incubator = incubator_of(request.user, slug)
    row = get_object_or_404(AdaptationWork, pk=pk, incubator=incubator)
    rules.check_edit_work(by=request.user, work=row)
    form = AcceptanceForm(request.POST or None)

    def save() -> None:
        actions.accept_work(by=signed_in(request.user), work=row, acceptance=form.acceptance())

    if form.is_valid() and attempt(request, save, form=form, done=_("The work is accepted.")):
        return redirect("incubators:premises", slug)
    title = _("Accept: %(work)s") % {"work": row}
    context = {"incubator": incubator, "form": form, "title": title, "back": "premises"}
    return render(request, "incubators/place_form.html", context)
