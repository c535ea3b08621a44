"""A text in every language: what the database refuses, what a page says, what a form gives."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from django import forms
from django.core.exceptions import ValidationError
from django.db import DatabaseError, connection, models, transaction
from django.test.utils import isolate_apps
from django.utils.translation import override

from ligzda.kernel.texts import Text, TextField
from ligzda.languages import CODES

pytestmark = pytest.mark.django_db
NAME = {"lv": "Kokapstrādes darbnīca", "en": "Woodworking workshop"}


@pytest.fixture
def workshop() -> Iterator[Any]:
    """Return a model with one text that must be there and one that may be empty."""
    with isolate_apps("ligzda.kernel"):
        fields: dict[str, Any] = {
            "name": TextField("nosaukums", max_length=40),
            "note": TextField("piezīme", max_length=40, blank=True, default=dict),
            "Meta": type("Meta", (), {"app_label": "kernel"}),
            "__module__": __name__,
        }
        made = type("Workshop", (models.Model,), fields)
        with connection.schema_editor() as editor:
            editor.create_model(made)
        yield made


def test_a_text_is_said_in_the_active_language(workshop: Any) -> None:
    workshop.objects.create(name=Text(NAME), note=Text({}))
    kept = workshop.objects.get()
    with override("en"):
        assert str(kept.name) == "Woodworking workshop"
    with override("lv"):
        assert str(kept.name) == "Kokapstrādes darbnīca"
    assert kept.name == NAME
    assert not kept.note


def test_where_a_language_is_empty_the_default_is_said() -> None:
    with override("en"):
        assert str(Text({"lv": "Darbnīca"})) == "Darbnīca"


@pytest.mark.parametrize(
    "wrong",
    [
        '"Darbnīca"',
        "[]",
        '{"lv": "Darbnīca"}',
        '{"lv": "Darbnīca", "en": ""}',
        '{"lv": "Darbnīca", "en": null}',
        '{"lv": "Darbnīca", "en": 1}',
        '{"lv": "Darbnīca", "en": " Workshop"}',
        '{"lv": "Darbnīca", "en": "Workshop", "xx": "?"}',
        f'{{"lv": "Darbnīca", "en": "{"w" * 41}"}}',
    ],
)
def test_the_database_refuses_any_other_shape(workshop: Any, wrong: str) -> None:
    insert = f"INSERT INTO {workshop._meta.db_table} (name, note) VALUES (%s::jsonb, %s::jsonb)"
    empty = json.dumps(dict.fromkeys(CODES, ""))
    with transaction.atomic(), connection.cursor() as cursor:
        with pytest.raises(DatabaseError, match="violates check constraint"):
            cursor.execute(insert, [wrong, empty])
        transaction.set_rollback(True)


def test_validation_names_the_language(workshop: Any) -> None:
    with override("en"), pytest.raises(ValidationError, match="English") as refused:
        workshop(name=Text({"lv": "Darbnīca", "en": ""})).full_clean()
    assert set(refused.value.error_dict) == {"name"}


def _form(workshop: Any, **sent: str) -> forms.Form:
    field = workshop._meta.get_field("name").formfield()
    form: type[forms.Form] = type("Form", (forms.Form,), {"name": field})
    return form(sent or None)


def test_a_form_asks_once_in_each_language(workshop: Any) -> None:
    form = _form(workshop, name_lv=" Darbnīca ", name_en="Workshop")
    assert form.is_valid()
    assert form.cleaned_data["name"] == {"lv": "Darbnīca", "en": "Workshop"}
    html = str(_form(workshop)["name"])
    for code in CODES:
        assert f'lang="{code}"' in html
        assert f'name="name_{code}"' in html


def test_a_form_says_in_which_language_it_is_empty_and_keeps_the_other(workshop: Any) -> None:
    form = _form(workshop, name_lv="Darbnīca", name_en="")
    assert not form.is_valid()
    assert "English" in str(form.errors["name"])
    assert "Darbnīca" in str(form["name"])
