"""Opinions: recorded once a round, answered with reasons by who drafts; who agreed to what."""

import datetime

import pytest
from tests.cast import Cast
from tests.legislation.conftest import Desk, objection

from ligzda.kernel.errors import NotAllowedError, WrongStateError
from ligzda.legislation import actions, queries

pytestmark = pytest.mark.django_db
DAY = datetime.date(2026, 11, 2)


def _opinion(desk: Desk, giver: str, result: str, number: int) -> None:
    actions.record_opinion(
        by=desk.reviewer,
        package=desk.package,
        facts_given=actions.OpinionFacts(giver, DAY, result, number),
    )


def test_the_matrix_says_who_agreed_in_which_round(desk: Desk) -> None:
    _opinion(desk, "FM", "not_agreed", 1)
    _opinion(desk, "LPS", "agreed", 1)
    _opinion(desk, "FM", "agreed", 2)
    found = queries.matrix(queries.opinions(desk.package))
    assert found.rounds == [1, 2]
    said = [(giver, [each and each.result for each in cells]) for giver, cells in found.lines]
    assert said == [("FM", ["not_agreed", "agreed"]), ("LPS", ["agreed", None])]


def test_an_institution_gives_one_opinion_a_round(desk: Desk) -> None:
    _opinion(desk, "FM", "agreed", 1)
    with pytest.raises(WrongStateError, match="jau ir sniegusi"):
        _opinion(desk, "FM", "agreed", 1)


def test_a_coordinator_gives_an_opinion_and_a_stranger_does_not(cast: Cast, desk: Desk) -> None:
    given = actions.OpinionFacts("Ogres novada pašvaldība", DAY, "agreed")
    row = actions.record_opinion(by=cast.ogre, package=desk.package, facts_given=given)
    assert row.recorded_by == cast.ogre
    for by in (cast.evaluator, cast.participant, desk.lawyer):
        with pytest.raises(NotAllowedError):
            actions.record_opinion(by=by, package=desk.package, facts_given=given)


def test_an_answer_has_reasons_and_is_the_lawyers(desk: Desk) -> None:
    row = objection(desk)
    with pytest.raises(WrongStateError, match="pamatojums"):
        actions.answer(by=desk.lawyer, row=row, outcome="taken", reasons=" ")
    with pytest.raises(NotAllowedError):
        actions.answer(by=desk.reviewer, row=row, outcome="taken", reasons="Jā.")
    assert actions.answer(by=desk.lawyer, row=row, outcome="taken", reasons="Jā.").settled
