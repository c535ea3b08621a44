"""No template reaches upwards: what it extends, includes, loads and links stands on its floor.

What an upper room has to show on a lower room's page comes through a slot.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.template import Engine
from django.template.loader import get_template
from tests.test_house import layers

from ligzda.kernel.room import rooms

SOURCE = Path(__file__).resolve().parents[1] / "src/ligzda"
FLOORS = layers()
OF_ROOM = re.compile(r"ligzda[/.](\w+)")
LINKED = re.compile(r"{%-?\s*url\s+[\"'](\w+):")
TAKEN = re.compile(r"{%\s*(?:extends|include)\s+[\"']([^\"']+)")
LOADED = re.compile(r"{%\s*load\s+([^%]*?)\s*%}")


def reached(text: str) -> Iterator[str]:
    """Yield the rooms that a template reaches into, by whatever it is done."""
    namespaces = {room.name for room in rooms()}
    yield from namespaces & set(LINKED.findall(text))
    taken = filter(lambda name: not name.startswith("django/"), TAKEN.findall(text))
    origins = [str(get_template(name).origin) for name in taken]  # type: ignore[attr-defined]
    libraries = Engine.get_default().libraries
    for words in LOADED.findall(text):
        origins += [libraries.get(name, "") for name in words.rpartition(" from ")[2].split()]
    rooms_of = (OF_ROOM.findall(each)[-1:] for each in origins)
    yield from (room for found in rooms_of for room in found if room in FLOORS)


def above(text: str, room: str) -> list[str]:
    """Return what a template of a room reaches for above it, or beside it."""
    return sorted(
        other for other in reached(text) if other != room and FLOORS[other] >= FLOORS[room]
    )


def test_no_template_reaches_upwards() -> None:
    found = {
        str(path.relative_to(SOURCE)): wrong
        for path in sorted(SOURCE.glob("*/templates/**/*.*"))
        if (wrong := above(path.read_text("utf-8"), path.relative_to(SOURCE).parts[0]))
    }
    assert found == {}


@pytest.mark.parametrize(
    ("text", "room", "wrong"),
    [
        ('{% if x %}<a href="{% url "portal:home" %}">{% endif %}', "network", ["portal"]),
        ('{% url "network:audit" as here %}', "portal", []),
        ("{% load i18n ligzda_trial %}", "blueprints", ["trial"]),
        ("{% load place_name from places %}", "trial", []),
        ('{% include "people/person.html" with person=x %}', "incubators", ["people"]),
        ('{% include "people/person.html" %}', "people", []),
    ],
)
def test_the_check_sees(text: str, room: str, wrong: list[str]) -> None:
    assert above(text, room) == wrong
