"""Fixtures of the portal's tests."""

from typing import Any

import pytest


@pytest.fixture(autouse=True)
def _unlimited(settings: Any) -> None:
    """Tests ask the API more often than one network may in a minute."""
    settings.API_PER_MINUTE = 1_000_000
