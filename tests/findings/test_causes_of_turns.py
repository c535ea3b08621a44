"""Each turn of a claim keeps its cause: erasure, deviation, wording, the installed engine."""

import datetime
from typing import Any

import pytest
from django.core.management import call_command
from django.test import Client
from django.utils import timezone
from tests.cast import Cast
from tests.findings.arriving import Records, claimed
from tests.findings.frozen import evaluated, predicate
from tests.indicators.people import Exit, stays

from ligzda.findings.claims import sentence
from ligzda.findings.claims_register import actions, checking, deviating, registry, upgrade
from ligzda.findings.models import Claim, EvaluationRun
from ligzda.kernel.errors import NotAllowedError, WrongStateError
from ligzda.people.rights.erasing import erase
from ligzda.trial.registry import actions as trial

TODAY = timezone.localdate()


@pytest.mark.django_db
def test_a_claim_that_falls_with_an_erased_person_says_so(cast: Cast, records: Records) -> None:
    claimed(cast, predicate(TODAY))
    gone, stays_on = (
        stays(datetime.date(2025, 2, 3), Exit(datetime.date(2025, 6, 3))).person for _each in "ab"
    )
    records.arrive("m6", 0.97, people=[gone.pk, stays_on.pk])
    erase(by=cast.system, person=gone)
    [turn] = records.arrive("m6", 0.6, seed=2, people=[stays_on.pk])
    assert (turn.after, turn.cause) == ("no longer supported", "erasure of a person")


@pytest.mark.django_db
def test_an_approved_deviation_takes_support_from_the_claims_it_names(
    cast: Cast, records: Records
) -> None:
    named, other = claimed(cast, predicate(TODAY)), claimed(cast, predicate(TODAY, sure="0.8"))
    records.arrive("m6", 0.97)
    given = trial.DeviationFacts(
        item="size", planned="30", actual="24", reason="few applied", happened_on=TODAY,
        seen="some", bias="away", claims=f"{named.number}, 99",
    )  # fmt: skip
    row = trial.record_deviation(by=cast.evaluator, protocol=records.protocol, facts_given=given)
    assert actions.check_claims(by=cast.system) == []
    trial.approve_deviation(by=cast.system, deviation=row)
    [turn] = actions.check_claims(by=cast.system)
    assert (turn.claim, turn.cause, turn.after) == (named, "deviation", "no longer supported")
    other.refresh_from_db()
    assert other.state == "supported"


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("text", "numbers"), [("3, 12", {3, 12}), ("H1 after 12 months", set()), ("12345", set())]
)
def test_only_a_list_of_numbers_names_claims(text: str, numbers: set[int]) -> None:
    assert deviating.named(text) == numbers


def test_a_sentence_that_only_reads_otherwise_comes_under_review(
    cast: Cast, records: Records, monkeypatch: pytest.MonkeyPatch
) -> None:
    claimed(cast, predicate(TODAY))
    records.arrive("m6", 0.97)
    monkeypatch.setattr(checking, "words_version", lambda: "other words, same sentence")
    assert actions.check_claims(by=cast.system) == []
    monkeypatch.setattr(checking, "words_version", lambda: "other words")

    def reads_otherwise(*given: Any, **more: Any) -> str:
        return f"{sentence(*given, **more)} Un."

    monkeypatch.setattr("ligzda.findings.claims_register.checking.sentence", reads_otherwise)
    [turn] = actions.check_claims(by=cast.system)
    assert (turn.before, turn.after, turn.cause) == ("supported", "under review", "wording")


@pytest.mark.django_db
def test_whether_a_model_was_run_is_asked_as_of_the_cells(
    cast: Cast, records: Records, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[datetime.date] = []

    def not_run(day: datetime.date) -> dict[str, str]:
        asked.append(day)
        return {}

    monkeypatch.setattr(registry, "not_run", not_run)
    claimed(cast, predicate(TODAY))
    then = TODAY - datetime.timedelta(days=40)
    records.arrive("m6", 0.97, as_of=then)
    assert then in asked


@pytest.mark.django_db
def test_a_new_engine_is_listed_before_it_is_accepted(
    cast: Cast, records: Records, monkeypatch: pytest.MonkeyPatch, client: Client
) -> None:
    claimed(cast, predicate(TODAY))
    records.arrive("m6", 0.97)
    assert upgrade.old_runs() == []
    with monkeypatch.context() as patch:
        patch.setattr(upgrade, "ENGINE_VERSION", "99")
        patch.setattr("ligzda.findings.runs.actions.ENGINE_VERSION", "99")
        patch.setattr(upgrade, "computed", lambda *given: evaluated(0.5))
        with pytest.raises(WrongStateError, match="saraksta"):
            upgrade.accept(by=cast.evaluator)
        call_command("list_engine_upgrade", verbosity=0)
        found = upgrade.stored(upgrade.old_runs())
        assert found is not None
        [one] = found.claims
        assert (one.before, one.after) == ("supported", "no longer supported")
        assert Claim.objects.get().state == "supported"
        with pytest.raises(NotAllowedError):
            upgrade.accept(by=cast.ogre)
        client.force_login(cast.evaluator)
        assert (
            "vairs nav pamatots" in client.get("/apgalvojumi/aprekina-programma/").content.decode()
        )
        assert len(upgrade.accept(by=cast.evaluator)) == 1
    assert EvaluationRun.objects.count() == 2
    client.force_login(cast.ogre)
    assert client.get("/apgalvojumi/aprekina-programma/").status_code == 403
