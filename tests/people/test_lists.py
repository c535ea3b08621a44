"""Lists in and out: paper files as spreadsheets, what they leave open, what leaves the house."""

import csv
import io
from collections.abc import Mapping
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from openpyxl import load_workbook
from tests.addresses import client_of
from tests.people.conftest import ANNA, CESIS, OGRE, Staff
from tests.people.staying import DAY, english, incubator, stay, today

from ligzda.incubators.models import Incubator
from ligzda.kernel.errors import NotAllowedError, WrongStateError
from ligzda.kernel.tables.preview import Preview
from ligzda.network.models import Municipality
from ligzda.people.actions import register_people, register_person
from ligzda.people.lists import actions, tables
from ligzda.people.models import Observation, Person, Reading, Stay

pytestmark = pytest.mark.django_db
__all__ = ["english", "incubator", "stay"]
PEOPLE = "given_name,family_name,personal_code,birth_date,phone"
STAYS = "person,contract_on,begins_on,labour_status,last_day,exit_state,exit_reason"
ANSWERS = "stay,moment,rater,mode,observed_on,state"
AT = f"/en/people/lists/{OGRE}"


def looked_at(staff: Staff, name: str, head: str, rows: list[str]) -> Any:
    file = SimpleUploadedFile("s.csv", "\n".join([head, *rows]).encode())
    return client_of(staff.social_worker).post(f"{AT}/{name}/import/", {"file": file})


def imported(
    staff: Staff, name: str, head: str, rows: list[str], said: Mapping[str, str] | None = None
) -> str:
    shown = looked_at(staff, name, head, rows)
    assert shown.status_code == 200, [str(cell) for cell in shown.context["wrong"]]
    sent = {"sealed": shown.context["sealed"], **(said or {})}
    answer = client_of(staff.social_worker).post(f"{AT}/{name}/import/", sent, follow=True)
    return answer.content.decode()


def wrong(staff: Staff, name: str, head: str, rows: list[str]) -> list[tuple[int, str, str]]:
    shown = looked_at(staff, name, head, rows)
    assert shown.status_code == 422
    return [(cell.row, cell.column, cell.words) for cell in shown.context["wrong"]]


def test_people_are_taken_in_after_they_were_shown(staff: Staff) -> None:
    rows = ["Rūta,Ozola,,1984-05-02,+371 20000002", "Ilze,Liepa,140379-11116,,"]
    assert "2 new" in imported(staff, "people", PEOPLE, rows, {"code-3": "yes"})
    found = {each.name: each for each in Person.objects.all()}
    assert found["Rūta Ozola"].phone == "+371 20000002"
    assert found["Ilze Liepa"].personal_code == "140379-11116"


def test_a_wrong_check_digit_is_a_question(staff: Staff) -> None:
    """Nothing is taken before it is answered; whoever leaves the row out takes in the others."""
    rows = ["Rūta,Ozola,,1984-05-02,", "Ilze,Liepa,140379-11111,,"]
    shown = looked_at(staff, "people", PEOPLE, rows)
    assert "the last digit does not fit" in shown.content.decode()
    assert "The file leaves 1 question open" in shown.content.decode()
    again = client_of(staff.social_worker).post(
        f"{AT}/people/import/", {"sealed": shown.context["sealed"]}
    )
    assert again.status_code == 422
    assert not Person.objects.exists()
    assert "1 new" in imported(staff, "people", PEOPLE, rows, {"code-3": "leave"})
    assert [each.name for each in Person.objects.all()] == ["Rūta Ozola"]


def test_a_row_of_somebody_registered_is_decided_by_who_imports(staff: Staff, anna: Person) -> None:
    rows = ["Anna,Berzina Kalnina,,1979-03-14,"]
    shown = looked_at(staff, "people", PEOPLE, rows)
    assert f"{anna}, Anna Bērziņa-Kalniņa: a date of birth that fits" in shown.content.decode()
    assert "0 new" in imported(staff, "people", PEOPLE, rows, {"known-2": "leave"})
    assert "1 new" in imported(staff, "people", PEOPLE, rows, {"known-2": "other"})
    assert Person.objects.count() == 2


def test_two_rows_of_a_file_are_compared_with_each_other(staff: Staff) -> None:
    """Day and month have changed places; the reason names the row above."""
    rows = ["Jānis,Kalns,,1990-02-07,", "Ilze,Liepa,,1990-02-07,", "Janis,Kalns,,1990-07-02,"]
    shown = looked_at(staff, "people", PEOPLE, rows)
    assert list(shown.context["form"].fields) == ["known-4"]
    assert "row 2, Jānis Kalns" in shown.content.decode()
    assert "2 new" in imported(staff, "people", PEOPLE, rows, {"known-4": "leave"})


def test_the_same_code_is_the_same_person_whatever_is_said(staff: Staff) -> None:
    code = "Anna,Kalna,140379-11116,,"
    given = looked_at(staff, "people", PEOPLE, [code, code.replace("Anna", "Zane")])
    assert (3, "personal_code") in [(c.row, c.column) for c in given.context["wrong"]]
    imported(staff, "people", PEOPLE, [code], {"code-2": "yes"})
    shown = looked_at(staff, "people", PEOPLE, [code.replace("Anna", "Zane")])
    assert [name for name, _said in shown.context["form"].fields["known-2"].choices] == ["leave"]


def test_the_action_itself_refuses_two_who_may_be_one(staff: Staff) -> None:
    with pytest.raises(WrongStateError, match="is registered here already"):
        register_people(by=staff.social_worker, municipality=staff.here, given=[ANNA, ANNA])
    assert not Person.objects.exists()


@pytest.mark.parametrize(
    ("row", "column", "sentence"),
    [
        ("Anna,Kalna,123,,", "personal_code", "eleven digits"),
        ("Anna,Kalna,40003000000,,", "personal_code", "company"),
        ("Anna,Kalna,,2999-01-01,", "birth_date", "in the future"),
        (",Kalna,,1990-01-01,", "given_name", "must not be empty"),
    ],
)
def test_every_wrong_cell_is_named_and_nothing_is_taken(
    row: str, column: str, sentence: str, staff: Staff
) -> None:
    found = wrong(staff, "people", PEOPLE, ["Rūta,Ozola,,1984-05-02,", row])
    assert [(3, column)] == [(at, name) for at, name, _words in found]
    assert sentence in found[0][2]
    assert not Person.objects.exists()


def test_a_row_of_another_municipality_is_refused_as_nobody(staff: Staff, stay: Stay) -> None:
    cesis = Municipality.objects.get(slug=CESIS)
    other = register_person(by=staff.elsewhere, municipality=cesis, facts_given=ANNA)
    for number in (str(other), "P-999999"):
        [(row, column, words)] = wrong(staff, "people", f"number,{PEOPLE}", [f"{number},A,B,,,"])
        assert (row, column) == (2, "number")
        assert "nobody with this number" in words
        day = today() - 20 * DAY
        found = wrong(staff, "stays", STAYS, [f"{number},{day},{day},unemployed,,,"])
        assert [each[1] for each in found] == ["person"]
    found = wrong(staff, "answers-follow_up", ANSWERS, [f"99999,m6,participant,paper,{today()},x"])
    assert "stay" in [each[1] for each in found]


def test_who_is_there_is_corrected_and_what_the_file_lacks_stays(
    staff: Staff, anna: Person
) -> None:
    assert "1 changed" in imported(
        staff, "people", "number,given_name,family_name,phone",
        [f"{anna},Anna,Bērziņa-Kalniņa,+371 20000009"],
    )  # fmt: skip
    anna.refresh_from_db()
    assert (anna.phone, anna.birth_date) == ("+371 20000009", "1979-03-14")


def test_stays_come_with_their_ends(staff: Staff, incubator: Incubator, anna: Person) -> None:
    first, second = today() - 200 * DAY, today() - 50 * DAY
    rows = [
        f"{anna},{second},{second},inactive,,,",
        f"{anna},{first},{first},unemployed,{first + 100 * DAY},open_job,job",
    ]
    assert "2 new" in imported(staff, "stays", STAYS, rows)
    newest, earlier = Stay.objects.order_by("-period__startswith")
    assert (newest.period.upper, newest.entry.labour_status) == (None, "inactive")
    assert (earlier.exit_state, earlier.period.upper) == ("open_job", first + 101 * DAY)
    found = wrong(staff, "stays", STAYS, rows)
    assert {column for _row, column, _words in found} == {"begins_on"}
    ended = f"{newest.pk},{anna},{second},{second},inactive,{today()},unemployed,own_wish"
    assert "1 changed" in imported(staff, "stays", f"stay,{STAYS}", [ended])
    changed = ended.replace("inactive", "employed")
    assert "labour_status" in {
        cell[1] for cell in wrong(staff, "stays", f"stay,{STAYS}", [changed])
    }


@pytest.mark.parametrize(
    ("cells", "column"),
    [
        ("{before},{before},unemployed,,,", "begins_on"),
        ("{day},{day},unemployed,{day},open_job,", "exit_reason"),
        ("{day},{day},unemployed,{before},open_job,job", "last_day"),
        ("{day},{day},unemployed,{ahead},open_job,job", "last_day"),
        ("{ahead},{ahead},unemployed,,,", "contract_on"),
    ],
    ids=["not open", "no reason", "exit before entry", "exit to come", "contract to come"],
)
def test_a_stay_that_cannot_be_is_named(
    cells: str, column: str, staff: Staff, incubator: Incubator, anna: Person
) -> None:
    days = {"before": today() - 900 * DAY, "day": today() - 9 * DAY, "ahead": today() + 5 * DAY}
    found = wrong(staff, "stays", STAYS, [f"{anna},{cells.format(**days)}"])
    assert [each[1] for each in found] == [column]
    assert not Stay.objects.exists()


@pytest.fixture
def ended(staff: Staff, incubator: Incubator, anna: Person) -> Stay:
    first = today() - 300 * DAY
    last = first + 100 * DAY
    imported(staff, "stays", STAYS, [f"{anna},{first},{first},unemployed,{last},open_job,job"])
    return Stay.objects.get()


def test_answers_of_follow_ups_come_once(staff: Staff, ended: Stay) -> None:
    """Before its window, a second time, of an unknown stay: the cell is named."""
    head, row = ANSWERS, f"{ended.pk},w4,participant,paper,{today()},inactive"
    early = row.replace("w4", "m24")
    assert "observed_on" in [each[1] for each in wrong(staff, "answers-follow_up", head, [early])]
    assert "1 new" in imported(staff, "answers-follow_up", head, [row])
    [kept] = Observation.objects.all()
    assert (kept.moment, kept.answers["state"], kept.mode) == ("w4", "inactive", "paper")
    assert "moment" in [each[1] for each in wrong(staff, "answers-follow_up", head, [row])]
    text = exported(staff, "/en/people/answers/follow_up/export/csv/")
    assert "0 new, 0 changed, 1 as they were" in imported(
        staff, "answers-follow_up", text.splitlines()[0], text.splitlines()[1:]
    )


def exported(staff: Staff, address: str) -> str:
    answer = client_of(staff.social_worker).get(address)
    assert answer.status_code == 200
    return answer.content.decode("utf-8-sig")


def test_what_is_exported_comes_back_as_it_was_and_is_noted(staff: Staff, ended: Stay) -> None:
    for name in ("people", "stays"):
        text = exported(staff, f"{AT}/{name}/export/csv/")
        lines = text.splitlines()
        assert "1 as they were" in imported(staff, name, lines[0], lines[1:])
        assert Reading.objects.filter(person=ended.person, what=f"export of {name}").count() == 1
    assert "Anna" not in text


def test_a_name_is_no_formula(staff: Staff) -> None:
    rows = ["=cmd|' /C calc'!A0,+Liepa,,1990-01-01,"]
    imported(staff, "people", PEOPLE, rows)
    [row] = csv.DictReader(io.StringIO(exported(staff, f"{AT}/people/export/csv/")))
    assert (row["given_name"][0], row["family_name"]) == ("'", "'+Liepa")
    book = client_of(staff.social_worker).get(f"{AT}/people/export/xlsx/").content
    cells = load_workbook(io.BytesIO(book)).active[2]
    assert "f" not in {cell.data_type for cell in cells}


def test_each_list_is_taken_by_who_keeps_people_there(staff: Staff, ended: Stay) -> None:
    lists = ("people", "stays", "applications", "line", "follow-ups")
    for name in lists:
        assert exported(staff, f"{AT}/{name}/export/csv/")
    for who in (staff.elsewhere, staff.instructor, staff.participant, staff.officer):
        client = client_of(who)
        for address in (AT, *(f"{AT}/{name}/export/csv" for name in lists), f"{AT}/template"):
            assert client.get(f"{address}/").status_code == 403, (who, address)
        with pytest.raises(NotAllowedError):
            actions.import_people(
                by=who, municipality=staff.here, preview=Preview(tables.PEOPLE, ())
            )
    assert client_of(staff.social_worker).get(f"{AT}/money/export/csv/").status_code == 404


def test_the_workbook_to_fill_in_is_what_the_imports_read(staff: Staff) -> None:
    answer = client_of(staff.social_worker).get(f"{AT}/template/")
    book = load_workbook(io.BytesIO(answer.content))
    assert book.sheetnames[:2] == ["people", "stays"]
    assert [cell.value for cell in book["people"][1]][:3] == ["number", "given_name", "family_name"]
    book["people"].append([None, "Rūta", "Ozola", "1984-05-02"])
    sent = io.BytesIO()
    book.save(sent)
    file = SimpleUploadedFile("files.xlsx", sent.getvalue())
    client = client_of(staff.social_worker)
    shown = client.post(f"{AT}/people/import/", {"file": file})
    assert len(shown.context["preview"].new) == 1


def test_the_page_of_lists_leads_to_all_of_them(staff: Staff) -> None:
    page = client_of(staff.social_worker).get(f"{AT}/").content.decode()
    for name in ("people", "stays", "applications", "line", "follow-ups"):
        assert f"{AT}/{name}/export/xlsx/" in page
    assert f"{AT}/answers-follow_up/import/" in page
    assert f"{AT}/" in client_of(staff.social_worker).get("/en/people/").content.decode()
