"""What happened at a turn, in each language: from which measure to which, on which cells."""

from django.utils.translation import gettext as _
from django.utils.translation import override

from ligzda.findings.claims import KINDS, Cause
from ligzda.findings.claims.predicates import Probable
from ligzda.findings.claims_register.checking import Held, day_of
from ligzda.findings.models import Claim, EvaluationRun
from ligzda.kernel.texts import Text
from ligzda.languages import CODES, Language
from ligzda.publishing import Numbers


def told_of(claim: Claim, held: Held, run: EvaluationRun) -> Text:
    """Return what happened, in each language."""
    said: dict[str, str] = {}
    for language in CODES:
        with override(language):
            said[language] = _told(claim, held, run, language)
    return Text(said)


def measure(predicate: str, value: float, language: Language) -> str:
    """Write the measure of a predicate: a probability, or an amount in its unit."""
    numbers = Numbers(language)
    kind = KINDS[predicate.partition("(")[0]]
    if issubclass(kind, Probable):
        return numbers.percent(min(max(value, 0.001), 0.999), 1)
    return numbers.decimal(value, 1)


def _told(claim: Claim, held: Held, run: EvaluationRun, language: Language) -> str:
    facts = {"day": Numbers(language).date(day_of(run)), "run": run.pk}
    if held.verdict == "blocked":
        return _("A model that it speaks of was not run as designed (run %(run)s).") % facts
    if held.cause is Cause.WORDING:
        return _("Only the wording has changed, the numbers have not (run %(run)s).") % facts
    if held.cause is Cause.DEVIATION:
        return _("A deviation that touches it, with a bias, was approved (run %(run)s).") % facts
    if not held.computed["public"]:
        return (
            _("The cells as of %(day)s (run %(run)s) are not public, nor is the measure.") % facts
        )
    facts["now"] = measure(claim.predicate, held.computed["measure"], language)
    said = _("On cells as of %(day)s (run %(run)s) the measure is %(now)s.") % facts
    if claim.computed.get("public") and (before := claim.computed.get("measure")) is not None:
        then = measure(claim.predicate, before, language)
        said += " " + _("It was %(then)s before.") % {"then": then}
    return said
