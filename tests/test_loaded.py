"""The kept load of the network puts rows back, and no number is ever given twice."""

import pytest
from django.contrib.auth.models import Group
from django.db import connection, transaction
from tests.loaded import load_once

GIVEN = "SELECT last_value FROM auth_group_permissions_id_seq"


def put_back() -> int:
    """Load as a module's fixture does, and roll it back; return the last number given."""
    with transaction.atomic():
        load_once()
        transaction.set_rollback(True)
    with connection.cursor() as cursor:
        cursor.execute(GIVEN)
        (given,) = cursor.fetchone()
    return int(given)


@pytest.mark.slow
@pytest.mark.django_db
def test_no_number_is_given_twice() -> None:
    """A row of a many-to-many table under a number that is taken is passed over in silence."""
    kept = put_back()  # the first time it loads, and keeps
    # As after a flush: the rows of the migrations come back under the numbers of that moment.
    with connection.cursor() as cursor:
        cursor.execute("UPDATE auth_group_permissions SET id = id + %s", [kept])
        cursor.execute(f"SELECT setval('auth_group_permissions_id_seq', 1000 + ({GIVEN}))")
    assert put_back() == kept + 1000
    wanted = set(Group.objects.get(name="Editors").permissions.all())
    group = Group.objects.create(name="numbers")
    group.permissions.add(*wanted)
    assert set(group.permissions.all()) == wanted
