"""The board of data quality: what the checks find, store, close, print, and who accepts it."""

import datetime

import pytest
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone, translation
from tests.cast import Cast
from tests.indicators.people import Exit, answers, place, somebody, stays

from ligzda.indicators.models import Acceptance, QualityCount, QualityFinding, QualityMeasure
from ligzda.indicators.quality import actions, queries
from ligzda.indicators.quality.checks import SEVERITIES, Check, checks
from ligzda.indicators.quality.conditions import condition
from ligzda.indicators.quality.shown import ShownFinding
from ligzda.kernel.confined import EVERYWHERE, HOUSE, rows_of
from ligzda.kernel.errors import BadDataError, NotAllowedError, WrongStateError
from ligzda.network.confining import rows_of_person
from ligzda.network.roles import BY_KEY
from ligzda.people.models import Person
from ligzda.server.privileges import _ROLE, SERVING

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()
DAY = datetime.timedelta(days=1)
BEGAN = datetime.date(2025, 2, 3)
LEFT = datetime.date(2025, 6, 3)


def run(cast: Cast) -> dict[str, list[QualityFinding]]:
    """Run the checks; return what is open, by check."""
    actions.run_checks(by=cast.system)
    found: dict[str, list[QualityFinding]] = {}
    with rows_of(EVERYWHERE, HOUSE):
        for row in QualityFinding.objects.filter(closed_on=None):
            found.setdefault(row.check_code, []).append(row)
    return found


@pytest.mark.parametrize("check", checks().values(), ids=lambda check: check.code)
def test_a_check_is_whole(check: Check) -> None:
    assert callable(condition(check.code))
    assert check.severity in SEVERITIES
    assert check.owner in BY_KEY
    assert [each.number for each in check.versions] == list(range(1, check.version + 1))
    assert set(check.name) == set(check.rule) == set(check.guidance) == {"lv", "en"}


def test_answers_of_the_end_before_the_beginning_are_found_and_printed(cast: Cast) -> None:
    stay = stays(BEGAN, Exit(LEFT))
    answers(stay, "exit", "exit", datetime.date(2024, 6, 3), {})
    [row] = run(cast)["exit_answers_before_entry"]
    with translation.override("en"):
        assert ShownFinding(row).sentence == (
            "The questionnaire “questionnaire at exit” (at exit) was answered on 3 Jun 2024, and "
            "the stay began only on 3 Feb 2025."
        )
    with translation.override("lv"):
        assert "03.02.2025" in ShownFinding(row).sentence


def test_a_who5_without_a_score_is_an_error_and_one_with_it_none(cast: Cast) -> None:
    stay = stays(BEGAN, Exit(LEFT))
    answers(stay, "who5", "entry", BEGAN, {})
    answers(stay, "who5", "exit", LEFT, {}, score=60)
    [row] = run(cast)["who5_item_missing"]
    assert (row.severity, row.incubator, row.stay) == ("error", "ogre", stay.pk)


def test_one_person_at_two_sites_is_found_at_both(cast: Cast) -> None:
    here, there = somebody("ogre"), somebody("cesis")
    Person.objects.filter(pk__in=[here.pk, there.pk]).update(code_token=77)
    stays(BEGAN, Exit(LEFT), person=here)
    stays(BEGAN + 9 * DAY, Exit(LEFT + 9 * DAY), where="cesis", person=there)
    rows = run(cast)["person_at_two_sites"]
    assert {row.incubator for row in rows} == {"ogre", "cesis"}


def test_the_day_of_a_change_may_be_shared(cast: Cast) -> None:
    here, there = somebody("ogre"), somebody("cesis")
    Person.objects.filter(pk__in=[here.pk, there.pk]).update(code_token=77)
    stays(BEGAN, Exit(LEFT), person=here)
    stays(LEFT, None, where="cesis", person=there)
    assert "person_at_two_sites" not in run(cast)


def test_the_checks_ask_no_oftener_for_many_than_for_one(cast: Cast) -> None:
    def often() -> int:
        with CaptureQueriesContext(connection) as queries:
            actions.run_checks(by=cast.system)
        return len(queries)

    answers(stays(BEGAN, Exit(LEFT)), "who5", "entry", BEGAN, {})
    once = often()
    for _number in range(3):
        answers(stays(BEGAN, Exit(LEFT), education="unknown"), "who5", "entry", BEGAN, {})
    actions.run_checks(by=cast.system)
    with rows_of(EVERYWHERE, HOUSE):  # of a check that is no more
        QualityFinding.objects.filter(check_code="who5_item_missing").update(
            check_code="gone", found_on=TODAY - DAY, seen_on=TODAY - DAY
        )
    assert often() == once
    with rows_of(EVERYWHERE, HOUSE):
        assert not QualityFinding.objects.filter(check_code="gone", closed_on=None).exists()


def test_not_known_is_another_finding_than_missing(cast: Cast) -> None:
    stays(BEGAN, Exit(LEFT), education="unknown")
    bare = stays(BEGAN, Exit(LEFT))
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL session_replication_role = 'replica'")
        cursor.execute("DELETE FROM people_entrysnapshot WHERE stay_id = %s", [bare.pk])
        cursor.execute("SET LOCAL session_replication_role = 'origin'")
    found = run(cast)
    assert [row.severity for row in found["entry_unknown"]] == ["information"]
    assert [row.stay for row in found["entry_missing"]] == [bare.pk]


def test_the_future_is_never_flagged(cast: Cast) -> None:
    stays(TODAY - 40 * DAY, Exit(TODAY - 30 * DAY, "open_job"))  # four weeks: late in two weeks
    stays(TODAY - 30 * DAY)  # no support for a month
    found = run(cast)
    assert not {"follow_up_overdue", "no_contact"} & set(found)


def test_a_finding_keeps_its_first_day_and_closes_by_itself(cast: Cast) -> None:
    stay = stays(BEGAN, Exit(LEFT))
    row = answers(stay, "who5", "entry", BEGAN, {})
    [first] = run(cast)["who5_item_missing"]
    assert first.due_on == TODAY + 14 * DAY
    earlier = {"found_on": TODAY - 3 * DAY, "seen_on": TODAY - DAY, "due_on": TODAY + 11 * DAY}
    QualityFinding.objects.filter(pk=first.pk).update(**earlier)
    [again] = run(cast)["who5_item_missing"]
    assert (again.pk, again.found_on, again.due_on) == (first.pk, TODAY - 3 * DAY, TODAY + 11 * DAY)
    QualityFinding.objects.filter(pk=first.pk).update(seen_on=TODAY - DAY)
    answers(stay, "who5", "entry", BEGAN, {}, score=52, supersedes=row, corrected_because="paper")
    assert "who5_item_missing" not in run(cast)
    assert QualityFinding.objects.get(pk=first.pk).closed_on == TODAY


def test_two_runs_on_a_day_change_nothing(cast: Cast) -> None:
    answers(stays(BEGAN, Exit(LEFT)), "who5", "entry", BEGAN, {})
    first = run(cast)
    assert {row.pk for rows in run(cast).values() for row in rows} == {
        row.pk for rows in first.values() for row in rows
    }


@pytest.fixture
def finding(cast: Cast) -> QualityFinding:
    answers(stays(BEGAN, Exit(LEFT)), "who5", "entry", BEGAN, {})
    return run(cast)["who5_item_missing"][0]


def test_an_acceptance_is_counted_and_expires(cast: Cast, finding: QualityFinding) -> None:
    # The incubator of Ogre has not opened: the stay itself is at fault, too.
    def of_ogre() -> queries.BoardRow:
        return next(r for r in queries.board(cast.ogre) if r.municipality == finding.municipality)

    assert (of_ogre().errors, of_ogre().accepted) == (2, 0)
    actions.accept(by=cast.ogre, finding=finding, reason="Papīra anketas vairs nav.", until=TODAY)
    assert (of_ogre().errors, of_ogre().accepted) == (1, 1)
    with pytest.raises(WrongStateError, match="jau ir pieņemts"):
        actions.accept(by=cast.ogre, finding=finding, reason="Vēlreiz tas pats.", until=TODAY)
    past = {"accepted_on": TODAY - 9 * DAY, "until": TODAY - DAY}
    Acceptance.objects.update(**past)
    assert (of_ogre().errors, of_ogre().accepted) == (2, 0)


def test_reopening_takes_the_acceptance_back(cast: Cast, finding: QualityFinding) -> None:
    actions.accept(by=cast.ogre, finding=finding, reason="Papīra anketas vairs nav.", until=TODAY)
    actions.reopen(by=cast.ogre, finding=finding)
    assert not finding.acceptances.exists()


def test_an_acceptance_needs_a_reason_a_day_within_a_year_and_the_right(
    cast: Cast, finding: QualityFinding
) -> None:
    with pytest.raises(BadDataError, match="teikumā"):
        actions.accept(by=cast.ogre, finding=finding, reason="tā", until=TODAY)
    with pytest.raises(BadDataError, match="uz gadu"):
        actions.accept(
            by=cast.ogre, finding=finding, reason="Uz visiem laikiem.", until=TODAY + 400 * DAY
        )
    with pytest.raises(NotAllowedError):
        actions.accept(by=cast.cesis, finding=finding, reason="Tas nav mans.", until=TODAY)


def test_rows_are_met_by_their_municipality_alone(cast: Cast, finding: QualityFinding) -> None:
    found = {}
    with connection.cursor() as cursor:
        cursor.execute(_ROLE.format(role=SERVING))
        cursor.execute(f"SET LOCAL ROLE {SERVING}")
        for who in (cast.ogre, cast.cesis, cast.evaluator):
            with rows_of_person(who.pk):
                found[who.pk] = QualityFinding.objects.filter(pk=finding.pk).count()
        cursor.execute("RESET ROLE")
    assert found == {cast.ogre.pk: 1, cast.cesis.pk: 0, cast.evaluator.pk: 0}


def test_timeliness_and_completeness_are_measured(cast: Cast) -> None:
    stay = stays(BEGAN, Exit(LEFT))
    answers(stay, "who5", "m6", TODAY - 20 * DAY, {}, score=48)
    run(cast)
    told = {row.kind: row for row in QualityMeasure.objects.filter(incubator="ogre")}
    assert (told["answers"].counted, told["answers"].median_days) == (1, 20)
    assert (told["follow_ups"].counted, told["follow_ups"].done) == (3, 0)


def test_only_the_house_runs_the_checks(cast: Cast) -> None:
    with pytest.raises(NotAllowedError, match="nakti"):
        actions.run_checks(by=cast.ogre)


BROKEN: dict[str, dict[str, object]] = {
    "quality_finding_once": {"row": "1"},
    "quality_severity_is_known": {"severity": "odd"},
    "quality_finding_is_not_of_the_future": {"day": TODAY + DAY},
    "quality_finding_is_due_later": {"due_on": TODAY - DAY},
    "quality_finding_closes_after_it_was_found": {"closed_on": TODAY - DAY},
}


@pytest.mark.parametrize("name", BROKEN)
def test_what_the_database_refuses_of_a_finding(cast: Cast, name: str) -> None:
    whole: dict[str, object] = {
        "check_code": "odd", "version": 1, "row": "1", "severity": "error", "day": TODAY,
        "municipality": place().municipality, "found_on": TODAY, "seen_on": TODAY,
        "due_on": TODAY,
    }  # fmt: skip
    QualityFinding.objects.create(**whole)
    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        QualityFinding.objects.create(**(whole | {"row": "2"} | BROKEN[name]))


@pytest.mark.parametrize(
    ("name", "odd"),
    [
        ("acceptance_says_why", {"reason": ""}),
        ("acceptance_ends_after_it_begins", {"until": TODAY - DAY}),
    ],
)
def test_what_the_database_refuses_of_an_acceptance(
    cast: Cast, finding: QualityFinding, name: str, odd: dict[str, object]
) -> None:
    whole = {
        "finding": finding, "municipality": finding.municipality, "reason": "Tā ir.",
        "accepted_on": TODAY, "accepted_by": cast.ogre, "until": TODAY,
    }  # fmt: skip
    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        Acceptance.objects.create(**(whole | odd))


@pytest.mark.parametrize(
    ("name", "odd"), [("quality_measured_once", {}), ("quality_done_are_counted", {"done": 3})]
)
def test_what_the_database_refuses_of_a_measure(
    cast: Cast, name: str, odd: dict[str, object]
) -> None:
    whole = {
        "municipality": place().municipality, "incubator": "ogre", "kind": "x", "counted": 2,
        "done": 1, "measured_on": TODAY,
    }  # fmt: skip
    QualityMeasure.objects.create(**whole)
    changed = whole | ({"kind": "y"} if odd else {}) | odd
    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        QualityMeasure.objects.create(**changed)


def test_what_the_database_refuses_of_a_count(cast: Cast) -> None:
    whole = {"municipality": place().municipality, "open": 2, "late": 1, "counted_on": TODAY}
    QualityCount.objects.create(check_code="x", **whole)
    for name, odd in (
        ("quality_counted_once", {"check_code": "x"}),
        ("quality_late_are_open", {"check_code": "y", "late": 3}),
    ):
        with pytest.raises(IntegrityError, match=name), transaction.atomic():
            QualityCount.objects.create(**(whole | odd))


def test_the_board_reads_what_the_night_counted_and_no_finding(
    cast: Cast, finding: QualityFinding
) -> None:
    with CaptureQueriesContext(connection) as asked:
        counts = [(row.errors, row.late) for row in queries.board(cast.ogre)]
        assert queries.by_check(cast.ogre)["who5_item_missing"] == 1
        assert queries.ran_on() == TODAY
    assert (2, 0) in counts
    with CaptureQueriesContext(connection) as of_all:
        assert len(queries.board(cast.evaluator)) > 3
    assert sum('FROM "network_unit"' in each["sql"] for each in of_all) == 1
    read = [each["sql"] for each in asked if 'FROM "indicators_qualityfinding"' in each["sql"]]
    assert read == []


def test_pages_for_the_coordinator_and_none_for_the_stranger(
    cast: Cast, finding: QualityFinding, client: Client
) -> None:
    slug = finding.municipality.slug
    inside = [f"/raditaji/kvalitate/atradumi/{finding.pk}/", f"/raditaji/kvalitate/{slug}/"]
    assert client.get("/raditaji/kvalitate/").status_code == 302
    client.force_login(cast.ogre)
    assert b"PVO-5" in client.get("/raditaji/kvalitate/").content
    assert [client.get(each).status_code for each in inside] == [200, 200]
    assert client.get(f"{inside[1]}?format=csv").content.count(b"who5_item_missing") == 1
    client.force_login(cast.cesis)
    assert [client.get(each).status_code for each in inside] == [403, 403]


def test_accepting_on_the_page(cast: Cast, finding: QualityFinding, client: Client) -> None:
    client.force_login(cast.ogre)
    address = f"/raditaji/kvalitate/atradumi/{finding.pk}/"
    refused = client.post(address, {"reason": "tā", "until": str(TODAY)})
    assert refused.status_code == 200
    assert not finding.acceptances.exists()
    done = client.post(address, {"reason": "Papīra anketas vairs nav.", "until": str(TODAY)})
    assert done.status_code == 302
    assert finding.acceptances.count() == 1
