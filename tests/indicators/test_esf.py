"""The report of participants: one record a person, features of the first entry, three genders."""

import datetime
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client
from tests.cast import Cast
from tests.indicators.people import YEAR, Exit, answers, place, somebody, stays

from ligzda.indicators.boards import day_counts
from ligzda.indicators.boards.day_counts import Records
from ligzda.indicators.esf.dictionary import broken, common
from ligzda.indicators.esf.participants import CODES
from ligzda.indicators.esf.queries import (
    Report,
    by_activity,
    of_report,
    table_rows,
    whole,
    year_to_report,
)
from ligzda.indicators.queries import Asked
from ligzda.people.models import Gender

pytestmark = pytest.mark.django_db
JANUARY, JUNE = datetime.date(2025, 1, 10), datetime.date(2025, 6, 10)


def of(slug: str = "ogre", as_of: datetime.date = datetime.date(2026, 6, 30)) -> Records:
    return of_report(Asked((place(slug).municipality_id,), *YEAR, as_of))


def numbers(report: Report, span: str = "period", gender: str = "") -> dict[str, int | None]:
    return {row.code: row.number(span, gender) for row in report.rows}


def test_who_comes_back_is_one_record_with_the_first_entry_and_the_last_exit(cast: Cast) -> None:
    anna = somebody()
    stays(JANUARY, Exit(datetime.date(2025, 3, 1), "unemployed"), person=anna, age=17)
    again: dict[str, Any] = {"labour_status": "employed", "months_unemployed": None, "age": 18}
    stays(JUNE, Exit(datetime.date(2025, 9, 1), "open_job"), person=anna, **again)
    found = numbers(whole(of()))
    assert [found[code] for code in ("EECO01", "EECO02", "EECO05", "EECO06")] == [1, 1, 0, 1]
    assert found["EECR04"] == 1


def test_a_merged_person_is_one_participant(cast: Cast) -> None:
    anna, same = somebody(), somebody(name="Anna B.")
    same.merged_into = anna
    same.save()
    stays(JANUARY, Exit(datetime.date(2025, 3, 1)), person=anna)
    stays(JUNE, person=same)
    assert numbers(whole(of()))["EECO01"] == 1


def test_long_term_is_within_unemployed_and_sooner_for_the_young(cast: Cast) -> None:
    for age, months in ((40, 12), (40, 13), (24, 6), (24, 7), (25, 7)):
        stays(JANUARY, age=age, months_unemployed=months)
    stays(JANUARY, labour_status="inactive", months_unemployed=None)
    found = numbers(whole(of()))
    assert [found[f"EECO0{n}"] for n in range(1, 6)] == [6, 5, 2, 1, 0]


def test_a_gender_is_a_value_of_its_own(cast: Cast) -> None:
    for gender in (*Gender.values, "non_binary"):
        stays(JANUARY, gender=gender)
    report = whole(of())
    assert [numbers(report, gender=each)["EECO01"] for each in Gender.values] == [1, 1, 2, 1]
    assert numbers(report)["EECO01"] == 5


def test_the_period_and_what_was_before(cast: Cast) -> None:
    stays(datetime.date(2024, 5, 5))
    stays(JANUARY)
    stays(datetime.date(2026, 1, 1))  # after the period
    report = whole(of())
    assert (numbers(report)["EECO01"], numbers(report, "so_far")["EECO01"]) == (1, 2)


def left(status: str, state: str, six: dict[str, Any] | None = None, hours: int = 20) -> None:
    """Somebody left in February, in this state, and answered so six months later."""
    months = 3 if status == "unemployed" else None
    exit_ = Exit(datetime.date(2025, 2, 10), state)
    stay = stays(JANUARY, exit_, labour_status=status, months_unemployed=months)
    answers(stay, "entry", "entry", JANUARY, {"hours": hours})
    if six is not None:
        answers(stay, "follow_up", "m6", datetime.date(2025, 8, 20), six)


def test_results_are_of_those_for_whom_they_are_results(cast: Cast) -> None:
    left("inactive", "unemployed")
    left("unemployed", "unemployed")  # looked for work before: not a result
    left("unemployed", "education")
    left("unemployed", "own_enterprise")
    left("employed", "open_job")  # had work before
    found = numbers(whole(of()))
    assert [found[f"EECR0{n}"] for n in (1, 2, 4)] == [1, 1, 1]


def test_six_months_after_pay_alone_is_no_improvement(cast: Cast) -> None:
    left("unemployed", "unemployed", {"state": "wise_job", "hours": 20})
    left("employed", "open_job", {"state": "open_job", "hours": 40})
    left("employed", "open_job", {"state": "open_job", "hours": 20, "income_work": 2000})
    found = numbers(whole(of()))
    assert (found["EECR05"], found["EECR06"]) == (1, 1)
    before = numbers(whole(of(as_of=datetime.date(2025, 8, 1))))
    assert (before["EECR05"], before["EECR06"]) == (0, 0)


def test_an_answer_at_four_weeks_goes_before_the_state_at_exit(cast: Cast) -> None:
    stay = stays(JANUARY, Exit(datetime.date(2025, 2, 10), "unemployed"))
    answers(stay, "follow_up", "w4", datetime.date(2025, 3, 12), {"state": "open_job"})
    assert numbers(whole(of()))["EECR04"] == 1


def test_an_activity_counts_whoever_takes_part_in_it(cast: Cast) -> None:
    anna = somebody()
    stays(JANUARY, Exit(datetime.date(2025, 3, 1)), person=anna, model="M1")
    stays(JUNE, person=anna, model="M2")
    found = {one.activity: numbers(one)["EECO01"] for one in by_activity(of())}
    assert found == {("ogre", "M1"): 1, ("ogre", "M2"): 1}
    assert numbers(whole(of()))["EECO01"] == 1


def test_what_is_not_counted_is_no_nought(cast: Cast) -> None:
    rows = {row["code"]: row for row in table_rows([whole(of())])}
    assert (rows["EECO12"]["total"], rows["EECO12"]["estimated"]) == (None, True)
    assert (rows["EECO01"]["total"], rows["EECO01"]["estimated"]) == (0, False)
    assert set(rows) == set(common())


def test_identities_between_codes(cast: Cast) -> None:
    stays(JANUARY, age=None, education="unknown")
    stays(JANUARY, age=60, education="isced_5_8", labour_status="employed", months_unemployed=None)
    assert list(whole(of()).broken) == []
    counts = dict.fromkeys(CODES, 0) | {"EECO01": 1, "EECO03": 1}
    assert broken(counts) == [
        "total_by_labour_status",
        "long_term_within_unemployed",
        "ages_make_the_total",
        "education_makes_the_total",
    ]


@pytest.mark.parametrize(("day", "year"), [("2026-01-30", 2025), ("2026-01-31", 2026)])
def test_the_report_that_is_due_is_of_the_year_before(day: str, year: int) -> None:
    assert year_to_report(datetime.date.fromisoformat(day)) == year


def test_the_page_and_its_files(cast: Cast) -> None:
    stays(JANUARY)
    client = Client()
    client.force_login(cast.ogre)
    period = "?first=2025-01-01&last=2025-12-31"
    page = client.get(f"/en/indicators/esf/ogre/{period}").content.decode()
    assert "all hold" in page
    assert "2026" in page.partition("is due by")[2][:20]
    file = client.get(f"/en/indicators/esf/ogre/file/csv/{period}").content.decode("utf-8-sig")
    assert "EECO01,,,period,1,0,0,0,1,false,false,true" in file
    assert "EECO01,ogre,M1,period,1,0,0,0,1,false,false,true" in file
    client.force_login(cast.cesis)
    assert client.get("/en/indicators/esf/ogre/").status_code == 403
    assert client.get("/en/indicators/esf/all/").status_code == 403


def test_all_places_together_count_each_operation(cast: Cast) -> None:
    stays(JANUARY)
    stays(JANUARY, where="cesis")
    every = Asked((place().municipality_id, place("cesis").municipality_id), *YEAR, JUNE)
    assert numbers(whole(of_report(every)))["EECO01"] == 2


def test_the_report_of_a_large_place_is_counted_once_a_day_and_says_when(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(day_counts, "COUNTED_AT_ONCE", 0)
    cache.clear()
    client = Client()
    client.force_login(cast.ogre)
    address = "/en/indicators/esf/ogre/?first=2025-01-01&last=2025-12-31"
    stays(JANUARY)
    client.get(address)
    stays(JANUARY)
    assert client.get(address).context["rows"][0][5] == 1
    assert "Counted on" in client.get(address).content.decode()
    assert client.get(address + "&anew=1").context["rows"][0][5] == 2
