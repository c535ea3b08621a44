"""Every field of every model is personal or not; one that nobody thought of fails here."""

import pytest
from django.apps import apps
from django.db import models
from django.test.utils import isolate_apps

from ligzda.kernel import personal
from ligzda.kernel.sealed import sealed_fields
from ligzda.network.models import User

TRACKED = "pgh_tracked_model"
_OURS = [
    model
    for config in apps.get_app_configs()
    if config.name.startswith("ligzda.")
    for model in config.get_models()
]
MODELS = [model for model in _OURS if not hasattr(model, TRACKED)]
HISTORY = [model for model in _OURS if hasattr(model, TRACKED)]


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_every_field_is_classified(model: type[models.Model]) -> None:
    assert personal.faults(model) == []


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_a_reference_to_a_person_is_personal(model: type[models.Model]) -> None:
    people = {field.name for field in model._meta.concrete_fields if field.related_model is User}
    assert not people & vars(model)["impersonal"]


@pytest.mark.parametrize("model", HISTORY, ids=lambda model: model.__name__)
def test_history_keeps_nothing_that_erasure_must_reach(model: type[models.Model]) -> None:
    said = personal.declared(getattr(model, TRACKED))
    dark = {field.name for field in sealed_fields(model)}  # with the person's key, history too
    erased = set(said.erased) - dark if said else set()
    assert not erased & {field.name for field in model._meta.concrete_fields}


class _Health(personal.Declared):
    purpose = "to fit the work to the person"
    basis = personal.TASK
    retention = "until the stay ends"
    erasure = "people.actions.erase"
    fields = ("diagnosis",)


def _faults(**body: object) -> list[str]:
    with isolate_apps("ligzda.network"):
        fields = {
            "id": models.BigAutoField(primary_key=True),
            "diagnosis": models.TextField(),
            "Meta": type("Meta", (), {"app_label": "network"}),
            "__module__": __name__,
        }
        return personal.faults(type("Participant", (models.Model,), {**fields, **body}))


def test_a_field_that_nobody_classified_is_found() -> None:
    found = _faults(PersonalData=None, impersonal=personal.names("id"))
    assert found == ["“diagnosis” is neither personal nor impersonal"]


def test_a_field_is_not_both_and_not_invented() -> None:
    found = _faults(PersonalData=_Health, impersonal=personal.names("id diagnosis phone"))
    assert found == ["there is no field “phone”", "“diagnosis” is both personal and impersonal"]


def test_a_model_that_says_nothing_is_found() -> None:
    assert len(_faults()) == 1


def test_a_special_category_asks_for_its_condition() -> None:
    special = type("Special", (_Health,), {"special_category": True})
    declared = {"impersonal": personal.names("id")}
    assert _faults(PersonalData=special, **declared) == ["PersonalData.condition is empty"]
    allowed = type("Allowed", (special,), {"condition": "GDPR Art. 9(2)(h) (to be checked)"})
    assert _faults(PersonalData=allowed, **declared) == []


def test_what_is_erased_is_personal() -> None:
    more = type("More", (_Health,), {"erased": ("diagnosis", "id")})
    found = _faults(PersonalData=more, impersonal=personal.names("id"))
    assert found == ["“id” is erased, but not personal"]
