"""Forms of the network's room."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from ligzda.kernel.edited import EditedForm
from ligzda.kernel.forms import day
from ligzda.network.models import Partner


class PartnerRoleForm(EditedForm):
    """The part that a partner takes, as everybody reads it."""

    role_lv = forms.CharField(
        label=_("What it does in the network (Latvian)"), widget=forms.Textarea(attrs={"rows": 4})
    )
    role_en = forms.CharField(
        label=_("What it does in the network (English)"), widget=forms.Textarea(attrs={"rows": 4})
    )

    def __init__(self, *args: Any, partner: Partner, **kwargs: Any) -> None:
        kwargs.setdefault("initial", {"role_lv": partner.role_lv, "role_en": partner.role_en})
        super().__init__(*args, **kwargs)
        self.begin_stamp()


class AgreementForm(forms.Form):
    """The day on which a partner's agreement was signed."""

    on = day(label=_("Day on which the agreement was signed"))
