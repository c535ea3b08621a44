"""Pages that link packages and units, confirm word forms, and fill the budget table."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from ligzda.blueprints.queries import factors
from ligzda.kernel.attempt import attempt
from ligzda.kernel.errors import NotFoundError
from ligzda.kernel.obstacle import obstacle
from ligzda.legislation import budget, composing, queries, recommended, rules
from ligzda.legislation.actions import links as actions
from ligzda.legislation.drafts import act_of, hits
from ligzda.legislation.forms_of_links import AdviceForm, BudgetForm, LevelForm
from ligzda.legislation.models import UnitLink
from ligzda.network.rules import signed_in


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def advice(request: HttpRequest, pk: int) -> HttpResponse:
    """Choose a recommendation that the package follows."""
    row = queries.package(request.user, pk)
    rules.check_draft(by=request.user)
    form = AdviceForm(request.POST or None, offered=list(recommended.published().values()))

    def save() -> None:
        number = int(form.cleaned_data["number"])
        actions.follow(by=signed_in(request.user), package=row, number=number)

    done = _("The package follows this recommendation.")
    if form.is_valid() and attempt(request, save, form=form, done=done):
        return redirect("legislation:package", pk)
    stands = obstacle(rules.check_change, by=request.user, package=row)
    context = {"form": form, "package": row, "obstacle": stands}
    return render(request, "legislation/advice.html", context)


@login_required
@require_POST
def advice_drop(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """Take a recommendation out of what the package follows."""
    row = queries.package(request.user, pk)
    rules.check_draft(by=request.user)
    found = row.advised.select_related("package").filter(number=number).first()
    if found is None:
        raise NotFoundError(_("This package does not follow this recommendation."))
    by = signed_in(request.user)
    done = _("The package does not follow this recommendation any more.")
    attempt(request, lambda: actions.follow_no_more(by=by, advised=found), done=done)
    return redirect("legislation:package", pk)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def unit(request: HttpRequest, slug: str) -> HttpResponse:
    """Link a unit of an act to a level of a factor."""
    row = queries.act(slug)
    rules.check_draft(by=request.user)
    text = queries.text_at(row, None)
    places = [each for each in composing.places(act_of(text.text)) if each.address] if text else []
    initial = {"address": request.GET.get("unit", "")}
    form = LevelForm(request.POST or None, places=places, factors=factors(), initial=initial)

    def save() -> None:
        given = form.cleaned_data
        factor, _bar, level = given["level"].partition("|")
        by = signed_in(request.user)
        actions.link_unit(by=by, act=row, address=given["address"], factor=factor, level=level)

    if form.is_valid() and attempt(request, save, form=form, done=_("The unit is linked.")):
        return redirect("legislation:act", slug)
    return render(request, "legislation/unit_link.html", {"form": form, "act": row})


@login_required
@require_POST
def unit_drop(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a link of a unit away."""
    rules.check_draft(by=request.user)
    link = UnitLink.objects.select_related("act").filter(pk=pk).first()
    if link is None:
        raise NotFoundError(_("There is no such link."))
    by, slug = signed_in(request.user), link.act.slug
    attempt(request, lambda: actions.unlink_unit(by=by, link=link), done=_("It is taken away."))
    return redirect("legislation:act", slug)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def word_forms(request: HttpRequest, pk: int, change: int) -> HttpResponse:
    """Show each hit of a sentence with its proposed form, and confirm those that are right."""
    row = queries.package(request.user, pk)
    rules.check_draft(by=request.user)
    found = queries.change(row, change)
    if request.method == "POST":
        keys = request.POST.getlist("form")
        by = signed_in(request.user)
        done = _("The word forms are confirmed.")
        attempt(
            request,
            lambda: actions.confirm_forms(by=by, change=found, confirmed=keys),
            done=done,
        )
        return redirect("legislation:package", pk)
    stands = obstacle(rules.check_change, by=request.user, package=row)
    context = {"package": row, "change": found, "hits": hits(found), "obstacle": stands}
    return render(request, "legislation/word_forms.html", context)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def money(request: HttpRequest, pk: int) -> HttpResponse:
    """Type the amounts of the budget table."""
    row = queries.package(request.user, pk)
    rules.check_draft(by=request.user)
    form = BudgetForm(request.POST or None, years=budget.years(row), lines=list(row.budget.all()))

    def save() -> None:
        by = signed_in(request.user)
        actions.set_budget(by=by, package=row, amounts=form.amounts())

    if form.is_valid() and attempt(request, save, form=form, done=_("The budget is saved.")):
        return redirect("legislation:package", pk)
    stands = obstacle(rules.check_change, by=request.user, package=row)
    context = {"form": form, "package": row, "obstacle": stands}
    return render(request, "legislation/budget.html", context)
