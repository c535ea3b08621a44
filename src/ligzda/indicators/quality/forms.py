"""The form in which a finding is accepted."""

import datetime
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ligzda.kernel.forms import day


class AcceptForm(forms.Form):
    """Why it may stand, and until when."""

    reason = forms.CharField(
        label=_("Why the finding may stand"),
        max_length=300,
        help_text=_("One sentence. Name nobody."),
        widget=forms.Textarea({"rows": 3}),
    )
    until = day(label=_("Until"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.setdefault("until", timezone.localdate() + datetime.timedelta(days=90))
