"""Each input of an evaluation is opened once, and what is said of it is of those very bytes."""

from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from tests.findings.files import PARTICIPANT_PLAN, participants_csv, write

from ligzda.evidence import TableError, parse_plan
from ligzda.findings import inputs
from ligzda.findings.evaluation import evaluate_files
from ligzda.findings.file_faults import FileFault
from ligzda.findings.records import CountedPlan, read_data, read_records
from ligzda.indicators import PARTICIPANTS


def test_each_input_is_opened_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    data, plan = write(tmp_path)
    opened: list[str] = []
    original = Path.open

    def counting(self: Path, *args: Any, **kwargs: Any) -> Any:
        opened.append(self.name)
        return original(self, *args, **kwargs)

    monkeypatch.setattr(Path, "open", counting)
    record = evaluate_files(data, plan)
    assert sorted(name for name in opened if name in {data.name, plan.name}) == [
        data.name, plan.name,
    ]  # fmt: skip
    monkeypatch.undo()
    assert record.provenance.data_sha256 == sha256(data.read_bytes()).hexdigest()
    assert record.provenance.plan_sha256 == sha256(plan.read_bytes()).hexdigest()
    assert record.data == data.read_bytes()


def test_a_large_parquet_file_is_hashed_and_not_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(inputs, "LARGEST_ATTACHMENT", 10)
    path = tmp_path / "d.parquet"
    path.write_bytes(b"PAR1" + b"x" * 100)
    found = read_data(path)
    assert found.content is found.attachment is None
    assert found.sha256 == sha256(path.read_bytes()).hexdigest()
    assert found.size == 104


@pytest.mark.parametrize(
    ("name", "fault"), [("none.csv", FileFault.NO_FILE), ("", FileFault.FOLDER)]
)
def test_what_is_no_file_is_refused(name: str, fault: FileFault, tmp_path: Path) -> None:
    with pytest.raises(TableError) as caught:
        read_data(tmp_path / name)
    assert caught.value.code is fault


def test_a_plan_for_people_is_counted_beside_itself(tmp_path: Path) -> None:
    """The plan that reports tell is the one given; only the engine's names the counts."""
    data, plan = write(tmp_path, participants_csv(), PARTICIPANT_PLAN)
    given = parse_plan(plan.read_text("utf-8"))
    records = read_records(read_data(data), given)
    assert isinstance(records.plan, CountedPlan)
    assert records.plan.given is given
    assert records.engine_plan.outcome.columns["trials"] == PARTICIPANTS
    assert "trials" not in given.outcome.columns
