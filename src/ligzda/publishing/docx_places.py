"""Places of a document that an office keeps: a bookmark and a content control around blocks.

Word keeps both. Other offices may drop a content control of whole paragraphs; the bookmark stays.
"""

import io
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from html import escape
from typing import Any

Node = dict[str, Any]
"""Of Pandoc's tree."""

_FIRST_BOOKMARK = 900_000
"""Above the numbers of bookmarks that Pandoc gives to headings."""
_AFTER_TRACKING = "<w:doNotTrackMoves"
"""What the schema has next to the switch, and the reference document too."""


@dataclass(frozen=True, slots=True)
class Place:
    """Blocks `first` to `last` of a document, by their order from 0, under a name.

    `name`: at most 40 Latin letters, digits and low lines, as bookmarks have them. `title`: what
    an office shows at the place. `locked`: its words cannot be changed in Word.
    """

    name: str
    title: str
    first: int
    last: int
    locked: bool = False


def opening(place: Place, number: int) -> str:
    """Return the Open XML before the blocks of a place."""
    lock = "sdtContentLocked" if place.locked else "sdtLocked"
    return (
        f'<w:sdt><w:sdtPr><w:alias w:val="{escape(place.title)}"/><w:tag w:val="{place.name}"/>'
        f'<w:id w:val="{_FIRST_BOOKMARK + number}"/><w:lock w:val="{lock}"/></w:sdtPr>'
        "<w:sdtContent>"
    )


CLOSING = "</w:sdtContent></w:sdt>"
"""The Open XML after the blocks of a place."""


def bookmarked(place: Place, number: int, nodes: list[Node]) -> list[Node]:
    """Return the nodes of a place in a bookmark, which begins and ends within paragraphs.

    Between paragraphs, where it must be around a table, not every program keeps it.
    """
    start = f'<w:bookmarkStart w:id="{_FIRST_BOOKMARK + number}" w:name="{place.name}"/>'
    end = f'<w:bookmarkEnd w:id="{_FIRST_BOOKMARK + number}"/>'
    first, last = _inlines(nodes[:1], 0), _inlines(nodes[-1:], -1)
    if first is not None:
        first.insert(0, raw(start, "RawInline"))
    if last is not None:
        last.append(raw(end, "RawInline"))
    return [
        *([raw(start)] if first is None else []),
        *nodes,
        *([raw(end)] if last is None else []),
    ]


def _inlines(nodes: list[Node], at: int) -> list[Node] | None:
    """Return the words of the first or last paragraph, None where something else stands there."""
    if not nodes:
        return None
    node = nodes[at]
    if node["t"] == "Div":
        return _inlines(node["c"][1], at)
    found: list[Node] | None = None
    if node["t"] in ("Para", "Header"):
        found = node["c"] if node["t"] == "Para" else node["c"][2]
    return found


def raw(xml: str, kind: str = "RawBlock") -> Node:
    """Return a node of Open XML, as Pandoc passes it on."""
    return {"t": kind, "c": ["openxml", xml]}


def tracking(content: bytes, names: Mapping[str, str]) -> bytes:
    """Return a DOCX in which changes are tracked from the start, and places have other names."""
    made = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as given,
        zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive,
    ):
        for member in given.infolist():
            octets = given.read(member)
            if member.filename == "word/document.xml":
                text = octets.decode()
                for name, other in names.items():
                    text = text.replace(f'"{name}"', f'"{other}"')
                octets = text.encode()
            elif member.filename == "word/settings.xml":
                octets = _tracked(octets.decode()).encode()
            archive.writestr(member, octets, zipfile.ZIP_DEFLATED)
    return made.getvalue()


def _tracked(settings: str) -> str:
    at = settings.index(_AFTER_TRACKING)
    return f"{settings[:at]}<w:trackRevisions/>{settings[at:]}"
