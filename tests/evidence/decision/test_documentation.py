"""The page on economics shows what its command prints, and names everything there is."""

import runpy
from pathlib import Path

import pytest

from ligzda.evidence import decision

REPOSITORY = Path(__file__).resolve().parents[3]
PAGE = (REPOSITORY / "docs" / "economics.md").read_text(encoding="utf-8")


def test_the_quoted_output_is_what_the_example_prints(capsys: pytest.CaptureFixture[str]) -> None:
    runpy.run_path(str(REPOSITORY / "examples" / "decision.py"), run_name="__main__")
    quoted = PAGE.split("```text\n")[1].split("```")[0]
    assert capsys.readouterr().out == quoted


def test_every_function_of_the_face_is_in_the_docstring_table() -> None:
    functions = {name for name in decision.__all__ if name.islower()}
    told = {name for name in functions if f"`{name}`" in (decision.__doc__ or "")}
    assert functions - told == {"discount_factors", "present_value"}  # helpers of the others
