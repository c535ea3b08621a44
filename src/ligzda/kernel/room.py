"""The manifest of a room: all that the rest of the house knows of it.

Each Django room has a module `room.py` with one `ROOM`. The server reads them – settings,
addresses, navigation, loading, jobs – and nothing else registers a room: delete its folder, and the
feature is gone. What a room does not have it leaves out.

A manifest is read while Django's settings are made, so it names functions and modules as text
("package.module:function"), and imports nothing but this module, lazy translation and, for its
permissions, `network.roles`.
"""

import datetime
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any

from django.utils.functional import Promise

Words = str | Promise


@dataclass(frozen=True)
class Addresses:
    """A module of `urlpatterns` under a prefix; `in_languages`: once for each language."""

    module: str
    prefix: Any = ""  # a text, or a lazy translation of one
    in_languages: bool = True


@dataclass(frozen=True)
class Link:
    """A page that the frame of every page links to, by the name of its address."""

    address: str
    label: Words
    place: int = 50
    """Where it stands: small first."""
    under: frozenset[str] = frozenset()
    """Names of addresses, or whole namespaces, that are under this page."""


@dataclass(frozen=True)
class Work:
    """A page on which somebody does their part: how much waits there, and by when.

    `kind` is one of the room's `notices`: by it the daily letter tells of what waits. What `began`
    is the person's own and not finished.
    """

    label: str
    url: str
    waiting: int = 0
    due: datetime.date | None = None
    kind: str = ""
    began: bool = False


@dataclass(frozen=True)
class ToCheck:
    """Something that a page states from memory: by which name, in which words, from where.

    `url` is the page it stands on; `latvian` is to be given where `text` is in the active language
    and no longer lazy.
    """

    name: str
    text: object
    source: Words
    url: str
    latvian: str = ""


@dataclass(frozen=True)
class Way:
    """A way past what stands in somebody's way: a whole sentence, and the page it leads to."""

    words: str
    url: str


@dataclass(frozen=True)
class Advice:
    """A published recommendation: `sha256` of its words, whether its claims still carry it."""

    number: int
    version: int
    title: Mapping[str, str]
    sha256: str
    carries: bool
    url: str


@dataclass(frozen=True)
class Page:
    """Where a permission is used: the name of an address that takes no argument."""

    address: str


@dataclass(frozen=True)
class Room:
    """What a room brings to the house."""

    name: str
    """Its folder in `ligzda`, and its label as a Django app."""
    floor: int
    question: Words
    apps: tuple[str, ...] = ()
    """Django apps of others that only this room uses."""
    middleware: tuple[str, ...] = ()
    addresses: tuple[Addresses, ...] = ()
    body_limits: Mapping[str, int] = field(default_factory=dict)
    """Prefix of addresses that others' views serve → the most bytes of a body there."""
    navigation: tuple[Link, ...] = ()
    """Links in the header."""
    footer: tuple[Link, ...] = ()
    landing: str = ""
    """The address a person comes to after signing in."""
    search: str = ""
    """`(words) -> Iterable[Found]` (kernel.searching): what of it everybody may read and find."""
    search_page: str = ""
    """The address of the page that asks all rooms."""
    sitemaps: tuple[str, ...] = ()
    unlisted: tuple[str, ...] = ()
    """Addresses that search engines are asked to leave alone."""
    permissions: Mapping[str, Words] = field(default_factory=dict)
    """What the room lets people do, in words; network/roles.py says who."""
    pages: Mapping[str, Page] = field(default_factory=dict)
    """Permission → where it is used; none is without (tests/test_house.py)."""
    load: str = ""
    """`(*, by, demo) -> None`: add what comes with Ligzda, change nothing that is there."""
    accounts: str = ""
    """`(*, by) -> None`: give the demonstration's accounts, which come last, something to do."""
    demonstration: str = ""
    """`(*, by) -> None`: what takes long to invent; the worker loads it after all else."""
    jobs: tuple[str, ...] = ()
    """Modules with jobs."""
    constraint_sentences: str = ""
    """A mapping: constraint, or `model.trigger`, that a person can meet → what they are told."""
    undo: Mapping[str, str] = field(default_factory=dict)
    """What comes back for ten minutes: act → `(*, by, rows) -> address`, which checks anew."""
    work: str = ""
    """`(viewer) -> list[Work]`: what this person does in the room, and what waits for them."""
    notices: Mapping[str, Words] = field(default_factory=dict)
    """Kinds of work that the daily letter tells of, and that each person may switch off."""
    statements: str = ""
    """`() -> Iterable[ToCheck]`: what the room shows and nobody has looked up."""
    machine_right: str = ""
    """`(machine) -> Way | None`: what gives the right to a machine (its number), and when next."""
    target_groups: str = ""
    """`() -> dict[str, str]`: the groups that are served today, code → name."""
    groups_of: str = ""
    """`(user) -> frozenset[str]`: by which of them somebody takes part; nobody is told of it."""
    comment_rules: str = ""
    """`(text) -> (faults, held)`: why the rules for what the public writes stop a text, in
    sentences; whether a person looks at it before it is shown."""
    recommendations: str = ""
    """`() -> list[Advice]`: what is recommended today."""
    public_tables: str = ""
    """A sequence of `Dataset` (kernel.tables.dataset): what the public may take away."""
    public_pages: Mapping[str, str] = field(default_factory=dict)
    """Which address shows a thing of a room below to the public: kind of thing → address."""
    erase: str = ""
    """`(user) -> None`: forget what the room keeps of a person whom the network has just erased."""
    at_start: str = ""
    """`() -> str`: hand work to the worker whenever the house starts; what to print of it."""
    after_restore: str = ""
    """`() -> str`: what is to be said once a backup was put back; nothing where all is well."""
    slots: Mapping[str, str] = field(default_factory=dict)
    """What the room shows on pages of rooms below: slot → `(request, **given) -> SafeString`."""


def named(path: str) -> Any:
    """Return what "package.module:name" names."""
    module, _colon, name = path.partition(":")
    return getattr(import_module(module), name)


@cache
def rooms() -> tuple[Room, ...]:
    """Return the manifests of the rooms whose folders are there, from the ground up."""
    house = Path(__file__).resolve().parents[1]
    found = [
        import_module(f"ligzda.{folder.name}.room").ROOM
        for folder in house.iterdir()
        if folder.name != "kernel" and (folder / "room.py").is_file()
    ]
    return tuple(sorted(found, key=lambda room: (room.floor, room.name)))


def each(part: Callable[[Room], tuple[Any, ...]]) -> list[Any]:
    """Return one part of every manifest, one after the other."""
    return [item for room in rooms() for item in part(room)]
