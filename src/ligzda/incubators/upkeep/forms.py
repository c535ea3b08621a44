"""Forms of condition, photos, manuals, maintenance and the log."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ligzda.incubators.bookings.forms import TimeForm
from ligzda.incubators.models import Equipment, Incident, Incubator, MaintenancePlan, Room
from ligzda.incubators.places.forms import clock
from ligzda.incubators.places.opening import place_time
from ligzda.incubators.upkeep.actions import Done, IncidentFacts
from ligzda.incubators.upkeep.file_models import MOST_BYTES_OF_A_MANUAL
from ligzda.kernel.errors import BadDataError
from ligzda.kernel.forms import day
from ligzda.kernel.texts import TextFormField
from ligzda.kernel.uploaded_images import MOST_BYTES


class ConditionForm(forms.Form):
    """How a machine is from now on."""

    condition = forms.ChoiceField(
        label=gettext_lazy("Condition"), choices=Equipment.Condition.choices
    )
    reason = forms.CharField(label=gettext_lazy("Reason"), max_length=200)


class PictureForm(forms.Form):
    """A picture."""

    file = forms.FileField(
        label=gettext_lazy("Picture"),
        help_text=gettext_lazy(
            "JPEG, PNG, WebP, GIF or AVIF, at most 20 MB. Place and time of taking are not kept."
        ),
        widget=forms.FileInput(attrs={"accept": "image/*"}),
    )

    def clean_file(self) -> Any:
        """Refuse by size before anything is read into memory."""
        file = self.cleaned_data["file"]
        if file.size > MOST_BYTES:
            raise forms.ValidationError(
                _("The picture is larger than %(most)d MB; save it smaller and try again.")
                % {"most": MOST_BYTES // 10**6}
            )
        return file


class PhotoForm(PictureForm):
    """A photo of a machine."""

    caption = TextFormField(
        label=gettext_lazy("What is seen"),
        max_length=200,
        required=False,
        help_text=gettext_lazy("For those who do not see it. Please show no faces."),
    )


class ManualForm(forms.Form):
    """A manual."""

    title = forms.CharField(label=gettext_lazy("Title"), max_length=120)
    file = forms.FileField(
        label=gettext_lazy("File (PDF, at most 20 MB)"),
        widget=forms.FileInput(attrs={"accept": ".pdf"}),
    )

    def clean_file(self) -> Any:
        """Refuse by size before anything is read into memory."""
        file = self.cleaned_data["file"]
        if file.size > MOST_BYTES_OF_A_MANUAL:
            raise forms.ValidationError(
                _("The manual is larger than %(most)d MB.")
                % {"most": MOST_BYTES_OF_A_MANUAL // 10**6}
            )
        return file


class PlanForm(forms.ModelForm):  # type: ignore[type-arg]
    """A plan of maintenance."""

    counts_from = day(
        label=gettext_lazy("Counts from"),
        help_text=gettext_lazy("When it was done last, or when the machine was new."),
    )

    class Meta:
        model = MaintenancePlan
        fields = ["what", "every_months", "every_hours", "counts_from"]

    def clean(self) -> dict[str, Any]:
        """Ask for one of both."""
        given = self.cleaned_data
        if not self.errors and not (given["every_months"] or given["every_hours"]):
            self.add_error(
                "every_months", _("Say after how many months or after how many hours of use.")
            )
        return given


class _OfAPlan(forms.Form):
    """By which plan, if by any."""

    def __init__(self, *args: Any, equipment: Equipment, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["plan"] = forms.ModelChoiceField(
            equipment.plans.filter(ended_on=None),
            label=_("By which plan"),
            required=False,
            empty_label=_("by none"),
        )
        self.order_fields(["plan"])


class ScheduleForm(_OfAPlan, TimeForm):
    """Hours that are kept free for maintenance."""

    what = forms.CharField(label=gettext_lazy("What is done"), max_length=120)


class DoneForm(forms.Form):
    """That a maintenance was done."""

    on = day(label=gettext_lazy("Done on"))
    by = forms.CharField(
        label=gettext_lazy("Done by"),
        max_length=120,
        help_text=gettext_lazy("The company or the function, such as: workshop instructor."),
    )
    cost = forms.DecimalField(
        label=gettext_lazy("Cost, EUR"),
        min_value=0,
        max_digits=10,
        decimal_places=2,
        required=False,
    )
    note = forms.CharField(label=gettext_lazy("Note"), max_length=300, required=False)

    def done(self) -> Done:
        """Return what was said."""
        return Done(**{name: self.cleaned_data[name] for name in ("on", "by", "cost", "note")})


class RecordForm(_OfAPlan, DoneForm):
    """A maintenance for which no hours had been kept."""

    what = forms.CharField(label=gettext_lazy("What is done"), max_length=120)


class IncidentForm(forms.Form):
    """What happened. There is no field for who was hurt, and there is to be none."""

    kind = forms.ChoiceField(label=gettext_lazy("Kind"), choices=Incident.Kind.choices)
    where = forms.ChoiceField(label=gettext_lazy("Where"))
    day = day(label=gettext_lazy("Day"))
    at = clock(label=gettext_lazy("At what time"))
    what = forms.CharField(
        label=gettext_lazy("What happened"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=gettext_lazy(
            "The event and its cause. No name of anybody, no word about anybody's health or injury:"
            " those belong into the report that labour law asks for, and not here."
        ),
    )
    hurt = forms.BooleanField(
        label=gettext_lazy("Somebody was hurt (only yes or no, not who and how)"), required=False
    )

    def __init__(self, *args: Any, incubator: Incubator, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.machines = {f"m{row.pk}": row for row in incubator.equipment.select_related("room")}
        self.rooms = {f"r{row.pk}": row for row in incubator.rooms.all()}
        where = self.fields["where"]
        assert isinstance(where, forms.ChoiceField)
        where.choices = [
            ("", _("choose")),
            (_("Machines and tools"), [(code, str(row)) for code, row in self.machines.items()]),
            (_("Rooms"), [(code, str(row)) for code, row in self.rooms.items()]),
        ]

    def clean(self) -> dict[str, Any]:
        """Turn day and hour into a moment; if somebody was hurt it was an accident."""
        given = self.cleaned_data
        if given.get("hurt") and given.get("kind") not in (None, Incident.Kind.ACCIDENT):
            self.add_error("kind", _("If somebody was hurt it was an accident."))
        if given.get("day") and given.get("at"):
            try:
                given["happened_at"] = place_time(given["day"], given["at"], second=False)
            except BadDataError as refused:
                self.add_error("at", str(refused))
        return given

    def facts(self) -> IncidentFacts:
        """Return what was said."""
        given = self.cleaned_data
        machine: Equipment | None = self.machines.get(given["where"])
        room: Room = machine.room if machine else self.rooms[given["where"]]
        return IncidentFacts(
            kind=given["kind"],
            happened_at=given["happened_at"],
            room=room,
            equipment=machine,
            what=given["what"],
            hurt=given["hurt"],
        )


class MeasureForm(forms.Form):
    """What was done, so that it does not come again."""

    text = forms.CharField(
        label=gettext_lazy("Measure"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=gettext_lazy("What was done or found out. Once added it stays as it is."),
    )
