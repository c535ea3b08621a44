"""May I use this machine? Pages of who may, why not, and what to do next."""

import segno
from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from ligzda.incubators.bookings.rules import check_book, instructors
from ligzda.incubators.models import Equipment
from ligzda.incubators.places.queries import incubator_of
from ligzda.incubators.rights import actions, queries, rules
from ligzda.incubators.rights.forms import EndForm
from ligzda.incubators.rights.rules import NoRightError
from ligzda.kernel.attempt import attempt
from ligzda.kernel.confirm import changes, check_answers
from ligzda.kernel.errors import NotAllowedError, RefusedError
from ligzda.kernel.obstacle import may, obstacle
from ligzda.network.rules import signed_in


@require_safe
def short(request: HttpRequest, pk: int) -> HttpResponse:
    """Lead from the address on the sticker to the page in the reader's language."""
    return redirect("incubators:may_use", pk)


@never_cache
@login_required
@require_safe
def may_use(request: HttpRequest, pk: int) -> HttpResponse:
    """Say in one word whether the person may use a machine now; then why, and what to do next.

    Of another municipality's machine it tells no more than of a number that there is not.
    """
    person, machine = signed_in(request.user), queries.machine(pk)
    context: dict[str, object] = {"number": pk, "machine": machine, "may": True}
    try:
        if machine is None:
            raise NotAllowedError(_("You hold no role in the incubator of this machine."))
        rules.check_may_use_now(person=person, equipment=machine)
    except NotAllowedError as refused:
        context |= {"machine": None, "may": False, "why": str(refused)}
        return render(request, "incubators/may_use.html", context)
    except NoRightError as refused:
        context |= {"may": False, "why": refused.why, "way": refused.way}
    except RefusedError as refused:
        context |= {"may": False, "why": str(refused)}
    assert machine is not None
    context["books"] = may(check_book, by=person, incubator=machine.incubator)
    context["instructors"] = instructors(machine.incubator, timezone.localdate())
    return render(request, "incubators/may_use.html", context)


@login_required
@require_safe
def sticker(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Show the sticker of a machine, to print and put on it."""
    incubator = incubator_of(request.user, slug)
    machine = get_object_or_404(Equipment, pk=pk, incubator=incubator)
    address = str(settings.WAGTAILADMIN_BASE_URL).rstrip("/") + reverse("machine", args=[pk])
    context = {
        "incubator": incubator,
        "machine": machine,
        "address": address,
        "square": square(address),
    }
    return render(request, "incubators/sticker.html", context)


def square(address: str) -> SafeString:
    """Return a QR code as SVG. Capitals make it smaller; the short address answers to them."""
    made = segno.make(address.upper(), error="m")
    return mark_safe(made.svg_inline(border=2, omitsize=True, dark="#000", light="#fff"))


@login_required
@require_safe
def rights(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Show who may use a machine, since when and until when, and who may no longer."""
    incubator = incubator_of(request.user, slug)
    machine = get_object_or_404(Equipment, pk=pk, incubator=incubator)
    rules.check_see_rights(viewer=request.user, equipment=machine)
    rows = queries.rights_to(machine)
    context = {
        "incubator": incubator,
        "machine": machine,
        "holding": [row for row in rows if row.holds],
        "over": [row for row in rows if not row.holds],
        "way": rules.way_to(machine),
    }
    return render(request, "incubators/rights.html", context)


@never_cache
@login_required
def end(request: HttpRequest, pk: int) -> HttpResponse:
    """End a right at once, for a reason, once it was looked at again."""
    row = queries.right(pk)
    rules.check_see_rights(viewer=request.user, equipment=row.equipment)
    back = reverse("incubators:rights", args=[row.incubator.slug, row.equipment_id])
    form = EndForm(request.POST or None)
    if form.is_valid() and not changes(request):
        because = form.cleaned_data["because"]
        if page := check_answers(
            request,
            _("End the right of %(person)s to %(machine)s?")
            % {"person": row.person, "machine": row.equipment},
            [(form["because"].label, because)],
            button=_("End it now"),
            warning=_("It opens nothing from this moment; a new one comes with a new certificate."),
            back=back,
        ):
            return page

        def act() -> None:
            actions.end_right(by=signed_in(request.user), authorisation=row, because=because)

        if attempt(request, act, form=form, done=_("The right is ended.")):
            return redirect(back)
    context = {
        "incubator": row.incubator,
        "form": form,
        "row": row,
        "back": back,
        "obstacle": obstacle(rules.check_end_right, by=request.user, authorisation=row),
    }
    return render(request, "incubators/right_end.html", context)


@never_cache
@login_required
@require_safe
def mine(request: HttpRequest) -> HttpResponse:
    """Show which machines the person may use, until when, and what ended."""
    rows = queries.rights_of(signed_in(request.user))
    return render(request, "incubators/my_rights.html", {"rows": rows})
