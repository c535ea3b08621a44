"""The protocol's answers as people write them, in the reader's language where it has them."""

import datetime
from dataclasses import dataclass
from decimal import Decimal

from django.utils.formats import date_format, localize

from ligzda.languages import LANGUAGES
from ligzda.trial.registry.fields import Content, Field, Words, fields, said


@dataclass(frozen=True)
class ShownAnswer:
    """An answer as the page shows it; `language` is its own where that is not the page's.

    `named` is that language's name; “” where the answer was registered before it had one.
    """

    key: str
    label: Words
    text: str
    elsewhere: bool = False
    language: str = ""
    named: str = ""


def shown(field: Field, content: Content, language: str) -> ShownAnswer:
    """Return an answer as people write it: days and numbers in their language, choices in words."""
    text, own = said(content, field.key, language)
    if field.kind == "date":
        text = date_format(datetime.date.fromisoformat(text), "DATE_FORMAT")
    elif field.kind == "number":
        text = localize(Decimal(text).normalize() + 0)
    elif field.kind == "choice":
        text = str(dict(field.choices).get(text, text))
    elif own != language:
        return ShownAnswer(field.key, field.label, text, True, own, dict(LANGUAGES).get(own, ""))  # type: ignore[call-overload]
    return ShownAnswer(field.key, field.label, text)


def registered_words(item: str, content: Content, language: str) -> str:
    """Return what was registered on an item; “” where it has no answer, or is no question."""
    found = (shown(f, content, language) for f in fields() if f.key == item and f.key in content)
    return next((row.text for row in found), "")
