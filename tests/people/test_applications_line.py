"""The line: its order, offers and their deadline, who is passed over and why."""

import datetime
from collections.abc import Iterator

import pytest
from django.db import DatabaseError, IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import override
from tests.people import applying
from tests.people.conftest import Staff

from ligzda.kernel.errors import BadDataError, NotAllowedError, RefusedError
from ligzda.people.actions import PersonFacts
from ligzda.people.applications import offers, queries
from ligzda.people.applications.line import RULE
from ligzda.people.models import PlaceOffer, Skip, WaitingPlace

pytestmark = pytest.mark.django_db
DAY = datetime.timedelta(days=1)


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    """Sentences are matched in the language they are written in."""
    with override("en"):
        yield


@pytest.fixture
def line(staff: Staff) -> list[WaitingPlace]:
    """Anna, who applied three days ago, Berta two, Cilda today: accepted the other way round."""
    names = [("Cilda", 0), ("Berta", 2), ("Anna", 3)]
    for name, days in names:
        born = datetime.date(1970 + days, 1, 1)  # nobody is taken for somebody else
        who = PersonFacts(given_name=name, family_name="Kalniņa", birth_date=born)
        applying.decided(staff, applying.apply(staff, who, days_ago=days))
    return [row.place for row in queries.line(applying.incubator(staff))]


def offer(staff: Staff, place: WaitingPlace, **skips: str) -> PlaceOffer:
    today = timezone.localdate()
    return offers.offer(
        by=staff.manager,
        waiting=place,
        begins_on=today,
        answer_until=today + 5 * DAY,
        skips={int(key.removeprefix("p")): why for key, why in skips.items()},
    )


def run_out(row: PlaceOffer) -> None:
    """Let the last day of an offer have been yesterday."""
    today = timezone.localdate()
    PlaceOffer.objects.filter(pk=row.pk).update(
        offered_on=today - 5 * DAY, answer_until=today - DAY
    )


def test_the_order_is_that_of_the_applications_and_names_its_rule(
    line: list[WaitingPlace],
) -> None:
    assert [row.person.given_name for row in line] == ["Anna", "Berta", "Cilda"]
    assert {row.rule for row in line} == {RULE.version}
    found = queries.place_of(line[2].application)
    assert found is not None
    assert (found.position, found.ahead) == (3, 2)


def test_an_offer_that_is_taken_makes_ready_for_a_contract(
    line: list[WaitingPlace], staff: Staff
) -> None:
    row = offers.answer(by=staff.social_worker, offer=offer(staff, line[0]), said="taken")
    assert (row.answer, row.waiting.closed) == ("taken", "taken")
    assert queries.contract_ready(staff.here) == [row]
    with pytest.raises(RefusedError, match="closed: taken"):
        offers.answer(by=staff.social_worker, offer=row, said="later")
    assert len(queries.line(applying.incubator(staff))) == 2


def test_an_offer_is_not_answered_after_its_last_day_and_lapses(
    line: list[WaitingPlace], staff: Staff
) -> None:
    row = offer(staff, line[0])
    run_out(row)
    with pytest.raises(RefusedError, match="could be answered until"):
        offers.answer(by=staff.social_worker, offer=row, said="taken")
    assert offers.lapse(by=staff.manager) == 1
    assert offers.lapse(by=staff.manager) == 0
    row.refresh_from_db()
    assert row.answer == "lapsed"
    names = [each.place.person.given_name for each in queries.line(applying.incubator(staff))]
    assert names == ["Berta", "Cilda", "Anna"]


def test_an_offer_holds_through_its_last_day(line: list[WaitingPlace], staff: Staff) -> None:
    row = offer(staff, line[0])
    today = timezone.localdate()
    PlaceOffer.objects.filter(pk=row.pk).update(offered_on=today - DAY, answer_until=today)
    assert offers.lapse(by=staff.manager) == 0
    assert offers.answer(by=staff.social_worker, offer=row, said="taken").answer == "taken"


def test_nobody_is_passed_over_without_a_reason_that_they_can_read(
    line: list[WaitingPlace], staff: Staff
) -> None:
    anna, berta, cilda = line
    offer(staff, anna)  # who has an offer is not passed over
    with pytest.raises(BadDataError, match=f"passed over.*{berta.application}"):
        offer(staff, cilda, **{f"p{berta.pk}": " "})
    assert not Skip.objects.exists()
    row = offer(staff, cilda, **{f"p{berta.pk}": "Nav atbildējusi pa tālruni."})
    [skip] = queries.skips_of(berta.application)
    assert (skip.offer, skip.reason) == (row, "Nav atbildējusi pa tālruni.")
    assert queries.skips_of(anna.application) == []


def test_who_puts_an_offer_off_waits_at_the_end_and_who_leaves_does_not_wait(
    line: list[WaitingPlace], staff: Staff
) -> None:
    offers.answer(by=staff.social_worker, offer=offer(staff, line[1], **{f"p{line[0].pk}": "x"}),
                  said="later")  # fmt: skip
    offers.leave(by=staff.social_worker, waiting=line[0])
    names = [each.place.person.given_name for each in queries.line(applying.incubator(staff))]
    assert names == ["Cilda", "Berta"]
    with pytest.raises(RefusedError, match="waits no longer"):
        offers.leave(by=staff.social_worker, waiting=line[0])
    with pytest.raises(RefusedError, match="waits no longer"):
        offer(staff, line[0])


def test_an_offer_is_made_once_leaves_time_and_can_be_taken_back(
    line: list[WaitingPlace], staff: Staff
) -> None:
    today = timezone.localdate()
    with pytest.raises(BadDataError, match="at least a day"):
        offers.offer(by=staff.manager, waiting=line[0], begins_on=today, answer_until=today)
    with pytest.raises(BadDataError, match="in the past"):
        offers.offer(
            by=staff.manager, waiting=line[0], begins_on=today - DAY, answer_until=today + DAY
        )
    row = offer(staff, line[0])
    with pytest.raises(RefusedError, match="offered to this person already"):
        offer(staff, line[0])
    with pytest.raises(RefusedError, match="closed"):
        offers.answer(by=staff.manager, offer=offers.recall(by=staff.manager, offer=row),
                      said="taken")  # fmt: skip
    assert queries.line(applying.incubator(staff))[0].place == line[0]


def test_offers_are_made_by_who_decides_there(line: list[WaitingPlace], staff: Staff) -> None:
    row = offer(staff, line[0])
    for other in (staff.social_worker, staff.instructor, staff.participant, staff.elsewhere):
        with pytest.raises(NotAllowedError):
            offers.recall(by=other, offer=row)
    for other in (staff.instructor, staff.participant, staff.elsewhere, staff.officer):
        with pytest.raises(NotAllowedError):
            offers.answer(by=other, offer=row, said="taken")
        with pytest.raises(NotAllowedError):
            offers.leave(by=other, waiting=line[1])


@pytest.mark.parametrize(
    ("model", "changed", "broken"),
    [
        (WaitingPlace, {"closed": "left"}, "waiting_ends_on_a_day"),
        (PlaceOffer, {"answer_until": datetime.date(2000, 1, 1)}, "offer_leaves_time_to_answer"),
        (PlaceOffer, {"answer": "taken"}, "offer_answered_on_a_day"),
        (PlaceOffer, {"answer": "taken", "answered_on": datetime.date(2100, 1, 1)},
         "offer_answered_in_time"),
        (Skip, {"waiting_id": None}, "Cannot update"),
    ],
    ids=["end", "time", "day", "late", "skip"],
)  # fmt: skip
def test_the_database_refuses(
    model: type[PlaceOffer],
    changed: dict[str, object],
    broken: str,
    line: list[WaitingPlace],
    staff: Staff,
) -> None:
    offer(staff, line[1], **{f"p{line[0].pk}": "Slimo."})
    with pytest.raises(DatabaseError, match=broken), transaction.atomic():
        model.objects.update(**changed)


def test_the_database_keeps_one_of_each(line: list[WaitingPlace], staff: Staff) -> None:
    row = offer(staff, line[1], **{f"p{line[0].pk}": "Slimo."})
    skip = Skip.objects.get()
    free = applying.apply(staff, PersonFacts(given_name="Dina", family_name="Ozola"))
    place = WaitingPlace(
        application=free, person=line[0].person, municipality=staff.here,
        incubator=line[0].incubator, lined_up_at=timezone.now(), rule=1,
    )  # fmt: skip
    copy = PlaceOffer(
        waiting=row.waiting, person=row.person, municipality=staff.here, begins_on=row.begins_on,
        offered_on=row.offered_on, answer_until=row.answer_until, offered_by=staff.manager,
    )  # fmt: skip
    twice = Skip(
        offer=row, waiting=skip.waiting, person=skip.person, municipality=staff.here,
        reason="Vēl.", by=staff.manager,
    )  # fmt: skip
    wordless = Skip(
        offer=row, waiting=line[2], person=line[2].person, municipality=staff.here,
        by=staff.manager,
    )  # fmt: skip
    for each, broken in (
        (place, "waiting_in_one_line"),
        (copy, "offer_one_at_a_time"),
        (twice, "skip_once_for_an_offer"),
        (wordless, "skip_says_why"),
    ):
        with pytest.raises(IntegrityError, match=broken), transaction.atomic():
            each.save()
