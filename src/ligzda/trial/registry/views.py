"""Pages of the protocol."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from ligzda.blueprints import queries as blueprints
from ligzda.incubators import queries as incubators
from ligzda.kernel.confirm import check_answers
from ligzda.kernel.edited import STAMP, check_unchanged
from ligzda.kernel.errors import (
    BadDataError,
    NotFoundError,
    WrongStateError,
)
from ligzda.kernel.hashing import sha256
from ligzda.kernel.obstacle import may, obstacle
from ligzda.kernel.undo import undo_by
from ligzda.languages import CODES, LANGUAGES, spoken
from ligzda.network.rules import signed_in
from ligzda.trial.registry import actions, queries, rules
from ligzda.trial.registry.fields import (
    SECTIONS,
    Answer,
    said,
    untranslated,
)
from ligzda.trial.registry.models import ProtocolVersion
from ligzda.trial.registry.plan_text import TEMPLATE, summary
from ligzda.trial.registry.shown import shown


def protocol(request: HttpRequest) -> HttpResponse:
    """List the versions of the protocol; begin the first."""
    if request.method == "POST":
        try:
            version = actions.begin_version(
                by=signed_in(request.user),
                content=_first_words(),
                plan=TEMPLATE,
                models=blueprints.newest_versions(),
            )
        except WrongStateError as refused:
            messages.error(request, str(refused))
            return redirect("trial:protocol")
        return _written(version)
    rows = queries.protocols(request.user)
    seen = {row.pk for row in rows}
    context = {
        "rows": rows,
        "in_force": queries.registered(),
        "hidden": [row for row in queries.hidden_versions() if row.pk not in seen],
        "may_begin": may(rules.check_begin_version, by=request.user) and not rows,
        "may_design": may(rules.check_design_trial, by=request.user),
    }
    return render(request, "trial/protocol.html", context)


def _written(version: ProtocolVersion) -> HttpResponse:
    """Lead to the first section of a new draft."""
    return redirect(f"{reverse('trial:edit', args=[str(version)])}?section={SECTIONS[0].key}")


def _first_words() -> dict[str, Answer]:
    """Return what is known before anybody writes, so that the form does not begin empty."""
    found: dict[str, Answer] = {"status": "preparing", "data_seen": "none"}
    found["clusters"] = str(len(incubators.incubators()))
    words: dict[str, dict[str, str]] = {}
    for code in CODES:
        with override(code):
            for key, text in _known_words().items():
                words.setdefault(key, {})[code] = text
    return found | words


def _known_words() -> dict[str, str]:
    models = blueprints.models()
    return {
        "title": _("Which social-enterprise incubator works?"),
        "interventions": "\n".join(f"{row.code} {row.name}: {row.idea}" for row in models),
        "design": _(
            "Full 2³ of host (A), route (B) and demand (C), one incubator for each model and one "
            "model twice; factor C starts in steps."
        ),
        "assignment": _(
            "Restricted randomisation by a public draw: the seed's hash is published beforehand, "
            "a public number is added at the draw."
        ),
        "unit": _("incubator"),
        "model": _(
            "Hierarchical logistic model: A, B and C as sums to zero, models and incubators as "
            "random effects, with the weakly informative priors of the plan."
        ),
    }


def protocol_version(request: HttpRequest, number: str) -> HttpResponse:
    """Show one version."""
    version = queries.protocol(number, request.user)
    language = spoken(get_language())
    sections = [
        (
            section.title,
            [
                shown(f, version.content, language)
                for f in section.fields
                if f.key in version.content
            ],
        )
        for section in SECTIONS
    ]
    newest = {row.model_id: row for row in blueprints.newest_versions()}
    arms = version.arms.select_related("version__model").order_by("version__model__code")
    context = {
        "version": version,
        "parts": [(title, rows) for title, rows in sections if rows],
        "elsewhere": len(untranslated(version.content, language)),
        "arms": [(arm.version, newest[arm.version.model_id].number) for arm in arms],
        "documents": [
            (row, may(rules.check_read_document, by=request.user, document=row))
            for row in version.documents.defer("content").select_related("protocol")
        ],
        "summary": summary(version.plan),
        "may_major": may(rules.check_make_major, by=request.user, version=version),
        "may_edit": may(rules.check_edit_protocol, by=request.user, version=version),
        "may_begin": version.registered_at is not None
        and may(rules.check_begin_version, by=request.user),
        "obstacle": obstacle(rules.check_register, by=request.user, version=version),
        "deviations": queries.standing_deviations().filter(protocol=version).count(),
        "may_deviate": version == queries.registered()
        and may(rules.check_record_deviation, by=request.user, protocol=version),
    }
    return render(request, "trial/version.html", context)


@login_required
@require_POST
def protocol_register(request: HttpRequest, number: str) -> HttpResponse:
    """Register a draft."""
    version = queries.protocol(number, request.user)
    try:
        rules.check_register(by=request.user, version=version)
        if page := check_answers(
            request,
            _("Register version %(number)s of the protocol?") % {"number": version},
            [
                (_("Title"), said(version.content, "title", spoken(get_language()))[0]),
                (_("Models run from"), version.content.get("intervention_starts", "")),
                (_("Models tested"), version.arms.count()),
                (_("Documents"), version.documents.count()),
                *(
                    (_("Answers without this language: %(name)s") % {"name": name}, lacking)
                    for code, name in LANGUAGES
                    if (lacking := len(untranslated(version.content, code)))
                ),
            ],
            button=_("Register, for ever"),
            warning=_("Every word, the plan and the versions of the models are frozen. Nothing can "
                      "be taken back; what is done otherwise becomes a deviation."),
            back=reverse("trial:version", args=[number]),
            carried={STAMP: sha256(actions.canonical(version))},
        ):  # fmt: skip
            return page
        with transaction.atomic():
            # What was read is what is frozen: nobody saves between the look and the act.
            now = ProtocolVersion.objects.select_for_update().get(pk=version.pk)
            check_unchanged(request, sha256(actions.canonical(now)))
            actions.register(by=signed_in(request.user), version=now)
    except (WrongStateError, BadDataError) as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, _("The protocol is registered; it does not change any more."))
    return redirect("trial:version", number)


@login_required
@require_POST
def protocol_finish(request: HttpRequest, number: str) -> HttpResponse:
    """Make a minor draft the next major version, or throw a draft away."""
    version = queries.protocol(number, request.user)
    if "drop" in request.POST and (
        page := check_answers(
            request,
            _("Throw the draft %(number)s away?") % {"number": version},
            [(_("Answers written"), len(version.content))],
            button=_("Throw the draft away"),
            warning=_("It can be undone for ten minutes; then every answer of the draft is gone."),
            back=reverse("trial:version", args=[number]),
        )
    ):
        return page
    try:
        if "drop" in request.POST:
            kept = actions.drop_draft(by=signed_in(request.user), version=version)
            messages.success(request, _("The draft is thrown away."), undo_by(kept.pk))
            return redirect("trial:protocol")
        version = actions.make_major(by=signed_in(request.user), version=version)
    except WrongStateError as refused:
        messages.error(request, str(refused))
    return redirect("trial:version", str(version))


@login_required
@require_POST
def protocol_next(request: HttpRequest, number: str) -> HttpResponse:
    """Begin the next version."""
    version = queries.protocol(number, request.user)
    try:
        following = actions.begin_next(
            by=signed_in(request.user),
            after=version,
            major="major" in request.POST,
            changed=request.POST.get("changed", ""),
        )
    except (WrongStateError, BadDataError) as refused:
        messages.error(request, str(refused))
        return redirect("trial:version", number)
    return _written(following)


@require_safe
def protocol_text(request: HttpRequest, number: str) -> HttpResponse:
    """Hand out the registered text byte for byte, so that anybody can remake its hash."""
    version = queries.protocol(number, request.user)
    if version.registered_at is None:
        raise NotFoundError(_("A draft has no registered text."))
    name = f'attachment; filename="protocol-{version}.json"'
    return HttpResponse(
        version.canonical.encode(),
        content_type="application/json; charset=utf-8",
        headers={"Content-Disposition": name},
    )


@require_safe
def protocol_plan(request: HttpRequest, number: str) -> HttpResponse:
    """Hand out the analysis plan as `ligzda evaluate` takes it."""
    version = queries.protocol(number, request.user)
    name = f'attachment; filename="plan-{version}.toml"'
    return HttpResponse(
        version.plan,
        content_type="application/toml; charset=utf-8",
        headers={"Content-Disposition": name},
    )
