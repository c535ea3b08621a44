"""What a program can ask of PDF/A-3a (ISO 19005-3) without a validator: our own structural check.

It is no veraPDF: it looks at the parts that the tools at hand do not notice – output intent,
associated files, actions, fonts, identification.
"""

import re
from collections.abc import Iterator
from typing import Any

from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, StreamObject

RELATIONSHIPS = {"/Source", "/Data", "/Alternative", "/Supplement", "/Unspecified"}
FORBIDDEN = {"/JavaScript", "/Launch", "/Sound", "/Movie", "/ResetForm", "/ImportData"}
NEWEST = "/1.7"


def faults(reader: PdfReader) -> list[str]:
    """Return what breaks PDF/A-3a, in the order of the questions."""
    return list(dict.fromkeys(_asked(reader)))


def _asked(reader: PdfReader) -> Iterator[str]:
    root: Any = reader.trailer["/Root"].get_object()
    if "/Encrypt" in reader.trailer:
        yield "encrypted"
    if "/ID" not in reader.trailer:
        yield "no file identifier"
    if str(root.get("/Version", "")) > NEWEST:
        yield "version above 1.7"
    intents = [each.get_object() for each in root.get("/OutputIntents", ())]
    if not any(each.get("/S") == "/GTS_PDFA1" and "/DestOutputProfile" in each for each in intents):
        yield "no output intent"
    metadata = root["/Metadata"].get_object().get_data().decode() if "/Metadata" in root else ""
    for name, value in (("part", "3"), ("conformance", "A")):
        if not re.search(f'pdfaid:{name}(>|="){value}', metadata):
            yield f"XMP does not say {name} {value}"
    if not root.get("/MarkInfo", {}).get("/Marked") or "/StructTreeRoot" not in root:
        yield "not tagged"
    if not root.get("/Lang"):
        yield "no language"
    yield from _files(root)
    for one in _objects(root):
        yield from _of_object(one)


def _files(root: Any) -> Iterator[str]:
    names = root.get("/Names", {}).get_object() if "/Names" in root else {}
    tree = (
        names["/EmbeddedFiles"].get_object().get("/Names", ()) if "/EmbeddedFiles" in names else ()
    )
    embedded = [each.get_object() for each in tree[1::2]]
    associated = [each.get_object() for each in root.get("/AF", ())]
    if any(each not in associated for each in embedded):
        yield "a file that is not associated"
    for each in embedded:
        if each.get("/AFRelationship") not in RELATIONSHIPS:
            yield "a file without its relationship"
        if not {"/F", "/UF"} <= each.keys():
            yield "a file without its names"
        if "/Subtype" not in each["/EF"]["/F"].get_object():
            yield "a file without its media type"


def _of_object(one: DictionaryObject) -> Iterator[str]:
    if one.get("/S") in FORBIDDEN or "/JS" in one or "/AA" in one:
        yield "an action that is forbidden"
    if one.get("/Type") == "/Font" and one.get("/Subtype") == "/Type0" and "/ToUnicode" not in one:
        yield "a font without its letters"
    if one.get("/Type") == "/FontDescriptor" and not any(
        name in one for name in ("/FontFile", "/FontFile2", "/FontFile3")
    ):
        yield "a font that is not embedded"


def _objects(root: Any) -> Iterator[DictionaryObject]:
    """Walk through every dictionary that the catalog leads to, each once."""
    waiting, seen = [root], set()
    while waiting:
        one = waiting.pop()
        if isinstance(one, IndirectObject):
            if (one.idnum, one.generation) in seen:
                continue
            seen.add((one.idnum, one.generation))
            one = one.get_object()
        if isinstance(one, DictionaryObject | StreamObject):
            yield one
            waiting += [one.raw_get(name) for name in one]
        elif isinstance(one, ArrayObject):
            waiting += list(one)
