"""Machines are kept fit for use: condition, maintenance, photos, manuals; and the log."""

import datetime
from decimal import Decimal
from io import BytesIO
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone
from PIL import Image as Pillow
from tests.cast import Cast
from tests.incubators.conftest import Workshop, one_of_each
from tests.newsroom.test_picture_metadata import CANARY, taken

from ligzda.incubators.bookings.actions import book
from ligzda.incubators.bookings.rules import Thing
from ligzda.incubators.bookings.taking import TakenError
from ligzda.incubators.models import Equipment, EquipmentPhoto, Maintenance, Manual, Occupation
from ligzda.incubators.places import actions as places
from ligzda.incubators.upkeep import actions, queries
from ligzda.incubators.work import my_work
from ligzda.kernel.errors import BadDataError, NotAllowedError, WrongStateError
from ligzda.kernel.texts import Text, no_text
from ligzda.network.models import User


def test_it_works(client: Client, cast: Cast, workshop: Workshop) -> None:
    one_of_each(workshop)
    client.force_login(workshop.instructor)
    page = client.get(f"/en/incubators/ogre/machine/{workshop.laser.pk}/").content.decode()
    for words in ("Lāzergriezējs", "Lēcas", "Risks and accidents", "Lāzers</a>"):
        assert words in page
    assert "Add a photo" not in page, "an instructor keeps no machine"


def test_every_change_of_condition_is_kept_whoever_makes_it(cast: Cast, workshop: Workshop) -> None:
    actions.change_condition(
        by=cast.ogre, equipment=workshop.laser, condition="repair", reason="Lēca"
    )
    Equipment.objects.filter(pk=workshop.laser.pk).update(condition="good", name="Cits")
    Equipment.objects.filter(pk=workshop.laser.pk).update(condition="good")
    found = list(workshop.laser.conditions.values_list("condition", "reason", "ends"))
    assert [(condition, reason) for condition, reason, _ends in found] == [
        ("good", ""), ("repair", "Lēca"), ("good", "")
    ]  # fmt: skip
    assert [ends is None for _condition, _reason, ends in found] == [True, False, False]


def test_downtime_is_counted_in_the_month_it_was_in(workshop: Workshop) -> None:
    span = workshop.laser.conditions.get()
    zone = timezone.get_default_timezone()
    begins = datetime.datetime(2026, 1, 31, 12, tzinfo=zone)
    ends = datetime.datetime(2026, 2, 1, 6, tzinfo=zone)
    workshop.laser.conditions.filter(pk=span.pk).update(
        condition="repair", begins=begins, ends=ends
    )
    found = queries.downtime(
        workshop.incubator, datetime.date(2026, 1, 1), datetime.date(2026, 3, 1)
    )
    assert [(row.month.month, row.amount) for row in found] == [(1, Decimal(12)), (2, Decimal(6))]


def test_maintenance_overlaps_no_booking(cast: Cast, workshop: Workshop) -> None:
    laser = Thing(equipment=workshop.laser)
    wanted = workshop.wanted(workshop.at("10:00", "12:00"), laser)
    book(by=cast.ogre, incubator=workshop.incubator, wanted=wanted)
    given: dict[str, Any] = {"by": cast.ogre, "equipment": workshop.laser, "what": "Lēcas"}
    with pytest.raises(TakenError) as refused:
        actions.schedule(**given, time=workshop.at("11:00", "13:00"))
    assert refused.value.nearest is not None
    row = actions.schedule(**given, time=workshop.at("13:00", "14:00"))
    wanted = workshop.wanted(workshop.at("13:00", "14:00"), laser)
    with pytest.raises(TakenError):
        book(by=cast.ogre, incubator=workshop.incubator, wanted=wanted)
    actions.call_off(by=cast.ogre, maintenance=row)
    book(by=cast.ogre, incubator=workshop.incubator, wanted=wanted)
    assert not Maintenance.objects.filter(equipment=workshop.laser).exists()
    assert Occupation.objects.filter(kind="maintenance", stands=False).count() == 1


def test_what_is_overdue_waits_for_the_coordinator(cast: Cast, workshop: Workshop) -> None:
    today = timezone.localdate()
    plan = actions.add_plan(
        by=cast.ogre,
        equipment=workshop.laser,
        what="Lēcas",
        every_months=1,
        counts_from=today - datetime.timedelta(days=70),
    )

    def waiting(viewer: User) -> list[int]:
        return [row.waiting for row in my_work(viewer) if "apkope" in row.label]

    assert waiting(cast.ogre) == [1]
    assert waiting(workshop.instructor) == []
    actions.record_done(
        by=cast.ogre,
        equipment=workshop.laser,
        what="Lēcas",
        plan=plan,
        done=actions.Done(on=today, by="SIA", cost=Decimal("12.50")),
    )
    assert waiting(cast.ogre) == []
    [cost] = queries.maintenance_costs(workshop.incubator, today, today)
    assert (cost.month, cost.amount) == (today.replace(day=1), Decimal("12.50"))


def test_hours_of_use_make_maintenance_due(cast: Cast, workshop: Workshop) -> None:
    wanted = workshop.wanted(workshop.at("10:00", "13:00"), Thing(equipment=workshop.laser))
    book(by=cast.ogre, incubator=workshop.incubator, wanted=wanted)
    actions.add_plan(
        by=cast.ogre,
        equipment=workshop.laser,
        what="Filtrs",
        every_hours=3,
        counts_from=timezone.localdate() - datetime.timedelta(days=1),
    )
    [before] = queries.due([workshop.incubator], workshop.monday - datetime.timedelta(days=1))
    [after] = queries.due([workshop.incubator], workshop.monday)
    assert (before.left, before.overdue) == (3, False)
    assert (after.left, after.overdue) == (0, True)


def test_a_photo_tells_nothing_of_its_camera(
    client: Client, cast: Cast, workshop: Workshop
) -> None:
    client.force_login(cast.ogre)
    where = f"/en/incubators/ogre/machine/{workshop.laser.pk}/photos/"
    file = SimpleUploadedFile("lazers.jpg", taken("JPEG"), "image/jpeg")
    client.post(f"{where}new/", {"file": file, "caption_0": "Lāzers", "caption_1": "Laser"})
    row = EquipmentPhoto.objects.get(equipment=workshop.laser)
    assert CANARY not in bytes(row.content)
    shown = client.get(f"{where}{row.pk}/")
    assert shown["Content-Type"] == "image/webp"
    assert shown.content == bytes(row.content)


def _wide() -> bytes:
    written = BytesIO()
    Pillow.new("RGB", (30_000, 1)).save(written, "PNG")
    return written.getvalue()


BAD = {"not a picture": b"%PDF-1.7", "30,000 pixels": _wide(), "damaged": taken("PNG")[:150]}


@pytest.mark.parametrize("words", BAD)
def test_a_picture_that_is_none_is_refused(
    client: Client, cast: Cast, workshop: Workshop, words: str
) -> None:
    client.force_login(cast.ogre)
    where = f"/en/incubators/ogre/machine/{workshop.laser.pk}/photos/new/"
    page = client.post(where, {"file": SimpleUploadedFile("x.png", BAD[words], "image/png")})
    assert words in page.content.decode()
    assert not EquipmentPhoto.objects.filter(equipment=workshop.laser).exists()


def test_fifty_megabytes_are_not_even_read(client: Client, cast: Cast, workshop: Workshop) -> None:
    client.force_login(cast.ogre)
    where = f"/en/incubators/ogre/machine/{workshop.laser.pk}/photos/new/"
    file = SimpleUploadedFile("x.png", bytes(50_000_000), "image/png")
    assert client.post(where, {"file": file}).status_code == 413


@pytest.mark.parametrize("content", [b"PK\x03\x04", b"%PDF-1.7\n cut"])
def test_a_manual_is_a_whole_pdf(cast: Cast, workshop: Workshop, content: bytes) -> None:
    with pytest.raises(BadDataError):
        actions.add_manual(by=cast.ogre, equipment=workshop.laser, title="Lāzers", content=content)


def test_nobody_of_another_municipality_sees_or_keeps_a_machine(
    client: Client, cast: Cast, workshop: Workshop
) -> None:
    rows = one_of_each(workshop)
    client.force_login(cast.cesis)
    of = f"/en/incubators/ogre/machine/{workshop.laser.pk}/"
    for address in (of, f"{of}manuals/{rows[Manual].pk}/", "/en/incubators/ogre/log/"):
        assert client.get(address).status_code in (403, 404)
    with pytest.raises(NotAllowedError):
        actions.change_condition(
            by=cast.cesis, equipment=workshop.laser, condition="good", reason="x"
        )
    with pytest.raises(NotAllowedError):
        actions.add_photo(by=cast.cesis, equipment=workshop.laser, content=b"", caption=no_text())


def test_an_entry_of_the_log_closes_when_something_was_done(cast: Cast, workshop: Workshop) -> None:
    facts = actions.IncidentFacts(
        kind="near_miss",
        happened_at=timezone.now(),
        room=workshop.room,
        equipment=workshop.saw,
        what="Slīdēja sagatave",
    )
    row = actions.record_incident(
        by=workshop.instructor, incubator=workshop.incubator, facts_given=facts
    )
    with pytest.raises(WrongStateError):
        actions.close_incident(by=cast.ogre, incident=row)
    actions.add_measure(by=workshop.instructor, incident=row, text="Bīdstienis")
    with pytest.raises(NotAllowedError):
        actions.close_incident(by=workshop.instructor, incident=row)
    row = actions.close_incident(by=cast.ogre, incident=row)
    actions.add_measure(by=workshop.instructor, incident=row, text="Otrs bīdstienis")
    with pytest.raises(WrongStateError):
        actions.close_incident(by=cast.ogre, incident=row)


def test_the_form_of_the_log_asks_for_no_name(
    client: Client, cast: Cast, workshop: Workshop
) -> None:
    client.force_login(workshop.instructor)
    page = client.get("/en/incubators/ogre/log/new/").content.decode()
    assert "No name of anybody" in page


def test_a_special_day_comes_back(client: Client, cast: Cast, workshop: Workshop) -> None:
    day = places.add_special_day(
        by=cast.ogre,
        incubator=workshop.incubator,
        day=workshop.monday,
        opens=None,
        closes=None,
        reason="Talka",
    )
    kept = places.remove_special_day(by=cast.ogre, special_day=day)
    assert not workshop.incubator.special_days.exists()
    client.force_login(cast.ogre)
    client.post(f"/en/undo/{kept.pk}/")
    assert workshop.incubator.special_days.get().reason == "Talka"


def test_safety_rules_are_kept_for_undoing(cast: Cast, workshop: Workshop) -> None:
    """A text in every language is a value of its own, which JSON does not know."""
    said = Text({"lv": "Brilles", "en": "Goggles"})
    Equipment.objects.filter(pk=workshop.laser.pk).update(safety_rules=said)
    row = Equipment.objects.get(pk=workshop.laser.pk)
    kept = places.retire(by=cast.ogre, equipment=row)
    assert '"lv": "Brilles"' in kept.rows
