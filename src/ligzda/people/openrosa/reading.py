"""Read what a device sent: which form and version, its number, the answers as texts.

The clients agree on content and differ in namespaces, in empty nodes and in how they write times,
so elements are known by their local name and empty ones are left out.
"""

import datetime
import re
import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from xml.etree import ElementTree

from django.utils.translation import gettext as _

from ligzda.kernel.errors import BadDataError
from ligzda.kernel.odd_values import number
from ligzda.people.openrosa.xlsform import DAY, MOMENT, RATER, STAY

_INSTANCE = re.compile(r"uuid:([0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})")


@dataclass(frozen=True)
class Sent:
    """A submission as it was read. `corrects`: the number of the one that it is an edit of."""

    form: str
    version: int
    instance: uuid.UUID
    corrects: uuid.UUID | None
    values: Mapping[str, str]

    @property
    def stay(self) -> str:
        """The code of the stay."""
        return self.values.get(STAY, "")

    @property
    def moment(self) -> str:
        """The moment's code."""
        return self.values.get(MOMENT, "")

    @property
    def rater(self) -> str:
        """Whose answers they are."""
        return self.values.get(RATER, "")

    @property
    def observed_on(self) -> datetime.date:
        """The day of the answers. Raises BadDataError."""
        try:
            return datetime.date.fromisoformat(self.values.get(DAY, "")[:10])
        except ValueError:
            raise BadDataError(_("The day of the answers is missing.")) from None


def read(text: str) -> Sent:
    """Return what was sent. Raises BadDataError with a sentence that a telephone can show."""
    if "<!DOCTYPE" in text or "<!ENTITY" in text:
        raise BadDataError(_("This is not a questionnaire of ours: it declares a document type."))
    try:
        # Without a document type there is no entity to expand, and nothing outside is read.
        root = ElementTree.fromstring(text)
    except (ElementTree.ParseError, ValueError):
        raise BadDataError(_("This is not XML.")) from None
    values, meta = {}, {}
    for element in root:
        if _local(element.tag) == "meta":
            meta = {_local(each.tag): (each.text or "").strip() for each in element}
        elif (said := (element.text or "").strip()) and not len(element):
            values[_local(element.tag)] = said
    version = number(root.get("version"), 32_767)
    if not root.get("id") or version is None:
        raise BadDataError(_("The questionnaire does not say which one it is, and its version."))
    instance = _instance(meta.get("instanceID", ""))
    if instance is None:
        raise BadDataError(
            _("The questionnaire has no number of its own (instanceID “uuid:…”), so it could be "
              "taken twice. Send it with a program that gives it one.")
        )  # fmt: skip
    return Sent(
        form=root.get("id", ""),
        version=version,
        instance=instance,
        corrects=_instance(meta.get("deprecatedID", "")),
        values=values,
    )


def _instance(text: str) -> uuid.UUID | None:
    found = _INSTANCE.fullmatch(text)
    return uuid.UUID(found[1]) if found else None


def _local(tag: str) -> str:
    return tag.rpartition("}")[2]
