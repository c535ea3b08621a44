"""The harness that NUTS judges: structures are what their plans say, and what is off is seen."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from benchmarks.calibration.page import KNOWN as KNOWN_OF_PAGE
from benchmarks.differential import sampled
from benchmarks.differential.compare import Verdict
from benchmarks.differential.kinds import KINDS, draw_structure
from benchmarks.differential.page import HEAD_SAMPLED, sampled_section
from benchmarks.differential.peer import containers
from benchmarks.differential.sampled import held
from benchmarks.differential.structures import Random, Structure, written
from tests.evidence.evaluated import evaluate

from ligzda.evidence import Evaluation, fit, priors
from ligzda.evidence.model import build_model
from ligzda.evidence.tables import Floats

KNOWN = list(KINDS).index("normal, known errors, crossed")


@pytest.fixture(scope="module")
def judged() -> tuple[Structure, Evaluation]:
    structure = draw_structure(KNOWN)
    return structure, evaluate(structure.table, structure.plan)


@pytest.fixture(scope="module")
def draws(judged: tuple[Structure, Evaluation]) -> Floats:
    """Chains (8, 1000, 1) of the average, from the engine's own joint draws."""
    structure, _evaluation = judged
    posterior = fit(structure.table, structure.plan)
    average = posterior.draws(8000, np.random.default_rng(1)).x[:, 0]
    chains = (average + posterior.model.prior_mean[0]).reshape(8, 1000, 1)
    return np.asarray(chains / structure.unit)


@pytest.fixture
def only_the_average(monkeypatch: pytest.MonkeyPatch) -> None:
    """Draws of the SDs lie on the points of the engine's rule: they are no chains."""
    monkeypatch.setattr(sampled, "asked", lambda _structure: [("average", "")])


def test_every_structure_is_a_plan_that_is_read_and_a_model() -> None:
    for number, kind in enumerate(KINDS):
        structure = draw_structure(number, seed=3)
        model = build_model(structure.table, structure.plan)
        sds = sum(isinstance(term, Random) for term in structure.terms)
        assert sum(hyper.is_sd for hyper in model.hypers) == sds, kind
        rows = {len(value) for key, value in containers(structure).items() if "numbers" not in key}
        assert len(rows) == 1, kind


def test_a_structure_is_the_same_whenever_it_is_drawn() -> None:
    first, again = draw_structure(4, seed=2), draw_structure(4, seed=2)
    assert first.columns["y"].tolist() == again.columns["y"].tolist()
    assert draw_structure(4, seed=3).columns["y"].tolist() != again.columns["y"].tolist()


@pytest.mark.parametrize("form", ["half-normal", "exponential", "uniform", "gamma-precision"])
def test_a_prior_is_written_in_the_unit_of_the_outcome(form: str) -> None:
    numbers = {"uniform": (0.0, 2.0), "gamma-precision": (2.0, 3.0)}.get(form, (0.7,))
    plain, scaled = (priors.parse_positive(written(form, numbers, unit)) for unit in (1.0, 1e6))
    at = np.array([0.2, 0.9])
    assert scaled.log_density(at * 1e6) + np.log(1e6) == pytest.approx(plain.log_density(at))


@pytest.mark.usefixtures("only_the_average")
def test_what_agrees_is_right_and_what_is_off_is_named(
    judged: tuple[Structure, Evaluation], draws: Floats
) -> None:
    structure, evaluation = judged
    alone = _without_arms(evaluation)
    _worst, excess, unsure = held(structure, alone, {"asked": draws})
    assert not unsure
    assert excess < 0.0
    worst, excess, _unsure = held(structure, alone, {"asked": draws + 0.3 * draws.std()})
    assert worst == "mean of average"
    assert excess == pytest.approx(0.3 - 0.05, abs=0.1)


@pytest.mark.usefixtures("only_the_average")
def test_chains_that_do_not_agree_are_no_judge(
    judged: tuple[Structure, Evaluation], draws: Floats
) -> None:
    structure, evaluation = judged
    apart = draws + draws.std() * (np.arange(8) == 0)[:, None, None]
    assert held(structure, _without_arms(evaluation), {"asked": apart})[2]


def _without_arms(evaluation: Evaluation) -> Evaluation:
    return replace(evaluation, contrasts=(), ranks=None)


def test_the_page_says_misses_and_times_by_kind() -> None:
    verdicts = [
        Verdict(0, "gamma", True, "", "SD of sites", 0.25, 1.0, 4.0),
        Verdict(1, "gamma", True, "", "SD of sites", -0.05, 3.0, 4.0),
        Verdict(2, "gamma", True, "", "SD of sites", 0.5, 2.0, 4.0, unsure=True),
    ]
    text = sampled_section(verdicts, 5)
    assert text.startswith(HEAD_SAMPLED)
    assert "| gamma | 3 | 1 | 0 | 0 | 1 | 2.0 s | 4.0 s | 0.50 | 0.75 |" in text
    assert "- case 0 (gamma): SD of sites, 0.25 beyond the bound" in text
    assert "case 2" not in text


def test_the_page_has_what_the_other_commands_write_anew() -> None:
    page = (Path(__file__).resolve().parents[2] / "docs" / "validation.md").read_text("utf-8")
    assert KNOWN_OF_PAGE in page
    assert HEAD_SAMPLED in page
