"""One click from what the simulation answers to the protocol's fields, and nothing saved by it."""

from html import unescape
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from tests.trial.conftest import TrialCast, content
from tests.trial.test_pages import address, as_user
from tests.trial.world import ANSWER

from ligzda.trial.models import DesignRun
from ligzda.trial.power.questions import Question, candidates
from ligzda.trial.power.runs import start
from ligzda.trial.registry import actions as registry
from ligzda.trial.registry.models import ProtocolVersion
from ligzda.trial.registry.plan_text import TEMPLATE

pytestmark = pytest.mark.django_db


@pytest.fixture
def asked(cast: TrialCast) -> DesignRun:
    row = start(TEMPLATE, Question(candidates([60], [0.2], [11])), by=cast.evaluator)
    DesignRun.objects.filter(pk=row.pk).update(
        answer=[ANSWER], asked_at=timezone.now().replace(2026, 3, 2, 12)
    )
    return row


def filled(page: Any) -> dict[str, Any]:
    form = page.context["form"]
    return {
        name: form[name].value() for name in form.fields if form[name].value() not in (None, "")
    }


def sent(values: dict[str, Any]) -> dict[str, str]:
    """Return what the browser sends of a form that is filled so."""
    found: dict[str, str] = {}
    for name, value in values.items():
        boxes = {f"{name}_{code}": value[code] for code in value} if hasattr(value, "keys") else {}
        found |= boxes or {name: str(value)}
    return found


def test_a_design_fills_the_fields_in_and_saves_nothing(
    cast: TrialCast, draft: ProtocolVersion, asked: DesignRun
) -> None:
    registry.edit_version(
        by=cast.evaluator, version=draft, plan=draft.plan,
        content={**content(), "size": "30", "rationale": {"lv": "Tik ir vietu."}},
    )  # fmt: skip
    evaluator = as_user(cast.evaluator)
    answered = evaluator.get(address("trial:power_answer", asked.key)).content.decode()
    here = address("trial:power_take", asked.key, 1)
    assert f'href="{here}"' in answered
    page = evaluator.get(here)
    values = filled(page)
    assert (values["clusters"], values["size"], values["detectable"]) == ("11", "60", "20.5")
    why = values["rationale"]
    assert why["lv"].startswith("Tik ir vietu.\n\n")
    assert "77\xa0%" in why["lv"]
    assert "20,5" in why["lv"]
    assert "missed in 77\xa0%" in why["en"]
    assert "20.5" in why["en"]
    text = unescape(page.content.decode())
    assert "Nekas vēl nav saglabāts" in text
    # What stood there is told beside the fields that would change.
    assert [before for _label, _target, before in page.context["taken"]] == [
        "9", "30", "9", "lv: Tik ir vietu.",
    ]  # fmt: skip
    before = ProtocolVersion.objects.get().content
    assert before["size"] == "30"
    # Looked at and sent as it stands, it is saved as any other edit is, and conflicts as one.
    action = page.context["action"]
    assert f'action="{action}"' in text
    assert evaluator.post(action, sent(values)).status_code == 302
    after = ProtocolVersion.objects.get().content
    assert after["size"] == "60"
    assert after["rationale"]["lv"].replace("\r", "") == why["lv"]
    assert {k for k in after if after[k] != before[k]} >= {"clusters", "size", "detectable"}
    late = evaluator.post(action, sent(values | {"size": "61"}))
    assert late.status_code == 200, "filled in from an older draft"


def test_it_needs_a_draft_an_evaluator_and_a_design_that_was_asked(
    cast: TrialCast, asked: DesignRun
) -> None:
    evaluator, here = as_user(cast.evaluator), address("trial:power_take", asked.key, 1)
    assert evaluator.get(here).status_code == 404
    answered = evaluator.get(address("trial:power_answer", asked.key)).content.decode()
    assert here not in answered
    registry.begin_version(by=cast.evaluator, content=content(), plan=TEMPLATE, models=[])
    assert evaluator.get(here).status_code == 200
    assert evaluator.get(address("trial:power_take", asked.key, 2)).status_code == 404
    assert as_user(cast.coordinator).get(here).status_code == 403
    assert Client().get(here).status_code == 302
    assert here not in Client().get(address("trial:power_answer", asked.key)).content.decode()
