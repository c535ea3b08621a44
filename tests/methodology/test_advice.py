"""Advice for a municipality outside the trial: honest intervals, gates, regret, weights."""

import json
import math
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from tests.methodology.advice_basis import BASIS, asked

import ligzda.network
from ligzda.evidence.abstention import Abstained, Answer, reach
from ligzda.methodology.advice.answering import advise, drawn, reached, trial_of
from ligzda.methodology.advice.basis import NONE
from ligzda.methodology.advice.fitting import Fitted, fitted
from ligzda.methodology.advice.places import area, distance, moderators
from ligzda.methodology.advice.weighing import Sliders, weighed

DAUGAVPILS = 26.5362, 55.8747
OUTLINES = Path(ligzda.network.__path__[0]) / "data" / "latvia_2021_43_approx.geojson"
PLACES = "Ludzas", "Kuldīgas", "Cēsu", "Madonas", "Bauskas", "Dobeles", "Talsu", "Alūksnes"


@pytest.fixture(scope="module")
def found() -> Fitted:
    return fitted(BASIS)


def test_inside_every_model_that_was_run_has_intervals_and_probabilities(found: Fitted) -> None:
    answer, draws = advise(found, asked())
    assert (answer.spoken, answer.sites) == ("speak", 7)
    assert draws is not None
    assert answer.choice is not None
    assert [one.model for one in answer.models] == ["M1", "M2", "M3", "M4", "M5", "M6", "M8"]
    assert [(one.model, one.why) for one in answer.refused] == [("M7", "not-run")]
    assert all(one.outcome.lower < one.outcome.mean < one.outcome.upper for one in answer.models)
    assert answer.choice.candidates[-1].option == NONE
    p_best = sum(one.p_best_within_budget for one in answer.choice.candidates)
    assert p_best == pytest.approx(1)
    assert answer.more_data is not None
    assert answer.perfect is not None
    assert answer.more_data.value + 4 * answer.more_data.se >= 0
    assert answer.more_data.value < answer.perfect.value
    assert 0 <= answer.held <= answer.sites
    assert json.loads(json.dumps(answer.to_dict()))["effective"] > 1


def test_the_same_question_has_the_same_answer(found: Fitted) -> None:
    assert advise(found, asked())[0].to_dict() == advise(fitted(BASIS), asked())[0].to_dict()


def test_outside_nothing_is_said_and_the_reason_is_named(found: Fitted) -> None:
    cases = {
        Abstained.FAR: asked((120.0, 4.5)),
        Abstained.MISSING: asked((None, 7.8)),
        Abstained.NEVER_TRIED: asked(premises="none"),
    }
    for code, question in cases.items():
        answer, draws = advise(found, question)
        assert (answer.spoken, answer.models, answer.choice, draws) == ("refuse", (), None, None)
        assert [one.code for one in answer.reasons] == [code]
    strange, _ = advise(found, asked(people=(("clients", 5), ("other", 1))))
    assert dict(strange.reasons[0].figures) == {"name": "group", "value": "other"}


def test_what_cannot_be_done_leaves_its_models_out(found: Fitted) -> None:
    answer, _ = advise(found, asked(cannot=frozenset({"A+", "C+"})))
    assert [one.model for one in answer.models] == ["M1", "M3"]
    assert {one.model: one.sides for one in answer.refused}["M8"] == ("A+", "C+")


def test_a_budget_that_is_too_small_recommends_to_open_none(found: Fitted) -> None:
    answer, _ = advise(found, asked(budget=100.0))
    assert answer.choice is not None
    assert [one.option for one in answer.choice.candidates if one.within] == [NONE]
    assert answer.more_data is None


def test_outcomes_are_standardised_over_its_own_people(found: Fitted) -> None:
    def shares(*people: tuple[str, int]) -> np.ndarray:
        question = asked(people=people)
        return drawn(found, question, reached(BASIS, question)).outcome

    both = shares(("clients", 3), ("mixed", 1))
    assert both == pytest.approx(0.75 * shares(("clients", 1)) + 0.25 * shares(("mixed", 1)))


def test_a_warning_widens_what_the_moderators_say(found: Fitted) -> None:
    warned, _ = advise(found, asked((120.0, 6.1)))
    assert warned.spoken == "warn"
    assert warned.odd == "size"
    inside, _ = advise(found, asked())
    assert warned.models[0].outcome.sd > inside.models[0].outcome.sd


def test_weights_move_who_is_first_and_ranks_have_probabilities(found: Fitted) -> None:
    _, draws = advise(found, asked())
    assert draws is not None
    by_cost = weighed(draws, Sliders(outcome=0, cost=10, wellbeing=0, give=0))
    free = weighed(draws, Sliders(0, 0, 0, 15))
    assert by_cost is not None
    assert free is not None
    for support in (by_cost, free):
        assert sum(one.ranks[0] for one in support.options) == pytest.approx(1)
        assert all(sum(one.ranks) == pytest.approx(1) for one in support.options)
    cheapest = draws.models[int(draws.cost.mean(axis=0).argmin())]
    assert max(by_cost.options, key=lambda one: one.ranks[0]).option == cheapest


def test_moderators_come_from_the_outline() -> None:
    assert distance((24.1052, 56.9496), (26.5362, 55.8747)) == pytest.approx(
        191, abs=2
    )  # Daugavpils
    square = [(24.0, 57.0), (25.0, 57.0), (25.0, 58.0), (24.0, 58.0), (24.0, 57.0)]
    degree = 6371 * math.pi / 180
    expected = degree**2 * math.cos(math.radians(57.4))
    assert area([[square]]) == pytest.approx(expected, rel=0.01)
    assert area([[square, square]]) == pytest.approx(0)
    far, size = moderators((24.1052, 56.9496), [[square]])
    assert far == 0
    assert size == pytest.approx(math.log(expected), abs=0.01)


def test_a_figure_mistyped_by_a_tenth_never_turns_an_answer_into_silence() -> None:
    """And most real municipalities get one: the map's own outlines, the sites by their centres."""
    country = json.loads(OUTLINES.read_text("utf-8"))["features"]
    values = {}
    for feature in country:
        facts, shape = feature["properties"], feature["geometry"]
        parts = shape["coordinates"] if shape["type"] == "MultiPolygon" else [shape["coordinates"]]
        values[facts["name_lv"]] = moderators((facts["label_lon"], facts["label_lat"]), parts)
    sites = [
        replace(site, place=f"{name} novads")
        for site, name in zip(BASIS.sites, PLACES, strict=True)
    ]
    trial = trial_of(replace(BASIS, sites=tuple(sites), values=tuple(values.items())))
    given = {"premises": "workshop", "group": "mixed"}
    said = []
    for far, size in values.values():
        answers = {
            reach(trial, {"remoteness": far * f, "size": size + math.log(g)}, given).answer
            for f in (0.9, 1, 1.1)
            for g in (0.9, 1, 1.1)
        }
        assert {Answer.SPEAK, Answer.REFUSE} - answers
        said.append(reach(trial, {"remoteness": far, "size": size}, given).answer)
    assert 0.6 < said.count(Answer.SPEAK) / len(said) < 0.7
