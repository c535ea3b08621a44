"""What a file leaves open, row by row: whoever takes it in decides each before anything is taken.

    Question(row=7, about="same", text=_("Is it the same person?"), others=(("other", _("No")),))

Every question can be answered by leaving the row out.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from ligzda.kernel.tables.preview import Preview

LEAVE = "leave"
"""The answer by which a row is not taken in."""


@dataclass(frozen=True)
class Question:
    """One thing that a row leaves open. `others`: what can be said beside leaving it out."""

    row: int
    about: str
    text: str
    others: Sequence[tuple[str, str]] = ()

    @property
    def name(self) -> str:
        """The name of its field, and of its answer in `Preview.decided`."""
        return f"{self.about}-{self.row}"


class QuestionsForm(forms.Form):
    """The questions of a file, none of them answered beforehand."""

    def __init__(self, questions: Sequence[Question], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for each in questions:
            self.fields[each.name] = forms.ChoiceField(
                label=each.text,
                choices=[*each.others, (LEAVE, _("Leave this row out"))],
                widget=forms.RadioSelect(),
            )


def decided(shown: Preview, answers: Mapping[str, str]) -> Preview:
    """Return what a file would do after the answers: without the rows that are left out."""
    out = {int(name.rpartition("-")[2]) for name, said in answers.items() if said == LEAVE}
    rows = [row for row in shown.rows if row.number not in out]
    return replace(shown, rows=rows, decided=dict(answers))
