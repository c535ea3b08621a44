"""Pages of costs: a year, a month, its closing and corrections, the plan, machine-hours, files."""

import datetime

from django.contrib.auth.decorators import login_required
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from ligzda.incubators.costs import actions, months, queries, rules, tables
from ligzda.incubators.costs.charts import year_chart
from ligzda.incubators.costs.forms import CorrectionForm, MonthForm, PlanForm
from ligzda.incubators.costs.machine_hours import machine_hours, written_off_of
from ligzda.incubators.models import CostCorrection, Incubator
from ligzda.kernel.attempt import attempt
from ligzda.kernel.body_limit import body_limit
from ligzda.kernel.calendar import month_after
from ligzda.kernel.confirm import check_answers
from ligzda.kernel.errors import NotFoundError, WrongStateError
from ligzda.kernel.forms import UploadForm
from ligzda.kernel.importing import MOST_SENT, Import, take_in
from ligzda.kernel.obstacle import may, obstacle
from ligzda.kernel.odd_values import number
from ligzda.kernel.tables.writing import Format, file_response
from ligzda.kernel.templatetags.ligzda import euros
from ligzda.network.rules import signed_in

_FROM_TO = ["GET", "HEAD", "POST"]


@login_required
@never_cache
@require_safe
def year(request: HttpRequest, slug: str) -> HttpResponse:
    """Show a year: months, categories, plan against what was spent, what waits to be closed."""
    incubator = queries.costed_incubator(request.user, slug)
    years = queries.years(incubator)
    wanted = _year(request, years)
    costs = queries.monthly_costs(incubator, *_ends(wanted))
    rows = queries.months(costs)
    keeps = may(rules.check_keep_budget, by=request.user, incubator=incubator)
    context = {
        "incubator": incubator, "year": wanted, "years": years, "months": rows,
        "categories": queries.categories(costs), "all": queries.sums(_("Together"), costs),
        "chart": year_chart(wanted, rows) if any(_tells(row) for row in rows) else "",
        "corrections": queries.corrections(incubator, wanted),
        "invented": any(cost.invented for cost in costs),
        "keeps": keeps, "upload": UploadForm(auto_id="costs_%s"),
    }  # fmt: skip
    return render(request, "incubators/costs.html", context)


def _tells(row: queries.Month) -> bool:
    return bool(row.known or row.sums.planned)


@login_required
@never_cache
@require_http_methods(_FROM_TO)
def month(request: HttpRequest, slug: str, name: str) -> HttpResponse:
    """Enter what was spent in a month; where it is closed, show it with its corrections."""
    incubator = queries.costed_incubator(request.user, slug)
    of = _month(name)
    stands = obstacle(rules.check_enter_costs, by=request.user, incubator=incubator, month=of)
    costs = queries.monthly_costs(incubator, of, of)
    form = MonthForm(request.POST or None, costs=costs)

    def save() -> None:
        by = signed_in(request.user)
        with transaction.atomic():
            # Whoever saves at the same moment comes after, and is told.
            Incubator.objects.select_for_update().get(pk=incubator.pk)
            if not form.compare(MonthForm(costs=queries.monthly_costs(incubator, of, of))):
                raise WrongStateError(_("Somebody has saved this at this moment."))
            actions.enter_costs(by=by, incubator=incubator, month=of, costs=form.spent())

    if form.is_valid() and attempt(request, save, form=form, done=_("The month is saved.")):
        return redirect("incubators:cost_month", slug, name)
    closing = obstacle(rules.check_close_month, by=request.user, incubator=incubator, month=of)
    context = {
        "incubator": incubator, "month": of, "name": name, "form": form, "obstacle": stands,
        "costs": costs, "all": queries.sums(_("Together"), costs), "closed": costs[0].closed,
        "closing": closing, "invented": any(cost.invented for cost in costs),
        "earlier": months.written(month_after(of, -1)),
        "next": months.written(month_after(of, 1)),
        "keeps": may(rules.check_keep_budget, by=request.user, incubator=incubator),
        "corrections": CostCorrection.objects.filter(incubator=incubator, month=of),
        "written_off": written_off_of(incubator, of),
    }  # fmt: skip
    return render(request, "incubators/cost_month.html", context)


@login_required
@require_POST
def close(request: HttpRequest, slug: str, name: str) -> HttpResponse:
    """Close a month, after what it cost was shown once more."""
    incubator = queries.costed_incubator(request.user, slug)
    of = _month(name)
    by = signed_in(request.user)
    rules.check_keep_budget(by=by, incubator=incubator)
    here = reverse("incubators:cost_month", args=[slug, name])
    costs = queries.monthly_costs(incubator, of, of)
    stands = obstacle(rules.check_close_month, by=by, incubator=incubator, month=of)
    words = {"month": date_format(of, "YEAR_MONTH_FORMAT")}
    if stands is None and (
        page := check_answers(
            request,
            _("Close %(month)s?") % words,
            [(cost.category_name, f"{euros(cost.total)} EUR") for cost in costs],
            button=_("Close the month"),
            warning=_("From then on nobody can change these costs; what proves wrong is put right "
                      "by a correction with its reason."),
            back=here,
        )
    ):  # fmt: skip
        return page
    attempt(
        request,
        lambda: actions.close_month(by=by, incubator=incubator, month=of),
        done=_("%(month)s is closed.") % words,
    )
    return redirect(here)


@login_required
@never_cache
@require_http_methods(_FROM_TO)
def correct(request: HttpRequest, slug: str, name: str) -> HttpResponse:
    """Add a correction to a closed month, after it was shown once more."""
    incubator = queries.costed_incubator(request.user, slug)
    of = _month(name)
    by = signed_in(request.user)
    rules.check_keep_budget(by=by, incubator=incubator)
    form = CorrectionForm(request.POST or None)

    def save() -> None:
        actions.correct_cost(by=by, incubator=incubator, month=of, facts_given=form.facts())

    if form.is_valid() and attempt(request, save, form=form, done=_("The correction is entered.")):
        return redirect("incubators:cost_month", slug, name)
    context = {
        "incubator": incubator, "month": of, "name": name, "form": form,
        "obstacle": obstacle(rules.check_correct_cost, by=by, incubator=incubator, month=of),
        "costs": queries.monthly_costs(incubator, of, of),
    }  # fmt: skip
    return render(request, "incubators/cost_correct.html", context)


@login_required
@never_cache
@require_http_methods(_FROM_TO)
def plan(request: HttpRequest, slug: str, year: int) -> HttpResponse:
    """Plan a year by month and category."""
    incubator = queries.costed_incubator(request.user, slug)
    rules.check_keep_budget(by=request.user, incubator=incubator)
    if not 2000 <= year <= 2999:
        raise NotFoundError(_("There is no such year."))

    def costs() -> list[queries.Cost]:
        return queries.monthly_costs(incubator, *_ends(year))

    form = PlanForm(request.POST or None, costs=costs(), year=year)

    def save() -> None:
        by = signed_in(request.user)
        with transaction.atomic():
            Incubator.objects.select_for_update().get(pk=incubator.pk)
            if not form.compare(PlanForm(costs=costs(), year=year)):
                raise WrongStateError(_("Somebody has saved this at this moment."))
            actions.plan_costs(by=by, incubator=incubator, plan=form.plan())

    if form.is_valid() and attempt(request, save, form=form, done=_("The plan is saved.")):
        return redirect("incubators:cost_plan", slug, year)
    context = {
        "incubator": incubator, "year": year, "form": form,
        "categories": queries.categories(costs()), "upload": UploadForm(auto_id="plan_%s"),
    }  # fmt: skip
    return render(request, "incubators/cost_plan.html", context)


@login_required
@never_cache
@require_safe
def machines(request: HttpRequest, slug: str) -> HttpResponse:
    """Show what an hour of each machine cost in a year, and what was left out."""
    incubator = queries.costed_incubator(request.user, slug)
    years = queries.years(incubator)
    wanted = _year(request, years)
    context = {
        "incubator": incubator, "year": wanted, "years": years,
        "rows": machine_hours(incubator, *_ends(wanted)),
    }  # fmt: skip
    return render(request, "incubators/machine_hours.html", context)


@login_required
@require_safe
def export(request: HttpRequest, slug: str, what: str, kind: str) -> HttpResponse:
    """Hand out costs, plan or corrections as a spreadsheet."""
    incubator = queries.costed_incubator(request.user, slug)
    found = {
        "costs": (tables.COSTS, queries.cost_rows),
        "plan": (tables.PLAN, queries.plan_rows),
        "corrections": (tables.CORRECTIONS, queries.correction_rows),
    }.get(what)
    if found is None or kind not in ("csv", "xlsx"):
        raise NotFoundError(_("Costs are exported as csv or xlsx."))
    table, rows = found
    form: Format = "csv" if kind == "csv" else "xlsx"
    return file_response(table, rows(incubator), form, f"{what}-{slug}")


@body_limit(MOST_SENT)
@login_required
@require_http_methods(_FROM_TO)
def costs_import(request: HttpRequest, slug: str) -> HttpResponse:
    """Show what a spreadsheet of costs would change, and take it in."""
    incubator = queries.costed_incubator(request.user, slug)
    there = {months.written(row["month"]): row for row in queries.cost_rows(incubator)}
    by = signed_in(request.user)
    given = Import(
        tables.COSTS,
        there,
        lambda shown: actions.import_costs(by=by, incubator=incubator, preview=shown),
        reverse("incubators:costs", args=[slug]),
        _("Costs"),
        check=tables.check_of_costs(incubator, there),
        about=str(incubator),
    )
    return take_in(request, given)


@body_limit(MOST_SENT)
@login_required
@require_http_methods(_FROM_TO)
def plan_import(request: HttpRequest, slug: str) -> HttpResponse:
    """Show what a spreadsheet of planned costs would change, and take it in."""
    incubator = queries.costed_incubator(request.user, slug)
    by = signed_in(request.user)
    rules.check_keep_budget(by=by, incubator=incubator)
    given = Import(
        tables.PLAN,
        {months.written(row["month"]): row for row in queries.plan_rows(incubator)},
        lambda shown: actions.import_plan(by=by, incubator=incubator, preview=shown),
        reverse("incubators:costs", args=[slug]),
        _("Costs"),
        check=tables.check_of_plan(incubator),
        about=str(incubator),
    )
    return take_in(request, given)


def _year(request: HttpRequest, years: list[int]) -> int:
    """Return the year that was asked for, this one where none of `years` was."""
    asked = number(request.GET.get("year"))
    return asked if asked in years else timezone.localdate().year


def _ends(year: int) -> tuple[datetime.date, datetime.date]:
    return datetime.date(year, 1, 1), datetime.date(year, 12, 1)


def _month(name: str) -> datetime.date:
    found = months.read(name)
    if found is None or not 2000 <= found.year <= 2999:
        raise NotFoundError(_("“%(text)s” is not a month.") % {"text": name})
    return found
