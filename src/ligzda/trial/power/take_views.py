"""Taking an answer over into the draft of the protocol: filled in, looked at, then saved."""

from collections.abc import Mapping
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.formats import date_format, number_format
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.http import require_safe

from ligzda.kernel.errors import NotFoundError
from ligzda.kernel.templatetags.ligzda import percent, points
from ligzda.languages import CODES
from ligzda.trial.power.models import DesignRun
from ligzda.trial.power.runs import readable
from ligzda.trial.power.verdict import verdict
from ligzda.trial.power.views import layouts
from ligzda.trial.registry import queries, rules
from ligzda.trial.registry.edit_views import edit_page
from ligzda.trial.registry.fields import Answer, Content, by_language, label_of
from ligzda.trial.registry.forms import ProtocolForm

SECTION = "design"


@login_required
@require_safe
def power_take(request: HttpRequest, key: str, design: int) -> HttpResponse:
    """Show the draft's section on the design as one of the answer's designs would fill it in."""
    rules.check_design_trial(by=request.user)
    row = readable(request.user).filter(key=key).first()
    answers = (row.answer or []) if row else []
    if row is None or not 1 <= design <= len(answers):
        raise NotFoundError(_("Nobody has asked this yet."))
    version = queries.draft()
    if version is None:
        raise NotFoundError(_("There is no draft of the protocol: begin a version first."))
    suggested = suggestion(row, answers[design - 1], version.content)
    form = ProtocolForm(version=version, section=SECTION)
    before = {name: form.saved_words(name) for name in suggested}
    form.suggest(suggested)
    taken = [(label_of(name), form[name].id_for_label, before[name]) for name in suggested]
    return edit_page(
        request,
        version,
        form,
        SECTION,
        action=f"{reverse('trial:edit', args=[str(version)])}?section={SECTION}",
        taken=taken,
        asked=row,
    )


def suggestion(row: DesignRun, answer: Mapping[str, Any], content: Content) -> dict[str, Answer]:
    """Return the protocol's fields as an answer fills them in.

    Words go below those that are there, in every language; figures replace figures.
    """
    candidate = answer["candidate"]
    there = by_language(content.get("rationale", ""))
    why: dict[str, str] = {}
    for code in CODES:
        with override(code):
            why[code] = "\n\n".join(filter(None, [there.get(code, ""), _reason(row, answer)]))
    return {
        "clusters": str(candidate["sites"]),
        "size": str(candidate["participants"]),
        "detectable": f"{answer['detectable_pp']:.1f}",
        "rationale": why,
    }


def _reason(row: DesignRun, answer: Mapping[str, Any]) -> str:
    candidate, question = answer["candidate"], row.question["question"]
    judged = verdict(dict(answer), question["mid"])
    return _(
        "Simulated on %(day)s (%(layout)s; %(sites)s incubators, %(people)s people each, SD "
        "between incubators %(sd)s logit): a difference of %(mid)s percentage points around "
        "%(base)s is missed in %(missed)s of the trials (simulation: %(low)s to %(high)s). From "
        "the records alone a difference of %(detectable)s percentage points is found with 80 %% "
        "power. Question %(key)s."
    ) % {
        "day": date_format(row.asked_at, "SHORT_DATE_FORMAT"),
        "layout": layouts()[candidate["layout"]],
        "sites": candidate["sites"],
        "people": candidate["participants"],
        "sd": number_format(candidate["site_sd"]),
        "mid": points(question["mid"]),
        "base": percent(question["base"]),
        "missed": percent(judged.missed),
        "low": percent(judged.low),
        "high": percent(judged.high),
        "detectable": number_format(answer["detectable_pp"], 1),
        "key": row.key[:8],
    }
