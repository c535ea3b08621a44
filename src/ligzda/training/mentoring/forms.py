"""Forms of mentoring."""

import datetime
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext_lazy as _

from ligzda.kernel.forms import day
from ligzda.training.mentoring.models import MentoringMeeting, MentorOffer, Tongue, Topic


def _time(label: Any) -> forms.TimeField:
    widget = forms.TimeInput(attrs={"type": "time"}, format="%H:%M")
    return forms.TimeField(label=label, widget=widget, required=False, input_formats=["%H:%M"])


class OfferForm(forms.Form):
    """What a mentor offers, and when in the week."""

    topics = forms.MultipleChoiceField(
        label=_("I can help with"), choices=Topic.choices, widget=forms.CheckboxSelectMultiple
    )
    languages = forms.MultipleChoiceField(
        label=_("I speak"), choices=Tongue.choices, widget=forms.CheckboxSelectMultiple
    )
    places = forms.IntegerField(
        label=_("People at a time"), min_value=1, max_value=MentorOffer.MOST_PLACES, initial=2
    )

    def __init__(self, *args: Any, offer: MentorOffer | None = None, **kwargs: Any) -> None:
        saved = {each.weekday: each for each in offer.hours.all()} if offer else {}
        if offer:
            initial = {
                "topics": offer.topics,
                "languages": offer.languages,
                "places": offer.places,
            }
            for number, row in saved.items():
                initial |= {f"from_{number}": row.begins, f"to_{number}": row.ends}
            kwargs["initial"] = initial
        super().__init__(*args, **kwargs)
        for number, name in ((index + 1, name) for index, name in WEEKDAYS.items()):
            self.fields[f"from_{number}"] = _time(_("%(day)s, from") % {"day": name})
            self.fields[f"to_{number}"] = _time(_("%(day)s, to") % {"day": name})

    def clean(self) -> dict[str, Any]:
        """Refuse half a time, and one that ends before it begins."""
        given = super().clean() or {}
        for number in range(1, 8):
            begins, ends = given.get(f"from_{number}"), given.get(f"to_{number}")
            if bool(begins) != bool(ends):
                self.add_error(f"to_{number}", _("Give both times, or neither."))
            elif begins and ends and ends <= begins:
                self.add_error(f"to_{number}", _("The hours end before they begin."))
        return given

    def hours(self) -> dict[int, tuple[datetime.time, datetime.time]]:
        """Return what a valid form was answered: day of the week → from, to."""
        given = self.cleaned_data
        return {
            number: (given[f"from_{number}"], given[f"to_{number}"])
            for number in range(1, 8)
            if given[f"from_{number}"]
        }


class WishForm(forms.Form):
    """What a participant wants help with."""

    topic = forms.ChoiceField(label=_("What about?"), choices=Topic.choices)
    language = forms.ChoiceField(label=_("In which language?"), choices=Tongue.choices)


class MeetingForm(forms.Form):
    """That the two met."""

    day = day(label=_("Day on which you met"), initial=timezone.localdate)
    minutes = forms.IntegerField(
        label=_("Minutes"),
        min_value=MentoringMeeting.SHORTEST,
        max_value=MentoringMeeting.LONGEST,
    )


class NoteForm(forms.Form):
    """A note of a pair."""

    text = forms.CharField(
        label=_("Note"),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=4000,
        help_text=_("The two of you and the manager of the incubator read it; nobody else."),
    )
