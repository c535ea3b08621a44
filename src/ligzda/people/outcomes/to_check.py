"""Wordings of questionnaires that nobody has compared with what is published."""

from collections.abc import Iterator

from django.urls import reverse

from ligzda.kernel.room import ToCheck
from ligzda.languages import DEFAULT
from ligzda.people.outcomes.questionnaire import current


def statements() -> Iterator[ToCheck]:
    """Yield one for each questionnaire: all its wording in Latvian, with its source."""
    for form in current():
        if DEFAULT in form.to_be_checked:
            said = [form.title, form.intro, *(one.texts for one in form.questions)]
            text = " / ".join(texts[DEFAULT] for texts in said)
            yield ToCheck(
                f"questionnaire {form.id}-{form.version}",
                text,
                form.wording[DEFAULT],
                reverse("people:my_questions"),
                text,
            )
