"""PDFs of an edition as it is, and as somebody might change it."""

from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from io import BytesIO
from typing import Any

from pypdf import PdfReader, PdfWriter
from tests.methodology.editions_made import assembled, edition

from ligzda.kernel.hashing import sha256
from ligzda.languages import Language
from ligzda.methodology.editions import Edition, document, edition_json, line_of
from ligzda.publishing import Document, to_pdf


def log_of(made: Edition) -> str:
    """The log in which an edition stands alone."""
    return line_of(made.number, made.date, sha256(edition_json(made)), made.previous) + "\n"


def made(language: Language = "lv", of: Edition | None = None) -> Document:
    return document(of or edition(), language, assembled().files)


@cache
def genuine(language: Language = "lv") -> bytes:
    return to_pdf(made(language))


def reworded(before: str, after: str) -> bytes:
    """Change a text on the pages, and nothing else."""
    given = made()

    def changed(value: Any) -> Any:
        if isinstance(value, str):
            return value.replace(before, after)
        if isinstance(value, tuple):
            return tuple(map(changed, value))
        if hasattr(value, "__dataclass_fields__"):
            names = value.__dataclass_fields__
            return replace(value, **{name: changed(getattr(value, name)) for name in names})
        return value

    return to_pdf(replace(given, blocks=changed(given.blocks)))


def attached(changes: Mapping[str, bytes | None], more: Mapping[str, bytes] | None = None) -> bytes:
    """Change attachments (None: leave out), and nothing on the pages."""
    given = made()
    kept = [
        replace(each, content=changes.get(each.name) or each.content)
        for each in given.attachments
        if changes.get(each.name, b"") is not None
    ]
    kept += [
        replace(given.attachments[0], name=name, content=content)
        for name, content in (more or {}).items()
    ]
    return to_pdf(replace(given, attachments=tuple(kept)))


def consistent() -> bytes:
    """Change cells, and everything that follows from them: numbers, sentences, hashes."""
    cells = assembled().files["evaluation-1-cells.csv"].replace(b"North,M4,13,5", b"North,M4,13,12")
    return to_pdf(document(edition(cells), "lv", assembled(cells).files))


def encrypted() -> bytes:
    return _written(lambda writer: writer.encrypt("slepens", algorithm="RC4-128"))


def swapped() -> bytes:
    """Swap an attachment by an incremental update."""
    writer = PdfWriter(BytesIO(genuine()), incremental=True)
    names = writer.root_object["/Names"]["/EmbeddedFiles"]["/Names"]  # type: ignore[index]
    file = names[1].get_object()["/EF"]["/F"].get_object()
    file.set_data(file.get_data().replace(b'"number":1', b'"number":9'))
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def of_something_else() -> bytes:
    return to_pdf(replace(made(), attachments=()))


def _written(change: Any) -> bytes:
    writer = PdfWriter()
    writer.append(PdfReader(BytesIO(genuine())))
    change(writer)
    out = BytesIO()
    writer.write(out)
    return out.getvalue()
