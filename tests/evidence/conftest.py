"""Fixtures of the evidence tests."""

from __future__ import annotations

import pytest
from tests.evidence.references import REFERENCE, Reference


@pytest.fixture(scope="session")
def reference() -> Reference:
    if not REFERENCE.is_dir():
        pytest.skip("the reference sets of ../shared/evidence are not on this machine")
    return Reference(REFERENCE)
