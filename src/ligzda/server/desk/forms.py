"""Forms of the desk."""

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from ligzda.kernel.forms import day
from ligzda.kernel.models import in_language
from ligzda.kernel.sorting import sort_key
from ligzda.network.models import Partner
from ligzda.network.roles import ROLES


class InviteForm(forms.Form):
    """Whom to invite."""

    name = forms.CharField(label=_("Name and surname"), max_length=200)
    email = forms.EmailField(label=_("E-mail address"), max_length=254)


class _PartnerField(forms.ModelChoiceField):  # type: ignore[type-arg]
    def label_from_instance(self, obj: Partner) -> str:
        """Return the partner's name in the active language."""
        return in_language(obj, "name")


class RoleForm(forms.Form):
    """Which role, at which partner, for how long."""

    role = forms.ChoiceField(label=_("Role"))
    partner = _PartnerField(Partner.objects.all(), label=_("Partner"))
    since = day(label=_("First day"), required=False, help_text=_("Empty: today."))
    until = day(label=_("Last day"), required=False, help_text=_("Empty: until it is ended."))

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        roles = [(role.key, capfirst(str(role.name))) for role in ROLES]
        self.fields["role"].choices = sorted(roles, key=lambda row: sort_key(row[1]))  # type: ignore[attr-defined]


class EraseForm(forms.Form):
    """The address again, so that nobody is erased by a slip."""

    email = forms.CharField(
        label=_("Their e-mail address, to confirm"),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )

    def __init__(self, *args: object, expected: str, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.expected = expected

    def clean_email(self) -> str:
        """Refuse another's address."""
        given = str(self.cleaned_data["email"]).strip()
        if given.casefold() != self.expected.casefold():
            raise forms.ValidationError(_("This is not the address of this account."))
        return given
