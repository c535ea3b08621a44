"""Fixtures of the evidence tests."""

from __future__ import annotations

import pytest
from tests.evidence.references import REFERENCE, Reference
from tests.published import present


@pytest.fixture(scope="session")
def reference() -> Reference:
    return Reference(present(REFERENCE))
