"""Pages of enterprises: lists, one of them, forms, pre-check, checklist, survival; in and out."""

import datetime

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from tests.addresses import client_of
from tests.people.conftest import Staff
from tests.ventures.conftest import BEGAN, JOB, day

from ligzda.kernel.errors import BadDataError
from ligzda.people.models import Person, Reading
from ligzda.ventures import actions, demonstration, queries
from ligzda.ventures.criteria import criteria, least_share
from ligzda.ventures.load import load_ceilings
from ligzda.ventures.models import (
    Aid,
    Enterprise,
    JobSpell,
    Link,
    Milestone,
    StatusCheck,
    Turnover,
)

pytestmark = pytest.mark.django_db
HOME = "/en/enterprises/"


def page(staff: Staff, address: str, **data: str) -> str:
    answer = client_of(staff.social_worker).get(HOME + address, data)
    assert answer.status_code == 200
    return answer.content.decode()


def post(staff: Staff, address: str, **data: object) -> str:
    answer = client_of(staff.social_worker).post(HOME + address, data, follow=True)
    return answer.content.decode()


def test_an_enterprise_is_written_down_by_its_form(staff: Staff, anna: Person) -> None:
    given = {
        "form": "company", "name": "Ligzdas koks", "number": "40003521601",
        "registered_on": "2024-03-04", "founders": f"P-{anna.pk}", "source": "founder",
    }  # fmt: skip
    assert "does not fit" in post(staff, "new/", **given)
    assert "Nobody with one of these" in post(staff, "new/", **given | {"founders": "P-999999"})
    assert not Enterprise.objects.exists()
    shown = post(staff, "new/", **given | {"number": "LV 4000 3521 600"})
    assert "Ligzdas koks" in shown
    assert "Bērziņa" in shown
    assert Reading.objects.filter(person=anna, what="enterprise").count() == 1
    assert "Ligzdas koks" in page(staff, "")
    record = client_of(staff.social_worker).get(f"/en/people/{anna.pk}/").content.decode()
    assert "Ligzdas koks" in record


def test_the_name_of_who_is_self_employed_is_read_by_who_may(
    alone: Enterprise, staff: Staff
) -> None:
    assert "Bertas adījumi" in page(staff, f"{alone.pk}/")
    for other in (staff.elsewhere, staff.instructor, staff.participant):
        answer = client_of(other).get(f"{HOME}{alone.pk}/")
        assert answer.status_code == 404
        assert "Bertas" not in answer.content.decode()


@pytest.mark.parametrize(
    ("what", "given", "model"),
    [
        ("event", {"kind": "vat", "day": "2024-05-01", "source": "document",
                   "said_on": "2024-06-01"}, Milestone),
        ("job", {"first": "2024-05-01", "hours": "20", "confirmed_on": "2024-06-01"}, JobSpell),
        ("turnover", {"period": "2024-2", "amount": "1200.50", "public": "30", "largest": "40",
                      "source": "founder"}, Turnover),
        ("support", {"granted_on": "2024-05-01", "kind": "premises", "regulation": "general",
                     "rent_month": "100", "rent_months": "12", "giver": "Ogre"}, Aid),
        ("link", {"other": "40009990012", "other_name": "Māte", "basis": "votes",
                  "since": "2024-05-01"}, Link),
    ],
    ids=["event", "job", "turnover", "support", "link"],
)  # fmt: skip
def test_what_is_known_is_added_and_taken_back(
    what: str, given: dict[str, str], model: type, company: Enterprise, staff: Staff
) -> None:
    given = given | {"one": str(company)}
    before = model.objects.count()  # type: ignore[attr-defined]
    assert f"add/{what}/" in page(staff, f"{company.pk}/")
    page(staff, f"{company.pk}/add/{what}/")
    post(staff, f"{company.pk}/add/{what}/", **given)
    assert model.objects.count() == before + 1  # type: ignore[attr-defined]
    row = model.objects.latest("pk")  # type: ignore[attr-defined]
    address = f"{company.pk}/take-back/{what}/{row.pk}/"
    assert client_of(staff.elsewhere).post(HOME + address).status_code == 404
    assert "taken back" in post(staff, address)
    assert model.objects.count() == before  # type: ignore[attr-defined]


def test_a_role_and_a_job_end_on_a_day(company: Enterprise, staff: Staff, anna: Person) -> None:
    board = {"who": f"P-{anna.pk}", "role": "board", "since": "2024-05-01"}
    post(staff, f"{company.pk}/add/role/", **board)
    role = company.involved.get(role="board")
    job = actions.record_job(by=staff.manager, enterprise=company, job=JOB)
    for what, row in (("role", role), ("job", job)):
        page(staff, f"{company.pk}/end/{what}/{row.pk}/")
        post(staff, f"{company.pk}/end/{what}/{row.pk}/", last="2024-12-31")
        row.refresh_from_db()
        assert row.period.upper == day("2025-01-01")


def test_premises_count_at_the_rent_forgone(company: Enterprise, staff: Staff) -> None:
    given = {"granted_on": "2024-05-01", "kind": "premises", "regulation": "general",
             "giver": "Ogre"}  # fmt: skip
    assert "rent forgone: write it" in post(staff, f"{company.pk}/add/support/", **given)
    rent = {"rent_month": "100", "rent_months": "12"}
    wrong = given | rent | {"amount": "5"}
    assert "rent times the months" in post(staff, f"{company.pk}/add/support/", **wrong)
    grant = given | rent | {"kind": "grant", "amount": "5"}
    assert "premises alone" in post(staff, f"{company.pk}/add/support/", **grant)
    post(staff, f"{company.pk}/add/support/", **given | rent)
    assert Aid.objects.get().amount == 1200


def test_the_pre_check_shows_both_sums_of_the_single_undertaking(
    company: Enterprise, staff: Staff
) -> None:
    load_ceilings(by=staff.social_worker)
    for on, amount in (("2024-06-02", 200_000), ("2025-03-01", 99_000)):
        given = actions.Given(
            granted_on=day(on),
            kind="grant",
            giver="Ogre",
            amount=amount,  # type: ignore[arg-type]
        )
        actions.record_aid(by=staff.manager, enterprise=company, given=given)
    asked = {"on": "2026-06-01", "amount": "1000", "regulation": "general"}
    fits = page(staff, f"{company.pk}/pre-check/", **asked)
    assert "Both sums stay under" in fits
    exceeds = page(staff, f"{company.pk}/pre-check/", **asked | {"amount": "1000.01"})
    assert "would exceed" in exceeds
    later = page(staff, f"{company.pk}/pre-check/", **asked | {"on": "2027-06-02"})
    assert "Both sums stay under" in later
    fishery = page(staff, f"{company.pk}/pre-check/", **asked | {"regulation": "fishery"})
    assert "No ceiling is known" in fishery


def test_the_checklist_is_written_and_asks_for_its_share(company: Enterprise, staff: Staff) -> None:
    address = f"{company.pk}/status/"
    assert "Met: 0 of 6" in page(staff, address)
    post(staff, address, criterion="aim", met="yes", document="Statūti")
    shown = post(staff, address, criterion="aim", met="no", document="Statūti 2")
    assert "not met" in shown
    assert StatusCheck.objects.get().document == "Statūti 2"
    unknown = client_of(staff.social_worker).post(HOME + address, {"criterion": "x"})
    assert unknown.status_code == 404
    with pytest.raises(BadDataError, match="no such criterion"):
        actions.check_criterion(by=staff.manager, enterprise=company, criterion="x", met=True)
    assert (least_share(10), least_share(11)) == (criteria() and least_share(1), least_share(50))
    assert least_share(10) > least_share(11)


def test_survival_is_shown_with_its_interval(company: Enterprise, staff: Staff) -> None:
    event = actions.Event(kind="closed", day=BEGAN + datetime.timedelta(400))
    actions.record_event(by=staff.manager, enterprise=company, event=event)
    shown = page(staff, "survival/")
    assert "6 months" in shown
    assert "not known yet" in shown


@pytest.mark.parametrize("kind", ["enterprises", "events", "jobs", "turnover", "support"])
@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_each_list_goes_out_for_who_keeps_it(
    kind: str, form: str, company: Enterprise, alone: Enterprise, staff: Staff
) -> None:
    address = f"{HOME}lists/{kind}/export/{form}/"
    answer = client_of(staff.social_worker).get(address)
    assert answer.status_code == 200
    assert b"Bertas" not in answer.getvalue()
    assert client_of(staff.instructor).get(address).status_code == 403


def taken(staff: Staff, address: str, text: str) -> str:
    client = client_of(staff.social_worker)
    file = SimpleUploadedFile("f.csv", text.encode())
    shown = client.post(HOME + address, {"file": file})
    if "sealed" not in (shown.context or {}):
        return shown.content.decode()
    sent = {"sealed": shown.context["sealed"]}
    return client.post(HOME + address, sent, follow=True).content.decode()


def test_a_list_is_taken_in_once_and_wholly(company: Enterprise, staff: Staff) -> None:
    head = "reference,enterprise,kind,day,source,source_on\n"
    good = f"1,V-{company.pk},vat,2024-05-01,founder,2024-06-01\n"
    address = "lists/events/import/"
    wrong = f"2,V-{company.pk},lost,2024-05-01,founder,2024-06-01\n"
    assert "Row 3" in taken(staff, address, head + good + wrong)
    assert "no enterprise of yours" in taken(staff, address, head + good.replace("V-", "V-9"))
    assert Milestone.objects.count() == 1
    assert "1 new" in taken(staff, address, head + good)
    assert "1 as they were" in taken(staff, address, head + good)
    assert "1 changed" in taken(staff, address, head + good.replace("05-01", "05-02"))
    assert Milestone.objects.get(kind="vat").day == day("2024-05-02")
    sent = client_of(staff.social_worker).post(f"{HOME}lists/enterprises/import/")
    assert sent.status_code == 404


def test_what_was_exported_comes_back_as_it_is(company: Enterprise, staff: Staff) -> None:
    actions.record_job(by=staff.manager, enterprise=company, job=JOB)
    client = client_of(staff.social_worker)
    out = client.get(f"{HOME}lists/jobs/export/csv/").getvalue().decode()
    assert "1 as they were" in taken(staff, "lists/jobs/import/", out)


def test_the_demonstration_makes_nothing_without_people(staff: Staff, anna: Person) -> None:
    demonstration.load(by=staff.social_worker)
    assert not Enterprise.objects.exists()
    assert queries.enterprise_rows() == []
    assert [demonstration.months_alive(share) for share in (0.9, 0.78, 0.62)] == [6, 12, 24]
    numbers = {demonstration.invented_number(number) for number in range(30)}
    assert len(numbers) == 30
    assert timezone.localdate() > BEGAN
