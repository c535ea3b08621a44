"""Random small models against exact integration: sixty fixed ones, and faults put back."""

from __future__ import annotations

import pytest
from benchmarks.differential.compare import Verdict, judge_all
from benchmarks.differential.page import HEAD, replace_section, section

from ligzda.evidence import diagnosis
from ligzda.evidence.checks import Shift
from ligzda.evidence.conditional import Problem
from ligzda.evidence.hyper import HyperMarginal, HyperPosterior
from ligzda.evidence.importance import WeightedSample
from ligzda.evidence.priors import Hyper
from ligzda.evidence.settle import Settled

MODELS = range(60)
SOME = range(24)
FEW_EVENTS = (27, 39, 47, 55)  # of those sixty


def missed(verdicts: list[Verdict]) -> list[str]:
    return [f"{v.number} {v.kind}: {v.worst}" for v in verdicts if v.silent_miss]


@pytest.fixture(scope="module")
def verdicts() -> list[Verdict]:
    return judge_all(MODELS)


def test_nothing_is_missed_silently(verdicts: list[Verdict]) -> None:
    assert not missed(verdicts)


def test_few_right_answers_are_called_not_good(verdicts: list[Verdict]) -> None:
    assert sum(v.false_alarm for v in verdicts) <= 1
    assert not any(v.refused for v in verdicts)


def test_an_unchecked_integral_over_the_sd_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    def unchecked(problem: Problem, hypers: tuple[Hyper, ...], first: HyperPosterior) -> Settled:
        return Settled(first, None, ())

    monkeypatch.setattr(diagnosis, "settle", unchecked)
    assert any("normal" in name for name in missed(judge_all(SOME)))


def test_a_gaussian_believed_without_a_look_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Shift, "small", True)
    monkeypatch.setattr(diagnosis, "MAX_SKEWNESS", 9.0)
    monkeypatch.setattr(diagnosis, "MAX_LOSS", 9.0)
    monkeypatch.setattr(diagnosis, "trusted", lambda pareto_k, share: True)
    assert missed(judge_all(FEW_EVENTS))


def test_an_sd_without_the_weights_of_the_effects_is_found(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def uncorrected(hyper: HyperPosterior, many: WeightedSample) -> tuple[HyperMarginal, ...]:
        return hyper.marginals

    monkeypatch.setattr(diagnosis, "corrected_marginals", uncorrected)
    assert missed(judge_all(FEW_EVENTS))


def test_the_page_keeps_what_stands_around_the_table(verdicts: list[Verdict]) -> None:
    text = "# Page\n\nbefore\n\n## Sources\n\nafter\n"
    once = replace_section(text, section(verdicts[:4], 1))
    twice = replace_section(once, section(verdicts[:8], 1))
    assert twice.count(HEAD) == 1
    assert twice.startswith("# Page\n\nbefore")
    assert twice.endswith("## Sources\n\nafter\n")
