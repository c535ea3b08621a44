"""The form in which a data set is frozen."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from ligzda.indicators.data_sets.contents import outcomes
from ligzda.indicators.dictionary import dictionary, moments
from ligzda.indicators.shown import said


class FreezeForm(forms.Form):
    """Which outcome, at which moment."""

    outcome = forms.ChoiceField(label=_("Outcome"))
    moment = forms.ChoiceField(label=_("Moment"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._choose("outcome", [(code, said(dictionary()[code].name)) for code in outcomes()])
        self._choose("moment", [(code, said(name)) for code, name in moments().items()])

    def _choose(self, name: str, choices: list[tuple[str, str]]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = choices
