"""The extra that samples: it agrees with the engine, or says how to install it."""

from __future__ import annotations

import sys
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest
from tests.evidence.plans import trial

from ligzda.evidence import InferenceError, Table, fit, nuts, parse_plan
from ligzda.evidence.model import build_model

COLUMNS: dict[str, list[Any]] = {
    "site": [f"s{i}" for i in range(5) for _ in "abc"],
    "arm": list("abc") * 5,
    "n": [30.0] * 15,
    "y": [9.0, 14, 18, 12, 15, 16, 8, 9, 17, 11, 20, 15, 6, 10, 13],
}


def test_without_the_extra_it_says_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(nuts, "find_spec", lambda name: None)
    model = build_model(Table.from_columns(COLUMNS), parse_plan(trial()))
    with pytest.raises(InferenceError, match=r"pip install 'ligzda\[nuts\]'"):
        nuts.sample_nuts(model, seed=1)


def test_the_recursion_limit_that_pymc_raises_is_put_back(monkeypatch: pytest.MonkeyPatch) -> None:
    def imported(name: str) -> SimpleNamespace:
        sys.setrecursionlimit(sys.getrecursionlimit() + 1234)  # as pymc.sampling.mcmc does
        raise ImportError(name)

    monkeypatch.setattr(nuts, "available", lambda: True)
    monkeypatch.setattr(nuts, "import_module", imported)
    model = build_model(Table.from_columns(COLUMNS), parse_plan(trial()))
    before = sys.getrecursionlimit()
    with pytest.raises(ImportError):
        nuts.sample_nuts(model, seed=1)
    assert sys.getrecursionlimit() == before


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore")
def test_sampling_agrees_with_the_nested_gaussian() -> None:
    if not nuts.available():
        pytest.skip("the extra ligzda[nuts] is not installed")
    posterior = fit(Table.from_columns(COLUMNS), parse_plan(trial()))
    drawn, agree = nuts.sample_nuts(posterior.model, seed=1)
    assert agree
    draws = posterior.draws(8000, np.random.default_rng(1))
    sd = draws.x.std(axis=0)
    shift = drawn.x.mean(axis=0) + posterior.model.prior_mean - draws.x.mean(axis=0)
    assert np.abs(shift / sd).max() < 0.08
    assert drawn.x.std(axis=0) / sd == pytest.approx(np.ones(len(sd)), abs=0.06)
    assert drawn.theta.mean(axis=0) == pytest.approx(draws.theta.mean(axis=0), abs=0.02)


def test_split_rhat_sees_chains_that_disagree() -> None:
    rng = np.random.default_rng(2)
    same = rng.normal(size=(4, 1000, 3))
    apart = same + np.array([0.0, 0.0, 0.0, 0.5])[:, None, None]
    assert nuts.split_rhat(same) < 1.01 < nuts.split_rhat(apart)
