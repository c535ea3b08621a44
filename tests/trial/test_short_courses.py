"""Courses shorter than their model: warned of, forbidden where asked, and no hash changes."""

import dataclasses
import datetime
import re

import pytest
from django.test import Client
from django.utils.translation import override
from tests.trial.conftest import TrialCast
from tests.trial.test_draws import FIELDS, held
from tests.trial.test_pages import address, as_user, tried
from tests.trial.world import ARMS, problem

from ligzda.blueprints import queries as blueprints
from ligzda.blueprints.models import Level
from ligzda.kernel.hashing import sha256
from ligzda.trial.assignment import queries
from ligzda.trial.assignment.clashes import clash_sentence
from ligzda.trial.assignment.problems import from_json, periods, to_json
from ligzda.trial.assignment.short_courses import ShortCourse, asking_for, short_courses
from ligzda.trial.assignment.solve import assign
from ligzda.trial.assignment.types import Clash, Problem, UnsatisfiableError
from ligzda.trial.registry.models import ProtocolVersion

HALF_YEARS = periods(datetime.date(2027, 1, 1), 4, 6)


def halves(**changed: object) -> Problem:
    return problem(periods=HALF_YEARS, waiting=0, **changed)


def test_who_needs_longer_than_a_course_may_last_is_named() -> None:
    # Stepped start: a minus model runs 6, 12 or 18 months before its twin, or all 24 months.
    found = short_courses(halves(), {"M1": 6, "M2": 12, "M3": 24, "M4": 24})
    assert found == [
        ShortCourse("M2", 12, 6), ShortCourse("M3", 24, 6), ShortCourse("M4", 24, 6),
    ]  # fmt: skip


def test_the_draw_gives_every_model_the_months_that_it_needs() -> None:
    needed = {"M2": 12, "M4": 18, "M1": 12}
    asked = asking_for(halves(per_step=9), needed)
    assert short_courses(asked, needed) == []
    for seed in range(5):
        for course in assign(asked, seed).courses.values():
            for code, least in needed.items():
                assert course.count(code) in (0, *range(least // 6, 5))


def test_a_model_that_needs_longer_than_the_trial_is_named_as_the_clash() -> None:
    asked = asking_for(halves(), {"M6": 36})
    with pytest.raises(UnsatisfiableError) as refused:
        assign(asked, 1)
    clash = Clash("course length", "M6")
    assert set(refused.value.clashes) == {clash, Clash("every model runs", "M6")}
    with override("lv"):
        assert "36" in clash_sentence(clash, {"M6": "M6 Kooperatīvs"}, asked)


def test_what_was_published_without_it_keeps_its_bytes_and_its_course() -> None:
    text = to_json(problem())
    assert sha256(text) == "18b974e841c3aaafc5b3e62b0d90991b617fbca88ee69cc3aa7cdf8f04ebd64f"
    assert "months" not in text
    assert to_json(from_json(text)) == text
    asked = asking_for(problem(), {"M1": 24})
    assert from_json(to_json(asked)) == asked
    assert dataclasses.replace(asked, arms=ARMS) == problem()


@pytest.mark.django_db
def test_the_eight_models_say_how_long_the_longest_stay_lasts(cast: TrialCast) -> None:
    versions = {row.pk: row.model.code for row in blueprints.newest_versions()}
    found = {versions[pk]: months for pk, months in blueprints.needed_months(versions).items()}
    assert found == {
        "M1": 24, "M2": 24, "M3": 6, "M4": 18, "M5": 24, "M6": 36, "M7": 18, "M8": 12,
    }  # fmt: skip
    # A level that tells no length is not known, and asks for nothing.
    Level.objects.update(months=None)
    assert blueprints.needed_months(versions) == {}


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("language", "words", "least"),
    [("lv", "īsāki", "kursa ilgums ir vismaz"), ("en", "shorter", "lasts at least")],
)
def test_trying_the_constraints_warns_and_the_box_forbids(
    language: str, words: str, least: str, cast: TrialCast, protocol: ProtocolVersion
) -> None:
    evaluator, here = as_user(cast.evaluator), address("trial:assignment", language=language)
    page = tried(evaluator, FIELDS, language)
    (line,) = [line for line in page.context["short"] if "M6" in line]
    assert "36" in line
    assert words in re.findall("<h3>(.*?)</h3>", page.content.decode())[0]
    asked = evaluator.post(here, FIELDS | {"commit": "1"})
    assert line in asked.content.decode()

    page = tried(evaluator, FIELDS | {"lengths": "on"}, language)
    assert "short" not in page.context
    assert any(least in line for line in page.context["clashes"])
    assert page.context["form"]["lengths"].value() is True


@pytest.mark.django_db
def test_the_public_table_says_which_courses_are_shorter_than_their_model(
    cast: TrialCast, protocol: ProtocolVersion, question: Problem
) -> None:
    held(cast, protocol, question)
    rows = queries.courses()
    short = [row for row in rows if row.short]
    assert {row.code for row in rows if row.needed == 36} <= {row.code for row in short}
    with override("en"):
        page = Client().get(address("trial:assignment", language="en")).content.decode()
    assert page.count("shorter than the longest stay of the model") == len(short) > 0
