"""What OpenRosa's clients are answered, as XML: the list of forms, a manifest, a sentence."""

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

from ligzda.people.outcomes.questionnaire import FOLDER, Questionnaire, current, every

FORMS = Path(__file__).parent / "forms"
_LIST = "http://openrosa.org/xforms/xformsList"
_MANIFEST = "http://openrosa.org/xforms/xformsManifest"
_RESPONSE = "http://openrosa.org/http/response"


@dataclass(frozen=True)
class XForm:
    """A version of a questionnaire as devices read it."""

    questionnaire: Questionnaire
    content: bytes

    @property
    def hash(self) -> str:
        """The hash by which a device knows that its copy is the same; OpenRosa wants MD5."""
        return f"md5:{hashlib.md5(self.content, usedforsecurity=False).hexdigest()}"


def xform(form: Questionnaire) -> XForm:
    """Return the form of a questionnaire, made by pyxform and kept beside this module."""
    return XForm(form, (FORMS / f"{form.id}-{form.version}.xml").read_bytes())


def offered(form: str = "", *, every_version: bool = False) -> list[XForm]:
    """Return the forms that a device may download."""
    found = every(FOLDER) if every_version else current()
    return [xform(one) for one in found if form in ("", one.id)]


def form_list(
    forms: Iterable[XForm], address: Callable[[str, Questionnaire], str], *, verbose: bool
) -> bytes:
    """Return the list of forms; `address` says where the form or its manifest is."""
    root = ElementTree.Element("xforms", xmlns=_LIST)
    for one in forms:
        form = one.questionnaire
        said = {
            "formID": form.id,
            "name": str(form),
            "version": str(form.version),
            "hash": one.hash,
            **({"descriptionText": form.intro_text} if verbose else {}),
            "downloadUrl": address("openrosa_form", form),
            "manifestUrl": address("openrosa_manifest", form),
        }
        _add(root, "xform", said)
    return _written(root)


def manifest() -> bytes:
    """Return the list of files that a form needs beside itself: ours need none."""
    return _written(ElementTree.Element("manifest", xmlns=_MANIFEST))


def response(sentence: str) -> bytes:
    """Return a sentence for who sent something in."""
    root = ElementTree.Element("OpenRosaResponse", xmlns=_RESPONSE)
    ElementTree.SubElement(root, "message").text = sentence
    return _written(root)


def _add(root: ElementTree.Element, name: str, said: dict[str, str]) -> None:
    element = ElementTree.SubElement(root, name)
    for part, text in said.items():
        ElementTree.SubElement(element, part).text = text


def _written(root: ElementTree.Element) -> bytes:
    text: bytes = ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)
    return text
