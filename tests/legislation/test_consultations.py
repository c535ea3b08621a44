"""What the public says: while it is asked, by the rules for comments, answered with reasons."""

import datetime
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from tests.addresses import client_of
from tests.cast import Cast
from tests.legislation.conftest import Desk, annotate, announced

from ligzda.kernel.errors import BadDataError, NotAllowedError, WrongStateError
from ligzda.legislation import actions as packages
from ligzda.legislation.consultations import actions
from ligzda.legislation.models import Consultation, Package
from ligzda.network.actions import erase_user

pytestmark = pytest.mark.django_db
DAY = datetime.timedelta(days=1)


@pytest.fixture
def asked(desk: Desk) -> Consultation:
    closes = timezone.localdate() + 14 * DAY
    return actions.consult(by=desk.lawyer, package=desk.package, closes=closes)


def test_a_package_on_which_the_public_is_asked_is_public_and_says_what_was_said(
    cast: Cast, desk: Desk, asked: Consultation
) -> None:
    client = client_of(cast.participant)
    given = {"who": "Anna", "text": "Lūdzu, minējiet arī biedrības."}
    client.post(reverse("legislation:say", args=[asked.pk]), given)
    said = asked.comments.get()
    assert (said.author, said.held) == (cast.participant, False)
    reasons = "Biedrības jau ir minētas."
    actions.answer_comment(by=desk.lawyer, comment=said, outcome="declined", reasons=reasons)
    page = Client().get(reverse("legislation:package", args=[desk.package.pk])).content.decode()
    for part in (given["text"], reasons, "Saņemti viedokļi: 1;"):
        assert part in page


def test_the_rules_for_readers_comments_hold_here(cast: Cast, asked: Consultation) -> None:
    with pytest.raises(BadDataError, match="4"):
        actions.comment(by=cast.participant, consultation=asked, who="Anna", text="a" * 1001)
    foul = actions.comment(
        by=cast.participant, consultation=asked, who="Anna", text="Stulbs mēsls."
    )
    assert foul.held
    page = Client().get(reverse("legislation:package", args=[asked.about.pk])).content.decode()
    assert "mēsls" not in page
    keeper = asked.opened_by
    client_of(keeper).post(reverse("legislation:comment_show", args=[foul.pk]))
    foul.refresh_from_db()
    assert not foul.held


def test_who_does_not_ask_neither_records_nor_answers(
    cast: Cast, desk: Desk, asked: Consultation
) -> None:
    today = timezone.localdate()
    given: dict[str, Any] = {"consultation": asked, "who": "Biedrība", "text": "Jā."}
    said = actions.record_comment(by=desk.lawyer, on=today, **given)
    for by in (cast.ogre, desk.reviewer, cast.participant):
        with pytest.raises(NotAllowedError):
            actions.record_comment(by=by, on=today, **given)
        with pytest.raises(NotAllowedError):
            actions.answer_comment(by=by, comment=said, outcome="taken", reasons="Jā.")
    with pytest.raises(WrongStateError, match="saņemts no"):
        actions.record_comment(by=desk.lawyer, on=today + DAY, **given)
    assert Client().get(reverse("legislation:say", args=[asked.pk])).status_code == 302


def test_nothing_is_signed_before_the_public_is_heard_out(desk: Desk, asked: Consultation) -> None:
    annotate(desk)
    with pytest.raises(WrongStateError, match="Sabiedrības viedokli noskaidro līdz"):
        packages.sign_package(by=desk.lawyer, package=desk.package)


def test_what_the_public_says_takes_a_signature_back_and_is_answered_before_filing(
    desk: Desk,
) -> None:
    annotate(desk)
    packages.sign_package(by=desk.lawyer, package=desk.package)
    opens = timezone.localdate() - 15 * DAY
    asked = actions.consult(
        by=desk.lawyer, package=desk.package, opens=opens, closes=opens + 14 * DAY
    )

    def signed() -> bool:
        desk.package.refresh_from_db()
        return desk.package.signed_at is not None

    assert not signed()
    packages.sign_package(by=desk.lawyer, package=desk.package)
    said = actions.record_comment(
        by=desk.lawyer, consultation=asked, who="Biedrība", on=opens, text="Jā."
    )
    assert not signed()
    # As a package stands that was signed before an opinion took its signature back.
    desk.package.signed_by, desk.package.signed_at = desk.lawyer, timezone.now()
    desk.package.save()
    with pytest.raises(WrongStateError, match="Vēl nav atbildēts uz 1 viedokli"):
        packages.file_package(by=desk.reviewer, package=desk.package)
    actions.answer_comment(by=desk.lawyer, comment=said, outcome="taken", reasons="Jā.")
    assert not signed()


def test_on_a_filed_package_nothing_is_said_any_more(
    cast: Cast, desk: Desk, asked: Consultation
) -> None:
    now = timezone.now()
    Package.objects.filter(pk=desk.package.pk).update(
        signed_by=desk.lawyer, signed_at=now, filed_by=desk.reviewer, filed_at=now
    )
    with pytest.raises(WrongStateError, match="Iesniegt"):
        actions.comment(by=cast.participant, consultation=asked, who="Anna", text="Jā.")


def test_comments_end_with_their_days_and_every_one_is_answered(cast: Cast) -> None:
    asked = announced(cast).consultation
    with pytest.raises(WrongStateError, match="Viedokļus pieņem no"):
        actions.comment(by=cast.participant, consultation=asked, who="Anna", text="Par vēlu.")
    actions.record_comment(
        by=cast.ogre, consultation=asked, who="Biedrība", on=asked.closes, text="Laikā."
    )
    page = client_of(cast.ogre).get(reverse("legislation:adopt", args=[asked.regulation_id]))
    assert "Vēl nav atbildēts uz 1 viedokli" in page.content.decode()


def test_erasing_somebody_empties_the_name_and_leaves_what_was_said(
    cast: Cast, asked: Consultation
) -> None:
    said = actions.comment(by=cast.participant, consultation=asked, who="Anna", text="Jā.")
    erase_user(by=cast.administrator, user=cast.participant)
    said.refresh_from_db()
    assert (said.who, said.text) == ("", "Jā.")
