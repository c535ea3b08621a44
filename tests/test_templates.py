"""No template reaches upwards: what it extends, includes, loads and links stands on its floor."""

import re
from itertools import chain
from pathlib import Path

import pytest
from django.template import engines
from django.template.base import Node, NodeList
from django.template.defaulttags import URLNode
from django.template.loader_tags import ExtendsNode, IncludeNode

from ligzda.kernel.room import rooms

HOUSE = Path(__file__).resolve().parents[1] / "src/ligzda"
FLOORS = {room.name: room.floor for room in rooms()} | {"kernel": 2, "server": 99}

_OF_ROOM = re.compile(r"ligzda/(\w+)/")


def _room_of(path: object) -> str | None:
    found = _OF_ROOM.findall(str(path))
    return found[-1] if found and "site-packages" not in str(path) else None


def _templates() -> list[tuple[str, str]]:
    """Return each template's name with its room."""
    return [
        (str(path.relative_to(folder)), folder.parent.name)
        for folder in sorted(HOUSE.glob("*/templates"))
        for path in sorted(folder.rglob("*.html"))
    ]


def _other(node: Node) -> str | None:
    """Return the room that a node of a template reaches into, if it is one of ours."""
    engine = engines["django"].engine
    if isinstance(node, URLNode):
        name = str(node.view_name.var)
        return name.split(":")[0] if ":" in name else None
    if isinstance(node, ExtendsNode) and isinstance(node.parent_name.var, str):
        return _room_of(engine.get_template(node.parent_name.var).origin)
    if isinstance(node, IncludeNode) and isinstance(node.template.var, str):
        return _room_of(engine.get_template(node.template.var).origin)
    return None


def reached(nodes: NodeList, room: str) -> list[str]:
    """Return what the nodes of a template of `room` reach for above it, or beside it."""
    found = [(type(node).__name__, _other(node)) for node in nodes.get_nodes_by_type(Node)]
    return [
        f"{kind}: {other}"
        for kind, other in found
        if other in FLOORS and other != room and FLOORS[other] >= FLOORS[room]
    ]


@pytest.mark.parametrize(("template", "room"), _templates())
def test_no_template_reaches_upwards(template: str, room: str) -> None:
    nodes = engines["django"].engine.get_template(template).nodelist
    assert reached(nodes, room) == []


@pytest.mark.parametrize(("template", "room"), _templates())
def test_no_template_loads_tags_from_above(template: str, room: str) -> None:
    source = (HOUSE / room / "templates" / template).read_text("utf-8")
    loaded = chain.from_iterable(
        words.split(" from ")[-1].split() for words in re.findall(r"{%\s*load\s+(.*?)\s*%}", source)
    )
    libraries = engines["django"].engine.libraries
    for name in loaded:
        other = _room_of((libraries.get(name) or "").replace(".", "/") + "/")
        assert other is None or FLOORS[other] <= FLOORS[room], f"{name} stands in {other}"


def test_a_link_upwards_is_found_however_deep_it_stands() -> None:
    text = '{% extends "base.html" %}{% block main %}{% if x %}{% url "portal:home" %}{% endif %}'
    template = engines["django"].engine.from_string(text + "{% endblock %}")
    assert reached(template.nodelist, "network") == ["URLNode: portal"]
    assert reached(template.nodelist, "portal") == []
