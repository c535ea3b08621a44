"""Forms of bookings. Hours are typed by the clock of the place, and never by that of a browser."""

import datetime
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ligzda.incubators.bookings import rules
from ligzda.incubators.bookings.rules import Thing, Time
from ligzda.incubators.bookings.series import Series
from ligzda.incubators.bookings.taking import Wanted
from ligzda.incubators.models import Incubator, Occupation
from ligzda.incubators.places.forms import clock
from ligzda.incubators.places.opening import place_time
from ligzda.kernel.errors import BadDataError
from ligzda.kernel.forms import day


def code_of(thing: Thing) -> str:
    """Return a thing as forms and addresses write it: “m7”, “r3”, “r3.2” for a bench place."""
    if thing.equipment is not None:
        return f"m{thing.equipment.pk}"
    assert thing.room is not None
    return f"r{thing.room.pk}" + (f".{thing.place}" if thing.place else "")


def things(incubator: Incubator, *, out_of_use: bool = False) -> dict[str, Thing]:
    """Return what can be booked in an incubator, by its code: machines, rooms, benches."""
    found = [
        Thing(equipment=row)
        for row in incubator.equipment.select_related("room")
        if out_of_use or row.retired_on is None
    ]
    for room in incubator.rooms.all():
        found += [Thing(room=room), *(Thing(room=room, place=n + 1) for n in range(room.places))]
    return {code_of(thing): thing for thing in found}


def grouped(found: dict[str, Thing]) -> list[tuple[str, list[tuple[str, str]]]]:
    """Return things as the choices of a field, machines apart from rooms with their benches."""
    machines = [(code, str(thing)) for code, thing in found.items() if thing.equipment]
    rooms = [(code, str(thing)) for code, thing in found.items() if thing.room]
    groups = [(_("Machines and tools"), machines), (_("Rooms and bench places"), rooms)]
    return [group for group in groups if group[1]]


class TimeForm(forms.Form):
    """From when to when on one day."""

    day = day(label=gettext_lazy("Day"))
    begins = clock(label=gettext_lazy("From"))
    ends = clock(label=gettext_lazy("To"))
    which = forms.ChoiceField(
        label=gettext_lazy("That hour comes twice on this night"),
        choices=[("first", gettext_lazy("the first time")), ("second", gettext_lazy("the second"))],
        widget=forms.RadioSelect,
        required=False,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not self._clocks_go_back():
            del self.fields["which"]

    def _clocks_go_back(self) -> bool:
        """Whether the form is about the one night of the year that has an hour twice."""
        try:
            on = datetime.date.fromisoformat(str(self.data.get("day", "")))
        except ValueError:
            return False
        begin, end = (
            timezone.make_aware(datetime.datetime.combine(on, datetime.time(hour)))
            for hour in (0, 12)
        )
        offsets = begin.utcoffset(), end.utcoffset()
        return None not in offsets and offsets[0] > offsets[1]  # type: ignore[operator]

    def clean(self) -> dict[str, Any]:
        """Turn the hours of the clock into moments, or say which there are not."""
        given = self.cleaned_data
        second = {"first": False, "second": True}.get(given.get("which", ""))
        moments = {}
        for name in ("begins", "ends"):
            if given.get("day") is None or given.get(name) is None:
                continue
            try:
                moments[name] = place_time(given["day"], given[name], second=second)
            except BadDataError as refused:
                self.add_error(name, str(refused))
        if len(moments) == 2:
            given["time"] = Time(**moments)
        return given


class FindForm(TimeForm):
    """When somebody wants to work: what is free then?"""


class BookForm(TimeForm):
    """A thing, when, what for, and who stands by.

    `alone`: who asks books for themselves, so neither a whole room nor for anybody else.
    """

    thing = forms.ChoiceField(label=gettext_lazy("What"))
    purpose = forms.CharField(
        label=gettext_lazy("What for"),
        max_length=120,
        help_text=gettext_lazy("What will be made. Please write no names of people."),
    )
    field_order: tuple[str, ...] = (
        "thing", "day", "begins", "ends", "which", "purpose", "used_by", "instructor",
    )  # fmt: skip

    def __init__(
        self, *args: Any, incubator: Incubator, alone: bool = False, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        every = things(incubator)
        self.things = {code: row for code, row in every.items() if row.is_for_one or not alone}
        thing = self.fields["thing"]
        assert isinstance(thing, forms.ChoiceField)
        thing.choices = [("", _("choose")), *grouped(self.things)]
        self.fields["instructor"] = forms.ModelChoiceField(
            rules.instructors(incubator, timezone.localdate()),
            label=_("Instructor who stands by"),
            help_text=_("Needed at a dangerous machine."),
            required=False,
            empty_label=_("nobody"),
        )
        if not alone:
            self.fields["used_by"] = forms.ModelChoiceField(
                rules.people(incubator, timezone.localdate()),
                label=_("For whom"),
                help_text=_("Some machines may be used only by who has learnt them."),
                required=False,
                empty_label=_("for myself"),
            )
        self.order_fields(self.field_order)

    def wanted(self) -> Wanted:
        """Return what is wanted."""
        given = self.cleaned_data
        return Wanted(
            thing=self.things[given["thing"]],
            time=given["time"],
            purpose=given["purpose"],
            instructor=given["instructor"],
            used_by=given.get("used_by"),
        )


class SeriesForm(BookForm):
    """The same every week, or every so many, up to a day."""

    every = forms.TypedChoiceField(
        label=gettext_lazy("How often"),
        coerce=int,
        choices=[
            (1, gettext_lazy("every day")),
            (7, gettext_lazy("every week")),
            (14, gettext_lazy("every second week")),
            (28, gettext_lazy("every fourth week")),
        ],
        initial=7,
    )
    until = day(label=gettext_lazy("Until, this day included"))
    field_order = (*BookForm.field_order, "every", "until")

    def clean(self) -> dict[str, Any]:
        """Ask for an end that is not before the beginning."""
        given = super().clean()
        if given.get("day") and given.get("until") and given["until"] < given["day"]:
            self.add_error("until", _("A series ends no earlier than it begins."))
        return given

    def series(self) -> Series:
        """Return the days; too many are refused by the action, with their number."""
        given = self.cleaned_data
        count = (given["until"] - given["day"]).days // given["every"] + 1
        return Series(
            thing=self.things[given["thing"]],
            days=[given["day"] + datetime.timedelta(given["every"] * n) for n in range(count)],
            begins=given["begins"],
            ends=given["ends"],
            purpose=given["purpose"],
            instructor=given["instructor"],
            used_by=given.get("used_by"),
        )


class CloseOffForm(TimeForm):
    """Maintenance of a machine, or a room that is closed off."""

    thing = forms.ChoiceField(label=gettext_lazy("What"))
    kind = forms.ChoiceField(
        label=gettext_lazy("Kind"),
        choices=[
            (value, name)
            for value, name in Occupation.Kind.choices
            if value in (Occupation.Kind.MAINTENANCE, Occupation.Kind.BLOCK)
        ],
    )
    reason = forms.CharField(label=gettext_lazy("Reason"), max_length=120)
    field_order = ("thing", "kind", "day", "begins", "ends", "which", "reason")

    def __init__(self, *args: Any, incubator: Incubator, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.things = things(incubator)
        thing = self.fields["thing"]
        assert isinstance(thing, forms.ChoiceField)
        thing.choices = [("", _("choose")), *grouped(self.things)]
