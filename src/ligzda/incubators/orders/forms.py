"""Forms of orders: a year's plan, an order."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ligzda.incubators.models import AwardRoute, Order, OrderPlan
from ligzda.incubators.orders.actions import OrderFacts, PlanFacts
from ligzda.kernel.forms import day, euros


class OrderPlanForm(forms.Form):
    """What is to be ordered in a year."""

    what = forms.CharField(
        label=_("What is to be ordered"), max_length=1000, widget=forms.Textarea({"rows": 4})
    )
    planned = euros(label=_("Planned orders, EUR"), min_value=0)
    sales_target = euros(
        label=_("Sales target of the incubator, EUR"),
        help_text=_("What it is to sell in that year, to whomever."),
    )

    def __init__(self, *args: Any, plan: OrderPlan | None, **kwargs: Any) -> None:
        if plan is not None:
            kwargs["initial"] = {name: getattr(plan, name) for name in self.base_fields}
        super().__init__(*args, **kwargs)

    def clean_sales_target(self) -> Any:
        """A share of nothing is none."""
        target = self.cleaned_data["sales_target"]
        if target <= 0:
            raise forms.ValidationError(_("More than 0: shares are of this target."))
        return target

    def facts(self) -> PlanFacts:
        """Return what was said."""
        return PlanFacts(**self.cleaned_data)


class RouteField(forms.ModelChoiceField):  # type: ignore[type-arg]
    """A choice of award routes, each with its days and that nobody has checked it yet."""

    def label_from_instance(self, obj: AwardRoute) -> str:
        """Say which days it was in force: two rows may have one name."""
        return f"{obj} ({obj.days})" + (f" – {_('to be checked')}" if obj.recalled else "")


class OrderForm(forms.Form):
    """An order, and how far it is by its days."""

    what = forms.CharField(label=_("What is ordered"), max_length=200)
    route = RouteField(
        AwardRoute.objects.none(), label=_("Award route"), empty_label=_("– choose –")
    )
    value = euros(label=_("Value without VAT, EUR"))
    document = forms.CharField(label=_("Contract or invoice"), max_length=200, required=False)
    ordered_on = day(label=_("Ordered on"))
    delivered_on = day(label=_("Delivered on"), required=False)
    paid_on = day(label=_("Paid on"), required=False)

    def __init__(self, *args: Any, order: Order | None = None, **kwargs: Any) -> None:
        initial: dict[str, object] = {"ordered_on": timezone.localdate()}
        if order is not None:
            initial = {name: getattr(order, name) for name in self.base_fields}
        super().__init__(*args, **{"initial": initial, **kwargs})
        route = self.fields["route"]
        assert isinstance(route, forms.ModelChoiceField)
        route.queryset = AwardRoute.objects.all()

    def clean_value(self) -> Any:
        """An order is worth something."""
        value = self.cleaned_data["value"]
        if value <= 0:
            raise forms.ValidationError(_("More than 0."))
        return value

    def clean(self) -> dict[str, Any]:
        """Hold the days to their order, and the route to the day of the order."""
        given = super().clean() or {}
        days = [(name, given.get(name)) for name in ("ordered_on", "delivered_on", "paid_on")]
        for name, on in days:
            if on is not None and on > timezone.localdate():
                self.add_error(name, _("The day of an order has to have come."))
        ordered, delivered, paid = (on for _name, on in days)
        if ordered and delivered and delivered < ordered:
            told = _("An order is delivered no earlier than it was ordered.")
            self.add_error("delivered_on", told)
        if paid and (delivered is None or paid < delivered):
            self.add_error("paid_on", _("An order is paid no earlier than it was delivered."))
        route = given.get("route")
        if route and ordered and not route.in_force(ordered):
            told = _("This award route was not in force on the day of the order; choose another.")
            self.add_error("route", told)
        return given

    def facts(self) -> OrderFacts:
        """Return what was said."""
        return OrderFacts(**self.cleaned_data)
