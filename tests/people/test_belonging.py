"""Hours a week of a target group: they count for who belongs to it, and no page names who does."""

import datetime
from typing import Any

import pytest
from tests.addresses import client_of
from tests.cast import Cast
from tests.people import applying
from tests.people.conftest import Staff

from ligzda.incubators.quotas.actions import set_quota
from ligzda.incubators.quotas.rules import quota_of
from ligzda.kernel.errors import BadDataError
from ligzda.people.applications.belonging import groups_of, named_today
from ligzda.people.models import Person
from ligzda.people.own.actions import link_account

HOUR = datetime.timedelta(hours=1)
TERMS = "/en/incubators/ogre/rules/"


def test_a_group_s_hours_stand_between_a_person_s_own_and_the_role_s(
    cast: Cast, staff: Staff, anna: Person
) -> None:
    incubator = applying.incubator(staff)
    link_account(by=staff.social_worker, person=anna, email=staff.participant.email)
    given: dict[str, Any] = {"by": cast.ogre, "incubator": incubator}
    set_quota(**given, hours=4, role="participant")
    set_quota(**given, hours=9, target_group=applying.GROUP)
    row = applying.apply(staff, anna)
    assert not groups_of(staff.participant)  # not before they are let in
    assert quota_of(incubator, staff.participant) == 4 * HOUR
    applying.decided(staff, row)
    assert groups_of(staff.participant) == {applying.GROUP}
    assert quota_of(incubator, staff.participant) == 9 * HOUR
    assert quota_of(incubator, staff.instructor) is None
    set_quota(**given, hours=2, person=staff.participant)
    assert quota_of(incubator, staff.participant) == 2 * HOUR
    with pytest.raises(BadDataError):
        set_quota(**given, hours=9, target_group="nobody")


def test_the_page_sets_it_by_name_and_says_of_nobody_where_they_belong(
    cast: Cast, staff: Staff
) -> None:
    applying.incubator(staff)
    browser = client_of(cast.ogre)
    form = {"what": "quota", "who": f"group {applying.GROUP}", "hours": "9"}
    assert browser.post(TERMS, form).status_code == 302
    page = browser.get(TERMS).content.decode()
    name = named_today()[applying.GROUP]
    assert name
    assert page.count(f">{name}<") == 2  # the row and the choice
    assert "Remove the quota" in page
