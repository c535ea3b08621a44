"""What is kept of an evaluation is the whole of it, and is given for the same question only."""

import pytest
from tests.evidence.evaluated import evaluate
from tests.evidence.plans import fixed, outcome

import ligzda.evidence
from ligzda.evidence import Table, parse_plan

TABLE = Table.from_columns({"y": [3.0, 5.0, 4.0], "n": [10.0, 12.0, 11.0]})
PLAN = parse_plan(outcome("y", "n") + fixed("intercept"))


class AskedError(Exception):
    """The engine was asked."""


def test_the_same_question_is_answered_without_the_engine(monkeypatch: pytest.MonkeyPatch) -> None:
    evaluate(TABLE, PLAN)
    wanted = ligzda.evidence.evaluate(TABLE, PLAN).to_dict()

    def asked(*_question: object, **_seed: object) -> None:
        raise AskedError

    asked.__name__ = "evaluate"  # what is kept is kept by the question's name, too
    monkeypatch.setattr(ligzda.evidence, "evaluate", asked)
    assert evaluate(TABLE, PLAN).to_dict() == wanted
    other = Table.from_columns({"y": [3.0, 5.0, 5.0], "n": [10.0, 12.0, 11.0]})
    with pytest.raises(AskedError):
        evaluate(other, PLAN)
    with pytest.raises(AskedError):
        evaluate(TABLE, PLAN, seed=2)
