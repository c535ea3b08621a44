"""Periods and draws over versions of the protocol: what overlaps or lies outside is refused."""

import csv
import dataclasses
import datetime
import html
import io
import json
import re
import subprocess
from pathlib import Path

import pytest
from django.test import Client
from procrastinate.contrib.django.models import ProcrastinateJob
from tests.trial.conftest import TrialCast, content
from tests.trial.test_pages import address, as_user, tried

from ligzda.incubators.models import Incubator
from ligzda.kernel.errors import BadDataError, WrongStateError
from ligzda.trial.assignment import actions as assignment
from ligzda.trial.assignment import chances
from ligzda.trial.assignment import queries as assignment_queries
from ligzda.trial.assignment.forms import ProblemForm
from ligzda.trial.assignment.problems import from_json, periods
from ligzda.trial.assignment.types import Problem
from ligzda.trial.models import ChanceRun, Course, Draw
from ligzda.trial.registry import actions as registry
from ligzda.trial.registry.models import ProtocolVersion
from ligzda.trial.running import actions as running
from ligzda.trial.running import queries as running_queries

pytestmark = pytest.mark.django_db

FIELDS = {
    "start": "2017-01-01", "count": "4", "months": "6", "stepped": "on", "per_step": "2",
    "changes": "1", "replicate": "", "waiting": "0",
}  # fmt: skip


def held(cast: TrialCast, protocol: ProtocolVersion, question: Problem) -> Draw:
    secret = assignment.commit_draw(by=cast.evaluator, protocol=protocol, problem=question)
    return assignment.reveal_draw(
        by=cast.evaluator, draw=secret.draw, seed=secret.seed, salt=secret.salt,
        public_value="3 5", public_source="dice",
    )  # fmt: skip


def following(
    cast: TrialCast, after: ProtocolVersion, *, major: bool, **changed: str
) -> ProtocolVersion:
    version = registry.begin_next(by=cast.evaluator, after=after, major=major, changed="why")
    given = content() | changed
    registry.edit_version(by=cast.evaluator, version=version, content=given, plan=version.plan)
    return registry.register(by=cast.evaluator, version=version)


@pytest.mark.parametrize(
    "wrong",
    [
        ("2017-01-01/2017-07-01", "2017-06-01/2018-01-01"),  # one begins before the other ends
        ("2017-07-01/2018-01-01", "2017-01-01/2017-07-01"),
        ("2017-01-01/2017-01-01",),
        ("2016-12-31/2017-07-01",),  # before the first model may start
        ("2018-07-01/2019-01-02",),  # a day after the last must end
    ],
)
def test_periods_that_cannot_be_are_refused(
    wrong: tuple[str, ...], cast: TrialCast, protocol: ProtocolVersion, question: Problem
) -> None:
    problem = dataclasses.replace(question, periods=wrong)
    with pytest.raises(BadDataError):
        assignment.commit_draw(by=cast.evaluator, protocol=protocol, problem=problem)
    assert not Draw.objects.exists()


def test_periods_outside_the_protocol_are_named_in_the_form(
    cast: TrialCast, protocol: ProtocolVersion
) -> None:
    evaluator, here = as_user(cast.evaluator), address("trial:assignment")
    assert evaluator.get(here).context["form"].initial["start"] == datetime.date(2017, 1, 1)
    page = evaluator.post(here, FIELDS | {"start": "2025-01-01", "try": "1"})
    assert list(page.context["form"].errors) == ["start"]
    assert "chances" not in page.context


def test_a_minor_version_keeps_the_draw_and_a_major_one_draws_anew_without_overlap(
    cast: TrialCast, protocol: ProtocolVersion, question: Problem
) -> None:
    draw = held(cast, protocol, question)
    minor = following(cast, protocol, major=False)
    assert assignment_queries.draw_of(minor) == draw
    page = Client().get(address("trial:assignment"))
    assert len(page.context["rows"]) == Course.objects.count()
    with pytest.raises(WrongStateError):
        assignment.commit_draw(by=cast.evaluator, protocol=minor, problem=question)

    major = following(
        cast, minor, major=True, intervention_ends="2021-12-31", trial_ends="2021-12-31"
    )
    assert assignment_queries.draw_of(major) is None
    with pytest.raises(BadDataError):
        assignment.commit_draw(by=cast.evaluator, protocol=major, problem=question)
    page = as_user(cast.evaluator).post(address("trial:assignment"), FIELDS | {"try": "1"})
    assert list(page.context["form"].errors) == ["start"]
    # What was drawn stays to be seen until the next draw.
    assert len(page.context["rows"]) == Course.objects.count()
    later = dataclasses.replace(question, periods=periods(datetime.date(2019, 1, 1), 4, 6))
    before = Course.objects.count()
    held(cast, major, later)
    assert Course.objects.count() > before


def test_a_lost_seed_is_mended_by_a_new_version(
    cast: TrialCast, protocol: ProtocolVersion, question: Problem
) -> None:
    lost = assignment.commit_draw(by=cast.evaluator, protocol=protocol, problem=question).draw
    minor = following(cast, protocol, major=False)
    assert assignment_queries.draw_of(minor) is None
    draw = held(cast, minor, question)
    assert assignment_queries.draw_of(minor) == draw != lost


def test_an_excluded_incubator_is_not_drawn_and_none_is_excluded_after_the_hash(
    cast: TrialCast, protocol: ProtocolVersion, question: Problem
) -> None:
    day = datetime.date(2016, 12, 1)
    event = running.record_flow(
        by=cast.evaluator, incubator=cast.other, stage="excluded", reason="withdrew",
        happened_on=day,
    )  # fmt: skip
    form = ProblemForm(FIELDS, protocol=protocol, excluded=running_queries.excluded())
    assert form.is_valid()
    assert cast.other.slug not in {site.code for site in form.problem().sites}
    assert len(form.problem().sites) == Incubator.objects.count() - 1
    assert [row.slug for row in form.excluded] == [cast.other.slug]
    assignment.commit_draw(by=cast.evaluator, protocol=protocol, problem=form.problem())
    with pytest.raises(BadDataError):
        running.record_flow(
            by=cast.evaluator, incubator=cast.ogre, stage="excluded", reason="late",
            happened_on=day,
        )  # fmt: skip
    with pytest.raises(WrongStateError):
        running.take_back_flow(by=cast.evaluator, event=event)


def test_the_assignment_goes_out_as_a_table(
    cast: TrialCast, protocol: ProtocolVersion, question: Problem
) -> None:
    held(cast, protocol, question)
    page = Client().get(address("trial:assignment_export"))
    rows = list(csv.DictReader(io.StringIO(page.content.decode("utf-8-sig"))))
    assert len(rows) == Course.objects.count()
    assert {row["last_day"] for row in rows} >= {"2018-12-31"}
    assert {row["model"] for row in rows if row["incubator"] == cast.ogre.slug} <= {"M1", "M2"}


def test_seed_and_salt_do_not_wait_in_a_cache(cast: TrialCast, protocol: ProtocolVersion) -> None:
    sure = {"commit": "1", "confirmed": "1"}
    page = as_user(cast.evaluator).post(address("trial:assignment"), FIELDS | sure)
    assert page["Cache-Control"] == "no-store"
    secret, text = page.context["secret"], page.content.decode()
    assert secret.salt in text
    assert "data:text/plain;charset=utf-8," in text
    assert f"{secret.seed}%0A" in text, "the file holds what cannot be shown again"
    assert 'hreflang="en" href' not in text
    assert '<a href="/en/' not in text
    [ending] = re.findall(r'required pattern="([^"]+)"', text)
    assert re.fullmatch(ending, secret.salt[-4:].upper()), "typed back before the page is left"
    assert not re.fullmatch(ending, secret.salt[:4] + "x")
    dice = {"public_value": "3 5 1 6", "public_source": "dice", "confirmed": "1"}
    spelt = {"seed": f"{secret.seed:,}".replace(",", " "), "salt": f" {secret.salt.upper()} "}
    drawn = as_user(cast.evaluator).post(address("trial:reveal"), dice | spelt)
    assert drawn.status_code == 302, "copied by hand, in groups and capitals"


def test_clashes_say_the_figures(cast: TrialCast, protocol: ProtocolVersion) -> None:
    evaluator = as_user(cast.evaluator)
    page = tried(evaluator, FIELDS | {"changes": "0"}, language="en")
    assert "changes of model at one incubator: at most 0" in page.context["clashes"]
    page = tried(evaluator, FIELDS | {f"places_{cast.other.slug}": "3"}, language="en")
    [clash] = page.context["clashes"]
    assert "has 3 places" in clash


def test_constraints_are_tried_by_one_job_whose_progress_is_shown(
    cast: TrialCast, protocol: ProtocolVersion, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(chances, "TRIED", 3)
    evaluator, here = as_user(cast.evaluator), address("trial:assignment")
    fields = FIELDS | {f"applicants_{cast.ogre.slug}": "40", "replicate": "M3"}
    asked = evaluator.post(here, fields | {"try": "1"})
    assert evaluator.post(here, fields | {"try": "1"})["Location"] == asked["Location"]
    row = ChanceRun.objects.get()
    jobs = ProcrastinateJob.objects.filter(task_name="ligzda.trial.tasks.try_constraints")
    assert [job.args for job in jobs] == [{"key": row.key, "by": cast.evaluator.pk}]

    ChanceRun.objects.update(done=2)
    waiting = evaluator.get(asked["Location"])
    assert waiting["Refresh"] == "2"
    assert '<progress id="progress" max="3" value="2">' in waiting.content.decode()
    # What is typed would be lost when the page asks again.
    assert "form" not in waiting.context

    chances.answer(row.key)
    shown = evaluator.get(asked["Location"])
    assert "Refresh" not in shown
    assert len(shown.context["chances"]["rows"]) == Incubator.objects.count()
    for name, shares in shown.context["chances"]["rows"]:
        assert sum(shares) == pytest.approx(1), name
    row.refresh_from_db()
    assert row.done == row.total == 3
    # The form holds what was tried: sent again as it is, it asks the same.
    held = shown.context["form"]
    again = {name: held[name].value() for name in held.fields}
    sent = {
        name: value for name, value in again.items() if value is not None and value is not False
    }
    assert ProblemForm(sent, protocol=protocol).errors == {}
    assert evaluator.post(here, sent | {"try": "1"})["Location"] == asked["Location"]
    # A stranger sees neither.
    assert "chances" not in Client().get(asked["Location"]).context


def test_what_a_trial_of_constraints_cannot_do_is_said(
    cast: TrialCast, protocol: ProtocolVersion
) -> None:
    evaluator = as_user(cast.evaluator)
    page = tried(evaluator, FIELDS | {"stepped": "", "changes": "3", "count": "5", "months": "4"})
    [sentence] = page.context["clashes"]
    assert "gaitu skaits ir 13\xa0560" in sentence
    # A process that was ended says so in every language; the page in the reader's.
    row = ChanceRun.objects.get()
    ChanceRun.objects.update(
        answer=None, problem=json.dumps({"lv": "Par ilgu.", "en": "Too long."})
    )
    again = evaluator.get(f"{address('trial:assignment')}?tried={row.key}")
    assert again.context["clashes"] == ["Par ilgu."]


def test_anybody_can_check_the_draw_with_sha256sum(
    cast: TrialCast, protocol: ProtocolVersion, question: Problem, tmp_path: Path
) -> None:
    """The commands are taken from the page, and carried out by a shell on the file it links to."""
    draw = held(cast, protocol, question)
    page = Client().get(address("trial:assignment", language="en")).content.decode()
    codes = [html.unescape(code) for code in re.findall(r'<code class="hash">(.*?)</code>', page)]
    [link] = re.findall(r'href="([^"]*problem\.json)"', page)
    file = Client().get(link)
    assert file["Content-Type"].startswith("application/json")
    (tmp_path / "problem.json").write_bytes(file.content)

    def shell(command: str) -> str:
        done = subprocess.run(
            ["bash", "-c", command], cwd=tmp_path, capture_output=True, text=True, check=True
        )
        return done.stdout.split()[0]

    plain, secret = (code for code in codes if "sha256sum" in code)
    assert shell(plain) == draw.problem_hash
    assert shell(secret) == draw.commitment
    assert {draw.problem_hash, draw.commitment} <= set(codes)
    # What is shown on the page is the file.
    [shown] = re.findall(r"<pre[^>]*>(.*?)</pre>", page, re.DOTALL)
    assert html.unescape(shown).strip() == file.content.decode().strip()
    assert from_json(file.content.decode()) == question
    missing = address("trial:problem", "0" * 64)
    assert Client().get(missing).status_code == 404
