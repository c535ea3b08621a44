"""Subject access (GDPR Art. 15, 20): everything of a person as pages and as JSON, in one ZIP.

Made from the models' own declarations, of every model of the room. Nobody else is named in it: who
works for the municipality stands there by role and number, another person by number alone.
"""

import datetime
import io
import json
import zipfile
from dataclasses import dataclass
from typing import Any

from django.db import models
from django.db.backends.postgresql.psycopg_any import Range
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.formats import localize
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from ligzda.kernel.sealed import SealedText
from ligzda.network.models import User
from ligzda.network.rules import roles_held
from ligzda.people.declared import models_about_people, owner, rows_about
from ligzda.people.models import Person
from ligzda.people.queries import identities

_LEFT_OUT = {"id", "sealed_as", "person"}
_ZIP_DAY = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True)
class Fact:
    """A field: its name in the code, in words, and its value plain and in words."""

    name: str
    label: str
    value: Any
    words: str


@dataclass(frozen=True)
class Kept:
    """What one model keeps of a person, why, on which basis, and how long."""

    name: str
    label: str
    purpose: str
    basis: str
    retention: str
    rows: list[list[Fact]]


def kept_of(person: Person) -> list[Kept]:
    """Return everything that the room keeps of a person, of all records that are theirs."""
    numbers = list(identities(person).values_list("pk", flat=True))
    staff: dict[int, str] = {}
    found = []
    for model, said in models_about_people():
        if said.rows_go:
            continue  # keys and tokens: they tell nothing
        rows = [
            [_fact(row, field, staff) for field in _fields(model)]
            for row in rows_about(model, numbers)
        ]
        if rows:
            name = model._meta.verbose_name if owner(model) == "pk" else _plural(model)
            found.append(
                Kept(
                    model._meta.label_lower, capfirst(str(name)), _(said.purpose), _(said.basis),
                    _(said.retention), rows,
                )
            )  # fmt: skip
    return found


def archive(person: Person) -> bytes:
    """Return the ZIP: `index.html` to read, `data.json` to take elsewhere (Art. 20)."""
    kept, made = kept_of(person), timezone.now()
    context = {"person": person, "kept": kept, "made": made}
    data = {
        "person": str(person),
        "made": made.isoformat(timespec="seconds"),
        "kept": [
            {
                "model": part.name, "purpose": part.purpose, "basis": part.basis,
                "retention": part.retention,
                "rows": [{fact.name: fact.value for fact in row} for row in part.rows],
            }
            for part in kept
        ],
    }  # fmt: skip
    octets = io.BytesIO()
    with zipfile.ZipFile(octets, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in (
            ("index.html", render_to_string("people/archive.html", context)),
            ("data.json", json.dumps(data, ensure_ascii=False, indent=1, sort_keys=True)),
        ):
            file.writestr(zipfile.ZipInfo(name, _ZIP_DAY), content)
    return octets.getvalue()


def _plural(model: type[models.Model]) -> str:
    return str(model._meta.verbose_name_plural)


def _fields(model: type[models.Model]) -> list[Any]:
    return [field for field in model._meta.concrete_fields if field.name not in _LEFT_OUT]


def _fact(row: models.Model, field: Any, staff: dict[int, str]) -> Fact:
    value = _value(row, field, staff)
    words = value
    if field.choices:
        words = str(getattr(row, f"get_{field.name}_display")())
    elif isinstance(value, bool):
        words = _("yes") if value else _("no")
    return Fact(
        field.name, capfirst(str(field.verbose_name)), _plain(value),
        "–" if words in (None, "") else _in_words(words),
    )  # fmt: skip


def _value(row: models.Model, field: Any, staff: dict[int, str]) -> Any:
    """Return a field's value; what points at somebody else, so that it does not name them."""
    if isinstance(field, models.ForeignKey):
        number = getattr(row, field.attname)
        if number is None:
            return None
        if field.related_model is User:
            if number not in staff:
                staff[number] = _who(getattr(row, field.name))
            return staff[number]
        if field.related_model is Person:
            return f"P-{number}"
        if field.related_model._meta.app_label == "people" and not _says_more(field):
            return f"{capfirst(str(field.related_model._meta.verbose_name))} {number}"
        return str(getattr(row, field.name))
    if isinstance(field, models.BinaryField) and not isinstance(field, SealedText):
        return None
    return getattr(row, field.attname)


def _says_more(field: Any) -> bool:
    """Whether what it points at is a text for all, and no record of anybody."""
    return not owner(field.related_model)


def _who(user: User) -> str:
    roles = sorted({str(role.name) for role, _at in roles_held(user)})
    return f"U-{user.pk}" + (f" ({', '.join(roles)})" if roles else "")


def _plain(value: Any) -> Any:
    if isinstance(value, Range):
        return [_plain(value.lower), _plain(value.upper)]
    if isinstance(value, datetime.date | datetime.datetime | datetime.time):
        return value.isoformat()
    return value if isinstance(value, int | float | str | list | dict | None) else str(value)


def _in_words(value: Any) -> str:
    if isinstance(value, Range):
        ends = ("…" if end is None else localize(end) for end in (value.lower, value.upper))
        return " – ".join(map(str, ends))
    return str(localize(value))
