"""The network loads in the worker; pages say how far it is, and only the first time."""

from dataclasses import dataclass
from pathlib import Path

import pytest
from django.db import DatabaseError, connection, transaction
from django.test import Client
from procrastinate.contrib.django.models import ProcrastinateJob
from pytest_django import DjangoDbBlocker
from tests.loaded import load_once

from ligzda.incubators.models import Incubator
from ligzda.server import loading
from ligzda.server.load import accounts, load, steps
from ligzda.server.loading import Loading

NOTICE = 'class="loading"'
AGAIN = 'http-equiv="refresh"'


@pytest.fixture(autouse=True)
def own_start(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LIGZDA_DATA", str(tmp_path))
    monkeypatch.setattr(loading, "_asked", loading._Asked())


def mark(status: str, step: str) -> None:
    """Let the newest job of a step have this status, as the worker would leave it."""
    newest = ProcrastinateJob.objects.filter(args__step=step).latest("id")
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE procrastinate_jobs SET status = %s::procrastinate_job_status WHERE id = %s",
            [status, newest.pk],
        )


def work(step: str) -> None:
    load(step)
    mark("succeeded", step)


@dataclass(frozen=True)
class Moment:
    """What page, terminal and database say before a step of the load, or after the last."""

    page: str
    incubators: bool
    printed: str
    state: Loading | None


def told(client: Client) -> Moment:
    page = client.get("/").content.decode()
    return Moment(page, Incubator.objects.exists(), accounts(), loading.state())


@pytest.fixture(scope="module")
def moments(
    django_db_setup: None,
    django_db_blocker: DjangoDbBlocker,
    tmp_path_factory: pytest.TempPathFactory,
) -> list[Moment]:
    """Load once, step by step, and look before each and after all."""
    client = Client()
    with django_db_blocker.unblock(), transaction.atomic(), pytest.MonkeyPatch.context() as patch:
        patch.setenv("LIGZDA_DATA", str(tmp_path_factory.mktemp("data")))
        patch.setattr(loading, "_asked", loading._Asked())
        loading.ask()
        found = []
        for step in steps():
            found.append(told(client))
            work(step)
        found.append(told(client))
        transaction.set_rollback(True)
    return found


def test_the_home_page_is_right_before_during_and_after(moments: list[Moment]) -> None:
    *before, after = moments
    of = len(steps())
    assert len(before) == of
    for done, moment in enumerate(before):
        assert NOTICE in moment.page
        assert f'value="{done}" max="{of}"' in moment.page
        assert ('id="incubators"' in moment.page) == moment.incubators
    assert NOTICE not in after.page
    assert AGAIN not in after.page
    assert after.page.count('class="card"') > 9


@pytest.mark.django_db
def test_the_home_page_asks_again_by_itself_and_others_have_a_link(client: Client) -> None:
    loading.ask()
    assert AGAIN in client.get("/").content.decode()
    about = client.get("/en/about/?from=here").content.decode()
    assert AGAIN not in about
    assert NOTICE in about
    assert '<a href="/en/about/?from=here">Show what is new</a>' in about


def test_accounts_are_printed_only_when_they_are_there(moments: list[Moment]) -> None:
    *before, after = moments
    for moment in before:
        assert moment.printed == ""
        assert moment.state is not None
    assert after.state is None
    assert "koordinators.ogre@ligzda.example" in after.printed


@pytest.mark.django_db
def test_later_starts_load_without_a_word_on_the_pages(client: Client) -> None:
    load_once()
    loading.ask()
    for step in steps():
        work(step)
    loading.ask()
    assert loading.state() == Loading(0, len(steps()), failed=False)
    assert NOTICE not in client.get("/").content.decode()


@pytest.mark.django_db
def test_jobs_that_a_killed_start_left_do_not_count() -> None:
    load_once()
    loading.ask()
    mark("doing", steps()[0])
    loading.ask()
    for step in steps():
        work(step)
    assert loading.state() is None


@pytest.mark.django_db
def test_a_step_that_failed_is_told(client: Client) -> None:
    loading.ask()
    for step in steps():
        mark("failed" if step == "blueprints" else "succeeded", step)
    assert loading.state() == Loading(len(steps()) - 1, len(steps()), failed=True)
    page = client.get("/").content.decode()
    assert "neizdevās ielādēt" in page
    assert AGAIN not in page


@pytest.mark.django_db
def test_the_page_for_our_own_mistakes_does_without_the_database(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    loading.ask()

    def unreachable() -> None:
        raise DatabaseError

    monkeypatch.setattr(loading, "state", unreachable)
    assert loading.shown() is None
