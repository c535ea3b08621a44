"""Places of a document that an office keeps: a bookmark and a content control around blocks.

Word keeps both. Other offices may drop a content control of whole paragraphs; the bookmark stays.
"""

import io
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from html import escape

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
    bookmark = _FIRST_BOOKMARK + number
    return (
        f'<w:sdt><w:sdtPr><w:alias w:val="{escape(place.title)}"/><w:tag w:val="{place.name}"/>'
        f'<w:id w:val="{bookmark}"/><w:lock w:val="{lock}"/></w:sdtPr><w:sdtContent>'
        f'<w:bookmarkStart w:id="{bookmark}" w:name="{place.name}"/>'
    )


def closing(number: int) -> str:
    """Return the Open XML after the blocks of a place."""
    return f'<w:bookmarkEnd w:id="{_FIRST_BOOKMARK + number}"/></w:sdtContent></w:sdt>'


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
