"""The questions of an application without an account: one a page, in easy language.

Asked is what eligibility needs and how to reach the person. No personal code: whoever decides sees
it on the document, and nobody learns by a form who is registered.
"""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ligzda.kernel.forms import day
from ligzda.kernel.room import Words
from ligzda.languages import spoken
from ligzda.people.actions import PersonFacts
from ligzda.people.applications.actions import ApplicationFacts
from ligzda.people.applications.drafts import Answers
from ligzda.people.applications.eligibility import listed_on
from ligzda.people.applications.models import Sender
from ligzda.people.models import PersonTongue

NONE = "none"


class SenderForm(forms.Form):
    """Who fills it in."""

    sender = forms.ChoiceField(
        label=_("Who fills this in?"),
        widget=forms.RadioSelect,
        choices=[
            (Sender.PERSON, _("I fill it in for myself.")),
            (Sender.RELATIVE, _("I help a relative or a friend.")),
            (Sender.SOCIAL_WORKER, _("I am a social worker.")),
            (Sender.ORGANISATION, _("I work in an organisation that helps.")),
        ],
        error_messages={"required": _("Choose one answer.")},
    )


class HelperForm(forms.Form):
    """Who helps, so that they can be asked."""

    helper = forms.CharField(
        label=_("What is your name? On which telephone can we reach you?"),
        max_length=300,
        error_messages={"required": _("Write your name and your telephone.")},
    )


class NameForm(forms.Form):
    """The name of who wants to come."""

    given_name = forms.CharField(
        label=_("Given name"),
        max_length=100,
        error_messages={"required": _("Write the given name.")},
        widget=forms.TextInput({"autocomplete": "given-name"}),
    )
    family_name = forms.CharField(
        label=_("Family name"),
        max_length=100,
        error_messages={"required": _("Write the family name.")},
        widget=forms.TextInput({"autocomplete": "family-name"}),
    )


class BornForm(forms.Form):
    """The date of birth: some groups depend on the age."""

    birth_date = day(
        label=_("Date of birth"),
        help_text=_("Day, month and year. For example: 14.03.1979"),
        error_messages={
            "required": _("Write the date of birth."),
            "invalid": _("Write it like this: 14.03.1979"),
        },
    )

    def clean_birth_date(self) -> str:
        """Return the day as the draft keeps it."""
        found: datetime.date = self.cleaned_data["birth_date"]
        if not datetime.date(1900, 1, 1) <= found <= timezone.localdate():
            raise forms.ValidationError(_("This day is in the future, or too long ago."))
        return found.isoformat()


class ContactForm(forms.Form):
    """How to reach the person."""

    phone = forms.CharField(
        label=_("Telephone"),
        max_length=40,
        required=False,
        widget=forms.TextInput({"autocomplete": "tel", "inputmode": "tel"}),
    )
    email = forms.EmailField(
        label=_("E-mail address"),
        required=False,
        widget=forms.EmailInput({"autocomplete": "email"}),
    )

    def clean(self) -> dict[str, Any]:
        """One of the two will do."""
        found: dict[str, Any] = super().clean() or self.cleaned_data
        if not self.errors and not (found.get("phone") or found.get("email")):
            raise forms.ValidationError(_("Write a telephone or an e-mail address."))
        return found


class GroupsForm(forms.Form):
    """The groups of today's list, as people say it of themselves."""

    groups = forms.MultipleChoiceField(
        label=_("What is true for the person? You can choose more than one."),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Choose what is true. Or choose: none of these.")},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        listed = listed_on(timezone.localdate())
        field = self.fields["groups"]
        assert isinstance(field, forms.MultipleChoiceField)
        field.choices = [*((row.code, str(row.easy)) for row in listed), (NONE, _("None of these"))]

    def clean_groups(self) -> list[str]:
        """Refuse "none" beside a group."""
        found: list[str] = self.cleaned_data["groups"]
        if NONE in found and len(found) > 1:
            raise forms.ValidationError(
                _("You chose “None of these” and something else. Choose one or the other.")
            )
        return found


class HelpForm(forms.Form):
    """What helps the person when they come; not needed."""

    needs = forms.CharField(
        label=_("What helps you when you come?"),
        max_length=600,
        required=False,
        help_text=_(
            "For example: an interpreter, large letters, a quiet room. You can leave it empty."
        ),
        widget=forms.Textarea({"rows": 3}),
    )


@dataclass(frozen=True)
class Step:
    """A question: its place in the address, its title, its form."""

    slug: str
    title: Words
    form: type[forms.Form]
    why: Words = ""
    only_referred: bool = False


STEPS = (
    Step("who", _("Who fills this in?"), SenderForm),
    Step("helper", _("Who are you?"), HelperForm,
         _("We call you if we have a question."), only_referred=True),
    Step("name", _("What is the name of the person who wants to come?"), NameForm),
    Step("born", _("When was the person born?"), BornForm,
         _("We ask because some groups depend on the age.")),
    Step("contact", _("How can we reach the person?"), ContactForm,
         _("A telephone or an e-mail address is enough.")),
    Step("groups", _("What is true for the person?"), GroupsForm,
         _("We ask because the law says who may come. Your answer is kept sealed.")),
    Step("help", _("What helps?"), HelpForm, _("You need not answer this question.")),
)  # fmt: skip


def steps_for(answers: Mapping[str, object]) -> list[Step]:
    """Return the questions that are asked: of a helper only where somebody helps."""
    referred = answers.get("sender", Sender.PERSON) != Sender.PERSON
    return [step for step in STEPS if referred or not step.only_referred]


def initial(step: Step, answers: Answers) -> dict[str, object]:
    """Return what a question was answered with before."""
    return {name: answers[name] for name in step.form.base_fields if name in answers}


def answered(step: Step, answers: Answers) -> bool:
    """Whether a question was answered."""
    return any(name in answers for name in step.form.base_fields)


def first_open(answers: Answers) -> Step | None:
    """Return the first question that is not answered, or None."""
    return next((step for step in steps_for(answers) if not answered(step, answers)), None)


def facts(answers: Answers, language: str) -> tuple[PersonFacts, ApplicationFacts]:
    """Return what was answered as the action takes it."""
    said = {name: str(value) for name, value in answers.items() if isinstance(value, str)}
    tongue = spoken(language)
    referred = said["sender"] != Sender.PERSON
    return (
        PersonFacts(
            given_name=said["given_name"],
            family_name=said["family_name"],
            birth_date=datetime.date.fromisoformat(said["birth_date"]),
            phone=said.get("phone", ""),
            email=said.get("email", ""),
            needs=said.get("needs", ""),
            language=tongue if tongue in PersonTongue.values else PersonTongue.LATVIAN,
            easy_language=True,
            # Who is registered is no stranger's to learn: the desk looks at pairs (identity).
            not_the_same=True,
        ),
        ApplicationFacts(
            sender=said["sender"],
            received_on=timezone.localdate(),
            helper=said.get("helper", "") if referred else "",
            groups=group_codes(answers),
        ),
    )


def group_codes(answers: Answers) -> list[str]:
    """Return the codes of the groups that were chosen."""
    chosen = answers.get("groups", [])
    return [str(code) for code in chosen if code != NONE] if isinstance(chosen, list) else []


def shown(answers: Answers) -> list[tuple[Step, str]]:
    """Return each question with its answer as people read it."""
    found = []
    for step in steps_for(answers):
        form = step.form()
        parts = []
        for name, field in form.fields.items():
            value = answers.get(name, "")
            flat = dict(getattr(field, "choices", ()))
            if isinstance(value, list):
                parts += [str(flat.get(each, each)) for each in value]
            elif isinstance(value, str) and value:
                parts.append(str(flat.get(value, _day(name, value))))
        found.append((step, "\n".join(parts) or str(_("nothing written"))))
    return found


def _day(name: str, value: str) -> str:
    return f"{datetime.date.fromisoformat(value):%d.%m.%Y}" if name == "birth_date" else value
