"""The editor's forms: editions by the names people use, one's own municipality first."""

from typing import Any

from django import forms
from wagtail.admin.forms import WagtailAdminModelForm

from ligzda.newsroom.queries.articles import edition_name
from ligzda.newsroom.queries.editions import editions_for


class EditionsForm(WagtailAdminModelForm):  # type: ignore[misc]
    """A form of what stands in editions: those of today, and those it stands in already."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields.get("municipalities")
        if field is None:
            return
        begun = self.instance.pk is not None
        chosen = {each.pk for each in self.instance.municipalities.all()} if begun else set()
        rows, own = editions_for(self.for_user, chosen)
        assert isinstance(field, forms.ModelMultipleChoiceField)
        assert field.queryset is not None
        field.queryset = field.queryset.filter(pk__in=[row.pk for row in rows])
        field.choices = [(row.pk, edition_name(row)) for row in rows]
        if not begun and own:
            self.initial.setdefault("municipalities", sorted(own))
            field.initial = sorted(own)
