"""The PDF of an edition against our own check of PDF/A-3a; each planted fault is found."""

import io
from collections.abc import Callable
from typing import Any

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, NameObject
from tests.methodology import forged
from tests.methodology.pdfa import faults


def specs(root: Any) -> list[Any]:
    tree = root["/Names"]["/EmbeddedFiles"].get_object()["/Names"]
    return [each.get_object() for each in tree[1::2]]


def fonts(writer: PdfWriter, kind: str) -> Any:
    return next(one for one in writer._objects
                if isinstance(one, DictionaryObject) and one.get("/Type") == kind)  # fmt: skip


def said(root: Any, before: bytes, after: bytes) -> None:
    stream = root["/Metadata"].get_object()
    stream.set_data(stream.get_data().replace(before, after))


def action(kind: str) -> DictionaryObject:
    return DictionaryObject({NameObject("/S"): NameObject(kind)})


PLANTED: dict[str, Callable[[PdfWriter, Any], object]] = {
    "no output intent": lambda _w, root: root.pop("/OutputIntents"),
    "XMP does not say part 3": lambda _w, root: said(root, b"pdfaid:part>3", b"pdfaid:part>2"),
    "XMP does not say conformance A": lambda _w, root: said(
        root, b"pdfaid:conformance>A", b"pdfaid:conformance>B"
    ),
    "not tagged": lambda _w, root: root.pop("/StructTreeRoot"),
    "no language": lambda _w, root: root.pop("/Lang"),
    "a file that is not associated": lambda _w, root: root.update(
        {NameObject("/AF"): ArrayObject(root["/AF"][:1])}
    ),
    "a file without its relationship": lambda _w, root: specs(root)[0].pop("/AFRelationship"),
    "a file without its names": lambda _w, root: specs(root)[0].pop("/UF"),
    "a file without its media type": lambda _w, root: (
        specs(root)[0]["/EF"]["/F"].get_object().pop("/Subtype")
    ),
    "an action that is forbidden": lambda _w, root: root.update(
        {NameObject("/OpenAction"): action("/Launch")}
    ),
    "a font that is not embedded": lambda writer, _root: [
        fonts(writer, "/FontDescriptor").pop(name, None) for name in ("/FontFile2", "/FontFile3")
    ],
    "a font without its letters": lambda writer, _root: fonts(writer, "/Font").pop("/ToUnicode"),
    "version above 1.7": lambda _w, root: root.update({NameObject("/Version"): NameObject("/2.0")}),
}


def test_an_edition_has_no_fault_that_we_can_ask_for() -> None:
    assert faults(PdfReader(io.BytesIO(forged.genuine()))) == []


@pytest.mark.parametrize("fault", PLANTED)
def test_a_planted_fault_is_found(fault: str) -> None:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(forged.genuine())))
    PLANTED[fault](writer, writer._root_object)
    made = io.BytesIO()
    writer.write(made)
    assert fault in faults(PdfReader(made))
