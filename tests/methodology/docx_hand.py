"""A DOCX as an office gives it back: changes made by hand in its parts."""

import io
import zipfile
from collections.abc import Callable, Mapping

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def changed(content: bytes, change: Callable[[str], str], **more: str) -> bytes:
    """A file with the text of its body changed; `more`: parts of `word/` that it gets."""
    return parts(content, {"word/document.xml": change}, **more)


def parts(content: bytes, change: Mapping[str, Callable[[str], str]], **more: str) -> bytes:
    """A file with the text of some of its parts changed."""
    made = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as given,
        zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive,
    ):
        for name in given.namelist():
            octets = given.read(name)
            if name in change:
                octets = change[name](octets.decode()).encode()
            if name.removeprefix("word/").removesuffix(".xml") not in more:
                archive.writestr(name, octets)
        for name, text in more.items():
            archive.writestr(f"word/{name}.xml", text)
    return made.getvalue()
