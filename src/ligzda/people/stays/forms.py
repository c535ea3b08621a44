"""Forms of stays. They are about people, so nothing that is typed is kept unsaved."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ligzda.incubators.queries import open_now
from ligzda.kernel.forms import day
from ligzda.kernel.room import Words
from ligzda.people.models import (
    AbsenceKind,
    Education,
    EntrySnapshot,
    ExitReason,
    ExitState,
    Household,
    LabourStatus,
    Stay,
    TransferBasis,
    WhyDeclined,
)
from ligzda.people.stays.actions import EntryFacts
from ligzda.people.stays.queries import Present
from ligzda.people.stays.transfers import TransferFacts

_EMPTY: list[tuple[str, Words]] = [("", "–")]
_EXIT_REASONS = [each for each in ExitReason.choices if each[0] != ExitReason.TRANSFER]


class EntryForm(forms.Form):
    """The contract, and what is true on the first day."""

    contract_on = day(label=_("Contract signed on"))
    begins_on = day(label=_("First day"))
    planned_end = day(label=_("Planned last day"), required=False)
    labour_status = forms.ChoiceField(
        label=_("Labour status"), choices=[*_EMPTY, *LabourStatus.choices]
    )
    months_unemployed = forms.IntegerField(
        label=_("Months without work"),
        min_value=0,
        max_value=720,
        required=False,
        help_text=_("Only of the unemployed."),
    )
    education = forms.ChoiceField(label=_("Education"), choices=[*_EMPTY, *Education.choices])
    household = forms.ChoiceField(label=_("Lives"), choices=[*_EMPTY, *Household.choices])
    collected = forms.ChoiceField(
        label=_("Why health and origin are asked"),
        choices=EntrySnapshot.Collected.choices,
        initial=EntrySnapshot.Collected.NOT,
        help_text=_("Where eligibility does not depend on it and nobody consented, leave both "
                    "empty: reports estimate it."),
    )  # fmt: skip
    disability = forms.CharField(label=_("Disability group"), max_length=10, required=False)
    target_group = forms.CharField(label=_("Target group"), max_length=60, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        today = timezone.localdate()
        kwargs["initial"] = {"contract_on": today, "begins_on": today}
        super().__init__(*args, **kwargs)

    def clean(self) -> dict[str, Any]:
        """Months are told of the unemployed, and nothing of what was not to be asked."""
        given = super().clean() or {}
        if given.get("months_unemployed") and given.get("labour_status") != "unemployed":
            self.add_error(
                "months_unemployed", _("Months without work are told of the unemployed.")
            )
        if given.get("collected") == EntrySnapshot.Collected.NOT:
            for name in ("disability", "target_group"):
                if given.get(name):
                    self.add_error(name, _("Say above why it is asked, or leave it empty."))
        return given

    def entry(self) -> EntryFacts:
        """Return what is true on the first day."""
        names = (
            "labour_status", "months_unemployed", "education", "household", "collected",
            "disability", "target_group",
        )  # fmt: skip
        return EntryFacts(**{name: self.cleaned_data[name] for name in names})


class ExitForm(forms.Form):
    """The last day, where the person goes, and why."""

    last_day = day(label=_("Last day"))
    state = forms.ChoiceField(
        label=_("State at exit"),
        choices=[*_EMPTY, *ExitState.choices],
        help_text=_("What the person does in the week after the last day."),
    )
    reason = forms.ChoiceField(label=_("Why it ends"), choices=[*_EMPTY, *_EXIT_REASONS])
    note = forms.CharField(
        label=_("Note"),
        max_length=1000,
        required=False,
        widget=forms.Textarea({"rows": 3}),
        help_text=_("It is kept sealed. No diagnosis."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"initial": {"last_day": timezone.localdate()}, **kwargs})


class AbsenceForm(forms.Form):
    """From when to when, and which kind."""

    first = day(label=_("First day away"))
    last = day(
        label=_("Last day away"),
        required=False,
        help_text=_("Empty: not known yet."),
    )
    kind = forms.ChoiceField(
        label=_("Kind"),
        choices=AbsenceKind.choices,
        help_text=_("Illness is excused; which illness is not written down."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"initial": {"first": timezone.localdate()}, **kwargs})


class BackForm(forms.Form):
    """The last day away."""

    last = day(label=_("Last day away"))


class TransferForm(forms.Form):
    """Where to, on which basis, with consent."""

    to_incubator = forms.ModelChoiceField(
        label=_("To incubator"), queryset=open_now().none(), empty_label="–"
    )
    begins_on = day(label=_("First day there"))
    basis = forms.ChoiceField(
        label=_("Legal basis"),
        choices=[*_EMPTY, *TransferBasis.choices],
        help_text=_("Without one the record stays here."),
    )
    document = forms.CharField(
        label=_("Number of the document"),
        max_length=40,
        help_text=_(
            "The number alone, without blanks: 1-12/345. No name: the other side reads it."
        ),
    )
    document_on = day(label=_("Date of the document"))
    consents = forms.BooleanField(
        label=_("The person is here and consents to their record going to the other municipality"),
        required=False,
    )

    def __init__(self, *args: Any, stay: Stay, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["to_incubator"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = open_now().exclude(municipality=stay.municipality_id).order_by("slug")

    def facts(self) -> TransferFacts:
        """Return what was said."""
        return TransferFacts(**self.cleaned_data)


class DeclineForm(forms.Form):
    """Why the person cannot be taken over."""

    why = forms.ChoiceField(label=_("Why it is declined"), choices=[*_EMPTY, *WhyDeclined.choices])


class SeveralForm(AbsenceForm):
    """Several who are away in the same days; none is ticked beforehand."""

    who = forms.TypedMultipleChoiceField(
        label=_("Who is away"), coerce=int, widget=forms.CheckboxSelectMultiple
    )
    field_order = ("who", "first", "last", "kind")

    def __init__(self, *args: Any, there: Sequence[Present], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["who"]
        assert isinstance(field, forms.TypedMultipleChoiceField)
        field.choices = [(each.stay.pk, each.person.name) for each in there]
