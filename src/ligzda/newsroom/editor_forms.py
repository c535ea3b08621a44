"""The editor's forms: editions by the names people use, one's own municipality first."""

from typing import Any

from django import forms
from django.utils import timezone
from wagtail.admin.forms import WagtailAdminModelForm

from ligzda.kernel.sorting import sort_key
from ligzda.network.models import Municipality
from ligzda.network.roles import Permission
from ligzda.network.rules import roles_held
from ligzda.newsroom.queries.articles import edition_name, units


class EditionsForm(WagtailAdminModelForm):  # type: ignore[misc]
    """A form of what stands in editions: those of today, and those it stands in already."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields.get("municipalities")
        if field is None:
            return
        own = {
            partner.municipality_id
            for role, partner in roles_held(self.for_user)
            if Permission.WRITE_NEWS in role.permissions
            and role.scope != "network"
            and partner.municipality_id is not None
        }
        begun = self.instance.pk is not None
        chosen = {each.pk for each in self.instance.municipalities.all()} if begun else set()
        today = Municipality.objects.filter(units__period__contains=timezone.localdate())
        known = {each.pk for each in today} | chosen
        rows = list(
            Municipality.objects.filter(pk__in=known)
            .select_related("partner")
            .prefetch_related(units())
        )
        rows.sort(key=lambda row: (row.pk not in own, not _takes_part(row), _sorted_by(row)))
        assert isinstance(field, forms.ModelMultipleChoiceField)
        field.queryset = Municipality.objects.filter(pk__in=known)
        field.choices = [(row.pk, edition_name(row)) for row in rows]
        if not begun and own:
            self.initial.setdefault("municipalities", sorted(own))
            field.initial = sorted(own)


def _takes_part(row: Municipality) -> bool:
    return getattr(row, "partner", None) is not None


def _sorted_by(row: Municipality) -> Any:
    return sort_key(edition_name(row))
