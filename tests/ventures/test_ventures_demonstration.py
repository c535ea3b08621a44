"""The demonstration's enterprises: of its people, and of nobody else; made once."""

import pytest
from django.db.backends.postgresql.psycopg_any import DateRange
from django.utils import timezone
from tests.people.conftest import ANOTHER, Staff
from tests.people.staying import DAY, began, incubator, stay, today

from ligzda.incubators.models import Incubator
from ligzda.people.actions import register_person
from ligzda.people.models import Person, Stay
from ligzda.ventures import demonstration, queries
from ligzda.ventures.models import Enterprise, Form
from ligzda.ventures.order import Step, fault
from ligzda.ventures.survival import spells

pytestmark = pytest.mark.django_db
__all__ = ["incubator", "stay"]


def left(row: Stay, state: str, days: int) -> None:
    over = DateRange(row.period.lower, today() - days * DAY)
    Stay.objects.filter(pk=row.pk).update(period=over, exit_state=state, exit_reason="by_plan")


@pytest.fixture
def some(stay: Stay, staff: Staff, incubator: Incubator) -> list[Stay]:
    """Twelve of the demonstration went into a business of their own, one found a job."""
    rows = [stay]
    for _number in range(12):
        person = register_person(
            by=staff.social_worker, municipality=staff.here, facts_given=ANOTHER
        )
        rows.append(began(staff, person, 300))
    Person.objects.update(invented=True)
    for number, row in enumerate(rows[1:]):
        left(row, ("own_enterprise", "self_employed_without_company")[number % 2], 10 * number + 1)
    left(rows[0], "open_job", 5)
    return rows


def test_each_is_founded_once_and_every_event_is_in_order(some: list[Stay], staff: Staff) -> None:
    for _time in range(2):
        demonstration.load(by=staff.social_worker)
    rows = queries.enterprise_rows()
    assert len(rows) == 12
    assert all(row.invented for row in rows)
    assert some[0].person_id not in {person for row in rows for person in row.founders}
    for row in rows:
        events = [(each.day, each.step) for each in queries.event_rows([row.pk])]
        assert fault(events) is None
        assert events[0][1] == Step.REGISTERED
    assert len(spells(queries.lives())) == 12
    assert queries.jobs_on(queries.job_rows(), timezone.localdate()).heads > 0
    named = Enterprise.objects.filter(form=Form.SELF_EMPLOYED)
    assert named.count() == 6
    assert all(row.title != str(row) for row in named)
