"""The master key is changed: killed at any line nothing is lost, and forgotten is forgotten."""

import sys
from pathlib import Path
from types import FrameType
from typing import Any

import pytest
from django.db import transaction
from tests.people.conftest import ANNA, ANOTHER, Staff

from ligzda.kernel.seal import MasterKeys, SealError
from ligzda.people import actions, key_rotation, keys
from ligzda.people.models import Person, PersonKey

pytestmark = pytest.mark.django_db


class _Killed(BaseException):
    """What a kill is to the code: nothing catches it."""


@pytest.fixture
def five(staff: Staff) -> list[Person]:
    with transaction.atomic():
        return actions.register_people(
            by=staff.social_worker, municipality=staff.here, given=[ANNA, *[ANOTHER] * 4]
        )


def phones() -> list[str]:
    rows = list(Person.objects.order_by("pk"))
    keys.unlock(rows)
    return [row.phone for row in rows]


def killed_at(line: int) -> bool:
    """Rotate, killed at a line of the module, counted as they run; return whether it was."""
    count = 0

    def trace(frame: FrameType, event: str, _arg: Any) -> Any:
        nonlocal count
        if frame.f_code.co_filename != key_rotation.__file__:
            return None
        if event == "line":
            count += 1
            if count == line:
                raise _Killed
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        key_rotation.rotate(forget_old=True, batch=2)
    except _Killed:
        return True
    finally:
        sys.settrace(before)
    return False


def test_it_works(five: list[Person], keys: Path) -> None:
    done = key_rotation.rotate()
    assert (done.newest, done.people, done.forgotten) == (2, 5, 0)
    assert set(MasterKeys.read(keys).keys) == {1, 2}
    assert set(PersonKey.objects.values_list("master", flat=True)) == {2}
    assert phones() == [ANNA.phone] * 5


def test_killed_at_any_line_everything_opens_and_starting_again_finishes_it(
    five: list[Person], keys: Path
) -> None:
    lines = 0
    while killed_at(lines + 1):
        lines += 1
        assert phones() == [ANNA.phone] * 5, lines
        assert key_rotation.unfit() == "", lines
    assert lines > 30
    assert phones() == [ANNA.phone] * 5
    newest = max(MasterKeys.read(keys).keys)
    assert set(MasterKeys.read(keys).keys) == {newest}
    assert set(PersonKey.objects.values_list("master", flat=True)) == {newest}


def test_what_an_old_backup_holds_goes_dark_with_the_old_key(
    five: list[Person], keys: Path
) -> None:
    backup = PersonKey.objects.values("master", "wrapped")[0]
    key_rotation.rotate(forget_old=True)
    PersonKey.objects.filter(person=five[0]).update(**backup)  # a backup is put back
    with pytest.raises(SealError, match="master key 1 is not in the file"):
        phones()
    assert "cannot be read" in key_rotation.unfit()
    assert str(keys) in key_rotation.unfit()


def test_a_lost_file_is_told_and_no_new_key_takes_its_place(five: list[Person], keys: Path) -> None:
    keys.unlink()
    with pytest.raises(SealError, match="put it back"):
        phones()
    assert not keys.exists()
    assert "cannot be read" in key_rotation.unfit()


def test_keys_of_another_installation_are_told(five: list[Person], keys: Path) -> None:
    keys.unlink()
    MasterKeys.read(keys)
    assert "another master key" in key_rotation.unfit()


def test_nothing_is_forgotten_that_something_is_wrapped_by(
    five: list[Person], keys: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(key_rotation, "_wrap_again", lambda _batch: False)
    with pytest.raises(SealError, match="start again"):
        key_rotation.rotate(forget_old=True)
    assert phones() == [ANNA.phone] * 5
