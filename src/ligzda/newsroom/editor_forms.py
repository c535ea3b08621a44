"""The editor's forms: editions by the names people use, one's own municipality first."""

import re
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from wagtail.admin.forms import WagtailAdminModelForm

from ligzda.kernel.obstacle import may
from ligzda.newsroom import rules
from ligzda.newsroom.queries.articles import edition_name
from ligzda.newsroom.queries.editions import editions_for

_SAYS_PICTURE = re.compile(r"^\s*(?:foto|attēls|zīmējums|photo|picture)\s*:\s*", re.I)


class Editions(forms.CheckboxSelectMultiple):
    """Editions to tick, with a field that narrows the list; without a script, the whole list."""

    template_name = "newsroom/editions.html"

    class Media:
        js = ("newsroom/editions.js",)
        css = {"all": ("newsroom/desk.css",)}


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


class ArticleForm(EditionsForm):
    """The form of an article."""

    class Media:
        js = ("newsroom/named.js",)

    def clean_credit(self) -> str:
        """Take off what the page says itself: “Picture: Photo: Anna”."""
        return _SAYS_PICTURE.sub("", self.cleaned_data["credit"])

    def clean(self) -> dict[str, Any]:
        """Let only those who publish for the whole network hand in an article of no edition."""
        given: dict[str, Any] = super().clean()
        handed_in = "action-submit" in self.data and not may(
            rules.check_publish_news, by=self.for_user
        )
        if handed_in and not given.get("municipalities"):
            self.add_error("municipalities", _("Choose at least one edition."))
        return given
