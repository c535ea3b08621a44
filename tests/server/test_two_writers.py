"""Two people at one draft: nobody's words vanish, and nothing unread becomes final (A6, A9)."""

import re
from html import unescape

import pytest
from django.test import Client
from django.urls import reverse
from tests.trial.conftest import TrialCast, _loaded, cast, draft
from tests.trial.test_pages import address, as_user

from ligzda.blueprints import actions as blueprints
from ligzda.blueprints.forms import facts_of
from ligzda.blueprints.models import ModelVersion
from ligzda.trial.registry import actions as registry
from ligzda.trial.registry.models import ProtocolVersion

__all__ = ["_loaded", "cast", "draft"]
pytestmark = pytest.mark.django_db


@pytest.fixture
def model(cast: TrialCast) -> ModelVersion:
    """Return a draft of M1."""
    newest = ModelVersion.objects.get(model__code="M1", published_at__isnull=False)
    return blueprints.draft_version(
        by=cast.evaluator,
        code="M1",
        name=blueprints.Text(lv="x", en="x"),
        facts_given=facts_of(newest),
    )


def filled(client: Client, **changed: str) -> dict[str, object]:
    """Return the form of the draft as it stands, with what was typed over it."""
    form = client.get(reverse("blueprints:version", args=["M1"])).context["form"]
    return {name: form[name].value() for name in form.fields if form[name].value() is not None} | {
        **changed
    }


def carried(page: str) -> dict[str, str]:
    found = re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', page)
    return {k: unescape(v) for k, v in found if k != "csrfmiddlewaretoken"} | {"confirmed": "1"}


def test_the_second_writer_in_the_workshop_is_told_and_sees_both_texts(
    cast: TrialCast, model: ModelVersion
) -> None:
    here = reverse("blueprints:version", args=["M1"])
    first, second = as_user(cast.evaluator), as_user(cast.second)
    theirs, mine = filled(first, idea_lv="Pirmās doma."), filled(second, main_risk_lv="Otrā risks.")
    assert first.post(here, theirs).status_code == 302
    page = second.post(here, mine)
    text = page.content.decode()
    assert page.status_code == 200
    assert "Pirmās doma." in text
    assert "Otrā risks." in text
    model.refresh_from_db()
    assert (model.idea_lv, model.main_risk_lv) != ("Pirmās doma.", "Otrā risks.")
    assert model.idea_lv == "Pirmās doma."


def test_publishing_takes_what_was_typed_and_shows_it_first(
    cast: TrialCast, model: ModelVersion
) -> None:
    """Fault A9: the change was dropped, and the version published for ever without it."""
    client = as_user(cast.evaluator)
    typed = filled(client, idea_lv="Tikko rakstīts.") | {"publish": "1"}
    asked = client.post(reverse("blueprints:version", args=["M1"]), typed).content.decode()
    assert "Tikko rakstīts." in asked
    model.refresh_from_db()
    assert model.published_at is None, "it asks first"
    client.post(reverse("blueprints:version_finish", args=["M1"]), carried(asked))
    model.refresh_from_db()
    assert model.published_at is not None
    assert model.idea_lv == "Tikko rakstīts."


def test_what_somebody_changed_after_the_look_is_not_published(
    cast: TrialCast, model: ModelVersion
) -> None:
    client, other = as_user(cast.evaluator), as_user(cast.second)
    typed = filled(client, idea_lv="Pirmās doma.") | {"publish": "1"}
    asked = client.post(reverse("blueprints:version", args=["M1"]), typed).content.decode()
    other.post(reverse("blueprints:version", args=["M1"]), filled(other, idea_lv="Otrā doma."))
    answer = client.post(
        reverse("blueprints:version_finish", args=["M1"]), carried(asked), follow=True
    )
    assert "apskatiet vēlreiz" in answer.content.decode()
    model.refresh_from_db()
    assert model.published_at is None
    assert model.idea_lv == "Otrā doma."


def test_what_somebody_changed_after_the_look_is_not_registered(
    cast: TrialCast, draft: ProtocolVersion
) -> None:
    client = as_user(cast.evaluator)
    asked = client.post(address("trial:register", str(draft))).content.decode()
    registry.edit_version(
        by=cast.second,
        version=draft,
        content=draft.content | {"abstract": "Otrā teksts."},
        plan=draft.plan,
    )
    answer = client.post(address("trial:register", str(draft)), carried(asked), follow=True)
    assert "apskatiet vēlreiz" in answer.content.decode()
    draft.refresh_from_db()
    assert draft.registered_at is None
    asked = client.post(address("trial:register", str(draft))).content.decode()
    client.post(address("trial:register", str(draft)), carried(asked))
    draft.refresh_from_db()
    assert draft.registered_at is not None
