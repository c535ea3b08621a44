"""Pages on which coordinators keep their incubators."""

from django.contrib.auth.decorators import login_required
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from ligzda.incubators import actions, queries, rules
from ligzda.incubators.forms import EnterForm, IncubatorForm
from ligzda.incubators.models import Incubator
from ligzda.incubators.premises.queries import missing
from ligzda.kernel import unsaved
from ligzda.kernel.attempt import attempt
from ligzda.kernel.confirm import changes, check_answers
from ligzda.kernel.errors import WrongStateError
from ligzda.kernel.models import in_language
from ligzda.kernel.obstacle import obstacle
from ligzda.network.rules import signed_in


@login_required
@never_cache
@require_safe
def own(request: HttpRequest) -> HttpResponse:
    """List the incubators that this person edits."""
    rules.check_edit_somewhere(by=request.user)
    return render(request, "incubators/own.html", {"rows": queries.edited_by(request.user)})


@login_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: HttpRequest, slug: str) -> HttpResponse:
    """Edit what is said about an incubator, its state and opening day; lead to its opening."""
    incubator = get_object_or_404(Incubator, slug=slug)
    rules.check_edit_incubator(by=request.user, incubator=incubator)
    unsaved.about(request, incubator)
    form = IncubatorForm(request.POST or None, incubator=incubator)

    def save() -> None:
        with transaction.atomic():
            # Whoever saves at the same moment comes after, and is told.
            now = Incubator.objects.select_for_update().get(pk=incubator.pk)
            if not form.compare(IncubatorForm(incubator=now)):
                raise WrongStateError(_("Somebody has saved this at this moment."))
            actions.edit_incubator(by=signed_in(request.user), incubator=now, edit=form.edit())

    if (
        form.is_valid()
        and not changes(request)
        and attempt(request, save, form=form, done=_("The incubator's page is saved."))
    ):
        return redirect("incubators:edit", slug)
    context = {
        "form": form,
        "incubator": incubator,
        "name": in_language(incubator, "name"),
        "municipality": incubator.municipality.slug,
        "is_open": incubator.state == Incubator.State.OPEN,
        "obstacle": obstacle(rules.check_open, by=request.user, incubator=incubator),
        "missing": missing(incubator),
    }
    return render(request, "incubators/edit.html", context)


@login_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def enter(request: HttpRequest) -> HttpResponse:
    """Enter the incubator of a municipality that takes part and has none yet."""
    rules.check_open_incubator(by=request.user)
    form = EnterForm(request.POST or None, places=queries.without_incubator())

    def save() -> None:
        place = queries.place(form.cleaned_data["municipality"])
        actions.open_incubator(
            by=signed_in(request.user), municipality=place, facts_given=form.facts()
        )

    if form.is_valid() and attempt(
        request, save, form=form, done=_("The incubator is entered; its coordinator goes on.")
    ):
        return redirect("incubators:enter")
    return render(request, "incubators/enter.html", {"form": form})


@login_required
@require_POST
def open_for_good(request: HttpRequest, slug: str) -> HttpResponse:
    """Open an incubator, after its council's permission and its day were shown once more."""
    incubator = get_object_or_404(Incubator, slug=slug)
    by = signed_in(request.user)
    rules.check_edit_incubator(by=by, incubator=incubator)
    here = reverse("incubators:edit", args=[slug])
    name = in_language(incubator, "name")

    def act() -> None:
        actions.change_state(by=by, incubator=incubator, state=Incubator.State.OPEN)

    stands = obstacle(rules.check_open, by=by, incubator=incubator)
    if stands is None and (
        page := check_answers(
            request,
            _("Open “%(name)s”?") % {"name": name},
            [
                (
                    capfirst(_("opening day")),
                    date_format(incubator.opens_on, "DATE_FORMAT"),  # type: ignore[arg-type] # the rule asked for it
                ),
                *queries.permissions(incubator),
                *[
                    (item.name, _("missing: %(what)s") % {"what": item.missing})
                    for item in missing(incubator)
                ],
            ],
            button=_("Open the incubator"),
            warning=_("From then on everybody reads that it is open."),
            back=here,
        )
    ):
        return page
    attempt(request, act, done=_("The incubator is open."))
    return redirect(here)
