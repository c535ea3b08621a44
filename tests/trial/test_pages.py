"""Every page answers: to a stranger, an evaluator, a coordinator; in both languages."""

import datetime
import hashlib
from typing import Any

import pgtrigger
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override
from tests.trial.conftest import TrialCast, content, sent

from ligzda.network.models import User
from ligzda.trial.assignment import actions as assignment
from ligzda.trial.assignment import chances
from ligzda.trial.assignment.types import Problem
from ligzda.trial.models import DesignRun, Draw, ProtocolVersion
from ligzda.trial.power import runs
from ligzda.trial.power.questions import Question, candidates
from ligzda.trial.registry import actions as registry
from ligzda.trial.registry.plan_text import TEMPLATE
from ligzda.trial.running.fidelity import PARTS

pytestmark = pytest.mark.django_db
SURE = {"confirmed": "1"}


def as_user(user: User) -> Client:
    client = Client()
    client.force_login(user, backend="allauth.account.auth_backends.AuthenticationBackend")
    return client


def address(name: str, *args: object, language: str = "lv") -> str:
    with override(language):
        return reverse(name, args=args)


def tried(client: Client, fields: dict[str, str], language: str = "lv") -> Any:
    """Try constraints, let the worker's job be done, and return the page that shows the answer."""
    asked = client.post(address("trial:assignment", language=language), fields | {"try": "1"})
    assert asked.status_code == 302, asked.context["form"].errors
    chances.answer(asked["Location"].partition("=")[2])
    return client.get(asked["Location"])


OPEN = (
    "trial:overview", "trial:protocol", "trial:power", "trial:assignment", "trial:deviations",
    "trial:fidelity", "trial:flow", "trial:timeline", "blueprints:library", "blueprints:factors",
    "blueprints:workshop", "blueprints:checks",
)  # fmt: skip


FIELDS = {
    "start": "2017-01-01", "count": "4", "months": "6", "stepped": "on", "per_step": "2",
    "changes": "1", "replicate": "", "waiting": "0",
}  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize("language", ["lv", "en"])
@pytest.mark.parametrize("name", OPEN)
def test_every_page_opens_while_nothing_is_registered(
    cast: TrialCast, name: str, language: str
) -> None:
    for client in (as_user(cast.evaluator), Client()):
        assert client.get(address(name, language=language)).status_code == 200


def test_a_stranger_is_led_to_signing_in_and_a_coordinator_refused(cast: TrialCast) -> None:
    here = address("blueprints:practice_new")
    assert Client().get(here).status_code == 302
    assert as_user(cast.coordinator).get(here).status_code == 403


@pytest.mark.slow
def test_a_practice_is_added_edited_and_refused_in_an_import(cast: TrialCast) -> None:
    evaluator = as_user(cast.evaluator)
    new = {
        "code": "new_one", "name_lv": "Jauna", "name_en": "New", "country": "LV",
        "fact_lv": "f", "fact_en": "f", "status": "seen", "sources": "https://example.org",
        "level_host": "cooperative",
    }  # fmt: skip
    assert evaluator.post(address("blueprints:practice_new"), new).status_code == 302
    assert evaluator.post(address("blueprints:practice_new"), new).status_code == 200  # twice
    page = evaluator.post(
        address("blueprints:practice_edit", "new-one"), new | {"level_host": "consortium"}
    )
    assert page.status_code == 302
    export = evaluator.get(address("blueprints:library_export", "csv")).content
    assert b"new_one" in export
    bad = SimpleUploadedFile("p.csv", export.replace(b",consortium,", b",castle,"))
    page = evaluator.post(address("blueprints:library_import"), {"file": bad})
    assert page.status_code == 422
    assert "castle" in page.content.decode()


@pytest.mark.slow
def test_drafts_are_begun_dropped_proposed_and_published(cast: TrialCast) -> None:
    evaluator = as_user(cast.evaluator)
    begin = address("blueprints:version_begin", "M3")
    assert evaluator.post(begin).status_code == 302
    form = evaluator.get(address("blueprints:version", "M3"))
    given = {k: v for k, v in form.context["form"].initial.items() if v is not None}
    page = evaluator.post(address("blueprints:version", "M3"), given | {"yearly_cost": "4200"})
    assert page.status_code == 302, page.context["form"].errors
    drop = {"drop": "1", "confirmed": "1"}
    assert evaluator.post(address("blueprints:version_finish", "M3"), drop).status_code == 302
    proposals = address("blueprints:proposals")
    assert evaluator.get(proposals, {"seed": "7"}).status_code == 200
    assert evaluator.post(proposals, {"seed": "7", "choose": "0"}).status_code == 302
    assert evaluator.post(address("blueprints:version_finish", "M1"), SURE).status_code == 302


@pytest.mark.slow
def test_a_protocol_is_begun_completed_and_registered(cast: TrialCast) -> None:
    evaluator, stranger = as_user(cast.evaluator), Client()
    assert evaluator.post(address("trial:protocol")).status_code == 302
    version = ProtocolVersion.objects.get()
    assert stranger.get(address("trial:version", "1.0")).status_code == 404
    assert evaluator.get(address("trial:version", "1.0")).status_code == 200
    broken = sent(content()) | {"plan_toml": "title = 3 ="}
    page = evaluator.post(address("trial:edit", "1.0"), broken)
    assert page.status_code == 200
    assert page.context["form"].non_field_errors()
    good = sent(content()) | {"plan_toml": version.plan}
    page = evaluator.post(address("trial:edit", "1.0"), good)
    assert page.status_code == 302, page.context["form"].errors
    assert evaluator.post(address("trial:register", "1.0"), SURE).status_code == 302
    assert stranger.get(address("trial:version", "1.0")).status_code == 200
    plan = stranger.get(address("trial:plan", "1.0"))
    assert plan.content.decode() == ProtocolVersion.objects.get().plan


@pytest.mark.slow
def test_a_draw_is_tried_committed_to_and_held(cast: TrialCast, protocol: ProtocolVersion) -> None:
    evaluator = as_user(cast.evaluator)
    here = address("trial:assignment")
    page = tried(evaluator, FIELDS | {"changes": "0"})
    assert len(page.context["clashes"]) >= 2
    page = tried(evaluator, FIELDS)
    assert len(page.context["chances"]["rows"]) == 9
    secret = evaluator.post(here, FIELDS | {"commit": "1"} | SURE).context["secret"]
    dice = {"public_value": "3 5 1 6", "public_source": "dice, the council's chair"}
    wrong = dice | {"seed": str(secret.seed + 1), "salt": secret.salt}
    page = evaluator.post(address("trial:reveal"), wrong)
    assert page.status_code == 422
    right = dice | {"seed": str(secret.seed), "salt": secret.salt}
    assert evaluator.post(address("trial:reveal"), right | SURE).status_code == 302


@pytest.fixture
def held(cast: TrialCast, protocol: ProtocolVersion, question: Problem) -> Draw:
    """A trial whose draw was held."""
    secret = assignment.commit_draw(by=cast.evaluator, protocol=protocol, problem=question)
    return assignment.reveal_draw(
        by=cast.evaluator, draw=secret.draw, seed=secret.seed, salt=secret.salt,
        public_value="3 5 1 6", public_source="dice",
    )  # fmt: skip


@pytest.mark.slow
def test_what_happens_is_recorded_and_every_page_opens_full(cast: TrialCast, held: Draw) -> None:
    evaluator = as_user(cast.evaluator)
    deviation = {
        "item": "size", "planned": "30", "actual": "24", "reason": "few applied",
        "happened_on": "2017-09-01", "seen": "no", "bias": "unknown",
    }  # fmt: skip
    assert evaluator.post(address("trial:deviations"), deviation | SURE).status_code == 302
    own = as_user(cast.coordinator)
    assessed = {
        "incubator": cast.ogre.pk, "quarter": "2017-01-01", "source": "visit",
        "assessed_on": "2017-04-02", "context_actual": "4",
    }  # fmt: skip
    for part in PARTS:
        assessed |= {f"{part}_planned": "10", f"{part}_actual": "5"}
    foreign = assessed | {"incubator": cast.other.pk}
    page = own.post(address("trial:fidelity"), foreign)
    assert page.context["form"].errors["incubator"]
    assert own.post(address("trial:fidelity"), assessed).status_code == 302
    lost = {
        "incubator": cast.ogre.pk, "stage": "lost", "reason": "closed",
        "happened_on": "2017-12-01",
    }  # fmt: skip
    assert own.post(address("trial:flow"), lost).status_code == 302
    for name in OPEN:
        for language in ("lv", "en"):
            assert evaluator.get(address(name, language=language)).status_code == 200, name


def test_the_next_version_is_begun(cast: TrialCast, protocol: ProtocolVersion) -> None:
    evaluator = as_user(cast.evaluator)
    later = {"changed": "another outcome", "major": "1"}
    assert evaluator.post(address("trial:next", "1.0"), later).status_code == 302
    assert ProtocolVersion.objects.filter(major=2).exists()


def test_two_questions_of_a_person_wait_and_a_third_comes_later(cast: TrialCast) -> None:
    ask = {"sites": "9", "participants": "30", "site_sd": "0,4", "mid": "10", "trials": "100"}
    evaluator, here = as_user(cast.evaluator), address("trial:power")
    for base in ("35", "36"):
        assert evaluator.post(here, ask | {"base": base}).status_code == 302
    refused = evaluator.post(here, ask | {"base": "37"})
    assert refused.status_code == 200
    assert "2" in refused.context["form"].errors["__all__"][0]
    assert DesignRun.objects.count() == 2
    # Asked again, what waits is no further question.
    assert evaluator.post(here, ask | {"base": "36"}).status_code == 302


@pytest.mark.slow
def test_what_can_this_trial_show(cast: TrialCast) -> None:
    evaluator = as_user(cast.evaluator)
    ask = {
        "sites": "9", "participants": "30", "site_sd": "0,4", "base": "35", "mid": "10",
        "trials": "100",
    }  # fmt: skip
    page = evaluator.post(address("trial:power"), ask | {"mid": "60", "base": "10"})
    assert page.context["form"].errors["mid"]
    answer = evaluator.post(address("trial:power"), ask)
    assert answer.status_code == 302
    run = DesignRun.objects.get()
    waiting = Client().get(answer["Location"])
    assert waiting.headers["Refresh"] == "3"
    runs.answer(run.key)  # what the worker does
    again = evaluator.post(address("trial:power"), ask)
    assert again["Location"] == answer["Location"]
    assert DesignRun.objects.count() == 1
    shown = Client().get(answer["Location"])
    assert "Refresh" not in shown.headers
    assert len(shown.context["shown"]) == 2
    page_text = " ".join(shown.content.decode().split())
    assert page_text.count("patiesa atšķirība paliek nepamanīta") == 2
    assert "Spriežot tikai pēc ierakstiem" in page_text
    run.refresh_from_db()
    assert run.done == run.total == 200
    assert Client().get(address("trial:power_answer", "0" * 64)).status_code == 404
    assert datetime.date.today() >= run.asked_at.date()  # noqa: DTZ011


def test_the_plan_of_a_draft_is_told_by_no_answer(cast: TrialCast) -> None:
    """Nor that of a version that is hidden until its day; that of a public one is."""
    begun = registry.begin_version(
        by=cast.evaluator, content=content(), plan=TEMPLATE + "\n# kanārijputns\n", models=[]
    )
    secret, known = (
        runs.start(plan, Question(candidates([30], [0.2], [9])), by=cast.evaluator)
        for plan in (begun.plan, TEMPLATE)
    )
    DesignRun.objects.update(answer=[])
    stranger, evaluator = Client(), as_user(cast.evaluator)

    def reads(client: Client, run: DesignRun) -> set[bool]:
        listed = address("trial:power_answer", run.key)
        return {
            client.get(listed).status_code == 200,
            client.get(address("trial:power_export", run.key)).status_code == 200,
            listed in client.get(address("trial:power")).content.decode(),
        }

    assert reads(stranger, secret) == reads(as_user(cast.coordinator), secret) == {False}
    assert reads(evaluator, secret) == reads(stranger, known) == {True}
    ProtocolVersion.objects.filter(pk=begun.pk).update(
        registered_at=timezone.now(),
        registered_by=cast.evaluator,
        canonical="",
        sha256=hashlib.sha256(b"").hexdigest(),
        content=begun.content | {"hidden_until": "2999-01-01"},
    )
    assert reads(stranger, secret) == {False}
    with pgtrigger.ignore("trial.ProtocolVersion:immutable_when_registered"):
        ProtocolVersion.objects.filter(pk=begun.pk).update(content=begun.content)
    assert reads(stranger, secret) == {True}
