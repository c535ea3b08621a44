"""What a quick run leaves out is what a whole run measured."""

from tests.slowest import LONGEST, slow

RUN = """
0.90s setup    tests/trial/test_draws.py::test_one
0.70s call     tests/trial/test_draws.py::test_one[lv]
0.01s teardown tests/trial/test_draws.py::test_two
1.20s call     tests/kernel/test_forms.py::test_one
12.0s call     tests/server/test_run.py::test_one
= 9 passed in 14.81s =
"""


def test_a_module_is_slow_by_the_sum_of_its_parts() -> None:
    assert LONGEST == 1.5
    assert slow(RUN.splitlines()) == ["server/test_run.py", "trial/test_draws.py"]


def test_what_a_run_did_not_hold_stays_and_what_became_quick_goes() -> None:
    before = ["kernel/test_forms.py", "portal/test_pages.py"]
    assert slow(RUN.splitlines(), before) == [
        "portal/test_pages.py", "server/test_run.py", "trial/test_draws.py",
    ]  # fmt: skip
