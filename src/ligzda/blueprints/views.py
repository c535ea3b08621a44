"""Pages of the practice library and the model workshop."""

import random
from collections.abc import Callable
from dataclasses import replace

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_POST, require_safe

from ligzda.blueprints import actions, checks, queries, rules, spreadsheet
from ligzda.blueprints.distance import nearest_practice
from ligzda.blueprints.forms import (
    ExclusionForm,
    PracticeForm,
    UploadForm,
    VersionForm,
    facts_of,
)
from ligzda.blueprints.models import Exclusion, Level, ModelVersion, OperatingModel, Practice
from ligzda.blueprints.proposer import NoProposalError, Proposal, assess, propose
from ligzda.network.errors import BadDataError, NotFoundError, WrongStateError
from ligzda.network.models.base import in_language
from ligzda.network.rules import signed_in


@require_safe
def library(request: HttpRequest) -> HttpResponse:
    """Show the practices with what is known of their levels."""
    labels = _labels()
    levels = checks.practice_levels()
    rows = [
        (row, [labels[pair] for pair in levels[row.code].items()]) for row in queries.practices()
    ]
    return render(
        request,
        "blueprints/library.html",
        {"rows": rows, "may_edit": rules.can_design(by=request.user), "upload": UploadForm()},
    )


@login_required
def practice_new(request: HttpRequest) -> HttpResponse:
    """Add a practice."""
    rules.check_design(by=request.user)
    form = PracticeForm(request.POST or None)
    if form.is_valid() and _done(
        request,
        form,
        lambda: actions.add_practice(by=signed_in(request.user), facts_given=form.facts()),
    ):
        return redirect("blueprints:library")
    context = {"form": form, "title": _("New practice")}
    return render(request, "blueprints/practice_edit.html", context)


@login_required
def practice_edit(request: HttpRequest, slug: str) -> HttpResponse:
    """Change what is said about a practice."""
    rules.check_design(by=request.user)
    practice = get_object_or_404(Practice, slug=slug)
    form = PracticeForm(request.POST or None, practice=practice)
    try:
        rules.check_remove_practice(by=request.user, practice=practice)
        obstacle = ""
    except WrongStateError as wrong:
        obstacle = str(wrong)

    def save() -> None:
        actions.edit_practice(
            by=signed_in(request.user), practice=practice, facts_given=form.facts()
        )

    if form.is_valid() and _done(request, form, save):
        return redirect("blueprints:library")
    context = {"form": form, "title": str(practice), "practice": practice, "obstacle": obstacle}
    return render(request, "blueprints/practice_edit.html", context)


@login_required
@require_POST
def practice_remove(request: HttpRequest, slug: str) -> HttpResponse:
    """Take a practice out of the library."""
    practice = get_object_or_404(Practice, slug=slug)
    name = str(practice)
    try:
        actions.remove_practice(by=signed_in(request.user), practice=practice)
    except WrongStateError as wrong:
        messages.error(request, str(wrong))
        return redirect("blueprints:practice_edit", slug)
    messages.success(request, _("“%(name)s” is out of the library.") % {"name": name})
    return redirect("blueprints:library")


@require_GET
def library_export(request: HttpRequest, kind: str) -> HttpResponse:
    """Hand out the library as a spreadsheet."""
    if kind == "csv":
        content, mime = spreadsheet.to_csv(), "text/csv; charset=utf-8"
    elif kind != "xlsx":
        raise NotFoundError(_("The library is exported as csv or xlsx."))
    else:
        content = spreadsheet.to_xlsx()
        mime = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    name = f'attachment; filename="ligzda-practices.{kind}"'
    return HttpResponse(content, content_type=mime, headers={"Content-Disposition": name})


@login_required
def library_import(request: HttpRequest) -> HttpResponse:
    """Take in a spreadsheet, or show every problem in it."""
    rules.check_design(by=request.user)
    if request.method != "POST":
        # Whoever changes the language on the page of problems comes here.
        return redirect("blueprints:library")
    form = UploadForm(request.POST, request.FILES)
    problems: tuple[spreadsheet.Problem, ...] = ()
    if form.is_valid():
        file = form.cleaned_data["file"]
        try:
            done = spreadsheet.take_in(
                by=signed_in(request.user), name=file.name, content=file.read()
            )
        except spreadsheet.ImportRefusedError as refused:
            problems = refused.problems
        else:
            words = _("Imported: %(added)s new, %(changed)s changed, %(same)s as they were.")
            messages.success(request, words % vars(done))
            return redirect("blueprints:library")
    context = {"upload": form, "problems": problems}
    return render(request, "blueprints/import.html", context, status=422)


def factors(request: HttpRequest) -> HttpResponse:
    """Show factors, levels and exclusions; add an exclusion, take one back."""
    form = ExclusionForm(request.POST if "one" in request.POST else None)
    if request.method == "POST":
        rules.check_design(by=request.user)
        back = request.POST.get("take_back", "")
        if back.isdecimal():
            row = get_object_or_404(Exclusion, pk=back)
            actions.take_back_exclusion(by=signed_in(request.user), exclusion=row)
            messages.success(request, _("The exclusion is taken back."))
            return redirect("blueprints:factors")

    def save() -> None:
        given = form.cleaned_data
        actions.exclude_levels(
            by=signed_in(request.user),
            one=given["one"],
            other=given["other"],
            reason=actions.Text(lv=given["reason_lv"], en=given["reason_en"]),
        )

    if request.method == "POST" and form.is_valid() and _done(request, form, save):
        return redirect("blueprints:factors")
    sides = {
        (side.factor, level): side.code + ("+" if level in side.plus else "−")
        for side in checks.spanning()
        for level in next(s.levels for s in checks.scales() if s.code == side.factor)
    }
    rows = [
        (
            factor,
            [(level.label, sides.get((factor.code, level.code), "")) for level in factor.levels],
        )
        for factor in queries.factors()
    ]
    excluded = [
        (row.pk, f"{row.first.factor}: {row.first}", f"{row.second.factor}: {row.second}",
         in_language(row, "reason"))
        for row in Exclusion.objects.select_related("first__factor", "second__factor").order_by(
            "first__factor__position", "first__position"
        )
    ]  # fmt: skip
    context = {
        "rows": rows,
        "exclusions": excluded,
        "form": form,
        "may_edit": rules.can_design(by=request.user),
    }
    return render(request, "blueprints/factors.html", context)


@require_safe
def workshop(request: HttpRequest) -> HttpResponse:
    """Show the models in their newest versions, and the drafts."""
    drafts = {row.model_id: row for row in ModelVersion.objects.filter(published_at__isnull=True)}
    ids = dict(OperatingModel.objects.values_list("code", "pk"))
    rows = [(row, drafts.get(ids[row.code])) for row in queries.models()]
    context = {"rows": rows, "may_edit": rules.can_design(by=request.user)}
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
    form = VersionForm(request.POST or None, version=version)

    def save() -> None:
        actions.edit_version(by=signed_in(request.user), version=version, facts_given=form.facts())

    if form.is_valid() and _done(request, form, save):
        return redirect("blueprints:version", code)
    try:
        rules.check_publish_version(by=request.user, version=version)
        obstacle = ""
    except WrongStateError as wrong:
        obstacle = str(wrong)
    context = {"form": form, "version": version, "model": version.model, "obstacle": obstacle}
    return render(request, "blueprints/version.html", context)


@login_required
@require_POST
def version_finish(request: HttpRequest, code: str) -> HttpResponse:
    """Publish the draft, or drop it."""
    version = get_object_or_404(ModelVersion, model__code=code, published_at__isnull=True)
    if "drop" in request.POST:
        actions.drop_version(by=signed_in(request.user), version=version)
        messages.success(request, _("The draft is gone."))
    else:
        try:
            actions.publish_version(by=signed_in(request.user), version=version)
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
    may_edit = rules.can_design(by=request.user)
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
    text = given.get("seed", "")
    seed = int(text) if text.isdigit() else None
    front = []
    if seed is not None:
        try:
            front = propose(
                checks.scales(), checks.practice_levels(), checks.exclusions(), checks.spanning(),
                seed=seed % 2**32,
            )  # fmt: skip
        except NoProposalError as empty:
            words = _("The exclusions leave no model for the cell %(cell)s; take one of them back.")
            messages.error(request, words % {"cell": empty.cell})
    choice = given.get("choose", "")
    if request.method == "POST" and choice.isdigit() and int(choice) < len(front):
        try:
            made = _take(request, list(front[int(choice)].models))
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
    labels = _labels()
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


def _labels() -> dict[tuple[str, str], str]:
    return {
        (level.factor.code, level.code): in_language(level, "label")
        for level in Level.objects.select_related("factor")
    }


def _done(request: HttpRequest, form: object, act: Callable[[], object]) -> bool:
    """Act; where it is refused, write the sentence on top of the form."""
    try:
        act()
    except (BadDataError, WrongStateError) as refused:
        form.add_error(None, str(refused))  # type: ignore[attr-defined]
        return False
    messages.success(request, _("Saved."))
    return True
