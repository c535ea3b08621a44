"""Fixtures of the tests of findings."""

import pytest
from tests.cast import _loaded, cast

__all__ = ["_loaded", "cast"]


@pytest.fixture(scope="module", autouse=True)
def _kept_engine(kept_engine: None) -> None:
    """Ask the engine once for each evaluation that the reports of these tests are made of."""
