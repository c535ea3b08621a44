"""Fixtures of the tests of findings."""

import pytest
from tests.cast import Cast, _loaded, cast
from tests.findings.arriving import Records

__all__ = ["_loaded", "cast"]


@pytest.fixture(scope="module", autouse=True)
def _kept_engine(kept_engine: None) -> None:
    """Ask the engine once for each evaluation that the reports of these tests are made of."""


@pytest.fixture
def records(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> Records:
    """What arrives, with nothing counted beside it: that takes seconds, and another test does."""
    monkeypatch.setattr("ligzda.findings.releasing.actions.beside", lambda day, ledger: ({}, ()))
    return Records(cast, monkeypatch)
