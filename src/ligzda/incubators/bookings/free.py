"""Free time: the open hours, as one multirange, less what is taken (ADR 0091).

Both questions are one statement each, and the database subtracts. What a thing needs beside the
hours of work – pauses – is put around the open hours and around the hours that are looked for, so
that an hour counts as free only if its pauses are.
"""

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import connection
from django.utils import timezone
from psycopg.types.multirange import Multirange
from psycopg.types.range import Range

from ligzda.incubators.bookings.rules import Thing, Time
from ligzda.incubators.models import Equipment, Incubator, Room
from ligzda.incubators.places.opening import Day, days
from ligzda.network.models import User

LOOKED_AHEAD = 28
"""Days in which the nearest free time is looked for."""
_LONGEST = datetime.timedelta(days=31)
_STEP = datetime.timedelta(minutes=15)

# Of the open hours, pauses around them, what is long enough; its hour nearest to the one wanted.
_NEAREST = """
WITH free AS (
    SELECT unnest(
        %(open)s::tstzmultirange - coalesce(range_agg(tstzrange(begins, ends)), '{}')
    ) AS f
    FROM incubators_occupation
    WHERE stands AND begins < %(until)s AND ends > %(since)s AND begins > %(long_before)s
        AND NOT id = ANY (%(but)s::bigint[])
        AND (
            equipment_id = %(equipment)s
            OR instructor_id = %(instructor)s
            OR room_id = %(room)s AND (place IS NULL OR %(place)s IS NULL OR place = %(place)s)
        )
),
bounds AS (
    SELECT lower(f) + %(before)s AS earliest, upper(f) - %(after)s - %(length)s AS latest FROM free
)
SELECT greatest(earliest, least(latest, %(wanted)s)) AS begins FROM bounds
WHERE earliest <= latest
ORDER BY abs(extract(epoch FROM greatest(earliest, least(latest, %(wanted)s)) - %(wanted)s)), 1
LIMIT 1
"""

_OF_A_DAY = """
WITH thing AS (
    SELECT id AS equipment, NULL::bigint AS room, NULL::int AS place,
        minutes_before * interval '1 minute' AS before,
        minutes_after * interval '1 minute' AS after
    FROM incubators_equipment
    WHERE incubator_id = %(incubator)s AND retired_on IS NULL AND condition <> 'repair'
    UNION ALL
    SELECT NULL, id, NULL, '0', '0' FROM incubators_room WHERE incubator_id = %(incubator)s
    UNION ALL
    SELECT NULL, id, place, '0', '0'
    FROM incubators_room, generate_series(1, places) AS place WHERE incubator_id = %(incubator)s
)
SELECT equipment, room, place, lower(f) + before, upper(f) - after
FROM thing, LATERAL (
    SELECT unnest(
        tstzmultirange(tstzrange(%(opens)s - before, %(closes)s + after))
        - coalesce(range_agg(tstzrange(begins, ends)), '{}')
    ) AS f
    FROM incubators_occupation taken
    WHERE taken.stands AND taken.incubator_id = %(incubator)s
        AND taken.begins < %(closes)s + after AND taken.ends > %(opens)s - before
        AND taken.begins > %(long_before)s
        AND (
            taken.equipment_id = thing.equipment
            OR taken.room_id = thing.room
                AND (taken.place IS NULL OR thing.place IS NULL OR taken.place = thing.place)
        )
) AS hours
WHERE upper(f) - after > lower(f) + before
ORDER BY 1, 2, 3, 4
"""


def nearest(
    *,
    thing: Thing,
    instructor: User | None,
    time: Time,
    but: Sequence[int] = (),
    now: datetime.datetime | None = None,
) -> Time | None:
    """Return the free time of the same length that is nearest to this one; None within 28 days.

    `but`: numbers of occupations that do not count, those of a booking that is being moved.
    """
    now = now or timezone.now()
    before, after = thing.pauses
    first = timezone.localdate(max(now, time.begins - datetime.timedelta(days=7)))
    spans = [day.span for day in days(thing.incubator_id, first, LOOKED_AHEAD) if day.span]
    still = [(max(opens, _next_step(now)), closes) for opens, closes in spans]
    padded = [(opens - before, closes + after) for opens, closes in still if opens < closes]
    if not padded:
        return None
    given: dict[str, Any] = {
        "open": Multirange([Range(opens, closes) for opens, closes in padded]),
        "since": padded[0][0],
        "until": padded[-1][1],
        "long_before": padded[0][0] - _LONGEST,
        "but": list(but),
        "equipment": thing.equipment and thing.equipment.pk,
        "room": thing.room and thing.room.pk,
        "place": thing.place,
        "instructor": instructor and instructor.pk,
        "before": before,
        "after": after,
        "length": time.length,
        "wanted": time.begins,
    }
    with connection.cursor() as cursor:
        cursor.execute(_NEAREST, given)
        found = cursor.fetchone()
    return Time(found[0], found[0] + time.length) if found else None


def _next_step(moment: datetime.datetime) -> datetime.datetime:
    """Return the next quarter of an hour: nobody is at the machine this second."""
    start = moment.replace(minute=0, second=0, microsecond=0)
    return start + _STEP * (-(-(moment - start) // _STEP))


@dataclass(frozen=True)
class FreeThing:
    """A thing, and when it is free on a day."""

    thing: Thing
    free: Sequence[Time]

    def has(self, time: Time) -> bool:
        """Whether all of this time is free."""
        return any(each.begins <= time.begins and time.ends <= each.ends for each in self.free)


def of_a_day(incubator: Incubator, day: Day) -> list[FreeThing]:
    """Return what is free on a day: machines, rooms as a whole, bench places. Three statements."""
    if day.span is None:
        return []
    opens, closes = day.span
    given: dict[str, Any] = {
        "incubator": incubator.pk,
        "opens": opens,
        "closes": closes,
        "long_before": opens - _LONGEST,
    }
    with connection.cursor() as cursor:
        cursor.execute(_OF_A_DAY, given)
        rows = cursor.fetchall()
    return list(_things(incubator, rows))


def _things(incubator: Incubator, rows: Sequence[tuple[Any, ...]]) -> Iterator[FreeThing]:
    machines = {row.pk: row for row in Equipment.objects.filter(incubator=incubator)}
    rooms = {row.pk: row for row in Room.objects.filter(incubator=incubator)}
    times: dict[tuple[int | None, int | None, int | None], list[Time]] = {}
    for equipment, room, place, begins, ends in rows:
        times.setdefault((equipment, room, place), []).append(Time(begins, ends))
    for (equipment, room, place), free in times.items():
        yield FreeThing(Thing(machines.get(equipment or 0), rooms.get(room or 0), place), free)
