"""The page of a model: small counts are not public; a model that was not run has not failed."""

import datetime
from dataclasses import replace

import pytest
from django.test import Client
from tests.cast import Cast
from tests.findings.frozen import evaluated, said

from ligzda.disclosure import Ledger
from ligzda.findings.claims import Verdict
from ligzda.findings.claims_register.functioning import Functioned, ModelRow, Published
from ligzda.findings.model_page import gathering, shown
from ligzda.findings.runs.beside import Exit, figure, flow_of
from ligzda.indicators.figures import Figure
from ligzda.trial.assignment.queries import CourseRow
from ligzda.trial.running.fidelity import State
from ligzda.trial.running.standing import CourseState, Standing

DAY = datetime.date(2026, 6, 1)


def test_small_counts_and_what_would_give_them_away_are_not_public() -> None:
    people = {
        ("M1", "ended"): 20, ("M1", "lost"): 2, ("M1", "running"): 9,
        ("M2", "ended"): 30, ("M2", "lost"): 8, ("M2", "running"): 12,
    }  # fmt: skip
    rows = [
        {"model": model, "standing": standing, "people": many}
        for (model, standing), many in people.items()
    ]
    found = flow_of(rows, Exit(Ledger()))
    assert found["M1"]["lost"] is None
    hidden = [name for name, many in found["M1"].items() if many is None and name != "lost"]
    assert hidden, "its row must not give it away"
    assert flow_of([], Exit(Ledger())) == {}


def test_a_mean_stands_where_its_count_does_and_is_rounded() -> None:
    one = Figure("who5", ("M1",), "exit", "", 57.3, 50, 51.2, 63.4)
    assert figure(one, 50) == (60.0, 50.0, 60.0)
    assert figure(one, None) == (None, None, None)
    assert figure(replace(one, counted=4), 4) == (None, None, None)


def state(fidelity: State) -> CourseState:
    """Return a course of M1 that has ended."""
    course = CourseRow(
        "Ogre", "ogre", "M1", "m", 1, DAY - datetime.timedelta(days=400), DAY, place="Ogre"
    )
    return CourseState(course, Standing.ENDED, fidelity, ())


@pytest.mark.django_db
@pytest.mark.parametrize("run", [True, False])
def test_the_model_failed_is_never_said_where_it_was_not_run(
    cast: Cast, client: Client, monkeypatch: pytest.MonkeyPatch, *, run: bool
) -> None:
    result = said(evaluated(0.03))
    numbers = [[0.0, -1.0], [1.0, 0.0]]
    league = {"labels": ["M1", "M2"], "mean": numbers, "lower": numbers, "upper": numbers}
    published = Published("iznākums", 1, {**result, "league": league}, {}, {} if run else {"M1"})

    def functioned(language: str) -> Functioned:
        return Functioned(DAY, published, [ModelRow("M1", "m", "", [], "9 %", "7,0", [])])

    monkeypatch.setattr(gathering, "functioned", functioned)
    fidelity = State.AS_DESIGNED if run else State.NOT_RUN
    monkeypatch.setattr(gathering, "states_of_quarters", lambda day: [state(fidelity)])
    page = client.get("/apgalvojumi/modeli/M1/").content.decode()
    name = result["contrasts"][0]["name"]
    told = {name in page, "9 %" in page, "7,0" in page, "Salīdzinājumā ar" in page}
    assert told == {run}
    assert ("tas nav izmēģināts" in page) is not run


def test_of_a_model_that_was_not_run_only_blocked_claims_are_shown() -> None:
    def claim(verdict: Verdict) -> object:
        return type("Said", (), {"row": type("Row", (), {"verdict": verdict})})

    fails, blocked = claim(Verdict.FAILS), claim(Verdict.BLOCKED)
    row = type("Row", (), {"claims": [fails, blocked]})
    for silent, seen in ((True, [blocked]), (False, [fails, blocked])):
        one = type("One", (), {"row": row, "silent": silent})
        assert shown.claims_of(one) == seen  # type: ignore[arg-type]
