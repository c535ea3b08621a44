"""Options of the command line: bounds on each, `0` is 0, numbers as Latvians write them, too."""

import argparse
from collections.abc import Callable
from typing import Any

import pytest

from ligzda.cli import main
from ligzda.cli.options import SEED, decimal, decimals, whole, wholes


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("0.4", [0.4]),
        ("0.2,0.4", [0.2, 0.4]),
        ("0,2; 0,4", [0.2, 0.4]),
        ("0,2 0.4", [0.2, 0.4]),
        ("0;4", [0, 4]),
        (".5", [0.5]),
        ("0", [0]),
    ],
)
def test_decimals_are_read_as_they_are_written(text: str, read: list[float]) -> None:
    assert decimals(0, 5)(text) == read


@pytest.mark.parametrize(
    ("option", "text", "said"),
    [
        (decimals(0, 3), "0,4", "“0,4” can be 0.4 or 0; 4"),
        (decimals(0, 3), "0,2,0,4", "can be"),
        (decimals(0, 3), "-0.4", "-0.4 is not from 0 to 3"),
        (decimals(0, 3), "nan", "“nan” is not a number"),
        (decimals(0, 3), "", "“” is not a number"),
        (decimal(0, 3), "inf", "“inf” is not a number"),
        (decimal(0, 3), "1e999", "is not from 0 to 3"),
        (decimal(0.001, 0.6), "0", "0 is not from 0.001 to 0.6"),
        (decimal(0.001, 0.6), "1e-20", "1e-20 is not from 0.001 to 0.6"),
        (wholes(4, 100), "30,x", "“x” is not a whole number"),
        (wholes(8, 60), "300", "300 is not from 8 to 60"),
        (whole(10, 100), "1_0", "“1_0” is not a whole number"),
        (whole(10, 100), "³", "“³” is not a whole number"),
        (SEED, "-1", "-1 is not from 0 to"),
        (SEED, "9" * 5_000, "is not a whole number"),
    ],
)
def test_what_is_out_of_bounds_is_said(option: Callable[[str], Any], text: str, said: str) -> None:
    with pytest.raises(argparse.ArgumentTypeError) as refused:
        option(text)
    assert said in str(refused.value)


@pytest.mark.parametrize(
    ("given", "named"),
    [
        (["--mid", "0"], "--mid"),
        (["--mid", "1e-20"], "--mid"),
        (["--site-sd", "-0.4"], "--site-sd"),
        (["--site-sd", "0,4"], "--site-sd"),
        (["--site-sd", "nan"], "--site-sd"),
        (["--model-sd", "-1"], "--model-sd"),
        (["--participants", "30,x"], "--participants"),
        (["--seed", "-1"], "--seed"),
        (["--sites", "300"], "--sites"),
        (["--sites", "9,7"], "--sites"),
        (["--trials", "0"], "--trials"),
        (["--base", "1,2"], "--base"),
    ],
)
def test_a_design_names_the_option_that_it_cannot_take(
    given: list[str], named: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["design", "plan.toml", *given])
    assert ended.value.code == 2
    assert f"argument {named}: " in capsys.readouterr().err
