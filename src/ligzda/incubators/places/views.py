"""Pages of rooms, machines and hours."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from ligzda.incubators.models import Equipment, Room, SpecialDay
from ligzda.incubators.places import actions, queries, rules
from ligzda.incubators.places.forms import EquipmentForm, HoursForm, RoomForm, SpecialDayForm
from ligzda.incubators.places.importing import check_of_machines, machines_there
from ligzda.incubators.places.opening import days
from ligzda.incubators.places.tables import EQUIPMENT
from ligzda.kernel.attempt import attempt
from ligzda.kernel.body_limit import body_limit
from ligzda.kernel.errors import NotFoundError, RefusedError
from ligzda.kernel.forms import UploadForm
from ligzda.kernel.importing import MOST_SENT, Import, take_in
from ligzda.kernel.obstacle import may, obstacle
from ligzda.kernel.tables.writing import Format, file_response
from ligzda.kernel.undo import undo_by
from ligzda.network.rules import signed_in

_DAYS_AHEAD = 60


@login_required
@require_safe
def places(request: HttpRequest, slug: str) -> HttpResponse:
    """Show rooms, machines, hours, and which of the coming days are unusual."""
    incubator = queries.incubator_of(request.user, slug)
    ahead = days(incubator.pk, timezone.localdate(), _DAYS_AHEAD)
    context = {
        "incubator": incubator,
        "rooms": incubator.rooms.all(),
        "machines": [(row, queries.book_value(row)) for row in queries.equipment_of(incubator)],
        "hours": incubator.hours.all(),
        "unusual": [day for day in ahead if day.why],
        "special": incubator.special_days.filter(day__gte=timezone.localdate()),
        "keeps": may(rules.check_keep_places, by=request.user, incubator=incubator),
        "special_form": SpecialDayForm(),
        "upload": UploadForm(auto_id="machines_%s"),
    }
    return render(request, "incubators/places.html", context)


@login_required
def room_new(request: HttpRequest, slug: str) -> HttpResponse:
    """Add a room."""
    incubator = queries.incubator_of(request.user, slug)
    rules.check_keep_places(by=request.user, incubator=incubator)
    form = RoomForm(request.POST or None, incubator=incubator)

    def save() -> None:
        actions.add_room(by=signed_in(request.user), incubator=incubator, facts_given=form.facts())

    if form.is_valid() and attempt(request, save, form=form, done=_("The room is added.")):
        return redirect("incubators:places", slug)
    context = {"incubator": incubator, "form": form, "title": _("New room")}
    return render(request, "incubators/place_form.html", context)


@login_required
def room_edit(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Change what is said of a room."""
    incubator = queries.incubator_of(request.user, slug)
    rules.check_keep_places(by=request.user, incubator=incubator)
    room = get_object_or_404(Room, pk=pk, incubator=incubator)
    form = RoomForm(request.POST or None, instance=room, incubator=incubator)

    def save() -> None:
        actions.edit_room(by=signed_in(request.user), room=room, facts_given=form.facts())

    if form.is_valid() and attempt(request, save, form=form, done=_("The room is saved.")):
        return redirect("incubators:places", slug)
    context = {"incubator": incubator, "form": form, "title": str(room)}
    return render(request, "incubators/place_form.html", context)


@login_required
def machine_new(request: HttpRequest, slug: str) -> HttpResponse:
    """Add a machine."""
    incubator = queries.incubator_of(request.user, slug)
    rules.check_keep_places(by=request.user, incubator=incubator)
    form = EquipmentForm(request.POST or None, incubator=incubator)

    def save() -> None:
        actions.add_equipment(
            by=signed_in(request.user), incubator=incubator, facts_given=form.facts()
        )

    if form.is_valid() and attempt(request, save, form=form, done=_("The machine is added.")):
        return redirect("incubators:places", slug)
    context = {"incubator": incubator, "form": form, "title": _("New machine")}
    return render(request, "incubators/place_form.html", context)


@login_required
def machine_edit(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Change what is said of a machine."""
    incubator = queries.incubator_of(request.user, slug)
    rules.check_keep_places(by=request.user, incubator=incubator)
    machine = get_object_or_404(Equipment, pk=pk, incubator=incubator)
    title = str(machine)
    form = EquipmentForm(request.POST or None, instance=machine, incubator=incubator)

    def save() -> None:
        actions.edit_equipment(
            by=signed_in(request.user), equipment=machine, facts_given=form.facts()
        )

    if form.is_valid() and attempt(request, save, form=form, done=_("The machine is saved.")):
        return redirect("incubators:places", slug)
    context = {"incubator": incubator, "form": form, "title": title, "machine": machine}
    context["obstacle"] = obstacle(rules.check_retire, by=request.user, equipment=machine)
    return render(request, "incubators/place_form.html", context)


@login_required
@require_POST
def machine_retire(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Take a machine out of use."""
    incubator = queries.incubator_of(request.user, slug)
    machine = get_object_or_404(Equipment, pk=pk, incubator=incubator)
    try:
        kept = actions.retire(by=signed_in(request.user), equipment=machine)
    except RefusedError as refused:
        messages.error(request, str(refused))
        return redirect("incubators:machine_edit", slug, pk)
    words = _("“%(name)s” is out of use.") % {"name": machine}
    messages.success(request, words, undo_by(kept.pk))
    return redirect("incubators:places", slug)


@login_required
@require_safe
def machines_export(request: HttpRequest, slug: str, kind: str) -> HttpResponse:
    """Hand out the machines as a spreadsheet."""
    incubator = queries.incubator_of(request.user, slug)
    if kind not in ("csv", "xlsx"):
        raise NotFoundError(_("Machines are exported as csv or xlsx."))
    form: Format = "csv" if kind == "csv" else "xlsx"
    return file_response(EQUIPMENT, queries.table_rows(incubator), form, f"machines-{slug}")


@body_limit(MOST_SENT)
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def machines_import(request: HttpRequest, slug: str) -> HttpResponse:
    """Show what a spreadsheet of machines would change, and take it in."""
    incubator = queries.incubator_of(request.user, slug)
    by = signed_in(request.user)
    rules.check_keep_places(by=by, incubator=incubator)
    given = Import(
        EQUIPMENT,
        machines_there(incubator),
        lambda shown: actions.import_equipment(by=by, incubator=incubator, preview=shown),
        reverse("incubators:places", args=[slug]),
        _("Rooms and machines"),
        check=check_of_machines(incubator),
        about=str(incubator),
    )
    return take_in(request, given)


@login_required
def hours(request: HttpRequest, slug: str) -> HttpResponse:
    """Set the opening hours of the week."""
    incubator = queries.incubator_of(request.user, slug)
    rules.check_keep_places(by=request.user, incubator=incubator)
    form = HoursForm(request.POST or None, incubator=incubator)

    def save() -> None:
        actions.set_hours(by=signed_in(request.user), incubator=incubator, hours=form.hours())

    if form.is_valid() and attempt(request, save, form=form, done=_("The hours are saved.")):
        return redirect("incubators:places", slug)
    context = {"incubator": incubator, "form": form, "title": _("Opening hours")}
    return render(request, "incubators/place_form.html", context)


@login_required
def special_day_new(request: HttpRequest, slug: str) -> HttpResponse:
    """Close a day, or give it hours of its own."""
    incubator = queries.incubator_of(request.user, slug)
    rules.check_keep_places(by=request.user, incubator=incubator)
    form = SpecialDayForm(request.POST or None)

    def save() -> None:
        actions.add_special_day(
            by=signed_in(request.user), incubator=incubator, **form.cleaned_data
        )

    if form.is_valid() and attempt(request, save, form=form, done=_("The day is entered.")):
        return redirect("incubators:places", slug)
    context = {"incubator": incubator, "form": form, "title": _("Special day")}
    return render(request, "incubators/place_form.html", context)


@login_required
@require_POST
def special_day_remove(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Let a day be as its weekday is."""
    incubator = queries.incubator_of(request.user, slug)
    row = get_object_or_404(SpecialDay, pk=pk, incubator=incubator)
    kept = actions.remove_special_day(by=signed_in(request.user), special_day=row)
    messages.success(request, _("The day is as its weekday is."), undo_by(kept.pk))
    return redirect("incubators:places", slug)
