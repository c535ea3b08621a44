"""The shape of the house: what a manifest promises, and what stands on which floor."""

import re
import tomllib
from collections import Counter
from itertools import chain
from pathlib import Path

import pytest
from django.apps import apps
from django.urls import reverse
from tests import house_picture

from ligzda.kernel.room import Room, named, rooms
from ligzda.network.roles import Permission

REPOSITORY = Path(__file__).resolve().parents[1]
HOUSE = REPOSITORY / "src/ligzda"


def layers() -> dict[str, int]:
    """Return the rooms of the contract on imports, each with its layer counted from below."""
    settings = tomllib.loads((REPOSITORY / "pyproject.toml").read_text("utf-8"))
    contract = next(
        row for row in settings["tool"]["importlinter"]["contracts"] if row["type"] == "layers"
    )
    return {
        name.strip(" ()"): number
        for number, layer in enumerate(reversed(contract["layers"]))
        for name in layer.split("|")
    }


def test_manifests_and_the_contract_on_imports_name_the_same_order() -> None:
    place = layers()
    by_floor = [place[room.name] for room in rooms()]
    assert by_floor == sorted(by_floor)


def test_a_room_is_named_like_its_folder() -> None:
    for room in rooms():
        assert (HOUSE / room.name / "room.py").is_file()
        assert apps.get_app_config(room.name).name == f"ligzda.{room.name}"


def test_every_room_with_models_has_a_manifest() -> None:
    with_models = {
        config.label
        for config in apps.get_app_configs()
        if config.name.startswith("ligzda.") and any(config.get_models())
    }
    # The server is no room: it reads the manifests, and has a table of what its processes count.
    assert with_models - {"server"} <= {room.name for room in rooms()}


def test_every_permission_is_declared_once_in_words() -> None:
    declared = Counter(chain.from_iterable(room.permissions for room in rooms()))
    assert declared == Counter(Permission)


def test_every_permission_has_its_page_in_the_room_that_declares_it() -> None:
    """Fault A12: a right that leads nowhere is none."""
    for room in rooms():
        assert set(room.pages) == set(room.permissions), room.name
    for page in chain.from_iterable(room.pages.values() for room in rooms()):
        assert reverse(page.address)


@pytest.mark.parametrize("room", rooms(), ids=lambda room: room.name)
def test_what_a_manifest_names_is_there(room: Room) -> None:
    for path in (room.load, room.work, room.at_start, *room.slots.values()):
        assert not path or callable(named(path))
    assert not room.public_tables or list(named(room.public_tables))
    linked = [link.address for link in (*room.navigation, *room.footer)]
    for name in (*linked, *room.sitemaps, *room.unlisted, *filter(None, [room.landing])):
        assert reverse(name)
    for address in room.public_pages.values():
        assert address.split(":")[0] == room.name


def test_no_slot_waits_that_no_page_has() -> None:
    said = set(re.findall(r'{% slot "([^"]+)"', _all_templates()))
    assert set(chain.from_iterable(room.slots for room in rooms())) <= said


def _all_templates() -> str:
    return "\n".join(path.read_text("utf-8") for path in HOUSE.rglob("*.html"))


def test_the_drawn_picture_is_the_house() -> None:
    """After a change of rooms: `python -m tests.house_picture`."""
    assert house_picture.PICTURE.read_text("utf-8") == house_picture.picture()


def test_a_module_is_named_for_what_it_keeps() -> None:
    """A name that any module could bear says nothing to who looks for the map or the captions."""
    of_any = {"common", "helpers", "kept", "misc", "pictures", "stuff", "util", "utils", "words"}
    assert not {path.relative_to(HOUSE) for path in HOUSE.rglob("*.py") if path.stem in of_any}
