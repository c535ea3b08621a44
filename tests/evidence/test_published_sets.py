"""Published counts with long NUTS runs of the same plan (../shared/evidence/published)."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from benchmarks.published_sets import SECTION
from tests.evidence.evaluated import evaluate
from tests.evidence.references import Reference

from ligzda.evidence import Estimate, Evaluation, parse_plan

# The reference's names, each with the terms that it is about, in its order; the columns that are
# numbers.
SETS: dict[str, tuple[dict[str, tuple[str, ...]], tuple[str, ...]]] = {
    "dogliotti-5": ({"d": ("treatment",), "tau": ("het",)}, ("y", "n")),
    "gurusamy-5": ({"d": ("treatment",), "tau": ("het",)}, ("y", "n")),
    "statins-re": ({"d": ("d",), "beta": ("beta",), "tau": ("het",)}, ("y", "n", "trt", "x")),
    "epil-nb": (
        {"b": ("i", "lbase", "Trt"), "subject": ("subject",), "dispersion": ("dispersion",)},
        ("y", "lbase", "Trt"),
    ),
    "inhaler": (
        {
            "a": ("a",),
            "b": ("treat", "period", "carry"),
            "patient": ("patient",),
            "gap": ("gap 2", "gap 3"),
        },
        ("treat", "period", "carry"),
    ),
}


@pytest.mark.slow
@pytest.mark.parametrize("name", SETS)
def test_a_published_set_agrees_with_its_long_run(reference: Reference, name: str) -> None:
    """Within .05 SD in a mean, 5 % in an SD, .1 SD in a limit, each beyond three MCSEs of NUTS."""
    terms, numbers = SETS[name]
    plan = parse_plan((reference.folder / "published" / name / "plan.toml").read_text("utf-8"))
    wanted: dict[str, Any] = reference.json(f"published/{name}/reference.json")
    found = evaluate(reference.table(f"published/{name}/data.csv", numbers), plan)
    assert found.diagnosis.good
    for key, own in terms.items():
        estimates = _estimates(found, own)
        known = {at: np.atleast_1d(wanted[key][at]) for at in ("mean", "sd", "q025", "q975", "ess")}
        assert len(estimates) == len(known["mean"])
        for i, one in enumerate(estimates):
            sd, root = known["sd"][i], 1 / np.sqrt(known["ess"][i])
            assert abs(one.mean - known["mean"][i]) < (0.05 + 3 * root) * sd, one
            assert abs(one.sd / sd - 1) < 0.05 + 3 * root, one
            # A 2.5 % limit of a normal is known to 2.7 / √ess of its SD.
            for limit, at in ((one.lower, "q025"), (one.upper, "q975")):
                assert abs(limit - known[at][i]) < (0.1 + 3 * 2.7 * root) * sd, one


def _estimates(found: Evaluation, terms: tuple[str, ...]) -> list[Estimate]:
    every = (*found.fixed, *found.sds)
    return [one for term in terms for one in every if one.term == term]


def test_the_page_lists_every_set_with_the_test_that_reads_it() -> None:
    here = Path(__file__).resolve().parents[2]
    assert SECTION in (here / "docs" / "validation.md").read_text("utf-8")
    tests = [row.split("|")[-2].strip(" `") for row in SECTION.splitlines() if "::" in row]
    assert len(tests) >= 12
    for one in tests:
        file, _, name = one.partition("::")
        assert f"def {name}(" in (here / file).read_text("utf-8"), one
    for name in SETS:
        assert f"| {name} |" in SECTION
