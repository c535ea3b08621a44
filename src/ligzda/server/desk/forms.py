"""Forms of the desk."""

from typing import Any

from django import forms
from django.db.models import Q
from django.utils import timezone
from django.utils.text import capfirst, slugify
from django.utils.translation import gettext_lazy as _

from ligzda.kernel.forms import day
from ligzda.kernel.models import in_language
from ligzda.kernel.sorting import sort_key
from ligzda.network.models import Municipality, Partner
from ligzda.network.queries import municipalities
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


class _MunicipalityField(forms.ModelChoiceField):  # type: ignore[type-arg]
    """A municipality of today that is no partner yet, by its name."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(Municipality.objects.none(), **kwargs)
        self.names: dict[str, str] = {}

    def offer(self) -> None:
        """Take those that stand today and are no partner."""
        today = municipalities(timezone.localdate())
        self.names = {row.slug: row.name for row in today if not row.takes_part}
        rows = Municipality.objects.filter(slug__in=self.names)
        self.queryset = rows
        found = {row.slug: row.pk for row in rows}
        named = [(found[slug], name) for slug, name in self.names.items()]
        self.choices = [("", _("none")), *named]


class PartnerForm(forms.ModelForm):  # type: ignore[type-arg]
    """Which organisation takes part, and what it does; what the model's constraints say."""

    municipality = _MunicipalityField(
        label=_("Municipality"),
        required=False,
        help_text=_("Only where the partner is a municipality."),
    )

    TOLD = ("kind", "name_lv", "name_en", "role_lv", "role_en")

    class Meta:
        model = Partner
        fields = ("kind", "municipality", "name_lv", "name_en", "role_lv", "role_en")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["municipality"].offer()  # type: ignore[attr-defined]
        for name in ("role_lv", "role_en"):
            self.fields[name].widget = forms.Textarea(attrs={"rows": 3})
        for field in self.fields.values():
            field.label = capfirst(str(field.label))

    def clean_name_lv(self) -> str:
        """Make the address of its page from the name, and refuse one that stands already."""
        name = str(self.cleaned_data["name_lv"]).strip()
        slug = slugify(name)[:60].strip("-")
        if not slug:
            raise forms.ValidationError(_("The name needs letters, for the address of its page."))
        if Partner.objects.filter(Q(slug=slug) | Q(name_lv__iexact=name)).exists():
            raise forms.ValidationError(_("There is a partner of this name."))
        self.instance.slug = slug
        return name

    def clean(self) -> dict[str, Any]:
        """Ask for the municipality of a municipality, and of nobody else."""
        given = super().clean() or self.cleaned_data
        is_one = given.get("kind") == Partner.Kind.MUNICIPALITY
        if "municipality" in given and is_one != (given["municipality"] is not None):
            self.add_error(
                "municipality",
                _("Choose which municipality it is.")
                if is_one
                else _("Only a partner of the kind “municipality” has one."),
            )
        return given


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
