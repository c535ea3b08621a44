"""Forms of sessions."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from ligzda.kernel.errors import BadDataError
from ligzda.kernel.forms import day
from ligzda.network.queries import account
from ligzda.training.models import CourseVersion, Language, Session
from ligzda.training.sessions import telling
from ligzda.training.sessions.actions import SessionFacts, Where
from ligzda.training.sessions.models import MOST_PEOPLE
from ligzda.training.sessions.queries import rooms
from ligzda.training.sessions.rules import Span, trainers

if TYPE_CHECKING:
    from ligzda.network.models import User

NOON = datetime.time(12)


def clock(**kwargs: Any) -> forms.TimeField:
    """Return a field for a time of day; browsers send it as 14:30."""
    widget = forms.TimeInput(attrs={"type": "time"}, format="%H:%M")
    return forms.TimeField(widget=widget, input_formats=["%H:%M", "%H.%M"], **kwargs)


class WhereForm(forms.Form):
    """Who teaches, and where: one of room, place and link."""

    trainer = forms.TypedChoiceField(label=_("Trainer"), coerce=int)
    room = forms.TypedChoiceField(
        label=_("Room of an incubator"), coerce=int, empty_value=None, required=False
    )
    place = forms.CharField(
        label=_("Another place"),
        help_text=_("Address and room. With a room above: left empty, or how to find it."),
        max_length=200,
        required=False,
    )
    link = forms.URLField(
        label=_("Link of the meeting online"),
        help_text=_("Instead of a place. Only who has a place sees it."),
        max_length=400,
        assume_scheme="https",
        required=False,
    )

    def __init__(self, *args: Any, session: Session | None = None, **kwargs: Any) -> None:
        if session is not None:
            names = ("place", "link")
            kwargs["initial"] = {name: getattr(session, name) for name in names} | {
                "trainer": session.trainer_id,
                "room": session.room_id,
            }
        super().__init__(*args, **kwargs)
        self._rooms = {row.pk: row for row in rooms()}
        trainer, room = self.fields["trainer"], self.fields["room"]
        assert isinstance(trainer, forms.TypedChoiceField)
        assert isinstance(room, forms.TypedChoiceField)
        people = [(row.pk, str(row)) for row in trainers()]
        trainer.choices = [("", _("– choose –")), *people]
        room.choices = [
            ("", _("– none –")),
            *((row.pk, f"{row.incubator}: {row}") for row in self._rooms.values()),
        ]

    def clean(self) -> dict[str, Any]:
        """Ask for one of place and link."""
        given = super().clean() or {}
        if "link" not in self.errors:
            somewhere = given.get("room") or given.get("place")
            if bool(somewhere) == bool(given.get("link")):
                self.add_error(
                    "link" if somewhere else "place",
                    _("Choose one: a room, another place in words, or the link of a meeting "
                      "online."),
                )  # fmt: skip
        return given

    def where(self) -> Where:
        """Return what a valid form was answered."""
        given = self.cleaned_data
        return Where(
            trainer=trainers().get(pk=given["trainer"]),
            room=self._rooms.get(given["room"]),
            place=given["place"],
            link=given["link"],
        )


class SessionForm(WhereForm):
    """A session: when, where, for how many."""

    language = forms.ChoiceField(label=_("Language"))
    on = day(label=_("Day of the first meeting"))
    begins = clock(label=_("Begins"))
    ends = clock(label=_("Ends"))
    more = forms.CharField(
        label=_("Further meetings"),
        help_text=_("One a line: 05.12.2026 10:00–16:00. Whoever passes was at every one."),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=2000,
        required=False,
    )
    least = forms.IntegerField(label=_("Fewest people"), min_value=1, max_value=MOST_PEOPLE)
    most = forms.IntegerField(label=_("Most people"), min_value=1, max_value=MOST_PEOPLE)
    decides_on = day(
        label=_("Decided on"),
        help_text=_(
            "At noon. With fewer than the fewest enrolled by then the session is called off by "
            "itself, and everybody gets a letter."
        ),
    )

    field_order = (
        "language", "on", "begins", "ends", "more", "trainer", "room", "place", "link", "least",
        "most", "decides_on",
    )  # fmt: skip

    def __init__(self, *args: Any, version: CourseVersion, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        language = self.fields["language"]
        assert isinstance(language, forms.ChoiceField)
        language.choices = [(each, Language(each).label) for each in version.languages]
        self._meetings: list[Span] = []

    def clean(self) -> dict[str, Any]:
        """Read the meetings, so that what is wrong with one stands beside its field."""
        given = super().clean()
        if {"on", "begins", "ends"} <= given.keys():
            self._read("ends", lambda: [self._first(given)])
        self._read("more", lambda: telling.meetings(given.get("more", "")))
        if given.get("least", 0) > given.get("most", MOST_PEOPLE):
            self.add_error("most", _("The most are at least as many as the fewest."))
        return given

    def _first(self, given: dict[str, Any]) -> Span:
        if given["begins"] >= given["ends"]:
            raise BadDataError(str(_("It has to end after it begins.")))
        return telling.meeting(given["on"], given["begins"], given["ends"])

    def _read(self, name: str, read: Any) -> None:
        try:
            self._meetings += read()
        except BadDataError as refused:
            self.add_error(name, str(refused))

    def facts(self) -> SessionFacts:
        """Return what a valid form was answered."""
        given = self.cleaned_data
        return SessionFacts(
            language=given["language"],
            least=given["least"],
            most=given["most"],
            decides_at=telling.meeting(given["decides_on"], NOON, NOON)[0],
            meetings=sorted(self._meetings),
        )


class CallOffForm(forms.Form):
    """Why a session is called off."""

    because = forms.CharField(
        label=_("Reason"),
        help_text=_("Everybody who has enrolled reads it: name nobody."),
        max_length=300,
    )


class PersonForm(forms.Form):
    """Whom the trainer enters."""

    email = forms.EmailField(
        label=_("E-mail of the person's account"),
        help_text=_("Whoever has no account yet is invited first."),
    )

    def clean_email(self) -> User:
        """Find the account."""
        found = account(self.cleaned_data["email"])
        if found is None:
            raise forms.ValidationError(
                _("There is no account with this address. Ask the administrator to invite them.")
            )
        return found


class CodeShownForm(forms.Form):
    """The code that is shown at a meeting."""

    code = forms.CharField(
        label=_("Code that is shown now"),
        help_text=_("Six digits; it changes every minute."),
        max_length=20,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
    )
