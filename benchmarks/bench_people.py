"""A person's page, search, the night's doubles and the seal, at the size of the country.

    PYTHONPATH=src python benchmarks/bench_people.py [PEOPLE] [FOLDER] [NAMED]

The database is that of bench_indicators.py, and FOLDER may be one that it has filled. Everybody –
or the first NAMED of them, municipality by municipality – gets what they are known by: names and a
birth date sealed under a key of their own, for seven of ten a personal code, and tokens. One of a
hundred is the one before them again (`SLIPS`). What is measured is the clock, and the processor of
this process and of its database session together: where other work keeps the cores busy, only the
latter can be compared.
"""

import datetime
import os
import random
import re
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from bench_indicators import fill, signed_in
from pages import machine, table, write

if TYPE_CHECKING:
    from ligzda.people.models import Person

PEOPLE, REPEATS, FIRST, EVERY = 200_000, 20, 1_000_000, 100
TICK = os.sysconf("SC_CLK_TCK")

STEMS = re.findall(
    r"\w+",
    """
Bērz Kaln Ozol Liep Krūm Zar Kārkl Āb Lap Riekst Pried Egl Vīt Kļav Balod Zvirbul Vanag Grīnberg
Rozīt Siln Upen Laur Dzen Strazd Gail Vilk Lāc Zaķ Puķ Mūrn Saul Zvaigzn Akmen Sproģ Purv Jans
Pēters Andres Mikels Krist Frīdenberg Skuj Rud Melder Kalēj Skrod Drēb Bišniek Ziemel Rītiņ
Dārzn Muižn Celn Straum Avot Celm Šteinberg Cīrul Bebr Ūdr Briež Kazl Āzen Vēj Mežs Birz Tīrum
""",
)
ENDINGS = ["iņa", "a", "īte", "niece", "one", "ule", "ova", "berga", "mane"]
GIVEN = re.findall(
    r"\w+",
    """
Anna Ilze Inese Kristīne Laura Līga Liene Maija Marta Sandra Santa Zane Aija Baiba Daina Dace
Elīna Evija Gunta Ieva Inga Ilona Jana Jūlija Skaidrīte Velta Andris Aivars Aldis Artūrs Edgars
Guntis Ivars Jānis Juris Kaspars Mārtiņš Māris Normunds Oskars Pēteris Raimonds Roberts Uldis
""",
)

Known = tuple[str, str, datetime.date]


def _bare(known: Known) -> Known:
    from ligzda.people.identity.folding import folded

    given, family, born = known
    return folded(given).title(), folded(family).title(), born


def _letter(known: Known) -> Known:
    given, family, born = known
    return given, family[:2] + family[3] + family[2] + family[4:], born


def _month(known: Known) -> Known:
    given, family, born = known
    swapped = born.replace(month=born.day, day=born.month) if born.day <= 12 else born
    return given, family, swapped


SLIPS: list[Callable[[Known], Known]] = [
    _bare, _letter, _month, lambda known: (known[1], known[0], known[2]),
]  # fmt: skip
"""Marks lost, two letters changed places, day and month did, given and family name did."""


def main() -> int:
    """Fill a database, ask for every page, write the table."""
    people = int(sys.argv[1]) if len(sys.argv) > 1 else PEOPLE
    with tempfile.TemporaryDirectory() as folder:
        kept = Path(sys.argv[2]) if len(sys.argv) > 2 else Path(folder)
        os.environ["LIGZDA_DATA"] = str(kept)
        os.environ["DJANGO_SETTINGS_MODULE"] = "ligzda.server.settings"
        from ligzda.server.database import database

        with database() as url:
            import django

            django.setup()
            from django.db import connections

            from ligzda.server.privileges import grant, serve_as_role

            if not (kept / "filled").exists():
                fill(url, people)
                (kept / "filled").touch()
            if not (kept / "named").exists():
                name_people(int(sys.argv[3]) if len(sys.argv) > 3 else people)
                (kept / "named").touch()
            grant(url)
            serve_as_role()
            slow = measure()
            connections.close_all()
    return 1 if slow else 0


def name_people(most: int) -> None:
    """Give the first of the filled database a name, a key and tokens, by COPY."""
    from django.db import connection

    from ligzda.people.models import Person

    with connection.cursor() as cursor:
        cursor.execute("SET session_replication_role = replica; SET synchronous_commit = off")
        cursor.execute(
            "CREATE TEMP TABLE named (id bigint, given bytea, family bytea, born bytea, year int,"
            " code bigint)"
        )
        rows = list(
            Person.objects.filter(pk__gte=FIRST, invented=True)
            .order_by("pk")
            .only("pk", "municipality_id", "sealed_as", "birth_year")[:most]
        )
        tables = {
            "named": ["id", "given", "family", "born", "year", "code"],
            "people_personkey": ["person_id", "municipality_id", "master", "wrapped"],
            "people_searchtoken": ["person_id", "municipality_id", "kind", "token"],
        }
        for begin in range(0, len(rows), 5000):
            made = list(_described(rows[begin : begin + 5000], begin))
            for place, (name, columns) in enumerate(tables.items()):
                with cursor.copy(f"COPY {name} ({', '.join(columns)}) FROM STDIN") as copy:
                    for each in made:
                        for row in each[place]:
                            copy.write_row(row)
        cursor.execute(
            "UPDATE people_person SET given_name = given, family_name = family, birth_date = born,"
            " birth_year = year, code_token = code FROM named WHERE named.id = people_person.id"
        )
        cursor.execute("SET session_replication_role = origin")
        cursor.execute("VACUUM ANALYZE people_person, people_personkey, people_searchtoken")


def _described(rows: "list[Person]", begin: int) -> Iterator[tuple[list[tuple[object, ...]], ...]]:
    from ligzda.kernel.seal import new_key
    from ligzda.people.codes import code_token
    from ligzda.people.identity import tokens
    from ligzda.people.keys import master_keys, whose

    choice, master = random.Random(begin), master_keys()
    before: tuple[int, Known] | None = None
    for number, row in enumerate(rows, begin):
        known = (
            choice.choice(GIVEN),
            choice.choice(STEMS) + choice.choice(ENDINGS),
            datetime.date(row.birth_year or 1980, 1, 1) + datetime.timedelta(choice.randrange(365)),
        )
        again = number % EVERY == 1 and before is not None and before[0] == row.municipality_id
        if again:
            assert before is not None
            known = SLIPS[number // EVERY % len(SLIPS)](before[1])
        before = row.municipality_id, known
        row.given_name, row.family_name, row.birth_date = known[0], known[1], known[2].isoformat()
        # Whoever stands here twice was written down without their code the second time.
        code = None if again or number % 10 > 6 else code_token(written_code(row.pk))
        key = new_key()
        row.take_key(key)
        wrapped = master.wrap(key, whose(row.pk))
        sealed = [
            row._meta.get_field(name).pre_save(row, False)
            for name in ("given_name", "family_name", "birth_date")
        ]
        yield (
            [(row.pk, *sealed, known[2].year, code)],
            [(row.pk, row.municipality_id, wrapped.master, wrapped.octets)],
            [(each.person_id, each.municipality_id, each.kind, each.token)
             for each in tokens.of_person(row)],
        )  # fmt: skip


def written_code(number: int) -> str:
    """Return a personal code without a birth date, that nobody has."""
    return f"32{number // 100_000:04d}-{number % 100_000:05d}"


class Used:
    """Seconds of the processor that this process and its database session have used."""

    def __init__(self) -> None:
        from django.db import connection

        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_backend_pid()")
            self.stat = Path(f"/proc/{cursor.fetchone()[0]}/stat")

    def __call__(self) -> float:
        user, system = self.stat.read_text().rsplit(")", 1)[1].split()[11:13]
        return time.process_time() + (int(user) + int(system)) / TICK


def measure() -> bool:
    """Write a row a figure; return whether any is beyond its bar."""
    from ligzda.kernel.confined import EVERYWHERE, HOUSE, rows_of
    from ligzda.network.load import system_member
    from ligzda.people.identity.actions import find_doubles
    from ligzda.people.models import Observation, Person, PossibleDouble
    from ligzda.people.queries import PAGE, people_of

    with rows_of(EVERYWHERE, HOUSE):
        counted = Person.objects.count(), Observation.objects.count()
        named = Person.objects.exclude(given_name=b"").count()
        first = Person.objects.select_related("municipality").get(pk=FIRST + 12)
        name, code = first.family_name, written_code(first.pk)
    client = signed_in("koordinators.ogre")

    def get() -> None:
        assert client.get(f"/cilveki/{first.pk}/").status_code == 200

    def search(text: str) -> Callable[[], None]:
        def ask() -> None:
            answer = client.post("/cilveki/meklet/", {"text": text})
            assert answer.status_code == 200
            assert "<td>P-" in answer.content.decode() or "P-1" in answer.content.decode()

        return ask

    def opened() -> None:
        with rows_of([first.municipality_id], HOUSE):
            rows = people_of(first.municipality)
        assert len([row.name for row in rows]) == PAGE

    def unopened() -> None:
        with rows_of([first.municipality_id], HOUSE):
            list(Person.objects.filter(municipality=first.municipality).order_by("-pk")[:PAGE])

    rows: list[list[str]] = []
    page = _row(rows, "a person's page", get, 50)
    rare = _row(rows, "search by a name", search(f"{name} {first.given_name}"), 100)
    common = _row(rows, "search by two letters that many have", search("be"), 100)
    by_code = _row(rows, "search by personal code", search(code), 100)
    with_names, bare = (_per(REPEATS * 5, act)[1] for act in (opened, unopened))
    cost = with_names - bare
    rows.append(["seal: fifty people opened", "–", f"{cost:.1f} ms", "5 ms"])
    used, started = Used(), time.perf_counter()
    before = used()
    found = find_doubles(by=system_member())
    took, spent = time.perf_counter() - started, used() - before
    rows.append(
        [f"doubles of a night, {named:,} people", f"{took:.0f} s", f"{spent:.1f} s", "600 s"]
    )
    with rows_of(EVERYWHERE, HOUSE):
        pairs = set(PossibleDouble.objects.values_list("person", "other"))
        planted = _planted()
    hit = len(pairs & planted)
    recall, precision = hit / len(planted), hit / max(1, sum(pk >= FIRST for pk, _o in pairs))
    rows.append([f"planted doubles found, of {len(planted):,}", "–", f"{recall:.3f}", ".98"])
    rows.append([f"precision, of {found:,} new pairs", "–", f"{precision:.3f}", ".95"])
    header = [
        f"{counted[0]:,} people ({named:,} with names), {counted[1]:,} observations",
        "median by the clock",
        "processor, ours and the database's",
        "must",
    ]
    write("people", f"{machine()}\n\n{table(header, rows)}")
    bars = [(page, 50), (rare, 100), (common, 100), (by_code, 100), (cost, 5), (spent, 600)]
    return any(is_ > must for is_, must in bars) or recall < 0.98 or precision < 0.95


def _planted() -> set[tuple[int, int]]:
    """Return the pairs that `name_people` made one person of."""
    from ligzda.people.models import Person

    named = Person.objects.filter(pk__gte=FIRST).exclude(given_name=b"")
    there = dict(named.values_list("pk", "municipality_id"))
    order = sorted(there)
    return {
        (order[n - 1], order[n])
        for n in range(1, len(order), EVERY)
        if there[order[n - 1]] == there[order[n]] and n % 5000
    }


def _row(rows: list[list[str]], name: str, act: Callable[[], None], must: float) -> float:
    """Add a row of milliseconds; return those of the processor."""
    clock, used = _per(REPEATS, act)
    rows.append([name, f"{clock:.0f} ms", f"{used:.0f} ms", f"{must} ms"])
    print(rows[-1], flush=True)
    return used


def _per(repeats: int, act: Callable[[], None]) -> tuple[float, float]:
    """Return ms: the median by the clock, the mean of the processor; the first is not counted."""
    act()
    used, times = Used(), []
    before = used()
    for _ in range(repeats):
        started = time.perf_counter()
        act()
        times.append(1000 * (time.perf_counter() - started))
    return statistics.median(times), 1000 * (used() - before) / repeats


if __name__ == "__main__":
    raise SystemExit(main())
