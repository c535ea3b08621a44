"""What is asked of the simulation."""

from typing import Any

from django import forms
from django.utils.formats import number_format
from django.utils.translation import gettext_lazy as _

from ligzda.kernel.odd_values import number
from ligzda.trial.power.questions import Candidate, Question, candidates


class QuestionForm(forms.Form):
    """What is asked of the simulation."""

    sites = forms.IntegerField(label=_("Incubators"), min_value=8, max_value=60, initial=9)
    participants = forms.CharField(
        label=_("Participants per incubator"),
        help_text=_("One number or several, such as 30, 60."),
        initial="30, 60",
    )
    site_sd = forms.CharField(
        label=_("How much incubators differ (SD, logit)"),
        help_text=_(".2 is little, .4 usual; separate several by semicolons: 0.2; 0.4."),
        initial=lambda: "; ".join(number_format(sd) for sd in (0.2, 0.4)),
    )
    base = forms.IntegerField(
        label=_("Share with the outcome, %"), min_value=2, max_value=98, initial=35
    )
    mid = forms.IntegerField(
        label=_("Smallest difference that matters, percentage points"),
        min_value=1,
        max_value=60,
        initial=10,
    )
    trials = forms.TypedChoiceField(
        label=_("Simulated trials for each design"),
        choices=lambda: [(number, number_format(number)) for number in (100, 1000)],
        coerce=int,
        initial=100,
    )

    def clean_participants(self) -> list[int]:
        """Read whole numbers."""
        found = self.cleaned_data["participants"].replace(",", " ").split()
        read = [number(part, 5000) for part in found]
        sizes = [size for size in read if size is not None and size >= 4]
        if not found or len(sizes) < len(found):
            raise forms.ValidationError(_("Write whole numbers from 4 to 5000, such as 30, 60."))
        return sizes[:4]

    def clean_site_sd(self) -> list[float]:
        """Read numbers with a comma or a point."""
        try:
            found = [
                float(part.strip().replace(",", "."))
                for part in self.cleaned_data["site_sd"].split(";")
            ]
        except ValueError:
            found = []
        if not found or not all(0 <= sd <= 3 for sd in found):
            raise forms.ValidationError(_("Write numbers from 0 to 3, such as 0.2; 0.4."))
        return found[:4]

    def clean(self) -> dict[str, Any]:
        """Refuse a difference that leaves the range of probabilities."""
        given = super().clean() or {}
        base, mid = given.get("base"), given.get("mid")
        if base and mid and not mid / 2 < base < 100 - mid / 2:
            self.add_error("mid", _("This difference does not fit around the share above."))
        return given

    def question(self) -> Question:
        """Return the question."""
        given = self.cleaned_data
        return Question(
            self.designs(), given["base"] / 100, given["mid"] / 100, trials=given["trials"]
        )

    def designs(self) -> tuple[Candidate, ...]:
        """Return the candidates."""
        given = self.cleaned_data
        return candidates(given["participants"], given["site_sd"], (given["sites"],))
