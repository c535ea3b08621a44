"""The desk of a council's decisions: draft, documents, second look, publishing."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from ligzda.kernel import unsaved
from ligzda.kernel.attempt import attempt
from ligzda.kernel.confirm import Facts, changes, check_answers
from ligzda.kernel.edited import STAMP, check_unchanged
from ligzda.kernel.errors import RefusedError, WrongStateError
from ligzda.kernel.models import in_language
from ligzda.kernel.obstacle import may, obstacle
from ligzda.kernel.undo import undo_by
from ligzda.network import actions, queries, rules
from ligzda.network.forms import DecisionForm
from ligzda.network.models import Decision, Municipality
from ligzda.network.rules import signed_in


@login_required
@never_cache
@require_safe
def decisions(request: HttpRequest) -> HttpResponse:
    """List the decisions of the councils that this person writes for, drafts and published."""
    rules.check_keep_decisions(by=request.user)
    return render(request, "network/decisions.html", {"councils": queries.kept_by(request.user)})


@require_safe
def decision(request: HttpRequest, pk: int) -> HttpResponse:
    """Show a decision with its documents; to its writers, what is to be done with a draft."""
    row = queries.decision(pk, request.user)
    context = {
        "row": queries.decision_row(row),
        "decision": row,
        "documents": [
            (document, may(rules.check_read_document, viewer=request.user, document=document))
            for document in row.documents.defer("content").select_related("decision__municipality")
        ],
        "writes": may(rules.check_draft_decision, by=request.user, municipality=row.municipality),
        "may_change": may(rules.check_change_decision, by=request.user, decision=row),
        "obstacle": obstacle(rules.check_publish_decision, by=request.user, decision=row),
    }
    return render(request, "network/decision.html", context)


@login_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def decision_new(request: HttpRequest, slug: str) -> HttpResponse:
    """Begin the draft of a decision."""
    municipality = get_object_or_404(Municipality, slug=slug)
    rules.check_draft_decision(by=request.user, municipality=municipality)
    unsaved.about(request, "network.decision", f"new.{slug}")
    before = Decision.objects.filter(municipality=municipality).order_by("sitting_on").last()
    initial = {"body_lv": before.body_lv, "body_en": before.body_en} if before else {}
    form = DecisionForm(request.POST or None, initial=initial)
    made: list[Decision] = []

    def save() -> None:
        made.append(
            actions.draft_decision(
                by=signed_in(request.user), municipality=municipality, facts_given=form.facts()
            )
        )

    if (
        form.is_valid()
        and not changes(request)
        and attempt(request, save, form=form, done=_("The draft of the decision is saved."))
    ):
        return redirect("network:decision", made[0].pk)
    context = {"form": form, "title": _("New decision")}
    return render(request, "network/decision_edit.html", context)


@login_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def decision_edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Write the draft of a decision."""
    row = queries.decision(pk, request.user)
    rules.check_draft_decision(by=request.user, municipality=row.municipality)
    if request.method == "POST":  # refused, the frame gives back what was typed
        rules.check_change_decision(by=request.user, decision=row)
    elif stands := obstacle(rules.check_change_decision, by=request.user, decision=row):
        messages.error(request, str(stands))
        return redirect("network:decision", pk)
    unsaved.about(request, row)
    form = DecisionForm(request.POST or None, decision=row)

    def save() -> None:
        with transaction.atomic():
            # Whoever saves at the same moment comes after, and is told.
            now = Decision.objects.select_for_update(of=("self",)).get(pk=pk)
            if not form.compare(DecisionForm(decision=now)):
                raise WrongStateError(_("Somebody has saved this draft at this moment."))
            actions.change_decision(
                by=signed_in(request.user), decision=now, facts_given=form.facts()
            )

    if (
        form.is_valid()
        and not changes(request)
        and attempt(request, save, form=form, done=_("The draft of the decision is saved."))
    ):
        return redirect("network:decision", pk)
    context = {"form": form, "title": str(row) or _("Decision"), "decision": row}
    return render(request, "network/decision_edit.html", context)


@login_required
@require_POST
def decision_publish(request: HttpRequest, pk: int) -> HttpResponse:
    """Publish a draft, after it was shown once more as everybody will read it."""
    row = queries.decision(pk, request.user)
    by = signed_in(request.user)
    try:
        rules.check_publish_decision(by=by, decision=row)
        if page := _asked(request, row, alone=row.edited_by_id == by.pk):
            return page
        with transaction.atomic():
            now = Decision.objects.select_for_update(of=("self",)).get(pk=pk)
            check_unchanged(request, _stamp(now))
            actions.publish_decision(by=by, decision=now)
    except RefusedError as refused:
        messages.error(request, str(refused))
    else:
        words = _("The decision is published. Its reference: %(reference)s.")
        messages.success(request, words % {"reference": row.reference})
    return redirect("network:decision", pk)


def _stamp(row: Decision) -> str:
    """Return the stamp of the text together with its papers."""
    papers = sorted(row.documents.values_list("sha256", flat=True))
    return ".".join([DecisionForm(decision=row).stamp(), *papers])


def _asked(request: HttpRequest, row: Decision, *, alone: bool) -> HttpResponse | None:
    form = DecisionForm(decision=row)
    facts: list[tuple[object, object]] = [
        (field.label, words)
        for _title, fields in form.sections()
        for field in fields
        if (words := form.saved_words(field.name))
    ]
    facts += [
        (
            _("Document for everybody") if document.public else _("Document for us alone"),
            document.title,
        )
        for document in row.documents.defer("content")
    ]
    warning = _("What is published never changes again; a later decision is a new one.")
    if alone:
        warning += " " + _(
            "You wrote it last and nobody else of the municipality could look at it: that it was "
            "published without a second look will stand with it."
        )
    told: Facts = facts
    return check_answers(
        request,
        _("Publish “%(title)s”?") % {"title": in_language(row, "document_title")},
        told,
        button=_("Publish, for ever"),
        warning=warning,
        back=reverse("network:decision", args=[row.pk]),
        carried={STAMP: _stamp(row)},
    )


@login_required
@require_POST
def decision_drop(request: HttpRequest, pk: int) -> HttpResponse:
    """Throw a draft away, after a question."""
    row = queries.decision(pk, request.user)
    by = signed_in(request.user)
    try:
        rules.check_change_decision(by=by, decision=row)
        if page := check_answers(
            request,
            _("Throw the draft “%(title)s” away?") % {"title": str(row)},
            [(capfirst(_("documents")), row.documents.count())],
            button=_("Throw the draft away"),
            warning=_("Its documents go with it. It can be undone for ten minutes."),
            back=reverse("network:decision", args=[pk]),
        ):
            return page
        kept = actions.drop_decision(by=by, decision=row)
    except RefusedError as refused:
        messages.error(request, str(refused))
        return redirect("network:decision", pk)
    messages.success(request, _("The draft is thrown away."), undo_by(kept.pk))
    return redirect("network:decisions")
