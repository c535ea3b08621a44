"""Pages of the line: who waits in which order, an offer, what was said to it."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from ligzda.kernel.attempt import attempt
from ligzda.kernel.confirm import check_answers
from ligzda.kernel.errors import NotFoundError
from ligzda.kernel.obstacle import may
from ligzda.network.rules import signed_in
from ligzda.people.actions import note_reading
from ligzda.people.applications import offers, queries, rules
from ligzda.people.applications.forms import OfferForm
from ligzda.people.applications.line import RULE
from ligzda.people.applications.views import here_of
from ligzda.people.applications.waiting_models import PlaceOffer
from ligzda.people.rules import check_approve


@login_required
@never_cache
@require_safe
def line(request: HttpRequest) -> HttpResponse:
    """Show who waits for a place, by which rule, and what is offered."""
    here = here_of(request)
    incubator = queries.incubator_of(here)
    context = {
        "municipality": here,
        "incubator": incubator,
        "rows": queries.line(incubator) if incubator else [],
        "rule": RULE,
        "offers": may(check_approve, by=request.user, municipality=here),
        "personal": [PlaceOffer.Answer.TAKEN, PlaceOffer.Answer.LATER],
    }
    return render(request, "people/line.html", context)


@login_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def offer(request: HttpRequest, pk: int) -> HttpResponse:
    """Offer a place to somebody who waits; say why those who stand before them are passed over."""
    row = queries.waiting_place(request.user, pk)
    by = signed_in(request.user)
    rules.check_offer(by=by, waiting=row)
    passed = offers.to_be_explained(row)
    form = OfferForm(request.POST or None, passed=passed)

    def save() -> None:
        given = form.cleaned_data
        offers.offer(
            by=by,
            waiting=row,
            begins_on=given["begins_on"],
            answer_until=given["answer_until"],
            skips=form.skips(),
        )

    if form.is_valid() and attempt(request, save, form=form, done=_("The place is offered.")):
        return redirect("people:line")
    note_reading(by=by, people=[row.person], what="line")
    return render(request, "people/offer.html", {"row": row, "form": form, "rule": RULE})


@login_required
@require_POST
def line_answer(request: HttpRequest, pk: int) -> HttpResponse:
    """Write down what somebody said to an offer, take it back, or let them leave the line."""
    row = queries.waiting_place(request.user, pk)
    by = signed_in(request.user)
    said = request.POST.get("said", "")
    if said == "leave":
        page = check_answers(
            request, _("Does %(who)s not wait any more?") % {"who": row.application},
            button=_("They do not wait any more"), back=reverse("people:line"),
        )  # fmt: skip
        if page:
            return page
        attempt(request, lambda: offers.leave(by=by, waiting=row),
                done=_("They do not wait any more."))  # fmt: skip
        return redirect("people:line")
    open_offer = PlaceOffer.objects.select_related("waiting").filter(waiting=row, answer="").first()
    if open_offer is None:
        raise NotFoundError(_("Nothing is offered to this person now."))
    if said == "recall":
        attempt(request, lambda: offers.recall(by=by, offer=open_offer),
                done=_("The offer is taken back."))  # fmt: skip
    else:
        attempt(request, lambda: offers.answer(by=by, offer=open_offer, said=said),
                done=_("The answer is written down."))  # fmt: skip
    return redirect("people:line")
