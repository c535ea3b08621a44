"""The form of a deviation knows what was registered on the item it asks about."""

import pytest
from tests.trial.conftest import TrialCast, content
from tests.trial.test_pages import address, as_user

from ligzda.trial.models import Deviation
from ligzda.trial.registry import actions as registry
from ligzda.trial.registry.fields import Answer
from ligzda.trial.registry.models import ProtocolVersion

pytestmark = pytest.mark.django_db

SAID = {
    "item": "exclusions", "planned": "", "actual": "Trīs vairāk.", "reason": "Atteicās.",
    "happened_on": "2017-03-01", "seen": "no", "bias": "none", "sensitivity": "", "claims": "",
}  # fmt: skip


@pytest.fixture
def bilingual(cast: TrialCast, draft: ProtocolVersion) -> ProtocolVersion:
    words = {"lv": "Neviens netiek izslēgts.", "en": "Nobody is left out."}
    given: dict[str, Answer] = {**content(), "exclusions": words, "trial_ends": "2019-02-28"}
    registry.edit_version(by=cast.evaluator, version=draft, content=given, plan=draft.plan)
    return registry.register(by=cast.evaluator, version=draft)


@pytest.mark.parametrize(
    ("language", "item", "words"),
    [
        ("lv", "exclusions", "Neviens netiek izslēgts."),
        ("en", "exclusions", "Nobody is left out."),
        ("lv", "trial_ends", "2019. gada 28. februāris"),
        ("en", "status", "in preparation"),
    ],
)
def test_an_answer_leads_to_the_form_with_its_words(
    language: str, item: str, words: str, cast: TrialCast, bilingual: ProtocolVersion
) -> None:
    evaluator = as_user(cast.evaluator)
    here = address("trial:deviations", language=language)
    page = evaluator.get(address("trial:version", "1.0", language=language)).content.decode()
    assert f'href="{here}?item={item}#new"' in page
    form = evaluator.get(f"{here}?item={item}").context["form"]
    assert (form["item"].value(), form["planned"].value()) == (item, words)
    assert evaluator.get(f"{here}?item=odd").context["form"].initial == {}


def test_what_is_left_empty_is_what_was_registered_and_is_shown_before(
    cast: TrialCast, bilingual: ProtocolVersion
) -> None:
    evaluator, here = as_user(cast.evaluator), address("trial:deviations")
    asked = evaluator.post(here, SAID)
    assert "Neviens netiek izslēgts." in asked.content.decode()
    assert not Deviation.objects.exists()
    evaluator.post(here, SAID | {"confirmed": "1"})
    assert Deviation.objects.get().planned == "Neviens netiek izslēgts."
    own = SAID | {"planned": "Citādi.", "confirmed": "1"}
    evaluator.post(here, own)
    assert Deviation.objects.last().planned == "Citādi."  # type: ignore[union-attr]
    # What is no question of the protocol has no answer to take.
    page = evaluator.post(here, SAID | {"item": "courses", "confirmed": "1"})
    assert list(page.context["form"].errors) == ["planned"]
