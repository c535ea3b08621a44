"""The load of the network: complete, the same when repeated, complete after a crash."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries, Settings
from tests.loaded import load_once
from tests.waiting import PATIENCE, until

from ligzda.blueprints.models import ModelVersion, Practice
from ligzda.incubators.models import Incubator
from ligzda.network.models import AuditEvent, Decision, Partner, Population, Unit, User
from ligzda.server.database import data_folder
from ligzda.server.load import load_network

COUNTED = {
    Unit: 119 + 43 + 1,
    Population: 41 + 51 + 13,
    Partner: 9 + 5,
    Decision: 9,
    Practice: 36,
    ModelVersion: 8,
    Incubator: 9,
    # The installation, the accounts, who learns and their trainer, who has a mentor already.
    User: 1 + 18 + 13 + 1,
}


@pytest.fixture(autouse=True)
def own_data_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LIGZDA_DATA", str(tmp_path))


@pytest.mark.django_db
def test_it_works() -> None:
    printed = load_network()
    assert "koordinators.ogre@ligzda.example" in printed
    assert (data_folder() / "demo-password").read_text().strip() in printed
    assert {model: model._default_manager.count() for model in COUNTED} == COUNTED


@pytest.mark.slow
@pytest.mark.django_db
def test_everything_is_in_the_audit_trail_by_the_installation_or_its_accounts() -> None:
    load_once()
    by_others = AuditEvent.objects.exclude(by__is_system=True).exclude(by__is_demo=True)
    assert not by_others.exists()
    assert AuditEvent.objects.filter(action="unit.register").count() == COUNTED[Unit]


@pytest.mark.slow
@pytest.mark.django_db
def test_twice_is_the_same(django_assert_max_num_queries: DjangoAssertNumQueries) -> None:
    def everything() -> dict[str, int]:
        with connection.cursor() as cursor:
            names = connection.introspection.table_names(cursor)
            counts = {}
            for name in names:
                cursor.execute(f'SELECT count(*), sum(hashtext(t::text)::bigint) FROM "{name}" t')
                counts[name] = cursor.fetchone()
        return counts

    load_once()
    first = load_network()
    before = everything()
    # Two of each room that loads say whose rows it works on.
    with django_assert_max_num_queries(170):
        assert load_network() == first
    assert everything() == before


@pytest.mark.slow
@pytest.mark.django_db
def test_what_people_edited_stays() -> None:
    load_once()
    Partner.objects.filter(slug="rtu").update(role_en="Changed by hand.")
    load_network()
    assert Partner.objects.get(slug="rtu").role_en == "Changed by hand."


@pytest.mark.slow
@pytest.mark.django_db
def test_what_is_missing_is_added() -> None:
    load_once()
    Population.objects.all().delete()
    load_network()
    assert Population.objects.count() == COUNTED[Population]


@pytest.mark.slow
@pytest.mark.django_db
def test_a_new_demo_password_counts_for_all_accounts() -> None:
    load_once()
    load_network()
    (data_folder() / "demo-password").unlink()
    printed = load_network()
    password = (data_folder() / "demo-password").read_text().strip()
    assert password in printed
    accounts = User.objects.filter(is_demo=True)
    assert len({user.password for user in accounts}) == 1
    assert accounts.earliest("pk").check_password(password)


@pytest.mark.slow
@pytest.mark.django_db
def test_the_printed_password_signs_in_and_the_installation_never(client: Client) -> None:
    load_once()
    load_network()
    password = (data_folder() / "demo-password").read_text().strip()

    def sign_in(email: str) -> bool:
        client.logout()
        client.post(reverse("account_login"), {"login": email, "password": password})
        return "_auth_user_id" in client.session

    assert sign_in("koordinators.ogre@ligzda.example")
    assert not sign_in(User.objects.get(is_system=True).email)
    User.objects.filter(is_demo=True).update(is_active=False)
    assert not sign_in("koordinators.ogre@ligzda.example")


@pytest.mark.slow
@pytest.mark.django_db
def test_outside_a_demonstration_nothing_is_invented(settings: Settings) -> None:
    settings.DEMO = False
    assert load_network() == ""
    assert [row.slug for row in Incubator.objects.all()] == ["ogre"]
    assert not Partner.objects.filter(invented=True).exists()
    assert not Decision.objects.filter(invented=True).exists()
    assert [user.is_system for user in User.objects.all()] == [True]


@pytest.mark.slow
@pytest.mark.django_db
def test_a_demonstration_that_ends_closes_its_accounts(settings: Settings) -> None:
    load_once()
    settings.DEMO = False
    load_network()
    for user in User.objects.filter(is_demo=True):
        assert not user.is_active
        assert not user.has_usable_password()
    settings.DEMO = True
    load_network()
    assert User.objects.filter(is_demo=True, is_active=True).count() == 18


def test_no_migration_is_missing(db: None) -> None:
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


LOAD = """
import os, django
os.environ["DJANGO_SETTINGS_MODULE"] = "ligzda.server.settings"
django.setup()
from django.core.management import call_command
from ligzda.server import loading
loading.demonstrations = lambda: ()  # their people and staff: tests/people/test_demonstration.py
loading.ask()
call_command("procrastinate", "worker", "--one-shot")
assert loading.state() is None, loading.state()
"""
NOBODY_ELSE = """
SELECT 1 WHERE NOT EXISTS (
    SELECT 1 FROM pg_stat_activity
    WHERE datname = current_database() AND pid <> pg_backend_pid()
        AND backend_type = 'client backend'
)
"""


@pytest.fixture
def other_database() -> Iterator[str]:
    """A database with empty tables beside the tests' own."""
    url = os.environ["DATABASE_URL"]
    name = f"ligzda_killed_{os.getpid()}"
    # Where another server is given, there is no template with the tables.
    template = os.environ.get("LIGZDA_TEST_TEMPLATE", "template0")
    # Not through `url`: a database that somebody is in cannot be a template.
    beside = psycopg.conninfo.make_conninfo(url, dbname="postgres")
    with psycopg.connect(beside, autocommit=True) as server:
        server.execute(f"CREATE DATABASE {name} TEMPLATE {template} ENCODING 'UTF8'")
    made = psycopg.conninfo.make_conninfo(url, dbname=name)
    try:
        if template == "template0":
            migrate = [sys.executable, "-m", "ligzda.cli", "manage", "migrate", "--no-input"]
            environment = os.environ | {"DATABASE_URL": made}
            subprocess.run(migrate, env=environment, check=True, capture_output=True)
        yield made
    finally:
        with psycopg.connect(beside, autocommit=True) as server:
            server.execute(f"DROP DATABASE {name} WITH (FORCE)")


# pg_locks shows the whole server, and other tests wait in databases of their own.
WAITS_HERE = """
    SELECT 1 FROM pg_locks JOIN pg_database ON pg_database.oid = database
    WHERE NOT granted AND datname = current_database()
"""


@pytest.mark.slow
@pytest.mark.parametrize("table", ["network_decision", "incubators_incubator"])
def test_killed_in_the_middle_it_leaves_whole_rooms_and_the_next_run_completes_it(
    other_database: str, tmp_path: Path, table: str
) -> None:
    """A lock held here stops the load in the middle; there it is killed, as by `kill -9`."""
    environment = os.environ | {"DATABASE_URL": other_database, "LIGZDA_DATA": str(tmp_path)}

    def start(code: str) -> subprocess.Popen[bytes]:
        return subprocess.Popen([sys.executable, "-c", code], env=environment)

    with psycopg.connect(other_database) as locking:
        locking.execute(f"LOCK TABLE {table} IN ACCESS EXCLUSIVE MODE")
        process = start(LOAD)
        _wait_for(other_database, WAITS_HERE)
        process.send_signal(signal.SIGKILL)
        assert process.wait(PATIENCE) == -signal.SIGKILL
        locking.rollback()
    _wait_for(other_database, NOBODY_ELSE)
    with psycopg.connect(other_database) as reading:
        for model in COUNTED:
            count = reading.execute(f"SELECT count(*) FROM {model._meta.db_table}")
            rooms_before = {"network": 0, "blueprints": 1, "incubators": 2}
            whole = rooms_before[model._meta.app_label] < rooms_before[table.split("_")[0]]
            # Of the users only the installation, in whose name the rooms before were loaded.
            number = 1 if model is User else COUNTED[model]
            assert count.fetchone() == (number if whole else 0,), model
    assert start(LOAD).wait(PATIENCE) == 0
    with psycopg.connect(other_database) as reading:
        for model, number in COUNTED.items():
            count = reading.execute(f"SELECT count(*) FROM {model._meta.db_table}")
            assert count.fetchone() == (number,), model


def _wait_for(url: str, question: str) -> None:
    with psycopg.connect(url, autocommit=True) as asking:
        until(lambda: asking.execute(question).fetchone(), lambda: f"never: {question}")
