"""A DOCX that comes back, opened as it is and not as it says it is: the parts that are read of it.

The file comes from anywhere. Nothing is unpacked but the parts asked for, each within a limit; no
type is declared, no entity expanded, nothing outside the file is read, no macro is kept.
"""

import io
import posixpath
import zipfile
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any
from xml.etree.ElementTree import Element, ParseError, TreeBuilder, XMLParser

from django.utils.translation import gettext as _

from ligzda.kernel.archives import DAMAGED
from ligzda.kernel.errors import BadDataError

MOST_BYTES = 10_000_000
_MOST_MEMBERS, _MOST_UNPACKED, _MOST_XML = 2_000, 100_000_000, 20_000_000
_MOST_TAGS, _DEEPEST = 600_000, 100
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_OVERRIDE = "{http://schemas.openxmlformats.org/package/2006/content-types}Override"
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
"""How an old .doc begins, and any Office file behind a password."""


@dataclass(frozen=True)
class Package:
    """The body of a document, its comments, and which comment answers which, where there are."""

    body: Element
    comments: Element | None
    threads: Element | None


def open_package(name: str, content: bytes) -> Package:
    """Open a file that should be a DOCX. Raises BadDataError: what it is, and what to do."""
    if len(content) > MOST_BYTES:
        raise too_large()
    if content.startswith(_OLE):
        raise BadDataError(
            _("“%(name)s” has a password, or is an old .doc. Save it as .docx without a password.")
            % {"name": name}
        )
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return _Opened(name, archive).package()
    except BadDataError:
        raise
    except (*DAMAGED, LookupError, ParseError):
        raise _no_docx(name) from None


def too_large() -> BadDataError:
    """Return the refusal of a file that is too large, packed or unpacked."""
    return BadDataError(
        _("The file is too large: at most 10 MB, and 100 MB unpacked. Take pictures out of it.")
    )


def _no_docx(name: str) -> BadDataError:
    return BadDataError(
        _(
            "“%(name)s” is no Word document, or is damaged. Save it as “Word document (.docx)”, "
            "not as Strict Open XML or ODT, and give it again."
        )
        % {"name": name}
    )


class _Opened:
    def __init__(self, name: str, archive: zipfile.ZipFile) -> None:
        self.name, self.archive = name, archive
        self.members = {row.filename: row for row in archive.infolist()}

    def package(self) -> Package:
        rows = self.archive.infolist()
        if len(rows) > _MOST_MEMBERS or sum(row.file_size for row in rows) > _MOST_UNPACKED:
            raise too_large()
        if any(row.flag_bits & 1 for row in rows):
            raise BadDataError(
                _("“%(name)s” is encrypted. Save it without a password.") % {"name": self.name}
            )
        self._refuse_macros()
        main = self._related("", "/officeDocument")
        if main is None:
            raise _no_docx(self.name)
        root = self._xml(main)
        body = root.find(f"{W}body") if root.tag == f"{W}document" else None
        if body is None:
            raise _no_docx(self.name)
        comments = self._related(main, "/comments")
        threads = self._related(main, "/commentsExtended")
        return Package(
            body,
            None if comments is None else self._xml(comments),
            None if threads is None else self._xml(threads),
        )

    def _refuse_macros(self) -> None:
        """Refuse macros by name, by kind and by what lies inside."""
        suffix = PurePath(self.name).suffix.lower()
        inside = [name for name in self.members if "vba" in posixpath.basename(name).lower()]
        kinds = [
            row.get("ContentType", "")
            for row in self._xml("[Content_Types].xml").iter(_OVERRIDE)
            if "macroEnabled" in row.get("ContentType", "")
        ]
        if suffix in {".docm", ".dotm"} or inside or kinds:
            what = suffix if suffix in {".docm", ".dotm"} else (inside or kinds)[0]
            raise BadDataError(
                _(
                    "“%(name)s” carries macros (%(what)s), and no macro is taken. Save it as "
                    "“Word document (.docx)”, which leaves them out."
                )
                % {"name": self.name, "what": what}
            )

    def _related(self, of: str, kind: str) -> str | None:
        """Return the part that a part (“”: the package) says is its `kind`."""
        folder, base = posixpath.split(of)
        relations = posixpath.join(folder, "_rels", f"{base}.rels")
        if relations not in self.members:
            return None
        for row in self._xml(relations).iter(_RELATION):
            if row.get("Type", "").endswith(kind) and row.get("TargetMode") != "External":
                target = row.get("Target", "")
                full = target.lstrip("/") if target.startswith("/") else f"{folder}/{target}"
                return posixpath.normpath(full.lstrip("/"))
        return None

    def _xml(self, part: str) -> Element:
        """Read a part, however large it says that it is, up to the limit."""
        with self.archive.open(self.members[part]) as opened:
            octets = opened.read(_MOST_XML + 1)
        if len(octets) > _MOST_XML:
            raise too_large()
        parser = XMLParser(target=_Careful())
        parser.feed(octets)
        root: Element = parser.close()
        return root


class _Careful(TreeBuilder):
    """Builds a tree that declares nothing, is not too deep and not too large."""

    def __init__(self) -> None:
        super().__init__()
        self.depth = self.tags = 0

    def doctype(self, *_parts: object) -> None:
        """Refuse entities that grow, or lead out of the file."""
        raise ValueError("a part declares a document type")

    def start(self, tag: Any, attrs: Any, /) -> Element:
        """Count what begins."""
        self.depth, self.tags = self.depth + 1, self.tags + 1
        if self.depth > _DEEPEST or self.tags > _MOST_TAGS:
            raise too_large()
        return super().start(tag, attrs)

    def end(self, tag: Any, /) -> Element:
        """Count what ends."""
        self.depth -= 1
        return super().end(tag)
