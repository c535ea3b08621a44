"""Forms of rooms, machines and hours."""

import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from ligzda.incubators.models import Equipment, Incubator, OpeningHours, Room
from ligzda.incubators.places.actions import EquipmentFacts, RoomFacts
from ligzda.incubators.places.models import MINUTES
from ligzda.kernel.forms import day

Hours = tuple[datetime.time, datetime.time]


def clock(**kwargs: Any) -> forms.TimeField:
    """Return a field for a time of day; browsers send it as 14:30."""
    widget = forms.TimeInput(attrs={"type": "time", "step": MINUTES * 60}, format="%H:%M")
    return forms.TimeField(widget=widget, input_formats=["%H:%M", "%H.%M"], **kwargs)


class RoomForm(forms.ModelForm):  # type: ignore[type-arg]
    """A room."""

    class Meta:
        model = Room
        fields = ["name", "building", "floor", "places", "step_free", "access"]

    def __init__(self, *args: Any, incubator: Incubator, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        building = self.fields["building"]
        assert isinstance(building, forms.ModelChoiceField)
        building.queryset, building.empty_label = incubator.buildings.all(), None
        if incubator.buildings.count() == 1:
            del self.fields["building"]  # there is nothing to choose

    def facts(self) -> RoomFacts:
        """Return what was said."""
        return RoomFacts(**self.cleaned_data)


class EquipmentForm(forms.ModelForm):  # type: ignore[type-arg]
    """A machine."""

    bought_on = day(label=_("Bought on"), required=False)

    class Meta:
        model = Equipment
        fields = [
            "name", "room", "condition", "dangerous", "needs_authorisation", "idle_months",
            "minutes_before", "minutes_after", "serial_number", "bought_on", "price",
            "life_months", "safety_rules",
        ]  # fmt: skip

    def __init__(self, *args: Any, incubator: Incubator, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        room = self.fields["room"]
        assert isinstance(room, forms.ModelChoiceField)
        room.queryset, room.empty_label = incubator.rooms.all(), _("– choose –")
        for name in ("minutes_before", "minutes_after"):
            self.fields[name] = forms.TypedChoiceField(
                label=self.fields[name].label,
                coerce=int,
                choices=[(minutes, str(minutes)) for minutes in range(0, 125, MINUTES)],
            )

    def facts(self) -> EquipmentFacts:
        """Return what was said."""
        return EquipmentFacts(**self.cleaned_data)


class HoursForm(forms.Form):
    """When the incubator is open on each day of the week; an empty pair: closed."""

    def __init__(self, *args: Any, incubator: Incubator, **kwargs: Any) -> None:
        there = {row.weekday: row for row in incubator.hours.all()}
        initial = {
            f"{side}_{weekday}": getattr(row, side)
            for weekday, row in there.items()
            for side in ("opens", "closes")
        }
        super().__init__(*args, **{"initial": initial, **kwargs})
        for weekday, name in OpeningHours.Weekday.choices:
            for side, title in (("opens", _("%(day)s, opens")), ("closes", _("%(day)s, closes"))):
                label = title % {"day": name}
                self.fields[f"{side}_{weekday}"] = clock(label=label, required=False)

    def clean(self) -> dict[str, Any]:
        """Ask for both or neither, in their order."""
        for weekday in OpeningHours.Weekday.values:
            opens, closes = self._pair(weekday)
            if (opens is None) != (closes is None):
                self.add_error(
                    f"{'opens' if opens is None else 'closes'}_{weekday}",
                    _("Give both when it opens and when it closes, or neither: then it is closed."),
                )
            elif opens is not None and closes is not None and opens >= closes:
                self.add_error(f"closes_{weekday}", _("It closes after it opens."))
        return self.cleaned_data

    def _pair(self, weekday: int) -> tuple[Any, Any]:
        return (
            self.cleaned_data.get(f"opens_{weekday}"),
            self.cleaned_data.get(f"closes_{weekday}"),
        )

    def hours(self) -> dict[int, Hours]:
        """Return the days that are open: weekday → opens, closes."""
        pairs = {weekday: self._pair(weekday) for weekday in OpeningHours.Weekday.values}
        return {weekday: pair for weekday, pair in pairs.items() if pair[0] is not None}


class SpecialDayForm(forms.Form):
    """A day that is closed, or has hours of its own."""

    day = day(label=_("Day"))
    opens = clock(label=_("Opens (empty: closed)"), required=False)
    closes = clock(label=_("Closes (empty: closed)"), required=False)
    reason = forms.CharField(label=_("Reason"), max_length=120)
