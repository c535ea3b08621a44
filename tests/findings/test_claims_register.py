"""Claims in the database: two persons, registered looks, each turn with its cause, certainty."""

import datetime

import pytest
from django.db import DatabaseError, IntegrityError, transaction
from django.test import Client
from django.utils import timezone
from tests.cast import Cast
from tests.findings.arriving import Records, claimed
from tests.findings.frozen import evaluated, predicate, said

from ligzda.findings import queries
from ligzda.findings.claims import State, Verdict
from ligzda.findings.claims.registry import NOT_RUN
from ligzda.findings.claims_register import actions, checking, registry
from ligzda.findings.claims_register.queries import queue
from ligzda.findings.models import CertaintyRating, Claim, ClaimTurn, EvaluationRun
from ligzda.findings.work import my_work
from ligzda.kernel.errors import BadDataError, NotAllowedError, WrongStateError
from ligzda.kernel.hashing import sha256
from ligzda.kernel.texts import Text

ADDRESS = "/apgalvojumi/"
TODAY = timezone.localdate()
WHY = Text({"lv": "Tāpēc.", "en": "Because."})


@pytest.mark.django_db
def test_what_is_wrong_with_a_predicate_is_told_with_place_and_remedy(
    cast: Cast, records: Records
) -> None:
    def refused(text: str, words: str) -> None:
        with pytest.raises(BadDataError, match=words):
            actions.draft(by=cast.evaluator, predicate=text)

    refused(predicate(TODAY, outcome="in_paid_activty@1"), "Iznākums: .*in_paid_activity")
    refused(predicate(TODAY, outcome="in_paid_activity@9"), "in_paid_activity@1")
    refused(predicate(TODAY, by="5 EUR"), "pp")
    refused("superiority(", "zīme 13")
    actions.draft(by=cast.evaluator, predicate=predicate(TODAY))
    with pytest.raises(WrongStateError, match="jau ir"):
        actions.draft(by=cast.evaluator, predicate=predicate(TODAY).replace(", ", ",  "))
    with pytest.raises(NotAllowedError, match="izvērtē"):
        actions.draft(by=cast.ogre, predicate=predicate(TODAY))


@pytest.mark.django_db
def test_an_author_does_not_approve_their_own(cast: Cast, records: Records) -> None:
    claim = actions.draft(by=cast.evaluator, predicate=predicate(TODAY))
    assert queries.claim(1) is None
    with pytest.raises(NotAllowedError, match="cits cilvēks"):
        actions.approve(by=cast.evaluator, claim=claim)
    with pytest.raises(NotAllowedError):
        actions.approve(by=cast.ogre, claim=claim)
    rows = Claim.objects.filter(pk=claim.pk)
    with pytest.raises(IntegrityError, match="claim_approved_by_another"), transaction.atomic():
        rows.update(approved_at=timezone.now(), approved_by=cast.evaluator)
    late = actions.draft(by=cast.evaluator, predicate=predicate(datetime.date(2020, 1, 1)))
    with pytest.raises(WrongStateError, match="pirms apstiprināšanas"):
        actions.approve(by=cast.system, claim=late)
    actions.approve(by=cast.system, claim=claim)
    assert queries.claim(1) is not None
    with pytest.raises(WrongStateError):
        actions.approve(by=cast.system, claim=claim)


@pytest.mark.django_db
def test_supported_at_a_registered_look_alone_and_lost_when_a_late_follow_up_arrives(
    cast: Cast, records: Records
) -> None:
    claim = claimed(cast, predicate(TODAY))
    unregistered = claimed(cast, predicate(TODAY + datetime.timedelta(days=9)))
    turned = records.arrive("m6", 0.97)
    assert [(turn.claim, turn.after, turn.cause) for turn in turned] == [
        (claim, "supported", "registered look")
    ]
    assert actions.check_claims(by=cast.system) == []
    [lost] = records.arrive("m12", 0.6)
    assert (lost.before, lost.after, lost.cause) == ("supported", "no longer supported", "data")
    assert "60.0%" in lost.told["en"]
    assert "97.0%" in lost.told["en"]
    row = queries.claim(claim.number)
    assert row is not None
    assert row.run is not None
    assert (row.state, row.verdict, row.run.moment) == ("no longer supported", "fails", "m12")
    assert (row.run.cells_csv.count("place"), "sites" in row.run.evaluation) == (8, False)
    unregistered.refresh_from_db()
    assert unregistered.state == "draft"
    assert [one.number for one, _due in queue(cast.evaluator).turned] == [claim.number]
    [work] = my_work(cast.evaluator)
    assert (work.waiting, my_work(cast.ogre)) == (1, [])


@pytest.mark.django_db
def test_a_claim_is_computed_anew_only_where_its_grounds_have_changed(
    cast: Cast, records: Records
) -> None:
    claim = claimed(cast, predicate(TODAY))
    records.arrive("m6", 0.97)
    before = Claim.objects.get(pk=claim.pk).checked_at
    actions.check_claims(by=cast.system)
    assert Claim.objects.get(pk=claim.pk).checked_at == before
    records.arrive("m6", 0.97, seed=2)
    assert Claim.objects.get(pk=claim.pk).checked_at != before


@pytest.mark.django_db
def test_nothing_is_said_of_a_model_that_was_not_run(
    cast: Cast, records: Records, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = 'best(model: "M1", among: ["M1", "M2"], outcome: in_paid_activity@1, sure: 0.5, '
    claim = claimed(cast, f"{text}enter: 0, leave: 0, looks: [{TODAY}])")
    monkeypatch.setattr(registry, "not_run", lambda day: {"M2": NOT_RUN})
    ranks = {"labels": ["M1", "M2"], "p_best": [0.9, 0.1], "expected_regret": [0.01, 0.1]}
    monkeypatch.setattr(
        "ligzda.findings.claims_register.checking._result",
        lambda sha, text: {**said(evaluated(0.9)), "ranks": ranks},
    )
    assert records.arrive("m6", 0.9) == []
    claim.refresh_from_db()
    assert (claim.state, claim.verdict) == ("draft", "blocked")
    assert "nav īstenots, kā iecerēts" in claim.lv


@pytest.mark.django_db
def test_a_decision_says_why_and_goes_where_the_table_lets_it(cast: Cast, records: Records) -> None:
    claim = claimed(cast, predicate(TODAY))
    with pytest.raises(WrongStateError, match="vēl nav izvērtēts"):
        actions.decide(by=cast.evaluator, claim=claim, after="retired", reason="x")
    with pytest.raises(BadDataError, match="kāpēc"):
        actions.decide(by=cast.evaluator, claim=claim, after="withdrawn", reason=" ")
    with pytest.raises(NotAllowedError):
        actions.decide(by=cast.ogre, claim=claim, after="withdrawn", reason="x")
    actions.decide(by=cast.evaluator, claim=claim, after="withdrawn", reason="Kļūda plānā.")
    row = queries.claim(claim.number)
    assert row is not None
    assert (row.state, row.turned[-1].told["lv"]) == ("withdrawn", "Kļūda plānā.")
    assert records.arrive("m6", 0.99) == []


@pytest.mark.django_db
def test_a_person_judges_before_what_was_computed_and_nothing_is_overwritten(
    cast: Cast, records: Records
) -> None:
    claim = claimed(cast, predicate(TODAY))
    records.arrive("m6", 0.97)
    before = queries.claims()[0].certainty
    assert before.level == "high"
    assert before.domains["imprecision"].by_id is None
    with pytest.raises(NotAllowedError):
        actions.judge(by=cast.ogre, claim=claim, domain="imprecision", steps=2, reason="x")
    with pytest.raises(BadDataError):
        actions.judge(by=cast.evaluator, claim=claim, domain="imprecision", steps=2, reason="")
    actions.judge(by=cast.evaluator, claim=claim, domain="imprecision", steps=2, reason="Plats.")
    records.arrive("m12", 0.96)
    after = queries.claims()[0].certainty
    assert (after.level, after.domains["imprecision"].by_id) == ("low", cast.evaluator.pk)
    assert claim.ratings.filter(domain="imprecision").count() == 2


@pytest.mark.parametrize(("changed", "cause"), [
    ("plan", "plan version"), ("data", "data"), ("engine", "engine version"),
    ("result", "assumption"),
])  # fmt: skip
def test_a_turn_names_the_first_of_its_grounds_that_has_changed(changed: str, cause: str) -> None:
    before = dict.fromkeys(("plan", "data", "engine", "result"), "a")
    claim = Claim(computed={"rests_on": before})
    after = before | {changed: "b"}
    run, lost = EvaluationRun(), State.NO_LONGER
    assert checking._cause(claim, run, after, lost, Verdict.FAILS) == cause
    assert checking._cause(claim, run, after, lost, Verdict.BLOCKED) == "fidelity"


BROKEN: dict[str, dict[str, object]] = {
    "claim_hash_is_of_its_predicate": {"sha256": "0" * 64},
    "claim_state_is_known": {"state": "true", "approved_at": timezone.now()},
    "claim_verdict_is_known": {"verdict": "perhaps"},
    "claim_approved_by_somebody_at_some_time": {"approved_at": timezone.now()},
    "claim_is_judged_once_approved": {"state": "supported"},
}


@pytest.mark.django_db
@pytest.mark.parametrize("name", BROKEN)
def test_what_the_database_refuses_of_a_claim(cast: Cast, name: str) -> None:
    whole: dict[str, object] = {
        "number": 1, "predicate": "a", "sha256": sha256("a"), "drafted_at": timezone.now(),
        "drafted_by": cast.evaluator,
    }  # fmt: skip
    by: tuple[dict[str, object], ...] = ({}, {"approved_by": cast.system})
    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        Claim.objects.create(**(whole | BROKEN[name] | by[name == "claim_state_is_known"]))


@pytest.mark.django_db
def test_what_the_database_refuses_of_turns_and_ratings(cast: Cast, records: Records) -> None:
    claim = claimed(cast, predicate(TODAY))
    turn: dict[str, object] = {
        "claim": claim, "before": "draft", "after": "withdrawn", "cause": "a person's decision",
        "told": WHY, "on": TODAY, "at": timezone.now(), "by": cast.evaluator,
    }  # fmt: skip
    rating = {"claim": claim, "domain": "imprecision", "steps": 1, "why": WHY, "at": timezone.now()}

    def refused(name: str, model: type, given: dict[str, object]) -> None:
        with pytest.raises(IntegrityError, match=name), transaction.atomic():
            model.objects.create(**given)  # type: ignore[attr-defined]

    refused("turn_is_in_the_table", ClaimTurn, turn | {"after": "retired"})
    refused("turn_is_in_the_table", ClaimTurn, turn | {"after": "supported"})
    look = {"after": "supported", "cause": "registered look"}
    refused("turn_by_facts_names_its_run", ClaimTurn, turn | look)
    refused("findings_claimturn_told_check", ClaimTurn, turn | {"told": {"lv": "", "en": ""}})
    refused("rating_domain_is_known", CertaintyRating, rating | {"domain": "taste"})
    refused("rating_goes_down_three", CertaintyRating, rating | {"steps": 4})
    rows = Claim.objects.filter(pk=claim.pk)
    with pytest.raises(IntegrityError, match="turns by a turn"), transaction.atomic():
        rows.update(state="withdrawn")
    with pytest.raises(IntegrityError, match="claim_stays_as_drafted"), transaction.atomic():
        rows.update(predicate="b")
    ClaimTurn.objects.create(**turn)
    CertaintyRating.objects.create(**rating)
    for every in (Claim.objects.all(), ClaimTurn.objects.all(), CertaintyRating.objects.all()):
        with pytest.raises(DatabaseError, match="delete rows"), transaction.atomic():
            every._raw_delete("default")


@pytest.mark.django_db
def test_public_pages_and_those_of_who_writes(cast: Cast, records: Records, client: Client) -> None:
    claimed(cast, predicate(TODAY))
    actions.draft(by=cast.evaluator, predicate=predicate(TODAY, by="5 pp"))
    records.arrive("m6", 0.97)
    listed = client.get(ADDRESS).content.decode()
    one = client.get(f"{ADDRESS}1/").content.decode()
    assert "pamatots" in listed
    assert EvaluationRun.objects.get().data_sha256 in one
    assert client.get(f"{ADDRESS}2/").status_code == 404
    assert client.get("/en/claims/1/").status_code == 200
    inside = [f"{ADDRESS}{each}" for each in ("jauns/", "rinda/", "1/lemt/", "1/ticamiba/")]
    client.force_login(cast.ogre)
    assert [client.get(each).status_code for each in inside] == [403] * 4
    assert client.post(f"{ADDRESS}2/apstiprinat/").status_code == 403
    client.force_login(cast.evaluator)
    assert [client.get(each).status_code for each in inside] == [200] * 4
    typed = predicate(TODAY, outcome="in_paid_activty@1")
    again = client.post(inside[0], {"predicate": typed}).content.decode()
    assert "in_paid_activty@1, by: 0 pp" in again
    assert "Iznākums:" in again
    judged = {"domain": "indirectness", "steps": "1", "reason": "Maz vietu."}
    assert client.post(inside[3], judged).status_code == 302
    decided = {"after": "under review", "reason": "Jāpārbauda."}
    assert client.post(inside[2], decided).status_code == 302
    assert queries.claims()[0].state == "under review"
