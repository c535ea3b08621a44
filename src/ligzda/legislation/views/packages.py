"""Pages of packages: the list, one with all that it does, its annotation, signing and filing."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from ligzda.findings.queries import claims as public_claims
from ligzda.kernel.attempt import attempt
from ligzda.kernel.confirm import check_answers
from ligzda.kernel.errors import NotFoundError
from ligzda.kernel.obstacle import may, obstacle
from ligzda.languages import spoken
from ligzda.legislation import actions, annotation, budget, queries, recommended, rules
from ligzda.legislation.consultations.queries import consultation_of, participation
from ligzda.legislation.consultations.rules import check_consult
from ligzda.legislation.consultations.views import context_of
from ligzda.legislation.drafts import of_package
from ligzda.legislation.forms import ClaimForm, PackageForm, SectionForm
from ligzda.legislation.papers import files_of
from ligzda.legislation.to_check import name_of_section
from ligzda.legislation.units import voided
from ligzda.network.rules import signed_in


@require_safe
def packages(request: HttpRequest) -> HttpResponse:
    """Show the packages that this person may read."""
    context = {
        "rows": queries.packages(request.user),
        "may_draft": may(rules.check_draft, by=request.user),
        "sees_drafts": may(rules.check_see_drafts, by=request.user),
    }
    return render(request, "legislation/packages.html", context)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def package_new(request: HttpRequest) -> HttpResponse:
    """Begin a package."""
    rules.check_draft(by=request.user)
    form = PackageForm(request.POST or None)
    made = []

    def draft() -> None:
        given = actions.PackageFacts(**form.cleaned_data)
        made.append(actions.draft_package(by=signed_in(request.user), facts_given=given))

    if form.is_valid() and attempt(request, draft, form=form, done=_("The package is begun.")):
        return redirect("legislation:package", made[0].pk)
    return render(request, "legislation/package_new.html", {"form": form})


@require_safe
def package(request: HttpRequest, pk: int) -> HttpResponse:
    """Show what a package does to each act, what its annotation says, and who agrees."""
    row = queries.package(request.user, pk)
    drafts = of_package(row, spoken(get_language()))
    opinions = queries.opinions(row)
    faults = [line.fault for draft in drafts for line in draft.faults]
    waiting = sum(line.unconfirmed for draft in drafts for line in draft.lines)
    by = request.user
    asked = consultation_of(row)
    context = {
        **context_of(by, asked),
        "participation": participation(asked) if asked else "",
        "consult": obstacle(check_consult, by=by, package=row),
        "package": row,
        "drafts": drafts,
        "annotated": [
            (each, name_of_section(each.section.code)) for each in queries.annotated(row)
        ],
        "rests": queries.rests(row),
        "form": annotation.form(row.form),
        "budget": budget.table(row),
        "budget_title": budget.title(),
        "budget_empty": budget.empty(),
        "followed": recommended.followed(row),
        "voided": voided(row, drafts),
        "opinions": opinions,
        "matrix": queries.matrix(opinions),
        "files": files_of(row, drafts),
        "may_change": may(rules.check_change, by=by, package=row),
        "may_draft": may(rules.check_draft, by=by),
        "texts": queries.texts_of(row) if may(rules.check_change, by=by, package=row) else [],
        "sign": obstacle(rules.check_sign, by=by, package=row, faults=faults, unconfirmed=waiting),
        "file": obstacle(rules.check_file, by=by, package=row),
        "opine": obstacle(rules.check_give_opinion, by=by, package=row),
    }
    return render(request, "legislation/package.html", context)


@login_required
@require_POST
def sign(request: HttpRequest, pk: int) -> HttpResponse:
    """Sign a package, after a question."""
    row = queries.package(request.user, pk)
    rules.check_draft(by=request.user)
    if page := check_answers(
        request,
        _("Sign this package?"),
        [(_("Package"), row.title)],
        button=_("Sign"),
        warning=_("A second person files it then. Any change takes the signature back."),
        back=reverse("legislation:package", args=[pk]),
    ):
        return page
    by = signed_in(request.user)
    attempt(request, lambda: actions.sign_package(by=by, package=row), done=_("It is signed."))
    return redirect("legislation:package", pk)


@login_required
@require_POST
def file(request: HttpRequest, pk: int) -> HttpResponse:
    """File a package that somebody else signed, after a question."""
    row = queries.package(request.user, pk)
    rules.check_file_any(by=request.user)
    if page := check_answers(
        request,
        _("File this package?"),
        [(_("Package"), row.title), (_("Signed by"), row.signed_by or "–")],
        button=_("File"),
        warning=_("It becomes public, and nothing in it is changed any more."),
        back=reverse("legislation:package", args=[pk]),
    ):
        return page
    by = signed_in(request.user)
    attempt(request, lambda: actions.file_package(by=by, package=row), done=_("It is filed."))
    return redirect("legislation:package", pk)


@require_safe
def form(request: HttpRequest) -> HttpResponse:
    """Show the sections of an annotation with their lists of values."""
    context = {
        "forms": [
            (each, [(row, name_of_section(row.code)) for row in each.sections])
            for each in annotation.forms()
        ]
    }
    return render(request, "legislation/form.html", context)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def section(request: HttpRequest, pk: int, code: str) -> HttpResponse:
    """Write a section of a package's annotation."""
    row = queries.package(request.user, pk)
    rules.check_draft(by=request.user)
    found = annotation.form(row.form).section(code)
    if found is None or found.heads:
        raise NotFoundError(_("The annotation has no such section or value."))
    part = row.annotation.filter(code=code).first()
    initial = {"text": part.text, "choice": part.choice} if part else {}
    form = SectionForm(request.POST or None, section=found, initial=initial)

    def save() -> None:
        given = form.cleaned_data
        actions.annotate(
            by=signed_in(request.user),
            package=row,
            code=code,
            text=given["text"],
            choice=given.get("choice", ""),
        )

    if form.is_valid() and attempt(request, save, form=form, done=_("The section is saved.")):
        return redirect("legislation:package", pk)
    context = {"form": form, "package": row, "section": found, "name": name_of_section(code)}
    return render(request, "legislation/section.html", context)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def claims(request: HttpRequest, pk: int) -> HttpResponse:
    """Choose a claim that the package rests on."""
    row = queries.package(request.user, pk)
    rules.check_draft(by=request.user)
    form = ClaimForm(request.POST or None, claims=public_claims())

    def rest() -> None:
        number = int(form.cleaned_data["claim"])
        actions.rest_on(by=signed_in(request.user), package=row, number=number)

    done = _("The package rests on this claim.")
    if form.is_valid() and attempt(request, rest, form=form, done=done):
        return redirect("legislation:package", pk)
    stands = obstacle(rules.check_change, by=request.user, package=row)
    context = {"form": form, "package": row, "obstacle": stands}
    return render(request, "legislation/claims.html", context)


@login_required
@require_POST
def claim_drop(request: HttpRequest, pk: int, ground: int) -> HttpResponse:
    """Take a claim out of what the package rests on."""
    row = queries.package(request.user, pk)
    rules.check_draft(by=request.user)
    found = queries.ground(row, ground)
    by = signed_in(request.user)
    done = _("The package does not rest on this claim any more.")
    attempt(request, lambda: actions.rest_no_more(by=by, ground=found), done=done)
    return redirect("legislation:package", pk)
