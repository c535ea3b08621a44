"""Every model says which of its fields are personal; one that is silent fails here."""

import pytest
from django.apps import apps
from django.db import models

from ligzda.network.models import User

ROOMS = [config.label for config in apps.get_app_configs() if config.name.startswith("ligzda.")]
TRACKED = "pgh_tracked_model"
MODELS = [
    model
    for room in ROOMS
    for model in apps.get_app_config(room).get_models()
    if not hasattr(model, TRACKED)
]
HISTORY = [
    model
    for room in ROOMS
    for model in apps.get_app_config(room).get_models()
    if hasattr(model, TRACKED)
]
# Names a field of a person would bear.
SUSPICIOUS = {"email", "phone", "person", "user", "by", "published_by", "birth", "personal_code"}


def _personal(model: type[models.Model]) -> set[str]:
    declared = model.__dict__["PersonalData"]
    return set(declared.fields) if declared else set()


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_the_model_declares_its_personal_fields(model: type[models.Model]) -> None:
    assert "PersonalData" in model.__dict__, f"{model.__name__}: add class PersonalData or = None"
    declared = model.__dict__["PersonalData"]
    if declared is None:
        return
    for part in ("purpose", "basis", "retention", "erasure", "fields"):
        assert getattr(declared, part), f"{model.__name__}.PersonalData.{part} is empty"
    known = {field.name for field in model._meta.concrete_fields}
    assert set(declared.fields) <= known
    assert set(declared.erased) <= set(declared.fields)


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_no_field_of_a_person_is_left_out(model: type[models.Model]) -> None:
    found = {
        field.name
        for field in model._meta.concrete_fields
        if field.name in SUSPICIOUS or field.related_model is User
    }
    assert found <= _personal(model)


@pytest.mark.parametrize("model", HISTORY, ids=lambda model: model.__name__)
def test_history_keeps_nothing_that_erasure_must_reach(model: type[models.Model]) -> None:
    declared = getattr(model, TRACKED).__dict__["PersonalData"]
    erased = set(declared.erased) if declared else set()
    assert not erased & {field.name for field in model._meta.concrete_fields}
