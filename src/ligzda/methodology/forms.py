"""Forms of the methodology."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from ligzda.kernel.texts import Text, TextFormField
from ligzda.methodology.models import Recommendation
from ligzda.methodology.recommendations.actions import RecommendationFacts
from ligzda.methodology.recommendations.frame import frame

TEXTS = ("title", "for_whom", "justification", "how", "gaps", "change")
MOST_BYTES = 10_000_000
"""Of an edition on the page; the command takes larger ones."""


class RecommendationForm(forms.Form):
    """A recommendation: its texts, the claims that it rests on, each criterion."""

    strength = forms.ChoiceField(label=_("Strength"), choices=Recommendation.Strength.choices)
    claims = forms.CharField(
        label=_("Claims that it rests on"),
        help_text=_("Their numbers with commas between, such as 1, 4, 7."),
        max_length=200,
        required=False,
    )
    monitoring = forms.CharField(
        label=_("Monitoring (predicate)"),
        help_text=_("In the language of claims; empty where none fits."),
        max_length=2000,
        required=False,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in TEXTS:
            field: Any = Recommendation._meta.get_field(name)
            label = str(field.verbose_name)
            self.fields[name] = field.formfield(label=label[0].upper() + label[1:])
        for code, criterion in frame().items():
            scale = [(key, str(said)) for key, said in criterion.scale.items()]
            self.fields[f"judgement_{code}"] = forms.ChoiceField(
                label=str(criterion.name), choices=[("", _("not judged")), *scale], required=False
            )
            self.fields[f"text_{code}"] = TextFormField(
                label=_("Why: %(criterion)s") % {"criterion": criterion.name},
                max_length=1000,
                required=False,
            )
        order = ("title", "strength", *TEXTS[1:], "claims", "monitoring")
        self.order_fields(list(order))

    def clean_claims(self) -> list[int]:
        """Read the numbers."""
        given = self.cleaned_data["claims"]
        numbers = given.replace(",", " ").split()
        if not all(each.isdecimal() and len(each) < 5 for each in numbers):
            raise forms.ValidationError(_("These are no numbers with commas between."))
        return sorted(set(map(int, numbers)))

    def clean(self) -> dict[str, Any]:
        """Refuse a judgement without its reason, and a reason without a judgement."""
        given: dict[str, Any] = super().clean() or self.cleaned_data
        for code in frame():
            text = given.get(f"text_{code}")
            said = bool(text and all(text[each] for each in text))
            if bool(given.get(f"judgement_{code}")) != said:
                self.add_error(
                    f"text_{code}", _("Judge, and say why in each language – or leave both empty.")
                )
        return given

    def facts(self) -> RecommendationFacts:
        """Return what was given."""
        given = self.cleaned_data
        return RecommendationFacts(
            strength=given["strength"],
            claims=given["claims"],
            monitoring=given["monitoring"],
            criteria={
                code: (given[f"judgement_{code}"], given[f"text_{code}"])
                for code in frame()
                if given[f"judgement_{code}"]
            },
            **{name: given[name] or Text({}) for name in TEXTS},
        )


def initial(row: Recommendation) -> dict[str, Any]:
    """Return what a version says, as the form is filled from it."""
    found: dict[str, Any] = {name: getattr(row, name) for name in (*TEXTS, "strength")}
    found["monitoring"] = row.monitoring
    found["claims"] = ", ".join(str(each.claim.number) for each in row.rests_on.all())
    for each in row.criteria.all():
        found |= {f"judgement_{each.code}": each.judgement, f"text_{each.code}": each.text}
    return found


class EditionFileForm(forms.Form):
    """The PDF of an edition."""

    file = forms.FileField(label=_("PDF of an edition"))

    def clean_file(self) -> bytes:
        """Read it."""
        file = self.cleaned_data["file"]
        if file.size > MOST_BYTES:
            raise forms.ValidationError(
                _("This file is larger than 10 MB. Check it with the command, on your computer.")
            )
        content: bytes = file.read()
        return content
