"""What is asked once is what would be answered again: not after a write, nor of other rows."""

from typing import Any

import pytest
from django.db import connection, transaction
from tests.asked_once import AskedOnce, asked_once

from ligzda.kernel.confined import rows_of
from ligzda.network.load import system_member
from ligzda.network.models import User

pytestmark = pytest.mark.django_db


NAMES = User.objects.order_by("email").values_list("name", flat=True)


def carried_out(kept: AskedOnce) -> tuple[list[str], int]:
    """Ask for names within a request, and say how many statements that took."""
    count = 0

    def counted(execute: Any, *statement: Any) -> Any:
        nonlocal count
        count += 1
        return execute(*statement)

    with kept.request(), connection.execute_wrapper(counted):
        return list(NAMES.all()), count


def test_an_unchanged_world_is_asked_once() -> None:
    system_member()
    with asked_once() as kept:
        names, first = carried_out(kept)
        assert names
        assert first == 1
        assert carried_out(kept) == (names, 0)


def test_other_rows_are_another_question() -> None:
    with asked_once() as kept, kept.request():
        list(NAMES.all())
        with rows_of("*"):
            list(NAMES.all())
        assert len(kept.answers) == 2


def test_after_a_write_everything_is_asked_again() -> None:
    person = system_member()
    with asked_once() as kept:
        names, _first = carried_out(kept)
        with kept.request(), transaction.atomic():
            User.objects.filter(pk=person.pk).update(name="Another")
            changed = list(NAMES.all())
            assert sorted(changed) == sorted({*names, "Another"} - {person.name})
            transaction.set_rollback(True)
        assert carried_out(kept) == (names, 0)
