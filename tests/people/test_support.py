"""The log of support: a row, a group session, a spreadsheet in and out."""

import csv
import io
import uuid

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from tests.addresses import client_of
from tests.constraints import assert_refused
from tests.people.conftest import ANNA, ANOTHER, CESIS, Staff
from tests.people.staying import DAY, began, english, incubator, stay, today

from ligzda.incubators.models import Incubator
from ligzda.kernel.errors import BadDataError, NotAllowedError, WrongStateError
from ligzda.network.models import Municipality
from ligzda.people.actions import register_person
from ligzda.people.models import Delivery, Person, Stay
from ligzda.people.stays.actions import add_absence
from ligzda.people.support import actions, queries
from ligzda.people.support.actions import Given
from ligzda.people.support.services import UNITS, services

pytestmark = pytest.mark.django_db
__all__ = ["english", "incubator", "stay"]


def given(**changed: object) -> Given:
    facts = {"service": "career", "day": today(), "minutes": 45, "mode": "one"} | changed
    return Given(**facts)  # type: ignore[arg-type]


def test_it_works(stay: Stay, staff: Staff) -> None:
    actions.record_support(
        by=staff.instructor, person=stay.person, given=given(note="Runājām par darbu")
    )
    actions.record_support(
        by=staff.social_worker, person=stay.person, given=given(minutes=0, no_show=True)
    )
    [amount] = queries.sums_of(stay.person)
    assert (amount.amount, amount.no_shows) == (0.75, 1)
    assert {row.note for row in queries.deliveries_of(stay.person)} == {"Runājām par darbu", ""}


def test_the_dictionary_has_a_unit_and_both_languages_for_each_service() -> None:
    for code, each in services().items():
        assert each.unit in UNITS, code
        assert each.lv
        assert each.en


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"day": today() + DAY}, "to come"),
        ({"day": today() - 200 * DAY}, "did not stay"),
        ({"service": "magic"}, "no such service"),
        ({"minutes": 0}, "no minutes"),
        ({"no_show": True}, "no minutes"),
    ],
    ids=["in the future", "outside the stay", "unknown", "no minutes", "minutes of nobody"],
)
def test_what_cannot_be_is_refused(
    changed: dict[str, object], sentence: str, stay: Stay, staff: Staff
) -> None:
    with pytest.raises(BadDataError, match=sentence):
        actions.record_support(by=staff.instructor, person=stay.person, given=given(**changed))
    assert not Delivery.objects.exists()


def test_support_is_written_by_who_gives_it_there_and_taken_back_by_its_writer(
    stay: Stay, staff: Staff
) -> None:
    for other in (staff.elsewhere, staff.participant, staff.officer):
        with pytest.raises(NotAllowedError):
            actions.record_support(by=other, person=stay.person, given=given())
    row = actions.record_support(by=staff.social_worker, person=stay.person, given=given())
    with pytest.raises(NotAllowedError):
        actions.take_back(by=staff.instructor, delivery=row)
    actions.take_back(by=staff.social_worker, delivery=row)
    assert not Delivery.objects.exists()


def session(staff: Staff, incubator: Incubator, came: list[int], **changed: object) -> object:
    facts = {
        "group": uuid.uuid4(), "service": "group", "day": today(), "minutes": 90,
        "write_no_shows": True,
    } | changed  # fmt: skip
    return actions.record_session(
        by=staff.instructor,
        incubator=incubator,
        came=came,
        **facts,  # type: ignore[arg-type]
    )


def test_attendance_writes_the_delivery_and_the_same_form_writes_it_once(
    stay: Stay, staff: Staff, incubator: Incubator
) -> None:
    """One came, one was expected, one was away: two rows."""
    others = []
    for _ in range(2):
        person = register_person(
            by=staff.social_worker, municipality=staff.here, facts_given=ANOTHER
        )
        others.append(began(staff, person, 5))
    add_absence(by=staff.social_worker, stay=others[0], first=today(), last=None, kind="excused")
    group = uuid.uuid4()
    session(staff, incubator, [stay.pk], group=group)
    found = {row.stay_id: (row.minutes, row.no_show) for row in Delivery.objects.all()}
    assert found == {stay.pk: (90, False), others[1].pk: (0, True)}
    with pytest.raises(WrongStateError, match="already"):
        session(staff, incubator, [stay.pk], group=group)
    assert_refused(
        "support_once_a_person_in_a_session",
        lambda: Delivery.objects.filter(no_show=True).update(person=stay.person, stay=stay),
    )
    with pytest.raises(BadDataError, match="does not stay here"):
        session(staff, incubator, [stay.pk, 10**9])
    with pytest.raises(BadDataError, match="Nobody is ticked"):
        session(staff, incubator, [])


def test_the_page_of_a_session_ticks_who_is_expected(
    stay: Stay, staff: Staff, incubator: Incubator
) -> None:
    client = client_of(staff.instructor)
    page = client.get("/cilveki/atbalsts/ogre/nodarbiba/")
    assert page.context["form"]["came"].value() == [stay.pk]
    sent = {"service": "group", "minutes": "60", "came": [stay.pk], "group": str(uuid.uuid4())}
    refused = client.post("/cilveki/atbalsts/ogre/nodarbiba/", sent | {"minutes": ""})
    assert refused.status_code == 200
    assert not Delivery.objects.exists()
    assert (
        client.post("/cilveki/atbalsts/ogre/nodarbiba/", sent | {"mode": "one"}).status_code == 200
    )
    sent["mode"] = "online"
    assert client.post("/cilveki/atbalsts/ogre/nodarbiba/", sent).status_code == 302
    row = Delivery.objects.get()
    assert (row.given_by, row.mode) == (staff.instructor, "online")
    stranger = client_of(staff.elsewhere).get("/cilveki/atbalsts/ogre/nodarbiba/")
    assert stranger.status_code == 403
    assert "Bērziņa" not in stranger.content.decode()


HEAD = "reference,person,day,service,minutes,mode,planned,no_show"


def imported(staff: Staff, rows: list[str], *, take: bool = True) -> str:
    client = client_of(staff.social_worker)
    file = SimpleUploadedFile("s.csv", "\n".join([HEAD, *rows]).encode())
    shown = client.post("/en/people/support/ogre/import/", {"file": file})
    if take and shown.status_code == 200 and "sealed" in (shown.context or {}):
        sealed = shown.context["sealed"]
        return client.post(
            "/en/people/support/ogre/import/", {"sealed": sealed}, follow=True
        ).content.decode()
    return shown.content.decode()


def test_a_list_is_taken_in_once_however_often_it_is_given(stay: Stay, staff: Staff) -> None:
    rows = [
        f"1,P-{stay.person_id},{today()},career,45,one,yes,no",
        f"2,P-{stay.person_id},{today() - DAY},group,0,group,yes,yes",
    ]
    assert "2 new" in imported(staff, rows)
    assert "2 as they were" in imported(staff, rows)
    rows[0] = rows[0].replace("45", "50")
    assert "1 changed" in imported(staff, rows)
    assert sorted(Delivery.objects.values_list("minutes", flat=True)) == [0, 50]
    assert Person.objects.count() == 1


def test_one_wrong_row_and_nothing_is_taken_in(stay: Stay, staff: Staff) -> None:
    """Somebody of another municipality is answered as somebody who is not there."""
    cesis = Municipality.objects.get(slug=CESIS)
    other = register_person(by=staff.elsewhere, municipality=cesis, facts_given=ANNA)
    good = f"1,P-{stay.person_id},{today()},career,45,one,yes,no"
    for wrong, sentence in (
        (f"2,P-{other.pk},{today()},career,45,one,yes,no", "nobody with this number"),
        (f"2,P-999999,{today()},career,45,one,yes,no", "nobody with this number"),
        (f"2,P-{stay.person_id},{today() + DAY},career,45,one,yes,no", "still to come"),
        (f"2,P-{stay.person_id},{today() - 150 * DAY},career,45,one,yes,no", "did not stay"),
        (f"2,P-{stay.person_id},{today()},career,0,one,yes,no", "minutes do not fit"),
        (f"D-7,P-{stay.person_id},{today()},career,45,one,yes,no", "there is no such row"),
        (f"2,Anna,{today()},career,45,one,yes,no", "P-12"),
    ):
        page = imported(staff, [good, wrong])
        assert sentence in page, wrong
        assert "Bērziņa" not in page
        assert not Delivery.objects.exists()


def test_what_is_exported_names_nobody_and_comes_back_as_it_was(stay: Stay, staff: Staff) -> None:
    actions.record_support(
        by=staff.instructor, person=stay.person, given=given(note="Runājām par darbu")
    )
    answer = client_of(staff.instructor).get("/en/people/support/ogre/export/csv/")
    text = b"".join(answer) if answer.streaming else answer.content
    [row] = csv.DictReader(io.StringIO(text.decode("utf-8-sig")))
    assert row["person"] == f"P-{stay.person_id}"
    assert row["reference"].startswith("D-")
    assert "Anna" not in text.decode("utf-8-sig")
    assert "Runājām" not in text.decode("utf-8-sig")
    cells = [row[name] for name in HEAD.split(",")]
    assert "1 as they were" in imported(staff, [",".join(cells)])
    cells[4] = "50"
    assert "1 changed" in imported(staff, [",".join(cells)])
    [kept] = queries.deliveries_of(stay.person)
    assert (kept.minutes, kept.note, kept.given_by) == (50, "Runājām par darbu", staff.instructor)
    assert client_of(staff.elsewhere).get("/en/people/support/ogre/export/csv/").status_code == 403


def test_the_database_refuses_what_no_rule_would_let_by(stay: Stay, staff: Staff) -> None:
    for number in ("1", "2"):
        row = actions.record_support(by=staff.instructor, person=stay.person, given=given())
        Delivery.objects.filter(pk=row.pk).update(reference=number)
    rows = Delivery.objects.filter(pk=row.pk)
    assert_refused("support_reference_once_in_a_municipality", lambda: rows.update(reference="1"))
    assert_refused("support_takes_minutes_unless_nobody_came", lambda: rows.update(minutes=0))
    assert_refused("support_service_and_mode_are_known", lambda: rows.update(mode="?"))
    assert_refused("delivery.within_its_stay", lambda: rows.update(day=today() - 200 * DAY))
    other = register_person(by=staff.social_worker, municipality=staff.here, facts_given=ANOTHER)
    assert_refused("delivery.within_its_stay", lambda: rows.update(person=other))
