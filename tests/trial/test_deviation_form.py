"""The form of a deviation knows what was registered on the item it asks about."""

import datetime
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from tests.constraints import assert_refused
from tests.trial.conftest import TrialCast, content
from tests.trial.test_pages import address, as_user

from ligzda.kernel.errors import WrongStateError
from ligzda.network.models import Undoable
from ligzda.trial.models import Deviation
from ligzda.trial.registry import actions as registry
from ligzda.trial.registry.fields import Answer
from ligzda.trial.registry.models import ProtocolVersion
from ligzda.trial.registry.queries import standing_deviations
from ligzda.trial.registry.rules import check_correct_deviation

pytestmark = pytest.mark.django_db

OWN_SLIP = "deviation.corrects_a_slip_of_ones_own"
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


@pytest.fixture
def recorded(cast: TrialCast, bilingual: ProtocolVersion) -> Deviation:
    as_user(cast.evaluator).post(address("trial:deviations"), SAID | {"confirmed": "1"})
    return Deviation.objects.get()


def test_a_slip_is_corrected_by_a_row_of_its_own_and_stays_to_be_read(
    cast: TrialCast, recorded: Deviation
) -> None:
    evaluator, here = as_user(cast.evaluator), address("trial:deviations")
    opened = f"{here}?corrects={recorded.pk}"
    assert opened.removeprefix(here) in evaluator.get(here).content.decode()
    form = evaluator.get(opened).context["form"]
    assert (form["actual"].value(), form["corrects"].value()) == ("Trīs vairāk.", recorded.pk)
    better = SAID | {"actual": "Četri vairāk.", "corrects": str(recorded.pk)}
    asked = evaluator.post(opened, better).content.decode()
    assert "Četri vairāk." in asked
    assert "paliek" in asked
    assert Deviation.objects.count() == 1
    assert evaluator.post(opened, better | {"confirmed": "1"}).status_code == 302
    assert Deviation.objects.get(corrects=recorded).actual == "Četri vairāk."
    recorded.refresh_from_db()
    assert recorded.actual == "Trīs vairāk."
    page = Client().get(here)
    assert [shown["row"].corrects for shown in page.context["rows"]] == [recorded]
    assert "Trīs vairāk." in page.content.decode()
    # What was corrected is neither corrected again nor approved, and counts no more.
    assert evaluator.get(opened).status_code == 409
    as_user(cast.second).post(here, {"approve": str(recorded.pk)})
    recorded.refresh_from_db()
    assert recorded.approved_at is None
    assert list(standing_deviations()) == [Deviation.objects.get(corrects=recorded)]


def test_a_slip_is_corrected_by_nobody_else_and_not_later(
    cast: TrialCast, recorded: Deviation, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = f"{address('trial:deviations')}?corrects={recorded.pk}"
    for person in (cast.second, cast.stranger, cast.coordinator):
        assert as_user(person).get(opened).status_code in (403, 409)
    assert Client().get(opened).status_code == 403
    assert as_user(cast.evaluator).get(opened + "0").status_code == 404
    later = recorded.recorded_at + Undoable.LASTS + datetime.timedelta(seconds=1)
    monkeypatch.setattr(timezone, "now", lambda: later)
    with pytest.raises(WrongStateError):
        check_correct_deviation(by=cast.evaluator, deviation=recorded)
    monkeypatch.undo()
    registry.approve_deviation(by=cast.second, deviation=recorded)
    with pytest.raises(WrongStateError):
        check_correct_deviation(by=cast.evaluator, deviation=Deviation.objects.get())


def copied(slip: Deviation, **changed: Any) -> Deviation:
    """Return a further row that says the same and corrects it."""
    given = {f.name: getattr(slip, f.name) for f in Deviation._meta.concrete_fields}
    return Deviation(**(given | {"id": None, "corrects": slip} | changed))


def test_the_database_holds_who_corrects_what_and_when(
    cast: TrialCast, recorded: Deviation, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert_refused(OWN_SLIP, copied(recorded, recorded_by=cast.second).save)
    other = copied(recorded, corrects=None)
    other.save()
    correction = copied(other)
    correction.save()
    assert_refused("corrects_id", copied(other).save)
    assert_refused(
        "deviation.approved_as_it_stands",
        lambda: Deviation.objects.filter(pk=other.pk).update(
            approved_at=timezone.now(), approved_by=cast.second
        ),
    )
    Deviation.objects.filter(pk=correction.pk).update(
        approved_at=timezone.now(), approved_by=cast.second
    )
    assert_refused(OWN_SLIP, copied(correction).save)
    later = recorded.recorded_at + datetime.timedelta(minutes=10, seconds=1)
    monkeypatch.setattr(timezone, "now", lambda: later)
    assert_refused(OWN_SLIP, copied(recorded).save)
