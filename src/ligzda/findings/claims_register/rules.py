"""Who writes claims, who agrees to them, who decides about them."""

import datetime

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ligzda.findings.claims import TURNS, Cause, ClaimError, Predicate, Registry, State, parse
from ligzda.findings.claims_register.shown import STATES
from ligzda.findings.models import Claim
from ligzda.kernel.errors import BadDataError, NotAllowedError, WrongStateError
from ligzda.languages import Language
from ligzda.network.roles import Permission
from ligzda.network.rules import Viewer, check_permission
from ligzda.wording import wording

DECISIONS = (State.UNDER_REVIEW, State.DRAFT, State.WITHDRAWN, State.RETIRED)
"""What a person decides; all else is computed."""


def check_write_claims(*, by: Viewer) -> None:
    """Claims are written, checked and queued for who evaluates the trial."""
    check_permission(
        by,
        Permission.DESIGN_TRIAL,
        _("Claims are written by those who evaluate the trial."),
    )


def check_approve(*, by: Viewer, claim: Claim) -> None:
    """Another person than the author agrees; only once, and only to what is still a draft."""
    check_permission(
        by,
        Permission.REGISTER_TRIAL,
        _("Claims are approved by those who register the trial's protocol."),
    )
    if claim.drafted_by_id == getattr(by, "pk", None):
        raise NotAllowedError(_("You wrote this claim: another person approves it."))
    if claim.approved_at is not None or claim.state != State.DRAFT:
        raise WrongStateError(_("Only a draft that nobody has approved yet can be approved."))


def check_looks(*, predicate: Predicate, on: datetime.date) -> None:
    """A look is registered by the approval, so before anybody can know what it will show."""
    past = [day for day in predicate.looks if day < on]
    if past:
        raise WrongStateError(
            _(
                "A look lies before the approval: %(day)s. What the cells of that day say may be "
                "known already; withdraw the claim and write it with looks to come."
            )
            % {"day": date_format(past[0], "SHORT_DATE_FORMAT")}
        )


def check_becomes(*, claim: Claim, after: str) -> None:
    """A person takes a claim only where the table of turns lets a person take it."""
    if after not in allowed(claim):
        raise WrongStateError(
            _("A claim that is “%(before)s” cannot become “%(after)s” by a decision.")
            % {"before": STATES[State(claim.state)], "after": STATES[State(after)]}
        )


def allowed(claim: Claim) -> list[State]:
    """Return the states that a person may take a claim to."""
    before = State(claim.state)
    return [one for one in DECISIONS if Cause.PERSON in TURNS.get((before, one), ())]


def check_accept_upgrade(*, by: Viewer, seen: bool) -> None:
    """A new engine is accepted by who evaluates the trial, who has seen what it would turn."""
    check_write_claims(by=by)
    if not seen:
        raise WrongStateError(_("What the new engine would turn is not listed yet."))


def check_says_why(*, reason: str) -> None:
    """A decision without a reason is none."""
    if not reason.strip():
        raise BadDataError(_("Write why: the reason stays beside the claim."))


def check_predicate(*, text: str, registry: Registry, language: Language) -> Predicate:
    """Return the predicate; BadDataError names the place and the remedy."""
    try:
        predicate = parse(text)
        registry.check(predicate)
    except ClaimError as error:
        said = wording(language).remark(error.remark)
        raise BadDataError(f"{place(error.place)}: {said}") from None
    return predicate


def place(name: str) -> str:
    """Return where in a predicate something is wrong, in words where there are some."""
    word, _blank, number = name.partition(" ")
    if word == "column":
        return _("character %(number)s") % {"number": number}
    return str(_PLACES.get(name, name))


_PLACES = {
    "predicate": gettext_lazy("The predicate"),
    "kind": gettext_lazy("Kind of claim"),
    "outcome": gettext_lazy("Outcome"),
    "model": gettext_lazy("Model"),
    "looks": gettext_lazy("Looks"),
}
