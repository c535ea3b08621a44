"""The page of a machine: its condition, photos, rules, manuals and maintenance."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from ligzda.incubators.models import (
    Equipment,
    EquipmentPhoto,
    Incubator,
    Maintenance,
    MaintenancePlan,
    Manual,
    Room,
    RoomPlan,
)
from ligzda.incubators.places.queries import book_value, incubator_of
from ligzda.incubators.places.rules import check_keep_places
from ligzda.incubators.upkeep import actions, queries, rules
from ligzda.incubators.upkeep.file_models import MOST_BYTES_OF_A_MANUAL
from ligzda.incubators.upkeep.forms import (
    ConditionForm,
    DoneForm,
    ManualForm,
    PhotoForm,
    PictureForm,
    PlanForm,
    RecordForm,
    ScheduleForm,
)
from ligzda.kernel.attempt import attempt
from ligzda.kernel.body_limit import body_limit
from ligzda.kernel.errors import RefusedError
from ligzda.kernel.obstacle import may
from ligzda.kernel.uploaded_images import MOST_BYTES
from ligzda.network.rules import signed_in

_MONTHS_BACK = 11


def _machine(request: HttpRequest, slug: str, pk: int) -> tuple[Incubator, Equipment]:
    incubator = incubator_of(request.user, slug)
    return incubator, get_object_or_404(
        Equipment.objects.select_related("room__building"), pk=pk, incubator=incubator
    )


@login_required
@require_safe
def equipment(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Show everything that is known of a machine to those who work there."""
    incubator, row = _machine(request, slug, pk)
    today = timezone.localdate()
    first = today.replace(year=today.year - 1, day=1)
    reads_log = may(rules.check_keep_log, by=request.user, incubator=incubator)
    done = row.maintenance.select_related("plan", "occupation")
    context = {
        "incubator": incubator,
        "machine": row,
        "left": book_value(row),
        "photos": row.photos.defer("content"),
        "manuals": queries.manuals(row),
        "conditions": row.conditions.all()[:20],
        "downtime": [
            each for each in queries.downtime(incubator, first, today) if each.equipment == row
        ],
        "due": queries.due([incubator], equipment=row),
        "ahead": done.filter(done_on=None),
        "done": done.exclude(done_on=None)[:20],
        "log": queries.log_of(incubator, row) if reads_log else [],
        "reads_log": reads_log,
        "keeps": may(check_keep_places, by=request.user, incubator=incubator),
    }
    return render(request, "incubators/equipment.html", context)


def _form_page(
    request: HttpRequest, incubator: Incubator, machine: Equipment, title: str, form: object
) -> HttpResponse:
    context = {"incubator": incubator, "of": machine, "title": title, "form": form}
    return render(request, "incubators/upkeep_form.html", context)


@login_required
def condition(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Say how a machine is from now on."""
    incubator, row = _machine(request, slug, pk)
    check_keep_places(by=request.user, incubator=incubator)
    form = ConditionForm(request.POST or None, initial={"condition": row.condition})

    def save() -> None:
        actions.change_condition(by=signed_in(request.user), equipment=row, **form.cleaned_data)

    if form.is_valid() and attempt(request, save, form=form, done=_("The condition is saved.")):
        return redirect("incubators:equipment", slug, pk)
    return _form_page(request, incubator, row, _("Condition"), form)


@body_limit(MOST_BYTES + 100_000)
@login_required
def photo_add(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Add a photo of a machine."""
    incubator, row = _machine(request, slug, pk)
    check_keep_places(by=request.user, incubator=incubator)
    form = PhotoForm(request.POST or None, request.FILES or None)

    def save() -> None:
        given = form.cleaned_data
        actions.add_photo(
            by=signed_in(request.user),
            equipment=row,
            content=given["file"].read(),
            caption=given["caption"],
        )

    if form.is_valid() and attempt(request, save, form=form, done=_("The photo is added.")):
        return redirect("incubators:equipment", slug, pk)
    return _form_page(request, incubator, row, _("New photo"), form)


def _picture(row: EquipmentPhoto | RoomPlan) -> HttpResponse:
    return HttpResponse(
        bytes(row.content),
        content_type="image/webp",
        headers={"X-Content-Type-Options": "nosniff", "Cache-Control": "private, max-age=300"},
    )


@login_required
@require_safe
def photo(request: HttpRequest, slug: str, pk: int, number: int) -> HttpResponse:
    """Show a photo of a machine to those who work there."""
    _incubator, machine = _machine(request, slug, pk)
    return _picture(get_object_or_404(EquipmentPhoto, pk=number, equipment=machine))


@login_required
@require_POST
def photo_remove(request: HttpRequest, slug: str, pk: int, number: int) -> HttpResponse:
    """Take a photo off."""
    _incubator, machine = _machine(request, slug, pk)
    row = get_object_or_404(EquipmentPhoto, pk=number, equipment=machine)

    def act() -> None:
        actions.remove_photo(by=signed_in(request.user), row=row)

    attempt(request, act, done=_("The photo is gone."))
    return redirect("incubators:equipment", slug, pk)


@body_limit(MOST_BYTES + 100_000)
@login_required
def room_plan_set(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Give a room its plan."""
    incubator = incubator_of(request.user, slug)
    check_keep_places(by=request.user, incubator=incubator)
    room = get_object_or_404(Room, pk=pk, incubator=incubator)
    form = PictureForm(request.POST or None, request.FILES or None)

    def save() -> None:
        content = form.cleaned_data["file"].read()
        actions.set_plan_of_room(by=signed_in(request.user), room=room, content=content)

    if form.is_valid() and attempt(request, save, form=form, done=_("The plan is kept.")):
        return redirect("incubators:premises", slug)
    title = _("Plan: %(room)s") % {"room": room}
    context = {"incubator": incubator, "form": form, "title": title, "back": "premises"}
    return render(request, "incubators/place_form.html", context)


@login_required
@require_safe
def room_plan(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Show the plan of a room to those who work there."""
    incubator = incubator_of(request.user, slug)
    return _picture(get_object_or_404(RoomPlan, room__pk=pk, room__incubator=incubator))


@body_limit(MOST_BYTES_OF_A_MANUAL + 100_000)
@login_required
def manual_add(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Add a manual of a machine."""
    incubator, row = _machine(request, slug, pk)
    check_keep_places(by=request.user, incubator=incubator)
    form = ManualForm(request.POST or None, request.FILES or None)

    def save() -> None:
        given = form.cleaned_data
        actions.add_manual(
            by=signed_in(request.user),
            equipment=row,
            title=given["title"],
            content=given["file"].read(),
        )

    if form.is_valid() and attempt(request, save, form=form, done=_("The manual is added.")):
        return redirect("incubators:equipment", slug, pk)
    return _form_page(request, incubator, row, _("New manual"), form)


@login_required
@require_safe
def manual(request: HttpRequest, slug: str, pk: int, number: int) -> HttpResponse:
    """Hand out a manual to those who work there."""
    _incubator, machine = _machine(request, slug, pk)
    row = get_object_or_404(Manual, pk=number, equipment=machine)
    name = f"{slugify(row.title) or 'manual'}.pdf"
    return HttpResponse(
        bytes(row.content),
        content_type="application/pdf",
        headers={
            "Content-Disposition": f'attachment; filename="{name}"',
            "Cache-Control": "private, no-store",
        },
    )


@login_required
@require_POST
def manual_remove(request: HttpRequest, slug: str, pk: int, number: int) -> HttpResponse:
    """Take a manual off."""
    _incubator, machine = _machine(request, slug, pk)
    row = get_object_or_404(Manual, pk=number, equipment=machine)

    def act() -> None:
        actions.remove_manual(by=signed_in(request.user), manual=row)

    attempt(request, act, done=_("The manual is gone."))
    return redirect("incubators:equipment", slug, pk)


@login_required
def plan_new(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Plan what is done to a machine every so often."""
    incubator, row = _machine(request, slug, pk)
    check_keep_places(by=request.user, incubator=incubator)
    form = PlanForm(request.POST or None, initial={"counts_from": timezone.localdate()})

    def save() -> None:
        actions.add_plan(by=signed_in(request.user), equipment=row, **form.cleaned_data)

    if form.is_valid() and attempt(request, save, form=form, done=_("The plan is added.")):
        return redirect("incubators:equipment", slug, pk)
    return _form_page(request, incubator, row, _("New plan of maintenance"), form)


@login_required
@require_POST
def plan_end(request: HttpRequest, slug: str, pk: int, number: int) -> HttpResponse:
    """End a plan."""
    _incubator, machine = _machine(request, slug, pk)
    row = get_object_or_404(MaintenancePlan, pk=number, equipment=machine)

    def act() -> None:
        actions.end_plan(by=signed_in(request.user), plan=row)

    attempt(request, act, done=_("The plan has ended."))
    return redirect("incubators:equipment", slug, pk)


@login_required
def schedule(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Keep hours of a machine free for maintenance."""
    incubator, row = _machine(request, slug, pk)
    check_keep_places(by=request.user, incubator=incubator)
    form = ScheduleForm(request.POST or None, equipment=row)

    def save() -> None:
        given = form.cleaned_data
        actions.schedule(
            by=signed_in(request.user),
            equipment=row,
            time=given["time"],
            what=given["what"],
            plan=given["plan"],
        )

    if form.is_valid() and attempt(request, save, form=form, done=_("The hours are kept free.")):
        return redirect("incubators:equipment", slug, pk)
    return _form_page(request, incubator, row, _("Enter maintenance ahead"), form)


@login_required
def record_done(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Record a maintenance for which no hours had been kept."""
    incubator, row = _machine(request, slug, pk)
    check_keep_places(by=request.user, incubator=incubator)
    form = RecordForm(request.POST or None, equipment=row)

    def save() -> None:
        actions.record_done(
            by=signed_in(request.user),
            equipment=row,
            what=form.cleaned_data["what"],
            done=form.done(),
            plan=form.cleaned_data["plan"],
        )

    if form.is_valid() and attempt(request, save, form=form, done=_("The maintenance is saved.")):
        return redirect("incubators:equipment", slug, pk)
    return _form_page(request, incubator, row, _("Record maintenance"), form)


@login_required
def finish(request: HttpRequest, slug: str, pk: int, number: int) -> HttpResponse:
    """Record that a maintenance that was entered ahead is done."""
    incubator, machine = _machine(request, slug, pk)
    check_keep_places(by=request.user, incubator=incubator)
    row = get_object_or_404(Maintenance, pk=number, equipment=machine)
    form = DoneForm(request.POST or None)

    def save() -> None:
        actions.finish(by=signed_in(request.user), maintenance=row, done=form.done())

    if form.is_valid() and attempt(request, save, form=form, done=_("The maintenance is saved.")):
        return redirect("incubators:equipment", slug, pk)
    return _form_page(request, incubator, machine, _("Done: %(what)s") % {"what": row}, form)


@login_required
@require_POST
def call_off(request: HttpRequest, slug: str, pk: int, number: int) -> HttpResponse:
    """Call off a maintenance that is not done."""
    _incubator, machine = _machine(request, slug, pk)
    row = get_object_or_404(Maintenance, pk=number, equipment=machine)
    try:
        actions.call_off(by=signed_in(request.user), maintenance=row)
    except RefusedError as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, _("The maintenance is called off; its hours are free."))
    return redirect("incubators:equipment", slug, pk)
