"""Pages of the model workshop: models, their drafts, checks and proposals."""

import random
from collections.abc import Sequence
from dataclasses import replace

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from ligzda.blueprints import actions, checks, queries, rules
from ligzda.blueprints.distance import nearest_practice
from ligzda.blueprints.forms import (
    VersionForm,
    facts_of,
)
from ligzda.blueprints.library_views import labels_of_levels
from ligzda.blueprints.models import ModelVersion, OperatingModel
from ligzda.blueprints.proposer import NoProposalError, Proposal, assess, propose
from ligzda.kernel import unsaved
from ligzda.kernel.attempt import attempt
from ligzda.kernel.confirm import changes, check_answers
from ligzda.kernel.edited import STAMP, check_unchanged
from ligzda.kernel.errors import BadDataError, NotFoundError, WrongStateError
from ligzda.kernel.models import in_language
from ligzda.kernel.obstacle import may, obstacle
from ligzda.kernel.odd_values import number
from ligzda.kernel.undo import undo_by
from ligzda.network.rules import signed_in


@require_safe
def workshop(request: HttpRequest) -> HttpResponse:
    """Show the models in their newest versions, and the drafts."""
    drafts = {row.model_id: row for row in ModelVersion.objects.filter(published_at__isnull=True)}
    ids = dict(OperatingModel.objects.values_list("code", "pk"))
    rows = [(row, drafts.get(ids[row.code])) for row in queries.models()]
    context = {"rows": rows, "may_edit": may(rules.check_design, by=request.user)}
    return render(request, "blueprints/workshop.html", context)


@login_required
@require_POST
def version_begin(request: HttpRequest, code: str) -> HttpResponse:
    """Begin the next version of a model as a copy of its newest."""
    rules.check_design(by=request.user)
    model = get_object_or_404(OperatingModel, code=code)
    newest = model.versions.order_by("number").last()
    if newest is None:
        raise NotFoundError(_("This model has no version yet."))
    if newest.published_at is not None:
        actions.draft_version(
            by=signed_in(request.user),
            code=code,
            name=actions.Text(lv=model.name_lv, en=model.name_en),
            facts_given=facts_of(newest),
        )
    return redirect("blueprints:version", code)


@login_required
def version_edit(request: HttpRequest, code: str) -> HttpResponse:
    """Write the draft of a model; publish it or throw it away."""
    version = get_object_or_404(ModelVersion, model__code=code, published_at__isnull=True)
    rules.check_edit_version(by=request.user, version=version)
    unsaved.about(request, version)
    form = VersionForm(request.POST or None, version=version)

    def save() -> None:
        with transaction.atomic():
            # Whoever saves at the same moment comes after, and is told.
            now = ModelVersion.objects.select_for_update().get(pk=version.pk)
            if not form.compare(VersionForm(version=now)):
                raise WrongStateError(_("Somebody has saved this draft at this moment."))
            actions.edit_version(by=signed_in(request.user), version=now, facts_given=form.facts())

    if (
        form.is_valid()
        and not changes(request)
        and attempt(request, save, form=form, done=_("The draft of the model is saved."))
    ):
        if "publish" not in request.POST:
            return redirect("blueprints:version", code)
        version = ModelVersion.objects.get(pk=version.pk)
        return _asked_to_publish(request, version) or redirect("blueprints:version", code)
    context = {
        "form": form,
        "version": version,
        "model": version.model,
        "name": in_language(version.model, "name"),
        "cell": "".join(queries.cell_of(version).values()),
        "obstacle": obstacle(rules.check_publish_version, by=request.user, version=version),
    }
    return render(request, "blueprints/version.html", context)


def _asked_to_publish(request: HttpRequest, version: ModelVersion) -> HttpResponse | None:
    """Return the page that shows once more what is published for ever."""
    form = VersionForm(version=version)
    code = version.model.code
    return check_answers(
        request,
        _("Publish version %(number)s of %(code)s?") % {"number": version.number, "code": code},
        [
            (field.label, words)
            for _title, fields in form.sections()
            for field in fields
            if (words := form.saved_words(field.name))
        ],
        button=_("Publish, for ever"),
        warning=_("What is published never changes again; a later change is a new version."),
        action=reverse("blueprints:version_finish", args=[code]),
        back=reverse("blueprints:version", args=[code]),
        carried={STAMP: form.stamp()},
    )


@login_required
@require_POST
def version_finish(request: HttpRequest, code: str) -> HttpResponse:
    """Publish the draft, or drop it."""
    version = get_object_or_404(ModelVersion, model__code=code, published_at__isnull=True)
    if "drop" in request.POST:
        if page := check_answers(
            request,
            _("Throw the draft of %(code)s away?") % {"code": code},
            button=_("Throw the draft away"),
            warning=_("It can be undone for ten minutes; then all that was written in it is gone."),
            back=reverse("blueprints:version", args=[code]),
        ):
            return page
        kept = actions.drop_version(by=signed_in(request.user), version=version)
        messages.success(request, _("The draft is thrown away."), undo_by(kept.pk))
    else:
        try:
            rules.check_publish_version(by=request.user, version=version)
            if page := _asked_to_publish(request, version):
                return page
            with transaction.atomic():
                # What was read is what is published: nobody saves between the look and the act.
                now = ModelVersion.objects.select_for_update().get(pk=version.pk)
                check_unchanged(request, VersionForm(version=now).stamp())
                actions.publish_version(by=signed_in(request.user), version=now)
        except WrongStateError as wrong:
            messages.error(request, str(wrong))
            return redirect("blueprints:version", code)
        words = _("Version %(number)s of %(code)s is published.")
        messages.success(request, words % {"number": version.number, "code": code})
    return redirect("blueprints:workshop")


@require_safe
def check(request: HttpRequest) -> HttpResponse:
    """Show the checks of the published models, or of what they would be with the drafts."""
    waiting = ModelVersion.objects.filter(published_at__isnull=True).count()
    may_edit = may(rules.check_design, by=request.user)
    drafts = may_edit and waiting > 0 and "drafts" in request.GET
    context = {
        "report": checks.check(drafts=drafts),
        "drafts": drafts,
        "waiting": waiting if may_edit else 0,
        "may_edit": may_edit,
    }
    return render(request, "blueprints/checks.html", context)


@login_required
def proposals(request: HttpRequest) -> HttpResponse:
    """Propose eight models; choosing one makes drafts of them."""
    rules.check_design(by=request.user)
    given = request.POST if request.method == "POST" else request.GET
    seed = number(given.get("seed"))
    front = []
    if seed is not None:
        try:
            found = propose(
                checks.scales(), checks.practice_levels(), checks.exclusions(), checks.spanning(),
                seed=seed % 2**32,
            )  # fmt: skip
            # Two ways may lead to the same eight models: shown once.
            front = [row for n, row in enumerate(found) if not _among(row, found[:n])]
        except NoProposalError as empty:
            words = _("The exclusions leave no model for the cell %(cell)s; take one of them back.")
            messages.error(request, words % {"cell": empty.cell})
    choice = number(given.get("choose"), len(front) - 1)
    if request.method == "POST" and choice is not None:
        try:
            made = _take(request, list(front[choice].models))
        except BadDataError as refused:
            messages.error(request, str(refused))
            return redirect("blueprints:workshop")
        words = ngettext(
            "%(count)s draft is waiting in the workshop.",
            "%(count)s drafts are waiting in the workshop.",
            made,
        )
        messages.success(request, words % {"count": made})
        words = _("Their texts are still those of the versions before: read them, then publish.")
        messages.info(request, words)
        return redirect("blueprints:workshop")
    labels = labels_of_levels()
    shown = [
        (
            proposal,
            [
                (
                    "".join(cell[code] for code in sorted(cell)),
                    [labels[pair] for pair in model.items()],
                )
                for model, cell in zip(proposal.models, proposal.cells, strict=True)
            ],
        )
        for proposal in front
    ]
    context = {
        "shown": shown,
        "now": _now() if front else None,
        "factors": queries.factors(),
        "seed": seed,
        "fresh": random.SystemRandom().randrange(1, 10_000),
    }
    return render(request, "blueprints/proposals.html", context)


def _among(one: Proposal, others: Sequence[Proposal]) -> bool:
    """Whether a proposal has the models of another, in whatever order."""
    return any(
        len(one.models) == len(other.models) and all(model in other.models for model in one.models)
        for other in others
    )


def _take(request: HttpRequest, models: list[dict[str, str]]) -> int:
    """Make drafts of the models whose cell these are; the texts are those of the newest version."""
    made = 0
    sides, known = checks.spanning(), checks.practice_levels()
    with transaction.atomic():
        for levels in models:
            cell = {side.code.lower(): side.sign(levels) == "+" for side in sides}
            newest = (
                ModelVersion.objects.filter(**cell, published_at__isnull=False)
                .order_by("model__code", "number")
                .select_related("model")
                .last()
            )
            if newest is None:
                continue
            model = newest.model
            given = facts_of(newest, levels)
            actions.draft_version(
                by=signed_in(request.user),
                code=model.code,
                name=actions.Text(lv=model.name_lv, en=model.name_en),
                facts_given=replace(given, practices=_roots(given, known)),
            )
            made += 1
    return made


def _roots(given: actions.VersionFacts, known: dict[str, dict[str, str]]) -> list[str]:
    """Return the practices that new levels go back to: the nearest, and those that share one."""
    nearest = nearest_practice(given.levels, known, checks.scales())
    kept = [code for code in given.practices if known[code].items() & given.levels.items()]
    return list(dict.fromkeys(([nearest.code] if nearest else []) + kept))


def _now() -> Proposal | None:
    """Return what the published models are worth; None while a level is missing."""
    levels = [row.levels for row in queries.designs()]
    scales = checks.scales()
    if not levels or not all(scale.code in row for row in levels for scale in scales):
        return None
    return assess(levels, scales, checks.practice_levels(), checks.spanning())
