"""What waits for a person of amendments or of a municipality's regulations."""

import datetime
from typing import Any

import pytest
from django.utils import timezone
from tests.cast import Cast
from tests.legislation.conftest import Desk, announced, drafted, objection
from tests.legislation.test_grounds import _claim

from ligzda.legislation import actions
from ligzda.legislation.consultations.actions import consult, record_comment
from ligzda.legislation.models import Regulation
from ligzda.legislation.work import my_work
from ligzda.network.rules import Viewer

pytestmark = pytest.mark.django_db


def _said(viewer: Viewer, title: str) -> list[str]:
    return [work.label.partition(":")[0] for work in my_work(viewer) if title in work.label]


def test_a_lawyer_sees_what_turned_what_is_objected_to_and_when_the_public_is_heard(
    cast: Cast, desk: Desk
) -> None:
    title = desk.package.title["lv"]
    assert _said(desk.reviewer, title) == ["Jāsniedz atzinums"]
    _claim(cast, 911, "no longer supported", "x(11)")
    actions.rest_on(by=desk.lawyer, package=desk.package, number=911)
    objection(desk)
    closes = timezone.localdate() + datetime.timedelta(days=14)
    asked = consult(by=desk.lawyer, package=desk.package, closes=closes)
    given: dict[str, Any] = {"who": "Biedrība", "on": asked.opens, "text": "Jā."}
    record_comment(by=desk.lawyer, consultation=asked, **given)
    assert _said(desk.lawyer, title) == [
        "Balstās uz apgalvojumu, kas mainījies",
        "Neatbildēti iebildumi",
        "Līdz šai dienai pieņem sabiedrības viedokļus",
        "Neatbildēti sabiedrības viedokļi",
    ]
    due = [work.due for work in my_work(desk.lawyer) if work.due and title in work.label]
    assert due == [closes]
    assert _said(desk.reviewer, title) == []
    assert my_work(cast.stranger) == []


def test_a_coordinator_sees_the_steps_of_the_own_municipality_s_regulations(cast: Cast) -> None:
    row = announced(cast)
    Regulation.objects.exclude(pk=row.pk).filter(announced_at=None).delete()
    title = row.title["lv"]
    assert "Gaida domes lēmumu" in _said(cast.ogre, title)
    assert _said(cast.cesis, title) == []
    drafted(cast.system)
    assert "Noteikumu projekts" in _said(cast.ogre, title)
