"""A first analysis plan for a trial of the 2^3 models: the TOML that `ligzda evaluate` takes."""

from __future__ import annotations

import math
from dataclasses import dataclass
from decimal import Decimal

from django.utils.formats import localize
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from ligzda.evidence import Plan, PlanError, family_of, parse_plan
from ligzda.evidence.codes import PriorOn
from ligzda.evidence.plan import FixedTerm, RandomTerm, Term
from ligzda.evidence.plan_texts import PlanText
from ligzda.evidence.priors import NORMAL_FORM, STUDENT_FORM
from ligzda.evidence.results import PriorStatement
from ligzda.languages import DEFAULT, Language, spoken
from ligzda.wording import wording

TWO_SIDED = 1.96
"""Standard deviations that hold 95 % of a normal density."""


@dataclass(frozen=True)
class Summary:
    """A plan as people read it: the outcome, the terms, the contrasts.

    Of each term: its name, its kind, its prior, what that prior takes for likely, and why.
    """

    title: str
    outcome: str
    mid_pp: float | None
    terms: list[tuple[str, str, str, str, str]]
    contrasts: list[str]
    elsewhere: bool
    """Whether the plan's words are not said in the reader's language, as far as it tells."""


def summary(text: str) -> Summary | None:
    """Read a plan for people; None where it cannot be read."""
    try:
        plan = parse_plan(text)
    except PlanError:
        return None
    language = spoken(get_language())
    words = plan.texts.get(language, PlanText())
    kinds = {
        "fixed": _("fixed"),
        "random": _("random, its SD"),
        "student-t": _("random, Student-t, its scale"),
        "shrunk": _("shrunk, its SD"),
    }
    terms = []
    for term in plan.terms:
        fixed = isinstance(term, FixedTerm)
        kind = "fixed" if fixed else "shrunk" if hasattr(term, "products") else "random"
        kind = STUDENT_FORM if _df(term) else kind
        prior = _prior(term, language)
        name = words.terms.get(term.name) or _known(plan, term)
        why = words.reasons.get(term.name, term.why)
        terms.append((name, kinds[kind], prior, _meaning(plan, term), why))
    contrasts = [words.contrasts.get(c.name, c.name) for c in plan.contrasts]
    # Without any text the names are of no language; with some, they are of the one left out.
    elsewhere = language not in plan.texts and (not plan.texts or language == DEFAULT)
    title = words.title or plan.name
    outcome = _outcome(plan, words.outcome or plan.outcome.name)
    return Summary(title, outcome, _points(plan), terms, contrasts, elsewhere)


def _prior(term: Term, language: Language) -> str:
    """Return a term's prior as the reader's language writes densities and numbers."""
    form, arguments = (
        (NORMAL_FORM, (term.prior.mean, term.prior.sd))
        if isinstance(term, FixedTerm)
        else (term.sd.form, term.sd.arguments)
    )
    say = wording(language).prior
    said = say(PriorStatement(term.name, form, tuple(arguments), PriorOn.PARAMETER, ""))
    if df := _df(term):
        tails = PriorStatement(term.name, STUDENT_FORM, (df,), PriorOn.EFFECTS, "")
        return f"{said}; {say(tails)}"
    return said


def _df(term: Term) -> float | None:
    """Return the degrees of freedom of a term's Student-t effects; None of normal ones."""
    return term.df if isinstance(term, RandomTerm) else None


def _known(plan: Plan, term: Term) -> str:
    """Return a term by what it is for people, where the plan tells; else by its name."""
    roles = {plan.roles.arm: _("model"), plan.roles.site: _("incubator")}
    if not term.columns:
        return _("expected level")
    return roles.get(term.columns[0], term.name) if len(term.columns) == 1 else term.name


def _outcome(plan: Plan, name: str) -> str:
    better = _("more is better") if plan.outcome.better == "higher" else _("less is better")
    family = wording(spoken(get_language())).word("family", plan.outcome.family)
    return f"{name} ({family}; {better})"


def _meaning(plan: Plan, term: Term) -> str:
    """Say between what a prior expects a term with 95 % probability; “” where that is not plain.

    In sum coding the sides of a factor of two levels lie two coefficients apart.
    """
    if isinstance(term, FixedTerm):
        beyond = TWO_SIDED * term.prior.sd
        if not term.columns and plan.outcome.link == "logit":
            ends = (100 * _share(term.prior.mean - beyond), 100 * _share(term.prior.mean + beyond))
            words = _("a share from %(low)s %% to %(high)s %%, with 95 %% probability")
            return words % {"low": _figure(ends[0]), "high": _figure(ends[1])}
        if term.coding == "sum" and plan.outcome.link == "logit" and not term.prior.mean:
            odds = math.exp(2 * beyond)
            words = _(
                "odds ratio between its sides from %(low)s to %(high)s, with 95 %% probability"
            )
            return words % {"low": _figure(1 / odds), "high": _figure(odds)}
        return ""
    if term.sd.form != "half-normal":
        return ""
    limit = {"limit": _figure(TWO_SIDED * term.sd.arguments[0])}
    if _df(term):
        return _("scale below %(limit)s, with 95 %% probability") % limit
    return _("SD below %(limit)s, with 95 %% probability") % limit


def _share(logit: float) -> float:
    return 1 / (1 + math.exp(-logit)) if logit > -700 else 0.0


def _figure(value: float) -> str:
    """Return two significant figures, as the reader's language writes them."""
    return str(localize(Decimal(f"{value:.2g}").normalize() + 0))


def _points(plan: Plan) -> float | None:
    """Return the smallest difference that matters in percentage points, for shares."""
    shares = family_of(plan.outcome).is_share
    # 0.07 × 100 is 7.000000000000001, which a page would show as 7.0.
    return round(plan.mid * 100, 10) if shares and plan.mid is not None else None


IN_ONE_LANGUAGE = """\
# The analysis plan of the trial. `ligzda evaluate DATA --plan THIS` carries it out;
# `ligzda design THIS` says beforehand what it can show. docs/evidence.md describes every key.
title = "Main effects of host, route and demand"

[outcome]
name = "in paid activity after 12 months"
family = "binomial"
successes = "in_paid_activity"
trials = "participants"
better = "higher"
# The smallest difference that would change a decision: ten percentage points.
mid = 0.10

[roles]
site = "incubator"
arm = "model"

[[terms]]
name = "intercept"
kind = "fixed"
prior = "normal(-0.6, 1)"
why = "about 35 % in paid activity, anything from 8 % to 79 % being conceivable"

[[terms]]
name = "A"
kind = "fixed"
columns = ["A"]
coding = "sum"
prior = "normal(0, 0.5)"
why = "host: an odds ratio beyond 7 between its sides would surprise us"

[[terms]]
name = "B"
kind = "fixed"
columns = ["B"]
coding = "sum"
prior = "normal(0, 0.5)"
why = "route: as for the host"

[[terms]]
name = "C"
kind = "fixed"
columns = ["C"]
coding = "sum"
prior = "normal(0, 0.5)"
why = "demand: as for the host"

[[terms]]
name = "model"
kind = "random"
columns = ["model"]
sd = "half-normal(0.2)"
why = "what a model does beyond its three main effects; interactions are expected to be smaller"

[[terms]]
name = "incubator"
kind = "random"
columns = ["incubator"]
sd = "half-normal(0.5)"
why = "differences between municipalities; .2 to .4 logit were seen elsewhere"

[[contrasts]]
name = "A: outside body instead of municipality"
column = "A"
level = "+"
versus = "-"

[[contrasts]]
name = "B: enterprise route instead of job route"
column = "B"
level = "+"
versus = "-"

[[contrasts]]
name = "C: anchored demand instead of open market"
column = "C"
level = "+"
versus = "-"
"""
"""The template as protocols began with it before plans had words in two languages.

Questions that were asked of it stay readable to all (trial.power.runs).
"""

TEMPLATE = (
    IN_ONE_LANGUAGE
    + """
# What readers of Latvian are told; the names above are the same everywhere.
[text.lv]
title = "Saimnieka, ceļa un pieprasījuma galvenās ietekmes"
outcome = "apmaksātā nodarbinātībā pēc 12 mēnešiem"

[text.lv.reasons]
intercept = "apmaksātā nodarbinātībā ap 35 %, iespējami no 8 % līdz 79 %"
A = "saimnieks: pārsteigtu, ja izredžu attiecība starp tā pusēm pārsniegtu 7"
B = "ceļš: tāpat kā saimniekam"
C = "pieprasījums: tāpat kā saimniekam"
model = "ko modelis dod papildus trim galvenajām ietekmēm; mijiedarbības sagaidāmas mazākas"
incubator = "atšķirības starp pašvaldībām; citur novērots no 0,2 līdz 0,4 logit vienībām"

[text.lv.contrasts]
"A: outside body instead of municipality" = "A: cita organizācija pašvaldības vietā"
"B: enterprise route instead of job route" = "B: uzņēmuma ceļš darba ceļa vietā"
"C: anchored demand instead of open market" = "C: nodrošināts pieprasījums brīvā tirgus vietā"
"""
)
