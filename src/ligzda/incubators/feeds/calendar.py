"""A calendar as RFC 5545 writes it, from entries. No row and no request is known here.

What a program that subscribes relies on: an entry's UID stays for life, its SEQUENCE rises with
every change of time and with a cancellation, and the same entries make the same bytes. The moment
of the request stands nowhere, so an unchanged calendar answers 304.
"""

import datetime
import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event, Timezone

RIGA = ZoneInfo("Europe/Riga")

# The rule of Directive 2000/84/EC, Art. 2 and 3, that Latvia follows since 2001. The library would
# write each year's change for itself, and the spring's by the clock after it (7.3.2), where RFC
# 5545, 3.6.5 asks for the clock before it.
_ZONE = """\
BEGIN:VTIMEZONE
TZID:Europe/Riga
BEGIN:DAYLIGHT
DTSTART:20010325T030000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
TZNAME:EEST
TZOFFSETFROM:+0200
TZOFFSETTO:+0300
END:DAYLIGHT
BEGIN:STANDARD
DTSTART:20011028T040000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
TZNAME:EET
TZOFFSETFROM:+0300
TZOFFSETTO:+0200
END:STANDARD
END:VTIMEZONE
"""


@dataclass(frozen=True)
class Entry:
    """Something that takes time. `sequence` and `changed_at` as the database counts them."""

    uid: uuid.UUID
    begins: datetime.datetime
    ends: datetime.datetime
    summary: str
    place: str
    details: str
    sequence: int
    changed_at: datetime.datetime
    cancelled: bool = False


def calendar(name: str, entries: Iterable[Entry]) -> bytes:
    """Return the calendar, entries in the order of their begin."""
    made = Calendar()
    made.add("prodid", "-//Ligzda//Ligzda//LV")
    made.add("version", "2.0")
    made.add("method", "PUBLISH")
    made.add("x-wr-calname", name)
    made.add_component(Timezone.from_ical(_ZONE))
    for entry in sorted(entries, key=lambda each: (each.begins, each.uid)):
        made.add_component(_event(entry))
    text: bytes = made.to_ical()
    return text


def _event(entry: Entry) -> Event:
    made = Event()
    made.add("uid", str(entry.uid))
    # Of a published entry it is the moment of its last revision (RFC 5545, 3.8.7.2).
    for name in ("dtstamp", "last-modified"):
        made.add(name, entry.changed_at.astimezone(datetime.UTC).replace(microsecond=0))
    made.add("dtstart", _place_time(entry.begins))
    made.add("dtend", _place_time(entry.ends))
    made.add("summary", entry.summary)
    made.add("location", entry.place)
    if entry.details:
        made.add("description", entry.details)
    made.add("sequence", entry.sequence)
    made.add("status", "CANCELLED" if entry.cancelled else "CONFIRMED")
    return made


def _place_time(moment: datetime.datetime) -> datetime.datetime:
    """Return a moment by the clock of the place.

    In the hour that comes twice in autumn a local time is the first (RFC 5545, 3.3.5); the second
    is written in UTC.
    """
    local = moment.astimezone(RIGA)
    return moment.astimezone(datetime.UTC) if local.fold else local
