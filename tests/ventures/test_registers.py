"""Public files of registers: what was not known is written down, what contradicts is a finding."""

from datetime import date

import pytest
from tests.addresses import client_of
from tests.people.conftest import Staff
from tests.ventures.conftest import NUMBER, day, happened
from tests.ventures.test_ventures_pages import HOME, page, post, taken

from ligzda.kernel.errors import BadDataError, NotAllowedError, WrongStateError
from ligzda.ventures import actions, queries
from ligzda.ventures.actions.registers import settle
from ligzda.ventures.models import Aid, Enterprise, Finding, Milestone, RegisterFile

pytestmark = pytest.mark.django_db
OTHER = "40009990012"
OF_ENTERPRISES = "regcode;name;registered;terminated;address\n"
OF_AID = "form,regcode,granted,amount,giver\n"


def file(kind: str, on: str = "2026-01-15") -> str:
    return f"registers/{kind}/{on}/"


def test_a_register_that_agrees_says_that_it_lives(company: Enterprise, staff: Staff) -> None:
    """With the day of the file as the last sign of life; rows about others are left out."""
    rows = f"{NUMBER};LIGZDAS KOKS;2024-03-04;;Ogre\n{OTHER};Cits;2020-01-01;;Cēsis\n"
    for _time in range(2):
        taken(staff, file("enterprises"), OF_ENTERPRISES + rows)
    alive = Milestone.objects.get(kind="alive")
    file_of = RegisterFile.objects.latest("pk")
    assert (alive.day, alive.source, file_of.as_of) == (
        day("2026-01-15"), "register", day("2026-01-15"),
    )  # fmt: skip
    assert file_of.rows == 1
    assert not Finding.objects.exists()
    only_others = OF_ENTERPRISES + f"{OTHER};Cits;2020-01-01;;Cēsis\n"
    taken(staff, file("enterprises"), only_others)
    assert RegisterFile.objects.count() == 2


def test_what_contradicts_is_a_finding_once_and_overwrites_nothing(
    company: Enterprise, staff: Staff
) -> None:
    happened(staff, company, "alive", "2025-12-01")
    row = f"{NUMBER};Cits nosaukums;2024-03-05;2025-11-30;Ogre\n"
    for on in ("2026-01-15", "2026-01-16"):
        taken(staff, file("enterprises", on), OF_ENTERPRISES + row)
    found = {each.kind: (each.ours, each.theirs) for each in queries.finding_rows(staff.here)}
    assert found == {
        "name": ("Ligzdas koks", "Cits nosaukums"),
        "registered": ("2024-03-04", "2024-03-05"),
        "closed": ("2025-12-01", "2025-11-30"),
    }
    assert Finding.objects.count() == 3
    assert not Milestone.objects.filter(kind="closed").exists()
    assert "3 contradictions" in page(staff, "")
    assert "Cits nosaukums" in page(staff, "registers/")


def test_a_closing_that_nobody_told_is_written_down_with_its_source(
    company: Enterprise, staff: Staff
) -> None:
    row = f"{NUMBER};Ligzdas koks;2024-03-04;2025-11-30;Ogre\n"
    taken(staff, file("enterprises"), OF_ENTERPRISES + row)
    closed = Milestone.objects.get(kind="closed")
    assert (closed.day, closed.source) == (day("2025-11-30"), "register")
    again = f"{NUMBER};Ligzdas koks;2024-03-04;;Ogre\n"
    taken(staff, file("enterprises"), OF_ENTERPRISES + again)
    assert [row.kind for row in queries.finding_rows()] == ["closed"]


def test_the_status_comes_from_its_register(company: Enterprise, staff: Staff) -> None:
    taken(staff, file("status"), f"regcode,granted,lost\n{NUMBER},2024-06-01,2025-06-01\n")
    kinds = list(Milestone.objects.values_list("kind", flat=True))
    assert kinds == ["registered", "granted", "lost"]
    taken(staff, file("status"), f"regcode,granted,lost\n{NUMBER},2024-06-02,2025-06-01\n")
    assert [row.kind for row in queries.finding_rows()] == ["status"]


def test_support_of_ours_and_of_linked_undertakings_comes_with_the_file(
    company: Enterprise, staff: Staff
) -> None:
    actions.link(
        by=staff.manager, enterprise=company, other=OTHER, other_name="Māte", basis="votes",
        since=day("2024-04-01"),
    )  # fmt: skip
    for form, amount in (("F-1", 100), ("F-9", 50)):
        given = actions.Given(
            granted_on=day("2024-05-01"), kind="grant", giver="Ogre", form_number=form,
            amount=amount,  # type: ignore[arg-type]
        )  # fmt: skip
        actions.record_aid(by=staff.manager, enterprise=company, given=given)
    rows = (
        f"F-1,{NUMBER},2024-05-01,120,Ogre\nF-2,{NUMBER},2024-06-01,30,ALTUM\n"
        f"F-3,{OTHER},2024-07-01,40,LIAA\nF-4,40009990027,2024-07-01,40,LIAA\n"
    )
    for _time in range(2):
        taken(staff, file("aid"), OF_AID + rows)
    kept = Aid.objects.order_by("form_number").values_list("form_number", "amount", "undertaking")
    assert [(form, int(amount), who) for form, amount, who in kept] == [
        ("F-1", 100, ""), ("F-2", 30, ""), ("F-3", 40, OTHER), ("F-9", 50, ""),
    ]  # fmt: skip
    assert sorted(row.kind for row in queries.finding_rows()) == ["aid", "aid_missing"]
    shown = page(staff, f"{company.pk}/pre-check/", on="2026-01-01", amount="1",
                 regulation="general")  # fmt: skip
    assert OTHER in shown


def test_a_contradiction_is_settled_once_with_a_reason(company: Enterprise, staff: Staff) -> None:
    row = f"{NUMBER};Cits nosaukums;2024-03-04;;Ogre\n"
    taken(staff, file("enterprises"), OF_ENTERPRISES + row)
    finding = Finding.objects.get()
    with pytest.raises(NotAllowedError):
        settle(by=staff.elsewhere, finding=finding, reason="Nē")
    with pytest.raises(BadDataError, match="found to be true"):
        settle(by=staff.manager, finding=finding, reason=" ")
    assert client_of(staff.elsewhere).get(f"{HOME}contradictions/{finding.pk}/").status_code == 404
    page(staff, f"contradictions/{finding.pk}/")
    post(staff, f"contradictions/{finding.pk}/", reason="Nosaukums mainīts 2025. gadā.")
    [settled] = queries.finding_rows(staff.here)
    assert settled.settled is not None
    with pytest.raises(WrongStateError, match="already"):
        settle(by=staff.manager, finding=finding, reason="Vēlreiz")


@pytest.mark.parametrize("on", ["2999-01-01", "2026-13-01", "vakar"])
def test_a_file_is_of_a_day_that_has_been(on: str, company: Enterprise, staff: Staff) -> None:
    assert client_of(staff.social_worker).post(HOME + file("aid", on)).status_code == 404
    assert client_of(staff.social_worker).post(HOME + file("x")).status_code == 404
    page(staff, "registers/", kind="aid", day=date(2026, 1, 15).isoformat())
