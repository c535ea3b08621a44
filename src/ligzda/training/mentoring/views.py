"""Pages of mentoring: who offers, who asks, who accompanies whom, what they note."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from ligzda.kernel import unsaved
from ligzda.kernel.attempt import attempt
from ligzda.kernel.confirm import changes, check_answers
from ligzda.kernel.errors import NotAllowedError, NotFoundError, RefusedError
from ligzda.kernel.obstacle import may, obstacle
from ligzda.network.rules import signed_in
from ligzda.training.mentoring import actions, queries, rules
from ligzda.training.mentoring.forms import MeetingForm, NoteForm, OfferForm, WishForm
from ligzda.training.mentoring.models import MentoringPair, MentorWish

if TYPE_CHECKING:
    from ligzda.network.models import User


@login_required
@never_cache
@require_safe
def mentoring(request: HttpRequest) -> HttpResponse:
    """Show a mentor their offer, a participant their wish, a manager who waits; their pairs."""
    rules.check_mentoring(by=request.user)
    by = signed_in(request.user)
    context = {
        "offers": may(rules.check_offer, by=by),
        "offer": queries.offer_of(by),
        "asks": bool(queries.asks_in(by)),
        "wish": queries.wish_of(by),
        "manages": bool(queries.matches_in(by)),
        "wishes": queries.wishes_for(by),
        "pairs": [(pair, rules.lasts(pair)) for pair in queries.pairs_of(by)],
    }
    return render(request, "training/mentoring.html", context)


@login_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def offer(request: HttpRequest) -> HttpResponse:
    """Say what one can help with, in which languages, and when."""
    rules.check_offer(by=request.user)
    by = signed_in(request.user)
    form = OfferForm(request.POST or None, offer=queries.offer_of(by))

    def save() -> None:
        given = form.cleaned_data
        actions.offer(
            by=by,
            topics=given["topics"],
            languages=given["languages"],
            places=given["places"],
            hours=form.hours(),
        )

    if form.is_valid() and attempt(request, save, form=form, done=_("Your offer is saved.")):
        return redirect("training:mentoring")
    return render(request, "training/mentor_offer.html", {"form": form})


@login_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def wish(request: HttpRequest) -> HttpResponse:
    """Ask for a mentor, or take that back."""
    by = signed_in(request.user)
    where = queries.asks_in(by)
    if not where:
        raise NotAllowedError(_("A mentor can be asked for by participants."))
    if "take_back" in request.POST:
        attempt(request, lambda: actions.take_back(by=by), done=_("Your wish is taken back."))
        return redirect("training:mentoring")
    form = WishForm(request.POST or None)

    def save() -> None:
        given = form.cleaned_data
        actions.ask(by=by, municipality=where[0], topic=given["topic"], language=given["language"])

    done = _("You have asked. The manager of your incubator looks for a mentor.")
    if form.is_valid() and attempt(request, save, form=form, done=done):
        return redirect("training:mentoring")
    return render(request, "training/mentor_wish.html", {"form": form})


@login_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def match(request: HttpRequest, pk: int) -> HttpResponse:
    """Suggest who fits a wish, and why; confirm one of them."""
    row = MentorWish.objects.select_related("municipality", "participant").filter(pk=pk).first()
    if row is None:
        raise NotFoundError(_("There is no such wish."))
    rules.check_match(by=request.user, municipality=row.municipality)
    found = queries.suggestions(row)
    if request.method == "POST":
        chosen = next(
            (each.mentor for each in found if str(each.mentor.pk) == request.POST.get("mentor")),
            None,
        )
        if chosen is None:
            messages.error(request, _("Choose one of the mentors who fit."))
        elif page := check_answers(
            request,
            _("Make a pair of these two?"),
            [
                (_("Participant"), row.participant),
                (_("Mentor"), chosen),
                (_("Topic"), row.get_topic_display()),
            ],
            button=_("Make the pair"),
            back=reverse("training:match", args=[pk]),
        ):
            return page
        elif attempt(request, lambda: _confirm(request, row, chosen), done=_("They are a pair.")):
            return redirect("training:mentoring")
    context = {
        "wish": row,
        "found": found,
        "obstacle": obstacle(rules.check_confirm, by=request.user, wish=row),
    }
    return render(request, "training/mentor_match.html", context)


def _confirm(request: HttpRequest, row: MentorWish, mentor: User) -> None:
    actions.confirm(by=signed_in(request.user), wish=row, mentor=mentor)


@login_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def pair(request: HttpRequest, pk: int) -> HttpResponse:
    """Show what a pair has done and noted; take a meeting or a note."""
    row = _pair(request, pk)
    by = signed_in(request.user)
    unsaved.about(request, row)
    posted = request.POST if request.method == "POST" else None
    meeting = MeetingForm(posted if posted and "minutes" in posted else None)
    note = NoteForm(posted if posted and "text" in posted else None)

    def meet() -> None:
        given = meeting.cleaned_data
        actions.record_meeting(by=by, pair=row, day=given["day"], minutes=given["minutes"])

    def write() -> None:
        actions.note(by=by, pair=row, text=note.cleaned_data["text"])

    if meeting.is_valid() and attempt(request, meet, form=meeting, done=_("It is recorded.")):
        return redirect("training:pair", pk)
    if (
        note.is_valid()
        and not changes(request)
        and attempt(request, write, form=note, done=_("The note is written."))
    ):
        return redirect("training:pair", pk)
    context = {
        "pair": row,
        "lasts": rules.lasts(row),
        "meetings": row.meetings.all(),
        "minutes": sum(each.minutes for each in row.meetings.all()),
        "notes": row.notes.select_related("written_by"),
        "meeting": meeting,
        "note": note,
        "offer": queries.offer_of(row.mentor),
    }
    return render(request, "training/mentoring_pair.html", context)


@login_required
@require_POST
def pair_end(request: HttpRequest, pk: int) -> HttpResponse:
    """End a pair, after a question."""
    row = _pair(request, pk)
    by = signed_in(request.user)
    try:
        rules.check_end_pair(by=by, pair=row)
        if page := check_answers(
            request,
            _("End this pair?"),
            [(_("Participant"), row.participant), (_("Mentor"), row.mentor)],
            button=_("End the pair"),
            warning=_("What was noted stays readable for the two and the manager."),
            back=reverse("training:pair", args=[pk]),
        ):
            return page
        actions.end_pair(by=by, pair=row)
    except RefusedError as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, _("The pair has ended."))
    return redirect("training:mentoring")


def _pair(request: HttpRequest, pk: int) -> MentoringPair:
    """Return a pair that this person may read. Raises NotFoundError: others' are not known of."""
    row = (
        MentoringPair.objects.select_related("mentor", "participant", "municipality")
        .filter(pk=pk)
        .first()
    )
    if row is None or not may(rules.check_see_pair, by=request.user, pair=row):
        raise NotFoundError(_("There is no such pair."))
    return row
