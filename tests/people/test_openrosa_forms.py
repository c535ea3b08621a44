"""The XForms of devices: what lies there is made of the questionnaires, and JavaRosa answers it.

JavaRosa is the engine of ODK Collect; it comes inside pyxform, and wants a Java of 11 or newer
(Debian: `apt-get install default-jdk-headless`).
"""

import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
import pyxform
from django.utils import timezone
from pyxform.xls2xform import convert
from tests.people.asked import DAY as DAY_LONG
from tests.people.asked import stay
from tests.people.make_xforms import made, workbook
from tests.people.test_openrosa import Telephone, telephone
from tests.waiting import PATIENCE

from ligzda.languages import Language
from ligzda.people.followups.codes import code_of
from ligzda.people.models import Observation, Stay
from ligzda.people.openrosa.answers import FORMS
from ligzda.people.openrosa.xlsform import DAY, LANGUAGES, MOMENT, RATER, STAY
from ligzda.people.outcomes.queries import answers_of
from ligzda.people.outcomes.questionnaire import FOLDER, Questionnaire, every, questionnaire

__all__ = ["stay", "telephone"]
EVERY = every(FOLDER)
FILL = Path(__file__).parent / "Fill.java"
JAR = Path(pyxform.__file__).parent / "validators/odk_validate/bin/ODK_Validate.jar"


@pytest.mark.parametrize("form", EVERY, ids=lambda form: form.id)
def test_what_lies_there_is_made_of_the_questionnaire(form: Questionnaire) -> None:
    path = FORMS / f"{form.id}-{form.version}.xml"
    assert path.read_text("utf-8") == made(form), "python -m tests.people.make_xforms"


def test_no_form_is_there_that_no_questionnaire_makes() -> None:
    assert {path.stem for path in FORMS.iterdir()} == {f"{one.id}-{one.version}" for one in EVERY}


@pytest.mark.parametrize("form", EVERY, ids=lambda form: form.id)
def test_no_question_is_called_as_what_a_form_asks_beside_them(form: Questionnaire) -> None:
    names = {one.id for one in form.questions}
    assert not names & {STAY, MOMENT, RATER, DAY, "intro", "meta"}


def test_the_workbook_makes_the_same_form(tmp_path: Path) -> None:
    form = questionnaire("follow_up")
    workbook(form, tmp_path / "follow_up.xlsx")
    assert convert(tmp_path / "follow_up.xlsx", pretty_print=True).xform == made(form)


# --- JavaRosa ------------------------------------------------------------------------------------

GOLDEN: dict[str, tuple[dict[str, str], dict[str, Any]]] = {
    "entry": (
        {"hours": "12", "income_work": "212.5"},
        {"hours": 12, "income_work": 212.5},
    ),
    "who5": (
        {"cheerful": "4", "calm": "3", "active": "5", "rested": "0", "interested": "2"},
        {"cheerful": 4, "calm": 3, "active": 5, "rested": 0, "interested": 2},
    ),
    "soft_skills": (
        {"punctuality": "5", "change": "1", RATER: "instructor"},
        {"punctuality": 5, "change": 1},
    ),
    "exit": (
        {"state": "unemployed", "hours": "9", "income_benefits": "137", "satisfaction": "4",
         "choose_again": "1", "words": "Paldies, Ilze! <ķļņ> & “labi”"},
        {"state": "unemployed", "income_benefits": 137.0, "satisfaction": 4, "choose_again": 1,
         "words": "Paldies, Ilze! <ķļņ> & “labi”"},
    ),
    "follow_up": (
        {"state": "wise_job", "hours": "40", "income_work": "800", RATER: "other"},
        {"state": "wise_job", "hours": 40},
    ),
}  # fmt: skip
"""What somebody answers in each form, and what must stand in the row: nothing that is not asked."""


@pytest.fixture(scope="module")
def fill(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Compile the program that answers forms; return its folder. Skips where there is no Java."""
    missing = [tool for tool in ("java", "javac") if shutil.which(tool) is None]
    if missing:
        told = f"{', '.join(missing)} is not there: apt-get install default-jdk-headless"
        if os.environ.get("LIGZDA_REQUIRE_REFERENCES") == "1":
            pytest.fail(told)
        pytest.skip(told)
    folder = tmp_path_factory.mktemp("java")
    subprocess.run(
        ["javac", "-encoding", "UTF-8", "-cp", str(JAR), "-d", str(folder), str(FILL)],
        check=True,
        capture_output=True,
        timeout=PATIENCE,
    )
    return folder


def answer(fill: Path, name: str, language: str, given: dict[str, str]) -> tuple[int, str, str]:
    """Return status, what is sent, and what was asked or refused."""
    utf8 = [f"-D{of}.encoding=UTF-8" for of in ("file", "stdout", "stderr", "sun.jnu")]
    done = subprocess.run(
        ["java", *utf8, "-cp", f"{fill}{os.pathsep}{JAR}", "Fill", str(FORMS / f"{name}-1.xml"),
         language, *(f"{key}={value}" for key, value in given.items())],
        env={**os.environ, "LC_ALL": "C.UTF-8"}, capture_output=True, check=False, timeout=PATIENCE,
    )  # fmt: skip
    return done.returncode, done.stdout.decode(), done.stderr.decode()


@pytest.mark.django_db
@pytest.mark.parametrize("name", GOLDEN)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_form_that_javarosa_answers_makes_the_row(
    name: str, language: Language, fill: Path, stay: Stay, telephone: Telephone
) -> None:
    given, expected = GOLDEN[name]
    form = questionnaire(name)
    # Yesterday: the day of the engine's zone, which is not ours, is never before it.
    day = stay.contract_on if name == "entry" else timezone.localdate() - DAY_LONG
    moment = {"entry": "entry", "follow_up": "m6"}.get(name, "exit")
    beside = {STAY: code_of(stay.pk), MOMENT: moment, RATER: form.raters[0], DAY: str(day)}
    status, xml, asked = answer(fill, name, LANGUAGES[language], beside | given)
    assert status == 0, asked
    prompts = dict(line.split("\t", 1) for line in asked.splitlines() if "\t" in line)
    for one in form.asked(moment, expected):
        assert prompts[one.id] == one.texts[language]
    assert set(prompts) - {STAY, MOMENT, RATER, DAY, "intro"} == {
        one.id for one in form.asked(moment, expected)
    }
    assert telephone.send(xml)[0] == 201
    row = Observation.objects.get()
    assert answers_of(row) == expected
    assert (row.moment, row.rater) == (moment, (beside | given)[RATER])
    assert telephone.send(xml)[0] == 202


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_form_refuses_what_the_house_would_refuse_in_the_same_words(
    language: Language, fill: Path
) -> None:
    given = {STAY: "1042-K7QF", DAY: "2026-03-01", "hours": "101"}
    status, _xml, told = answer(fill, "entry", LANGUAGES[language], given)
    assert status == 2
    assert {"lv": "Ierakstiet skaitli no 0 līdz 100.", "en": "Write a number from 0 to 100."}[
        language
    ] in told
    assert answer(fill, "entry", LANGUAGES[language], {STAY: "Anna"})[0] == 2
