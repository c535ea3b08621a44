"""Boards and the ESF+ report over the whole country: a million people, ten million observations.

    make bench, or: PYTHONPATH=src python benchmarks/bench_indicators.py [PEOPLE] [FOLDER]

PEOPLE: 1000000 unless said. With FOLDER the filled database stays there for the next time. The
people are written straight into the tables, sealed fields empty, over 42 municipalities. Median and
fastest of the answers, as the role that the house serves as, row-level security included; of the
work of the night the clock and the processor seconds of this process (PostgreSQL's are its own).
"""

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from pages import machine, table, write

PEOPLE, REPEATS = 1_000_000, 7

FILL = """
SET session_replication_role = replica;
SET synchronous_commit = off;
INSERT INTO incubators_incubator (municipality_id, slug, name_lv, name_en, address, building_lv,
    building_en, target_group_lv, target_group_en, state, opens_on, feasible_reason_lv,
    feasible_reason_en, invented)
    SELECT m.id, 'b-' || m.id, 'Inkubators ' || m.id, 'Incubator ' || m.id, '', 'x', 'x', 'x', 'x',
        'open', '2023-01-01', '', '', true
    FROM network_municipality m
    WHERE NOT EXISTS (SELECT FROM incubators_incubator i WHERE i.municipality_id = m.id);
CREATE TEMP TABLE places AS
    SELECT row_number() OVER (ORDER BY id) - 1 AS n, id AS incubator, municipality_id AS place
    FROM incubators_incubator ORDER BY (slug = 'ogre') DESC, id LIMIT 42;
CREATE TEMP TABLE models AS
    SELECT row_number() OVER (ORDER BY id) - 1 AS n, id FROM blueprints_modelversion
    WHERE published_at IS NOT NULL;
CREATE TEMP TABLE people AS
    SELECT g + 1000000 AS id, place, incubator,
        (SELECT id FROM models WHERE n = g %% (SELECT count(*) FROM models)) AS version,
        date '2023-01-01' + (hashint8(g) & 1023) AS begins,
        30 + (hashint8(g + 7) & 255) AS days,
        (hashint8(g + 11) & 1023) AS chance
    FROM (SELECT generate_series(0, {people} - 1)::bigint AS g) AS every
    JOIN places ON places.n = g * 42 / {people};
INSERT INTO people_person (id, municipality_id, given_name, family_name, birth_date, personal_code,
    code_token, phone, email, address, needs, birth_year, gender, language, easy_language,
    registered_at, invented, sealed_as)
    SELECT id, place, '', '', '', '',
        -- One of a thousand is registered in another municipality too.
        CASE id %% 1000 WHEN 0 THEN (id - 1000000) %% ({people} / 2) ELSE -id END,
        '', '', '', '', 1960 + chance %% 48,
        CASE WHEN chance < 560 THEN 'woman' WHEN chance < 1015 THEN 'man' ELSE 'non_binary' END,
        'lv', false, begins, true, gen_random_uuid() FROM people;
INSERT INTO people_stay (id, person_id, municipality_id, incubator_id, version_id, period,
    contract_on, exit_state, exit_reason, exit_note, sealed_as)
    SELECT id, id, place, incubator, version,
        daterange(begins, CASE WHEN begins + days < '2025-11-01' THEN begins + days END), begins,
        CASE WHEN begins + days < '2025-11-01' THEN
            (ARRAY['open_job', 'wise_job', 'unemployed', 'inactive', 'education'])[1 + chance %% 5]
            ELSE '' END,
        CASE WHEN begins + days < '2025-11-01' THEN
            (ARRAY['by_plan', 'own_wish', 'job'])[1 + chance %% 3] ELSE '' END, '',
        gen_random_uuid() FROM people;
INSERT INTO people_entrysnapshot (stay_id, person_id, municipality_id, age, gender, labour_status,
    months_unemployed, education, household, collected, disability, target_group, sealed_as)
    SELECT s.id, s.id, s.municipality_id, 2024 - p.birth_year, p.gender,
        CASE (s.id %% 10) WHEN 0 THEN 'employed' WHEN 1 THEN 'inactive' ELSE 'unemployed' END,
        CASE WHEN s.id %% 10 > 1 THEN s.id %% 40 END,
        (ARRAY['isced_0_2', 'isced_3_4', 'isced_5_8', 'unknown'])[1 + s.id %% 4],
        'alone', 'not_collected', '', '', gen_random_uuid()
    FROM people_stay s JOIN people_person p ON p.id = s.person_id WHERE s.id >= 1000000;
INSERT INTO people_application (id, person_id, municipality_id, incubator_id, sender, helper,
    groups, received_on, state, recorded_by_id, sealed_as)
    SELECT id, id, place, incubator, 'person', '', '', begins - chance %% 90, 'accepted', {person},
        gen_random_uuid() FROM people;
CREATE TEMP TABLE asked (questionnaire text, moment text, after int, answers text);
INSERT INTO asked VALUES
    ('entry', 'entry', 0, '{{"hours": 20, "income_work": 300}}'), ('who5', 'entry', 0, '{{}}'),
    ('soft_skills', 'entry', 0, '{{"punctuality": 3, "teamwork": 4}}'),
    ('exit', 'exit', -1, '{{"state": "open_job", "hours": 30, "satisfaction": 4}}'),
    ('who5', 'exit', -1, '{{}}'), ('soft_skills', 'exit', -1, '{{"punctuality": 4, "change": 3}}'),
    ('follow_up', 'w4', 28, '{{"state": "unemployed"}}'),
    ('follow_up', 'm6', 183, '{{"state": "open_job", "hours": 38}}'),
    ('who5', 'm6', 183, '{{}}'), ('follow_up', 'm12', 365, '{{"state": "wise_job", "hours": 32}}'),
    ('who5', 'm12', 365, '{{}}'), ('follow_up', 'm24', 730, '{{"state": "inactive"}}');
INSERT INTO people_observation (person_id, municipality_id, stay_id, questionnaire, version, moment,
    rater, mode, observed_on, answers, score, in_words, corrected_because, recorded_by_id,
    sealed_as)
    SELECT id, place, id, questionnaire, 1, moment, 'participant', 'phone',
        begins + CASE WHEN moment = 'entry' THEN 0 ELSE days + after END, answers::jsonb,
        CASE WHEN questionnaire = 'who5' THEN 4 * (chance %% 26) END, '', '', {person},
        gen_random_uuid()
    FROM people CROSS JOIN asked
    WHERE moment = 'entry' OR (begins + days + after < '2026-02-01' AND (chance + after) %% 7 > 0);
SET session_replication_role = origin;
"""


def main() -> int:
    """Fill a database, ask for every page, write the table."""
    people = int(sys.argv[1]) if len(sys.argv) > 1 else PEOPLE
    with tempfile.TemporaryDirectory() as folder:
        kept = Path(sys.argv[2]) if len(sys.argv) > 2 else Path(folder)
        there = (kept / "filled").exists()
        os.environ["LIGZDA_DATA"] = str(kept)
        os.environ["DJANGO_SETTINGS_MODULE"] = "ligzda.server.settings"
        from ligzda.server.database import database

        with database() as url:
            import django

            django.setup()
            from django.db import connections

            from ligzda.server.privileges import grant, serve_as_role

            if not there:
                fill(url, people)
                (kept / "filled").touch()
            grant(url)
            serve_as_role()
            slow = measure(people)
            connections.close_all()
    return 1 if slow else 0


def fill(url: str, people: int) -> None:
    from django.core.management import call_command
    from django.db import connection

    from ligzda.network.models import User
    from ligzda.server.load import load_network
    from ligzda.server.prepared import load_prepared

    load_prepared(url)
    call_command("migrate", verbosity=0, interactive=False)
    call_command("collectstatic", verbosity=0, interactive=False)
    load_network()
    person = User.objects.get(email="koordinators.ogre@ligzda.example").pk
    with connection.cursor() as cursor:
        cursor.execute(FILL.format(people=people, person=person).replace("%%", "%"))
        cursor.execute("VACUUM ANALYZE")


def measure(people: int) -> bool:
    """Write a row a page; return whether any median is above its bar."""
    from ligzda.kernel.confined import EVERYWHERE, HOUSE, rows_of
    from ligzda.people.models import Observation

    with rows_of(EVERYWHERE, HOUSE):
        observations = Observation.objects.count()
    period = "?first=2025-01-01&last=2025-12-31"
    three_years = "?first=2023-01-01&last=2025-12-31"
    pages = [
        ("koordinators.ogre", f"/raditaji/parskati/inkubatora/ogre/{period}", "board", 150),
        ("koordinators.ogre", f"/raditaji/esf/ogre/{period}", "ESF+ of a municipality", 1000),
        ("izvertetajs.rtu", f"/raditaji/esf/all/{three_years}", "ESF+, country, 3 years", 5000),
        ("izvertetajs.rtu", f"/raditaji/parskati/visi/{period}", "board of the network", 20_000),
    ]
    rows, slow = [], False
    for who, path, name, must in pages:
        client = signed_in(who)

        def ask(path: str = path, client: object = client) -> None:
            answer = client.get(path)  # type: ignore[attr-defined]
            assert answer.status_code == 200, (path, answer.status_code)

        found = times(ask, REPEATS if must <= 1000 else 2)
        slow |= statistics.median(found) > must
        rows.append(
            [name, f"{statistics.median(found):.0f} ms", f"{min(found):.0f} ms", f"{must} ms"]
        )
        print(rows[-1], flush=True)
    rows += _work()
    header = [f"{people:,} people, {observations:,} observations", "median", "fastest", "must"]
    if people >= PEOPLE:
        write("indicators", f"{machine()}\n\n{table(header, rows)}")
    return slow


def _work() -> list[list[str]]:
    """Time what no page waits for: a data set's cells here and from a lake, the night's checks."""
    import datetime

    from ligzda.indicators import lake
    from ligzda.indicators.data_sets.taking import take
    from ligzda.indicators.export import export_lake
    from ligzda.indicators.quality.actions import run_checks
    from ligzda.network.load import system_member

    day = datetime.date(2026, 2, 1)
    span = datetime.date(2000, 1, 1), day
    by = ("incubator", "model", "quarter")
    with tempfile.TemporaryDirectory() as folder:
        there = Path(folder) / "lake"
        jobs: list[tuple[str, Callable[[], object], float]] = [
            ("data set to cells", lambda: take("in_paid_activity", "m12", day), 10),
            ("the lake is written", lambda: list(export_lake(there)), 0),
            ("cells from Parquet", lambda: lake.counts(there, "in_paid_activity", span, by), 3),
            ("quality, all checks", lambda: run_checks(by=system_member()), 60),
        ]
        return [_timed(*job) for job in jobs]


def _timed(name: str, act: Callable[[], object], must: float) -> list[str]:
    started, used = time.perf_counter(), time.process_time()
    act()
    clock, used = time.perf_counter() - started, time.process_time() - used
    row = [name, f"{clock:.1f} s", f"{used:.1f} s of this process", f"{must:g} s" if must else "–"]
    print(row, flush=True)
    return row


def times(act: Callable[[], None], repeats: int) -> list[float]:
    """Return milliseconds by the clock; the first answer is not counted."""
    act()
    found = []
    for _ in range(repeats):
        started = time.perf_counter()
        act()
        found.append(1000 * (time.perf_counter() - started))
    return found


def signed_in(who: str):  # type: ignore[no-untyped-def]
    from django.test import Client

    from ligzda.server.load import accounts

    password = accounts().split("password of all: ")[1].split(")")[0]
    client = Client(SERVER_NAME="localhost")
    form = {"login": f"{who}@ligzda.example", "password": password}
    answer = client.post("/konts/pieteikties/", form)
    assert answer.status_code == 302, answer.status_code
    return client


if __name__ == "__main__":
    raise SystemExit(main())
