"""Forms on papers: a document of the protocol, an adaptation of a model."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from ligzda.blueprints.models import ModelVersion
from ligzda.trial.actions import AdaptationFacts
from ligzda.trial.forms import day
from ligzda.trial.models import LOCAL_ITEMS, MOST_BYTES, Adaptation


class DocumentForm(forms.Form):
    """A PDF with its title."""

    title = forms.CharField(
        label=_("Title"), help_text=_("Such as: opinion of the ethics committee."), max_length=200
    )
    file = forms.FileField(
        label=_("File"),
        help_text=_("PDF, at most 5 MB."),
        widget=forms.FileInput(attrs={"accept": "application/pdf,.pdf"}),
    )
    public = forms.BooleanField(
        label=_("Everybody may read it once the protocol is registered"), required=False
    )

    def clean_file(self) -> Any:
        """Refuse by size before anything is read into memory."""
        file = self.cleaned_data["file"]
        if file.size > MOST_BYTES:
            raise forms.ValidationError(_("The file is larger than 5 MB."))
        return file


class AdaptationForm(forms.Form):
    """How an incubator does what its model describes."""

    version = forms.ModelChoiceField(
        ModelVersion.objects.none(), label=_("Model"), empty_label=_("choose")
    )
    item = forms.ChoiceField(
        label=_("Item of the description"), choices=[("", _("choose")), *LOCAL_ITEMS]
    )
    kind = forms.ChoiceField(
        label=_("Planned or changed?"), choices=[("", _("choose")), *Adaptation.Kind.choices]
    )
    text = forms.CharField(label=_("How it is done here"), widget=forms.Textarea(attrs={"rows": 3}))
    reason = forms.CharField(label=_("Why"), widget=forms.Textarea(attrs={"rows": 2}))
    since = day(label=_("Since"))

    def __init__(self, *args: Any, versions: list[int], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["version"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = ModelVersion.objects.filter(pk__in=versions).select_related("model")
        field.label_from_instance = _long_name  # type: ignore[method-assign,assignment]

    def facts(self) -> AdaptationFacts:
        """Return what was filled in."""
        given = self.cleaned_data
        names = ("item", "kind", "text", "reason", "since")
        return AdaptationFacts(**{name: given[name] for name in names})


def _long_name(version: Any) -> str:
    words = _("%(model)s, version %(number)s")
    return str(words) % {"model": version.model, "number": version.number}
