"""Forms made of a questionnaire: all of it for who works with people, one question for others."""

import datetime
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ligzda.kernel.errors import BadDataError
from ligzda.kernel.forms import day
from ligzda.people.outcomes.actions import Observed
from ligzda.people.outcomes.models import Mode
from ligzda.people.outcomes.questionnaire import (
    MOST_WORDS,
    Answer,
    Answers,
    Question,
    Questionnaire,
)

_NO_ANSWER = ("", _("No answer"))


def _field(one: Question, *, all_at_once: bool) -> forms.Field:
    """Return the field of a question; what it takes is checked by the question itself."""
    if one.type == "choice":
        choices: list[tuple[Any, Any]] = [(str(choice.code), str(choice)) for choice in one.choices]
        if all_at_once or one.optional:
            choices.append(_NO_ANSWER)
        return forms.ChoiceField(
            label=str(one), choices=choices, required=False, widget=forms.RadioSelect()
        )
    if one.type == "text":
        return forms.CharField(
            label=str(one),
            required=False,
            max_length=MOST_WORDS,
            widget=forms.Textarea({"rows": 4}),
        )
    mode = "numeric" if one.type == "number" else "decimal"
    return forms.CharField(
        label=str(one),
        required=False,
        max_length=12,
        help_text=one.unit_text,
        widget=forms.TextInput({"inputmode": mode, "autocomplete": "off"}),
    )


class QuestionForm(forms.Form):
    """One question, to who it is about."""

    def __init__(self, one: Question, answer: Answer | None, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.one = one
        self.fields["answer"] = _field(one, all_at_once=False)
        self.initial["answer"] = "" if answer is None else str(answer)

    def clean_answer(self) -> str:
        """Refuse what is no answer to the question."""
        text = str(self.cleaned_data["answer"]).strip()
        try:
            if text:
                self.one.read(text)
            elif not self.one.optional:
                raise forms.ValidationError(_("This question needs an answer."))
        except BadDataError as error:
            raise forms.ValidationError(str(error)) from error
        return text


class ObservationForm(forms.Form):
    """A whole questionnaire, by who works with the person."""

    observed_on = day(label=_("Answered on"))
    mode = forms.ChoiceField(
        label=_("How"),
        choices=[
            choice for choice in Mode.choices if choice[0] not in (Mode.OWN_PAGE, Mode.DEVICE)
        ],
    )

    def __init__(
        self,
        questionnaire: Questionnaire,
        moment: str,
        rater: str,
        *args: Any,
        answers: Answers | None = None,
        correcting: bool = False,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.questionnaire, self.moment, self.rater = questionnaire, moment, rater
        self.initial.setdefault("observed_on", timezone.localdate())
        for one in questionnaire.questions:
            if one.moments and moment not in one.moments:
                continue
            self.fields[one.id] = _field(one, all_at_once=True)
            if answers and one.id in answers:
                self.initial[one.id] = str(answers[one.id])
        if correcting:
            self.fields["because"] = forms.CharField(label=_("Why it is corrected"), max_length=400)

    def clean(self) -> dict[str, Any]:
        """Read the answers, each by its question."""
        given = dict(self.cleaned_data)
        self.answers: dict[str, Answer] = {}
        for one in self.questionnaire.questions:
            text = str(given.get(one.id) or "").strip()
            if not text or not one.is_asked(self.moment, self.answers):
                continue
            try:
                self.answers[one.id] = one.read(text)
            except BadDataError as error:
                self.add_error(one.id, str(error))
        if not self.errors:
            for one in self.questionnaire.missing(self.moment, self.answers):
                self.add_error(one.id, _("This question needs an answer."))
        return given

    def observed(self) -> Observed:
        """Return what was said."""
        on: datetime.date = self.cleaned_data["observed_on"]
        return Observed(
            form=self.questionnaire,
            moment=self.moment,
            rater=self.rater,
            mode=self.cleaned_data["mode"],
            observed_on=on,
            answers=self.answers,
        )
