"""A text in every language, in one field of a model and one question of a form.

    class Workshop(models.Model):
        name = TextField(_("name"), max_length=200)

The column holds JSON, `{"lv": …, "en": …}`. The database refuses any other shape: every language
of ours is there, each a string without blanks at its ends, within the length, and not empty unless
`blank`. A further language is a line in `ligzda.languages` and a migration of the checks.
"""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper
from django.utils.formats import number_format
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from ligzda.languages import CODES, LANGUAGES, in_language


class Text(Mapping[str, str]):
    """What is said in each language; `str()` says it in the active one."""

    def __init__(self, said: Mapping[str, str]) -> None:
        self._said: dict[str, str] = {code: said.get(code, "") for code in CODES}

    def __getitem__(self, code: str) -> str:
        """Return the text in a language of ours."""
        return self._said[code]

    def __iter__(self) -> Iterator[str]:
        """Go through the languages, the default first."""
        return iter(self._said)

    def __len__(self) -> int:
        """Return the number of languages."""
        return len(self._said)

    def __str__(self) -> str:
        """Return the text in the active language; where it is empty there, in the default."""
        return in_language(self._said, get_language() or "")

    def __repr__(self) -> str:
        return f"Text({self._said})"

    def __bool__(self) -> bool:
        """Whether anything is said in any language."""
        return any(self._said.values())


def no_text() -> Text:
    """Return a text that says nothing in any language: the default of a field that may be empty."""
    return Text({})


class TextField(models.JSONField):
    """A text in every language; its value is a `Text`. The check stands at the column."""

    def __init__(self, *args: Any, max_length: int = 1000, **kwargs: Any) -> None:
        super().__init__(*args, max_length=max_length, **kwargs)

    def db_check(self, connection: BaseDatabaseWrapper) -> str:
        """Return what the column must hold."""
        column = connection.ops.quote_name(str(self.column))
        codes = ", ".join(f"'{code}'" for code in CODES)
        least = 0 if self.blank else 1
        parts = [
            f"jsonb_typeof({column}) = 'object'",
            f"({column} - ARRAY[{codes}]) = '{{}}'::jsonb",
        ]
        for code in CODES:
            text = f"({column} ->> '{code}')"
            parts += [
                f"coalesce(jsonb_typeof({column} -> '{code}') = 'string', false)",
                f"char_length({text}) BETWEEN {least} AND {self.max_length}",
                f"btrim({text}, E' \\t\\n\\r') = {text}",
            ]
        return " AND ".join(parts)

    def from_db_value(self, value: Any, expression: Any, connection: Any) -> Text | None:
        """Return what the column holds as a `Text`."""
        found = super().from_db_value(value, expression, connection)
        return None if found is None else Text(found)

    def to_python(self, value: Any) -> Text | None:
        """Return a `Text`; a string is JSON, as fixtures and files have it."""
        if isinstance(value, str):
            try:
                value = json.loads(value)
            except ValueError as error:
                raise ValidationError(_("This is no text in each language.")) from error
        return value if value is None or isinstance(value, Text) else Text(value)

    def get_prep_value(self, value: Any) -> Any:
        """Return plain JSON without blanks at the ends, so that what is pasted is not refused."""
        if isinstance(value, Mapping):
            value = {code: text.strip() for code, text in value.items()}
        return super().get_prep_value(value)

    def value_to_string(self, obj: models.Model) -> Any:
        """Return plain JSON, as fixtures and rows that are kept for undoing hold it."""
        return self.get_prep_value(self.value_from_object(obj))

    def validate(self, value: Any, model_instance: models.Model | None) -> None:
        """Say which language is empty or too long, as the database would refuse it."""
        for code, name in LANGUAGES:
            said = (value or {}).get(code, "").strip()
            if not said and not self.blank:
                raise ValidationError(_("It is empty in this language: %(name)s."), "blank",
                                      {"name": name})  # fmt: skip
            if len(said) > (self.max_length or 0):
                raise ValidationError(
                    _("%(name)s: at most %(most)s characters, these are %(length)s."),
                    "max_length",
                    {
                        "name": name,
                        "most": number_format(self.max_length or 0),
                        "length": number_format(len(said)),
                    },
                )

    def formfield(self, **kwargs: Any) -> forms.Field:
        """Return one question with a box for each language."""
        return TextFormField(
            label=kwargs.get("label", self.verbose_name),
            help_text=kwargs.get("help_text", self.help_text),
            required=kwargs.get("required", not self.blank),
            max_length=self.max_length,
        )


class TextWidget(forms.MultiWidget):
    """A box for each language, named and marked as such, so that a screen reader reads it right."""

    template_name = "kernel/text.html"

    def __init__(self, rows: int) -> None:
        boxes: dict[str, forms.Widget | type[forms.Widget]] = {
            code: (forms.Textarea if rows > 1 else forms.TextInput)(
                attrs={"lang": code, **({"rows": rows} if rows > 1 else {})}
            )
            for code in CODES
        }
        super().__init__(boxes)

    def id_for_label(self, id_: str, index: str | None = "0") -> str:
        """Return the first box: where a link to the question leads."""
        return f"{id_}_{index or 0}" if id_ else id_

    def decompress(self, value: Any) -> list[str]:
        """Return what stands in each box."""
        return [(value or {}).get(code, "") for code in CODES]

    def get_context(self, name: str, value: Any, attrs: Any) -> dict[str, Any]:
        """Add the languages' own names, which label the boxes."""
        context: dict[str, Any] = super().get_context(name, value, attrs)
        for box, (_code, label) in zip(context["widget"]["subwidgets"], LANGUAGES, strict=True):
            box["label"] = label
        return context


class TextFormField(forms.MultiValueField):
    """A question that is answered once in each language. `max_length`: characters in each."""

    def __init__(self, *, max_length: int | None, required: bool = True, **kwargs: Any) -> None:
        boxes = [forms.CharField(max_length=max_length, required=required) for _code in CODES]
        widget = TextWidget(rows=1 if max_length and max_length <= 300 else 4)
        super().__init__(
            boxes, widget=widget, required=required, require_all_fields=False, **kwargs
        )
        if required:
            for box, (_code, name) in zip(boxes, LANGUAGES, strict=True):
                sentence = _("It is empty in this language: %(name)s.") % {"name": name}
                box.error_messages["incomplete"] = sentence

    def compress(self, data_list: list[str]) -> Text:
        """Return the answers as one `Text`."""
        return Text(dict(zip(CODES, data_list or [""] * len(CODES), strict=True)))
