"""What nobody would write by hand is refused in a sentence, whatever it is nested in."""

import pytest
from tests.evidence.plans import fixed, trial

from ligzda.evidence import PlanError, parse_plan
from ligzda.evidence.faults import Fault


@pytest.mark.parametrize(
    ("added", "fault"),
    [
        (f"x = {'[' * 30_000}{']' * 30_000}", Fault.TOML_TOO_DEEP),
        (f"x = {'[' * 30_000}", Fault.TOML_TOO_DEEP),
        (f"x = {'[' * 25}{']' * 25}", Fault.TOML_TOO_DEEP),
        (f"x = {'{a = ' * 10_000}1{'}' * 10_000}", Fault.TOML_TOO_DEEP),
        ("x" + ".x" * 30_000 + " = 1", Fault.TOML_TOO_DEEP),
        ("[x" + ".x" * 30_000 + "]", Fault.TOML_TOO_DEEP),
        (f"x = {'9' * 5_000}", Fault.NUMBER_TOO_LONG),
        (f"x = {'9' * 400}", Fault.NUMBER_TOO_LONG),
        ("x = 0x" + "f" * 60_000, Fault.NUMBER_TOO_LONG),
        ("x = inf", Fault.NOT_FINITE),
        ("x = [1, -inf]", Fault.NOT_FINITE),
        ("x = {y = nan}", Fault.NOT_FINITE),
        ("x = 1e999", Fault.NOT_FINITE),
        (f"# {'a' * 65_536}", Fault.TOML_TOO_LONG),
        (f"# {'ā' * 40_000}", Fault.TOML_TOO_LONG),
    ],
    ids=lambda value: value if isinstance(value, Fault) else value[:12],
)
def test_what_a_reader_stumbles_over_is_refused(added: str, fault: Fault) -> None:
    with pytest.raises(PlanError) as caught:
        parse_plan(f"{added}\n{trial()}")
    assert caught.value.code is fault


def test_a_plan_may_have_many_terms_and_not_any_number() -> None:
    terms = "".join(fixed(f"t{number}", prior="normal(0, 1)") for number in range(250))
    assert len(terms) < 60_000
    with pytest.raises(PlanError) as caught:
        parse_plan(trial() + terms)
    assert caught.value.code is Fault.TOO_MANY_SECTIONS
    assert caught.value.key == "terms"


def test_numbers_name_their_place() -> None:
    with pytest.raises(PlanError) as caught:
        parse_plan(trial().replace("[outcome]", "[outcome]\nmid = inf"))
    assert caught.value.key == "outcome.mid"
