"""Verbs of claims: draft, approve, check, decide, judge how certain."""

import datetime

from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from ligzda.findings.claims import Cause, Registry, State, check_turn, parse
from ligzda.findings.claims_register import checking, rules
from ligzda.findings.claims_register.deviating import approved
from ligzda.findings.claims_register.grading import judgements
from ligzda.findings.claims_register.registry import as_of, registry, run_for
from ligzda.findings.claims_register.telling import told_of
from ligzda.findings.models import CertaintyRating, Claim, ClaimTurn, EvaluationRun
from ligzda.kernel.errors import WrongStateError
from ligzda.kernel.texts import Text
from ligzda.languages import CODES, spoken
from ligzda.network.audit import record
from ligzda.network.models import User


@transaction.atomic
def draft(*, by: User, predicate: str, known: Registry | None = None) -> Claim:
    """Write down a claim under the next number.

    Raises NotAllowedError, WrongStateError where it is there already, BadDataError that names the
    place in the predicate and the remedy.
    """
    rules.check_write_claims(by=by)
    known = known or registry()
    read = rules.check_predicate(text=predicate, registry=known, language=spoken(get_language()))
    if there := Claim.objects.filter(sha256=read.hash).first():
        raise WrongStateError(_("This is claim %(number)s already.") % {"number": there.number})
    last = Claim.objects.aggregate(last=Max("number"))["last"] or 0
    claim = Claim.objects.create(
        number=last + 1,
        predicate=str(read),
        sha256=read.hash,
        **checking.say(read, known),
        drafted_at=timezone.now(),
        drafted_by=by,
    )
    record(by=by, action="claim.draft", about=claim, after={"predicate": claim.predicate})
    return claim


@transaction.atomic
def approve(*, by: User, claim: Claim, at: datetime.datetime | None = None) -> Claim:
    """Agree to another's claim: from now on it is public and is checked, its looks registered."""
    claim = Claim.objects.select_for_update().get(pk=claim.pk)
    rules.check_approve(by=by, claim=claim)
    at = at or timezone.now()
    rules.check_looks(predicate=parse(claim.predicate), on=timezone.localdate(at))
    claim.approved_at, claim.approved_by = at, by
    claim.save(update_fields=["approved_at", "approved_by"])
    record(by=by, action="claim.approve", about=claim, after={"number": claim.number})
    return claim


@transaction.atomic
def check_claims(*, by: User) -> list[ClaimTurn]:
    """Check every approved claim whose grounds have changed; return the turns.

    A claim is not held against anything where all that it rests on has the hash of the last time.
    """
    rules.check_write_claims(by=by)
    known, runs = registry(), dict[str, EvaluationRun | None]()
    by_day: dict[datetime.date, Registry] = {}
    deviations = approved()
    turns = []
    rows = Claim.objects.filter(approved_at__isnull=False).select_related(
        "run__data_set", "run__release"
    )
    rows = rows.exclude(state__in=[State.WITHDRAWN, State.RETIRED])
    for claim in rows.select_for_update(of=("self",)).order_by("number"):
        predicate = parse(claim.predicate)
        code = predicate.outcome.code  # type: ignore[attr-defined] # every kind has one
        if code not in runs:
            runs[code] = run_for(predicate)
        run = runs[code]
        if run is None:
            continue
        day = checking.day_of(run)
        then = by_day.get(day) or by_day.setdefault(day, as_of(known, day))
        key = checking.key_of(claim, checking.rests_on(predicate, run, then), deviations)
        if key == claim.checked_key:
            continue
        held = checking.hold(claim, run, then, deviations)
        if turn := _check(by, claim, run, held, key):
            turns.append(turn)
    return turns


@transaction.atomic
def decide(*, by: User, claim: Claim, after: str, reason: str) -> ClaimTurn:
    """Take a claim to another state by a person's decision, which says why."""
    rules.check_write_claims(by=by)
    claim = Claim.objects.select_for_update().get(pk=claim.pk)
    rules.check_becomes(claim=claim, after=after)
    rules.check_says_why(reason=reason)
    told = Text(dict.fromkeys(CODES, reason.strip()))
    return _turn(by, claim, State(after), Cause.PERSON, told, claim.run)


@transaction.atomic
def judge(*, by: User, claim: Claim, domain: str, steps: int, reason: str) -> CertaintyRating:
    """Judge a domain of certainty, signed and with a reason, before what was computed."""
    rules.check_write_claims(by=by)
    rules.check_says_why(reason=reason)
    rating = CertaintyRating.objects.create(
        claim=claim,
        domain=domain,
        steps=steps,
        why=Text(dict.fromkeys(CODES, reason.strip())),
        at=timezone.now(),
        by=by,
    )
    told = {"claim": claim.number, "domain": domain, "steps": steps}
    record(by=by, action="claim.judge", about=rating, after=told)
    return rating


def _check(
    by: User, claim: Claim, run: EvaluationRun, held: checking.Held, key: str
) -> ClaimTurn | None:
    turn = None
    if held.after != claim.state:
        told = told_of(claim, held, run)
        turn = _turn(by, claim, held.after, held.cause, told, run)
    claim.verdict, claim.computed = held.verdict, dict(held.computed)
    for language in CODES:
        setattr(claim, language, held.sentences[language])
    claim.run, claim.checked_at, claim.checked_key = run, timezone.now(), key
    claim.save(update_fields=["verdict", "computed", *CODES, "run", "checked_at", "checked_key"])
    if held.verdict:
        there = {row.domain: row for row in claim.ratings.filter(by__isnull=True)}
        CertaintyRating.objects.bulk_create(
            CertaintyRating(claim=claim, domain=one.domain, steps=one.steps, why=one.why,
                            at=claim.checked_at)
            for one in judgements(claim, run)
            if (last := there.get(one.domain)) is None
            or (last.steps, dict(last.why)) != (one.steps, dict(one.why))
        )  # fmt: skip
    return turn


def _turn(
    by: User, claim: Claim, after: State, cause: Cause, told: Text, run: EvaluationRun | None
) -> ClaimTurn:
    before = State(claim.state)
    check_turn(before, after, cause)
    turn = ClaimTurn.objects.create(
        claim=claim,
        before=before.value,
        after=after.value,
        cause=cause.value,
        told=told,
        run=run,
        on=timezone.localdate(),
        at=timezone.now(),
        by=by,
    )
    claim.state = after.value
    claim.save(update_fields=["state"])
    facts = {"number": claim.number, "cause": cause.value}
    record(
        by=by,
        action="claim.turn",
        about=claim,
        before={"state": before.value},
        after={"state": after.value, **facts},
    )
    return turn
