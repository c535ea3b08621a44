"""Forms of the log of support."""

import uuid
from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ligzda.kernel.forms import day
from ligzda.people.models import MOST_MINUTES, Mode
from ligzda.people.stays.queries import Present
from ligzda.people.support.actions import Given
from ligzda.people.support.services import services


def _services() -> list[tuple[str, str]]:
    return [("", "–"), *((code, each.name) for code, each in services().items())]


class SupportForm(forms.Form):
    """What was given to one person."""

    service = forms.ChoiceField(label=_("Service"), choices=_services)
    day = day(label=_("Day"))
    minutes = forms.IntegerField(
        label=_("Minutes"),
        min_value=0,
        max_value=MOST_MINUTES,
        help_text=_("0, where the person did not come."),
    )
    mode = forms.ChoiceField(label=_("Mode"), choices=Mode.choices)
    planned = forms.BooleanField(label=_("Planned"), required=False, initial=True)
    no_show = forms.BooleanField(label=_("The person did not come"), required=False)
    note = forms.CharField(
        label=_("Note"),
        max_length=600,
        required=False,
        widget=forms.Textarea({"rows": 3}),
        help_text=_("It is kept sealed. No diagnosis."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"initial": {"day": timezone.localdate()}, **kwargs})

    def clean(self) -> dict[str, Any]:
        """Who did not come has no minutes; everybody else has some."""
        given = super().clean() or {}
        minutes = given.get("minutes")
        if minutes is not None and (minutes == 0) != bool(given.get("no_show")):
            self.add_error(
                "minutes", _("Write 0 for who did not come, and the minutes for everybody else.")
            )
        return given

    def given(self) -> Given:
        """Return what was said."""
        return Given(**self.cleaned_data)


class SessionForm(forms.Form):
    """A group session: what and how long once, and who came; all who are expected are ticked."""

    service = forms.ChoiceField(label=_("Service"), choices=_services, initial="group")
    minutes = forms.IntegerField(label=_("Minutes"), min_value=1, max_value=MOST_MINUTES)
    mode = forms.ChoiceField(
        label=_("Mode"),
        choices=[(each.value, each.label) for each in (Mode.GROUP, Mode.ONLINE, Mode.PHONE)],
        initial=Mode.GROUP,
    )
    came = forms.TypedMultipleChoiceField(
        label=_("Who came"), coerce=int, widget=forms.CheckboxSelectMultiple
    )
    no_shows = forms.BooleanField(
        label=_(
            "Write down of those who are not ticked, and were not away, that they did not come"
        ),
        required=False,
    )
    group = forms.UUIDField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, there: Sequence[Present], **kwargs: Any) -> None:
        initial = {
            "group": uuid.uuid4(),
            "came": [each.stay.pk for each in there if each.absence is None],
        }
        super().__init__(*args, **{"initial": initial, **kwargs})
        field = self.fields["came"]
        assert isinstance(field, forms.TypedMultipleChoiceField)
        field.choices = [
            (each.stay.pk, f"{each.person.name} – {each.away}" if each.away else each.person.name)
            for each in there
        ]
