"""Pages of orders: a year with its plan, an order, files."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from ligzda.incubators.costs.queries import years
from ligzda.incubators.costs.rules import check_keep_budget
from ligzda.incubators.orders import actions, queries, rules
from ligzda.incubators.orders.forms import OrderForm, OrderPlanForm
from ligzda.incubators.orders.tables import ORDERS
from ligzda.kernel.attempt import attempt
from ligzda.kernel.errors import NotFoundError, RefusedError
from ligzda.kernel.obstacle import may, obstacle
from ligzda.kernel.odd_values import number
from ligzda.kernel.tables.writing import Format, file_response
from ligzda.kernel.undo import undo_by
from ligzda.network.rules import signed_in

_FORM = ["GET", "HEAD", "POST"]


@login_required
@never_cache
@require_safe
def orders(request: HttpRequest, slug: str) -> HttpResponse:
    """Show a year's plan and orders, what they are of the sales target, what stands in the way."""
    incubator = queries.ordering_incubator(request.user, slug)
    possible = years(incubator)
    asked = number(request.GET.get("year"))
    year = asked if asked in possible else timezone.localdate().year
    context = {
        "incubator": incubator, "year": year, "years": possible,
        "found": queries.year_of_orders(incubator, year),
        "keeps": may(check_keep_budget, by=request.user, incubator=incubator),
        "obstacle": obstacle(
            rules.check_order, by=request.user, incubator=incubator, on=timezone.localdate()
        ),
        "planning": obstacle(
            rules.check_plan_orders, by=request.user, incubator=incubator, year=year
        ),
    }  # fmt: skip
    return render(request, "incubators/orders.html", context)


@login_required
@never_cache
@require_http_methods(_FORM)
def plan(request: HttpRequest, slug: str, year: int) -> HttpResponse:
    """Plan a year's orders."""
    incubator = queries.ordering_incubator(request.user, slug)
    check_keep_budget(by=request.user, incubator=incubator)
    if not 2016 <= year <= 2099:
        raise NotFoundError(_("There is no such year."))
    there = queries.year_of_orders(incubator, year).plan
    form = OrderPlanForm(request.POST or None, plan=there)

    def save() -> None:
        actions.plan_orders(
            by=signed_in(request.user), incubator=incubator, year=year, facts_given=form.facts()
        )

    if form.is_valid() and attempt(request, save, form=form, done=_("The plan is saved.")):
        return _to_year(slug, year)
    title = _("Order plan for %(year)s") % {"year": year}
    stands = obstacle(rules.check_plan_orders, by=request.user, incubator=incubator, year=year)
    context = {"incubator": incubator, "form": form, "title": title, "obstacle": stands}
    return render(request, "incubators/order_form.html", context)


@login_required
@never_cache
@require_http_methods(_FORM)
def order_new(request: HttpRequest, slug: str) -> HttpResponse:
    """Record an order."""
    incubator = queries.ordering_incubator(request.user, slug)
    check_keep_budget(by=request.user, incubator=incubator)
    form = OrderForm(request.POST or None)

    def save() -> None:
        actions.order(by=signed_in(request.user), incubator=incubator, facts_given=form.facts())

    if form.is_valid() and attempt(request, save, form=form, done=_("The order is recorded.")):
        return _to_year(slug, form.facts().ordered_on.year)
    stands = obstacle(
        rules.check_order, by=request.user, incubator=incubator, on=timezone.localdate()
    )
    context = {"incubator": incubator, "form": form, "title": _("New order"), "obstacle": stands}
    return render(request, "incubators/order_form.html", context)


@login_required
@never_cache
@require_http_methods(_FORM)
def order_edit(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Say that an order is delivered or paid, or otherwise what it is."""
    incubator = queries.ordering_incubator(request.user, slug)
    check_keep_budget(by=request.user, incubator=incubator)
    row = get_object_or_404(queries.orders_of(incubator), pk=pk)
    form = OrderForm(request.POST or None, order=row)

    def save() -> None:
        actions.change_order(by=signed_in(request.user), order=row, facts_given=form.facts())

    if form.is_valid() and attempt(request, save, form=form, done=_("The order is saved.")):
        return _to_year(slug, form.facts().ordered_on.year)
    context = {
        "incubator": incubator, "form": form, "title": str(row), "order": row,
        "obstacle": obstacle(rules.check_change_order, by=request.user, order=row),
        "removing": obstacle(rules.check_remove_order, by=request.user, order=row),
    }  # fmt: skip
    return render(request, "incubators/order_form.html", context)


@login_required
@require_POST
def order_remove(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Take out an order that came to nothing."""
    incubator = queries.ordering_incubator(request.user, slug)
    row = get_object_or_404(queries.orders_of(incubator), pk=pk)
    try:
        kept = actions.remove_order(by=signed_in(request.user), order=row)
    except RefusedError as refused:
        messages.error(request, str(refused))
        return redirect("incubators:order_edit", slug, pk)
    words = _("“%(name)s” is taken out.") % {"name": row}
    messages.success(request, words, undo_by(kept.pk))
    return _to_year(slug, row.ordered_on.year)


@login_required
@require_safe
def export(request: HttpRequest, slug: str, kind: str) -> HttpResponse:
    """Hand out the orders as a spreadsheet."""
    incubator = queries.ordering_incubator(request.user, slug)
    if kind not in ("csv", "xlsx"):
        raise NotFoundError(_("Orders are exported as csv or xlsx."))
    form: Format = "csv" if kind == "csv" else "xlsx"
    return file_response(ORDERS, queries.order_rows(incubator), form, f"orders-{slug}")


def _to_year(slug: str, year: int) -> HttpResponse:
    return redirect(f"{reverse('incubators:orders', args=[slug])}?year={year}")
