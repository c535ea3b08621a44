"""Reference sets that are absent: skipped in a plain clone, a failure in CI."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.published import REQUIRED, SHARED, present

NOWHERE = SHARED / "no such set"


def test_absent_sets_are_skipped_with_the_reason(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(REQUIRED, raising=False)
    with pytest.raises(pytest.skip.Exception, match="the reference sets are not here"):
        present(NOWHERE)


def test_absent_sets_fail_where_they_are_required(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(REQUIRED, "1")
    with pytest.raises(pytest.fail.Exception, match=f"{REQUIRED}=1"):
        present(NOWHERE)


def test_ci_requires_them() -> None:
    script = Path(__file__).resolve().parents[1] / ".ci" / "run"
    assert f"export {REQUIRED}=1" in script.read_text("utf-8").splitlines()
