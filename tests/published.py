"""What others published, in ../shared: not ours to commit, so absent from a plain clone."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

SHARED = Path(__file__).resolve().parents[2] / "shared"
REQUIRED = "LIGZDA_REQUIRE_REFERENCES"


def present(folder: Path) -> Path:
    """Return a folder of reference sets.

    Where it is absent the test is skipped, or fails if LIGZDA_REQUIRE_REFERENCES=1, as in CI.
    """
    if not folder.is_dir():
        reason = f"the reference sets are not here: ../{folder.relative_to(SHARED.parent)}"
        if os.environ.get(REQUIRED) == "1":
            pytest.fail(f"{REQUIRED}=1, and {reason}", pytrace=False)
        pytest.skip(reason)
    return folder
