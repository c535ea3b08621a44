"""The answer of a simulation in a sentence: what is missed, how sure that is, what would do."""

import re

import pytest
from django.utils.translation import override
from scipy.stats import binomtest

from ligzda.trial.power.forms import QuestionForm
from ligzda.trial.power.verdict import verdict, wilson
from ligzda.trial.registry.plan_text import TEMPLATE, summary


def answer(power: float, detectable: float, sites: int = 9) -> dict[str, object]:
    candidate = {"layout": "parallel", "sites": sites, "participants": 60, "site_sd": 0.2}
    return {
        "candidate": candidate, "power": power, "detectable_pp": detectable, "simulated": 1000,
    }  # fmt: skip


@pytest.mark.parametrize(("found", "n"), [(0, 100), (11, 100), (500, 1000), (1000, 1000)])
def test_the_error_of_a_simulated_share_is_wilson_s(found: int, n: int) -> None:
    right = binomtest(found, n).proportion_ci(0.95, "wilson")
    assert wilson(found / n, n) == pytest.approx((right.low, right.high), abs=1e-5)


def test_what_is_missed_is_told_with_its_error() -> None:
    told = verdict(answer(0.23, 20.0), 0.10)
    assert told.missed == pytest.approx(0.77)
    assert told.low < 0.77 < told.high
    assert told.high - told.low == pytest.approx(2 * 1.96 * (0.77 * 0.23 / 1000) ** 0.5, rel=0.01)


@pytest.mark.parametrize(
    ("detectable", "sites", "enough", "does"),
    [(20.0, 9, 36, False), (10.0, 9, 9, True), (7.1, 18, 10, True), (10.1, 9, 10, False)],
)
def test_incubators_that_would_do_grow_with_the_square(
    detectable: float, sites: int, enough: int, does: bool
) -> None:
    told = verdict(answer(0.5, detectable, sites), 0.10)
    assert (told.enough, told.does) == (enough, does)


@pytest.mark.parametrize(("language", "shown"), [("lv", "0,2; 0,4"), ("en", "0.2; 0.4")])
def test_the_question_begins_with_numbers_as_the_reader_writes_them(
    language: str, shown: str
) -> None:
    with override(language):
        form = QuestionForm()
        assert form["site_sd"].value() == shown
        sent = {name: form[name].value() for name in form.fields}
        assert QuestionForm(sent).is_valid()
        priors = [row[2] for row in summary(TEMPLATE).terms]  # type: ignore[union-attr]
    point = {"lv": r"\d\.\d", "en": r"\d,\d"}[language]
    assert not [prior for prior in priors if re.search(point, prior)]
    assert {"lv": "pusnormālais(0,5)", "en": "half-normal(0.5)"}[language] in priors
