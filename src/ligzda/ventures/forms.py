"""Forms of enterprises. They may be about people, so nothing that is typed is kept unsaved."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ligzda.kernel.forms import day as day_field
from ligzda.kernel.forms import euros
from ligzda.kernel.room import Words
from ligzda.people.queries import numbered
from ligzda.ventures.actions import Event, Founding, Given, Job, Sold
from ligzda.ventures.models import (
    AidKind,
    Enterprise,
    Form,
    InvolvementRole,
    LinkBasis,
    MilestoneKind,
    RegisterKind,
    Regulation,
    Source,
)

if TYPE_CHECKING:
    from ligzda.network.models import Municipality
    from ligzda.people.models import Person

_EMPTY: list[tuple[str, Words]] = [("", "–")]
_TOLD = [each for each in Source.choices if each[0] != Source.REGISTER]
_HAPPENED = [each for each in MilestoneKind.choices if each[0] != MilestoneKind.REGISTERED]


def percent(**kwargs: Any) -> forms.DecimalField:
    """Return a field for a share, in percent."""
    widget = forms.TextInput(attrs={"inputmode": "decimal"})
    return forms.DecimalField(
        widget=widget, localize=True, min_value=0, max_value=100, decimal_places=2, max_digits=5,
        required=False, **kwargs,
    )  # fmt: skip


class PeopleField(forms.CharField):
    """Numbers of people, as they stand on their pages: P-12, P-15."""

    def clean(self, value: Any) -> list[int]:
        """Return the numbers."""
        found = []
        for part in super().clean(value).replace(",", " ").split():
            digits = part.upper().removeprefix("P-")
            if not (digits.isascii() and digits.isdigit() and 0 < len(digits) < 18):
                raise forms.ValidationError(_("Write the numbers of the people: P-12, P-15."))
            found.append(int(digits))
        return list(dict.fromkeys(found))


class FoundForm(forms.Form):
    """An enterprise with its founders."""

    form = forms.ChoiceField(label=_("Legal form"), choices=[*_EMPTY, *Form.choices])
    name = forms.CharField(label=_("Name"), max_length=200, required=False)
    number = forms.CharField(
        label=_("Registration number"),
        max_length=20,
        required=False,
        help_text=_("Of the Register of Enterprises. Nothing for who is self-employed: a personal "
                    "code is not written here."),
    )  # fmt: skip
    registered_on = day_field(label=_("Registered"))
    founders = PeopleField(
        label=_("Founders"),
        max_length=300,
        help_text=_("Numbers of the people, as they stand on their pages: P-12, P-15."),
    )
    activity = forms.CharField(
        label=_("NACE division"),
        max_length=2,
        required=False,
        help_text=_("Two digits, such as 13 for textiles."),
    )
    source = forms.ChoiceField(label=_("Who says so"), choices=_TOLD)

    def __init__(self, *args: Any, here: Municipality, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.here = here
        self.people: list[Person] = []

    def clean_founders(self) -> list[int]:
        """Somebody of another municipality and nobody at all are answered alike."""
        numbers: list[int] = self.cleaned_data["founders"]
        found = numbered(self.here, numbers)
        if found is None:
            raise forms.ValidationError(
                _("Nobody with one of these numbers is registered in your municipality.")
            )
        self.people = found
        return numbers

    def founding(self) -> Founding:
        """Return what was said."""
        names = ("form", "name", "number", "registered_on", "activity", "source")
        return Founding(**{name: self.cleaned_data[name] for name in names})


class ChangeForm(forms.Form):
    """What an enterprise is called."""

    name = forms.CharField(label=_("Name"), max_length=200, required=False)
    number = forms.CharField(label=_("Registration number"), max_length=20, required=False)
    activity = forms.CharField(label=_("NACE division"), max_length=2, required=False)


class EventForm(forms.Form):
    """What happened, and who says so."""

    kind = forms.ChoiceField(label=_("What happened"), choices=[*_EMPTY, *_HAPPENED])
    day = day_field(label=_("Day"))
    source = forms.ChoiceField(label=_("Who says so"), choices=_TOLD)
    said_on = day_field(label=_("Said on"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"initial": {"said_on": timezone.localdate()}, **kwargs})

    def facts(self) -> Event:
        """Return what was said."""
        return Event(**self.cleaned_data)


class JobForm(forms.Form):
    """A job from a day on."""

    first = day_field(label=_("First day"))
    last = day_field(label=_("Last day"), required=False, help_text=_("Empty: it lasts."))
    hours = forms.DecimalField(
        label=_("Hours a week"),
        localize=True,
        max_digits=3,
        decimal_places=1,
        widget=forms.TextInput(attrs={"inputmode": "decimal"}),
    )
    target_group = forms.BooleanField(label=_("Somebody of a target group has it"), required=False)
    confirmed_on = day_field(label=_("Last confirmed on"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"initial": {"confirmed_on": timezone.localdate()}, **kwargs})

    def facts(self) -> Job:
        """Return what was said."""
        return Job(**self.cleaned_data)


class TurnoverForm(forms.Form):
    """Turnover of a half-year or a year."""

    period = forms.ChoiceField(label=_("Period"))
    amount = euros(label=_("Turnover, EUR"), min_value=0)
    public = percent(label=_("Bought by public bodies, percent"))
    largest = percent(label=_("Bought by the largest buyer, percent"))
    source = forms.ChoiceField(label=_("Who says so"), choices=_TOLD)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["period"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [*_EMPTY, *_periods(timezone.localdate())]

    def facts(self) -> Sold:
        """Return what was said."""
        given = self.cleaned_data
        year, half = given["period"].split("-")
        begins = datetime.date(int(year), 7 if half == "2" else 1, 1)
        return Sold(
            begins=begins,
            months=12 if half == "0" else 6,
            amount=given["amount"],
            public_share=_share(given["public"]),
            largest_share=_share(given["largest"]),
            source=given["source"],
        )


def _share(percents: Decimal | None) -> Decimal | None:
    return None if percents is None else percents / 100


def _periods(today: datetime.date) -> list[tuple[str, str]]:
    """Return the years and half-years that are over, the newest first."""
    found = []
    for year in range(today.year, today.year - 8, -1):
        if year < today.year:
            found += [(f"{year}-0", f"{year}"), (f"{year}-2", f"{year}/2")]
        if year < today.year or today.month > 6:
            found.append((f"{year}-1", f"{year}/1"))
    return found


class AidForm(forms.Form):
    """Support that was received."""

    granted_on = day_field(label=_("Right arose on"))
    kind = forms.ChoiceField(label=_("Kind of support"), choices=[*_EMPTY, *AidKind.choices])
    regulation = forms.ChoiceField(label=_("Regulation"), choices=Regulation.choices)
    amount = euros(
        label=_("Amount, EUR"),
        required=False,
        help_text=_("Gross grant equivalent. Empty for premises: it is the rent times the months."),
    )
    rent_month = euros(label=_("Rent forgone, EUR a month"), required=False)
    rent_months = forms.IntegerField(label=_("Months"), min_value=1, max_value=600, required=False)
    giver = forms.CharField(label=_("Given by"), max_length=200)
    form_number = forms.CharField(
        label=_("Number of the form in the State's system"),
        max_length=30,
        required=False,
        help_text=_("The State's system is the register. Here stands its number."),
    )

    def facts(self) -> Given:
        """Return what was said."""
        return Given(**self.cleaned_data)


class LinkForm(forms.Form):
    """Another undertaking that is one with this."""

    other = forms.CharField(label=_("Registration number of the other"), max_length=20)
    other_name = forms.CharField(label=_("Name"), max_length=200)
    basis = forms.ChoiceField(label=_("Basis"), choices=[*_EMPTY, *LinkBasis.choices])
    one = forms.ChoiceField(label=_("Linked with"))
    since = day_field(label=_("Since"))
    until = day_field(label=_("Last day"), required=False, help_text=_("Empty: it lasts."))

    def __init__(
        self, *args: Any, enterprise: Enterprise, known: Sequence[tuple[str, str]], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["one"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [(str(enterprise), enterprise.title), *known]


class InvolveForm(forms.Form):
    """Somebody else behind an enterprise."""

    who = PeopleField(label=_("Number of the person"), max_length=30, help_text=_("Such as P-12."))
    role = forms.ChoiceField(label=_("Role"), choices=[*_EMPTY, *InvolvementRole.choices])
    since = day_field(label=_("Since"))
    until = day_field(label=_("Last day"), required=False, help_text=_("Empty: it lasts."))

    def __init__(self, *args: Any, here: Municipality, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.here = here

    def clean_who(self) -> Person:
        """One person of the municipality."""
        found = numbered(self.here, self.cleaned_data["who"])
        if found is None or len(found) != 1:
            raise forms.ValidationError(
                _("Nobody with this number is registered in your municipality.")
            )
        return found[0]


class EndForm(forms.Form):
    """The last day of something."""

    last = day_field(label=_("Last day"))


class PrecheckForm(forms.Form):
    """Support that somebody thinks of giving."""

    on = day_field(label=_("Day on which the right would arise"))
    amount = euros(label=_("Amount, EUR"), min_value=0)
    regulation = forms.ChoiceField(label=_("Regulation"), choices=Regulation.choices)


class CriterionForm(forms.Form):
    """Whether a criterion is met."""

    criterion = forms.CharField(widget=forms.HiddenInput, max_length=20)
    met = forms.ChoiceField(
        label=_("Met"), choices=[("yes", _("yes")), ("no", _("no"))], widget=forms.RadioSelect
    )
    document = forms.CharField(label=_("Document"), max_length=100, required=False)


class RegisterForm(forms.Form):
    """Which register, as of which day."""

    kind = forms.ChoiceField(label=_("Register"), choices=RegisterKind.choices)
    day = day_field(label=_("As of"))


class SettleForm(forms.Form):
    """What was found to be true."""

    reason = forms.CharField(
        label=_("What was found to be true, and how"),
        max_length=300,
        widget=forms.Textarea({"rows": 3}),
        help_text=_("No name of a person."),
    )
