"""Pages of those who write claims: a new one, what waits, approving, deciding, judging."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from ligzda.findings.claims import State
from ligzda.findings.claims_register import actions, queries, rules
from ligzda.findings.claims_register.forms import ClaimForm, DecideForm, JudgeForm
from ligzda.findings.claims_register.page import shown
from ligzda.findings.claims_register.registry import registry
from ligzda.findings.claims_register.shown import STATES
from ligzda.findings.models import Claim
from ligzda.kernel.attempt import attempt
from ligzda.kernel.errors import NotFoundError
from ligzda.kernel.obstacle import obstacle
from ligzda.languages import spoken
from ligzda.network.rules import signed_in


@login_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def claim_new(request: HttpRequest) -> HttpResponse:
    """Write a claim; what is wrong is told beside what was typed."""
    rules.check_write_claims(by=request.user)
    form = ClaimForm(request.POST or None)
    drafted = []

    def draft() -> None:
        claim = actions.draft(by=signed_in(request.user), **form.cleaned_data)
        drafted.append(claim.number)

    done = _("The claim is a draft. Another person approves it.")
    if form.is_valid() and attempt(request, draft, form=form, done=done):
        return redirect("findings:queue")
    language = spoken(get_language())
    known = registry()
    context = {
        "form": form,
        "outcomes": [
            (f"{one.code}@{one.version}", one.unit, one.name[language])
            for one in known.outcomes.values()
        ],
        "example": (
            'factor(factor: "C", level: "+", over: "-", outcome: in_paid_activity@1, by: 5 pp, '
            "sure: 0.9, enter: 0.02, leave: 0.1, looks: [2027-03-31])"
        ),
    }
    return render(request, "findings/claim_new.html", context)


@login_required
@never_cache
@require_safe
def queue(request: HttpRequest) -> HttpResponse:
    """Show what waits for a person: what turned, drafts, what cannot be checked."""
    rules.check_write_claims(by=request.user)
    language = spoken(get_language())
    waiting = queries.queue(request.user)
    context = {
        "turned": [(shown(row, language), due) for row, due in waiting.turned],
        "drafts": [
            (row, getattr(row, language), obstacle(rules.check_approve, by=request.user, claim=row))
            for row in waiting.drafts
        ],
        "unanswered": [shown(row, language) for row in waiting.unanswered],
        "last_turn": waiting.last_turn,
        "hours": waiting.hours,
    }
    return render(request, "findings/claim_queue.html", context)


@login_required
@never_cache
@require_POST
def approve(request: HttpRequest, number: int) -> HttpResponse:
    """Approve another's draft."""
    claim = _known(number)
    attempt(
        request,
        lambda: actions.approve(by=signed_in(request.user), claim=claim),
        done=_("Claim %(number)s is approved and public.") % {"number": number},
    )
    return redirect("findings:queue")


@login_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def decide(request: HttpRequest, number: int) -> HttpResponse:
    """Take a claim to another state, with a reason."""
    rules.check_write_claims(by=request.user)
    claim = _known(number)
    allowed = rules.allowed(claim)
    form = DecideForm(request.POST or None, allowed=allowed)
    if form.is_valid() and attempt(
        request,
        lambda: actions.decide(by=signed_in(request.user), claim=claim, **form.cleaned_data),
        form=form,
        done=_("The decision is kept with its reason."),
    ):
        return redirect("findings:queue")
    context = {
        "claim": claim,
        "sentence": getattr(claim, spoken(get_language())),
        "word": STATES[State(claim.state)],
        "allowed": allowed,
        "form": form,
    }
    return render(request, "findings/claim_decide.html", context)


@login_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def judge(request: HttpRequest, number: int) -> HttpResponse:
    """Judge how far a domain lowers the certainty of a claim."""
    rules.check_write_claims(by=request.user)
    claim = _known(number)
    form = JudgeForm(request.POST or None)
    if form.is_valid() and attempt(
        request,
        lambda: actions.judge(by=signed_in(request.user), claim=claim, **form.cleaned_data),
        form=form,
        done=_("The judgement is kept with your name and reason."),
    ):
        return redirect("findings:queue")
    context = {
        "claim": claim,
        "sentence": getattr(claim, spoken(get_language())),
        "form": form,
    }
    return render(request, "findings/claim_judge.html", context)


def _known(number: int) -> Claim:
    claim = Claim.objects.filter(number=number).first()
    if claim is None:
        raise NotFoundError(_("There is no claim of this number."))
    return claim
