"""Server time of booking and week page with 100,000 bookings, as the role that the house serves as.

    make bench, or: PYTHONPATH=src python benchmarks/bench_bookings.py

The median and the fastest of 30 answers a page, in milliseconds, queries and row-level security
included, and what of it was this process's own processor; the first answer is not counted.
"""

import datetime
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable

from pages import machine, table, write

BOOKINGS, REPEATS = 100_000, 30

# Two hours at a time of every bench and room in turn, as many days as it takes on both sides of
# today; without triggers, whose history nobody asks for here. The constraint holds.
FILL = """
SET session_replication_role = replica;
CREATE TEMP TABLE wanted AS
    SELECT row_number() OVER () AS n, room.incubator_id, room.id AS room, place.place,
        (current_date + day + time '06:00' + slot * interval '2 hours') AT TIME ZONE 'UTC' AS begins
    FROM generate_series(-365, 365) AS day, generate_series(0, 3) AS slot,
        incubators_room room, generate_series(2, room.places) AS place(place)
    WHERE NOT EXISTS (  -- on whole days: what the demonstration's accounts and sessions have
        SELECT FROM incubators_occupation taken WHERE taken.stands AND taken.room_id = room.id
            AND (taken.place IS NULL OR taken.place = place.place)
            AND taken.begins::date = current_date + day
    )
    ORDER BY abs(day), slot, room.id, place.place LIMIT {bookings};
INSERT INTO incubators_booking
    (id, incubator_id, begins, ends, purpose, stands, booked_by_id, booked_at)
    SELECT 1000000 + n, incubator_id, begins, begins + interval '2 hours', 'Kastes', true,
        {person}, now() FROM wanted;
INSERT INTO incubators_occupation
    (incubator_id, kind, booking_id, room_id, place, begins, ends, stands, reason, held_for)
    SELECT incubator_id, 'booking', 1000000 + n, room, place, begins,
        begins + interval '2 hours', true, '', '' FROM wanted;
SET session_replication_role = origin;
ANALYZE;
"""


def main() -> int:
    """Load the network, fill it, ask for every page, print the table."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["LIGZDA_DATA"] = folder
        os.environ["DJANGO_SETTINGS_MODULE"] = "ligzda.server.settings"
        from ligzda.server.database import database

        with database() as url:
            import django

            django.setup()
            from django.core.management import call_command
            from django.db import connection, connections

            from ligzda.network.models import User
            from ligzda.server.load import load_network
            from ligzda.server.prepared import load_prepared
            from ligzda.server.privileges import grant, serve_as_role

            load_prepared(url)
            call_command("migrate", verbosity=0, interactive=False)
            call_command("collectstatic", verbosity=0, interactive=False)
            load_network()
            person = User.objects.get(email="koordinators.ogre@ligzda.example").pk
            with connection.cursor() as cursor:
                cursor.execute(FILL.format(bookings=BOOKINGS, person=person))
            grant(url)
            serve_as_role()
            slow = measure(person)
            connections.close_all()
    return 1 if slow else 0


def measure(person: int) -> bool:
    """Write a row a page; return whether any median is above its bar."""
    from ligzda.incubators.models import Booking
    from ligzda.kernel.confined import rows_of, set_back
    from ligzda.network.confining import set_municipalities

    with rows_of("*"):
        count = Booking.objects.count()
    client, day = (
        _signed_in(),
        datetime.datetime.now(datetime.UTC).date() + datetime.timedelta(days=6),
    )
    hours = f"day={day}&begins=10:00&ends=12:00"
    pages = [
        (f"/inkubatori/ogre/rezervet/?thing=r1.2&{hours}", "booking page", 50),
        (f"/inkubatori/ogre/briva/?{hours}", "what is free", 50),
        ("/inkubatori/ogre/nedela/", "week of an incubator", 100),
        ("/inkubatori/rezervacijas/", "my bookings", 50),
    ]
    rows, slow = [], False

    def add(name: str, times: list[tuple[float, float]], must: float) -> None:
        nonlocal slow
        wall, own = (statistics.median(found) for found in zip(*times, strict=True))
        slow |= wall > must
        rows.append(
            [name, f"{wall:.2f} ms", f"{min(times)[0]:.2f} ms", f"{own:.2f} ms", f"{must} ms"]
        )

    for path, name, must in pages:

        def ask(path: str = path) -> None:
            answer = client.get(path)
            assert answer.status_code == 200, (path, answer.status_code)

        add(name, _times(ask, REPEATS), must)

    def confine() -> None:
        set_municipalities(person)
        set_back()

    add("confining a request", _times(confine, 1000), 0.3)
    header = [
        f"{count:,} bookings", f"median of {REPEATS}", "fastest", "of it our processor", "must",
    ]  # fmt: skip
    write("bookings", f"{machine()}\n\n{table(header, rows)}")
    return slow


def _times(act: Callable[[], None], repeats: int) -> list[tuple[float, float]]:
    """Return milliseconds by the clock, and of this process's processor."""
    act()
    found = []
    for _ in range(repeats):
        started, used = time.perf_counter(), time.process_time()
        act()
        found.append((1000 * (time.perf_counter() - started), 1000 * (time.process_time() - used)))
    return found


def _signed_in():  # type: ignore[no-untyped-def]
    from django.test import Client

    from ligzda.server.load import accounts

    password = accounts().split("password of all: ")[1].split(")")[0]
    client = Client(SERVER_NAME="localhost")
    form = {"login": "koordinators.ogre@ligzda.example", "password": password}
    answer = client.post("/konts/pieteikties/", form)
    assert answer.status_code == 302, answer.status_code
    return client


if __name__ == "__main__":
    sys.exit(main())
