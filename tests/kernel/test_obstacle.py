"""What stands in the way, as a page asks for it."""

import re
from pathlib import Path

import pytest

import ligzda
from ligzda.kernel.errors import BadDataError, NotAllowedError, NotFoundError, WrongStateError
from ligzda.kernel.obstacle import may, obstacle


def check(refusal: Exception | None = None) -> None:
    if refusal is not None:
        raise refusal


def test_nothing_stands_in_the_way() -> None:
    assert obstacle(check) is None
    assert may(check)


@pytest.mark.parametrize(
    ("refusal", "of_role"),
    [
        (NotAllowedError("Only editors."), True),
        (NotFoundError("Only editors."), True),
        (WrongStateError("Only editors."), False),
        (BadDataError("Only editors."), False),
    ],
)
def test_obstacle_is_the_sentence_and_tells_what_waiting_does_not_remove(
    refusal: Exception, of_role: bool
) -> None:
    found = obstacle(check, refusal)
    assert found == "Only editors."
    assert found is not None
    assert found.of_role is of_role
    assert not may(check, refusal)


def test_an_error_that_is_no_refusal_goes_on() -> None:
    with pytest.raises(ZeroDivisionError):
        obstacle(check, ZeroDivisionError())


def test_no_rule_has_a_boolean_twin() -> None:
    """Pages ask `may` and `obstacle`: a twin would be a second place where a rule is known."""
    rules = sorted(Path(ligzda.__file__).parent.rglob("*rules.py"))
    assert len(rules) >= 5
    twins = [p for p in rules if re.search(r"^(def )?can_\w+", p.read_text("utf-8"), re.MULTILINE)]
    assert twins == []
