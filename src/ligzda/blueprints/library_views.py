"""Pages of the practice library, of factors, levels and exclusions."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_POST, require_safe

from ligzda.blueprints import actions, checks, practice_table, queries, rules
from ligzda.blueprints.forms import ExclusionForm, PracticeForm
from ligzda.blueprints.models import Exclusion, Level, Practice
from ligzda.kernel import unsaved
from ligzda.kernel.attempt import attempt
from ligzda.kernel.body_limit import body_limit
from ligzda.kernel.confirm import changes, check_answers
from ligzda.kernel.errors import NotFoundError, WrongStateError
from ligzda.kernel.forms import UploadForm
from ligzda.kernel.importing import MOST_SENT, Import, take_in
from ligzda.kernel.models import in_language
from ligzda.kernel.obstacle import may, obstacle
from ligzda.kernel.odd_values import number
from ligzda.kernel.sorting import sort_key
from ligzda.kernel.tables.writing import Format, file_response
from ligzda.kernel.undo import undo_by
from ligzda.network.rules import signed_in

HINT = gettext_lazy("New codes are added, known codes are changed, nothing is removed.")


@require_safe
def library(request: HttpRequest) -> HttpResponse:
    """Show the practices with what is known of their levels."""
    labels = labels_of_levels()
    levels = checks.practice_levels()
    every = queries.practices()
    words, country = request.GET.get("q", ""), request.GET.get("country", "")
    rows = [
        (row, [labels[pair] for pair in levels[row.code].items()])
        for row in queries.found_by(every, words, country)
    ]
    countries = sorted(
        {(row.country, row.country_name) for row in every}, key=lambda pair: sort_key(pair[1])
    )
    return render(
        request,
        "blueprints/library.html",
        {
            "rows": rows,
            "words": words,
            "country": country,
            "countries": countries,
            "may_edit": may(rules.check_design, by=request.user),
            "upload": UploadForm(),
            "hint": HINT,
        },
    )


@login_required
def practice_new(request: HttpRequest) -> HttpResponse:
    """Add a practice."""
    rules.check_design(by=request.user)
    unsaved.about(request, "blueprints.practice", "new")
    form = PracticeForm(request.POST or None)

    def save() -> None:
        actions.add_practice(by=signed_in(request.user), facts_given=form.facts())

    if (
        form.is_valid()
        and not changes(request)
        and attempt(request, save, form=form, done=_("The practice is added."))
    ):
        return redirect("blueprints:library")
    context = {"form": form, "title": _("New practice")}
    return render(request, "blueprints/practice_edit.html", context)


@login_required
def practice_edit(request: HttpRequest, slug: str) -> HttpResponse:
    """Change what is said about a practice."""
    rules.check_design(by=request.user)
    practice = get_object_or_404(Practice, slug=slug)
    unsaved.about(request, practice)
    form = PracticeForm(request.POST or None, practice=practice)

    def save() -> None:
        actions.edit_practice(
            by=signed_in(request.user), practice=practice, facts_given=form.facts()
        )

    if (
        form.is_valid()
        and not changes(request)
        and attempt(request, save, form=form, done=_("The practice is saved."))
    ):
        return redirect("blueprints:library")
    context = {"form": form, "title": str(practice), "practice": practice}
    context["obstacle"] = obstacle(rules.check_remove_practice, by=request.user, practice=practice)
    return render(request, "blueprints/practice_edit.html", context)


@login_required
@require_POST
def practice_remove(request: HttpRequest, slug: str) -> HttpResponse:
    """Take a practice out of the library."""
    practice = get_object_or_404(Practice, slug=slug)
    name = str(practice)
    try:
        rules.check_remove_practice(by=request.user, practice=practice)
        if page := check_answers(
            request,
            _("Take “%(name)s” out of the library?") % {"name": name},
            button=_("Take it out"),
            back=reverse("blueprints:practice_edit", args=[slug]),
        ):
            return page
        kept = actions.remove_practice(by=signed_in(request.user), practice=practice)
    except WrongStateError as wrong:
        messages.error(request, str(wrong))
        return redirect("blueprints:practice_edit", slug)
    words = _("“%(name)s” is out of the library.") % {"name": name}
    messages.success(request, words, undo_by(kept.pk))
    return redirect("blueprints:library")


@require_GET
def library_export(request: HttpRequest, kind: str) -> HttpResponse:
    """Hand out the library as a spreadsheet."""
    if kind not in ("csv", "xlsx"):
        raise NotFoundError(_("The library is exported as csv or xlsx."))
    form: Format = "csv" if kind == "csv" else "xlsx"
    table = practice_table.practice_table()
    return file_response(table, practice_table.rows(), form, "ligzda-practices")


@body_limit(MOST_SENT)
@login_required
def library_import(request: HttpRequest) -> HttpResponse:
    """Show what a spreadsheet would change, or every wrong cell of it; take in what was shown."""
    rules.check_design(by=request.user)
    by = signed_in(request.user)
    given = Import(
        practice_table.practice_table(),
        practice_table.there(),
        lambda shown: actions.import_practices(by=by, preview=shown),
        reverse("blueprints:library"),
        _("Practice library"),
        hint=HINT,
    )
    return take_in(request, given)


def factors(request: HttpRequest) -> HttpResponse:
    """Show factors, levels and exclusions; add an exclusion, take one back."""
    form = ExclusionForm(request.POST if "one" in request.POST else None)
    if request.method == "POST":
        rules.check_design(by=request.user)
        back = number(request.POST.get("take_back"))
        if back is not None:
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

    if (
        request.method == "POST"
        and form.is_valid()
        and attempt(request, save, form=form, done=_("The exclusion is recorded."))
    ):
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
        "may_edit": may(rules.check_design, by=request.user),
    }
    return render(request, "blueprints/factors.html", context)


def labels_of_levels() -> dict[tuple[str, str], str]:
    """Return the levels' names: (factor, level) → label."""
    return {
        (level.factor.code, level.code): in_language(level, "label")
        for level in Level.objects.select_related("factor")
    }
