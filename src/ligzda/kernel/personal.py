"""What is kept of people: every field of every model is one or the other.

A model says which of its fields tell something about a person in `class PersonalData`, and names
all others in `impersonal`; together they are all its fields, so that a field added later must be
thought of. The privacy notice is made from it (portal.privacy), and the audit trail leaves out what
erasure must reach (network.audit).

    class PersonalData(personal.Declared):
        purpose = "…"               # as the privacy notice says it
        basis = personal.TASK
        retention = "…"
        erasure = "…"               # which action, and what it leaves
        fields = ("email", …)
        erased = ("email", …)       # emptied by erasure; the others stay as a number

    impersonal = personal.names("id … …")

`PersonalData = None` says that nothing of the model is personal.
"""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_noop as _

TASK = _("GDPR Art. 6(1)(e), task in the public interest")
INTEREST = _("GDPR Art. 6(1)(f)")
DUTY = _("GDPR Art. 6(1)(c)")
CONSENT = _("GDPR Art. 6(1)(a), consent")

WITH_THE_TRIAL = _("as long as the trial's papers")
NUMBER_STAYS = "network.actions.erase_user empties the user's row; the number stays"


class Declared:
    """What a model keeps of people."""

    purpose: ClassVar[str] = ""
    basis: ClassVar[str] = ""
    retention: ClassVar[str] = ""
    erasure: ClassVar[str] = ""
    fields: ClassVar[tuple[str, ...]] = ()
    erased: ClassVar[tuple[str, ...]] = ()
    rows_go: ClassVar[bool] = False
    """Erasing deletes the rows themselves: without the person they count nothing."""
    stays_dark: ClassVar[bool] = False
    """Erasing leaves the row as it is, which the database asks for: it opens no more."""
    special_category: ClassVar[bool] = False
    """Health, origin, belief and the like: GDPR Art. 9(1)."""
    condition: ClassVar[str] = ""
    """Which exception of GDPR Art. 9(2) lets us keep a special category."""


class Accountability(Declared):
    """Who did it: a reference to a user, for as long as the thing itself is kept."""

    basis = TASK
    erasure = NUMBER_STAYS


def names(text: str) -> frozenset[str]:
    """Return the names of fields in a text, as a model lists those that are not personal."""
    return frozenset(text.split())


def declared(model: type[models.Model]) -> type[Declared] | None:
    """Return a model's own declaration: history tables inherit that of the model they follow."""
    found: type[Declared] | None = vars(model).get("PersonalData")
    return found


def faults(model: type[models.Model]) -> list[str]:
    """Return what is wrong with a model's declaration, in sentences; nothing where it is whole."""
    if "PersonalData" not in vars(model) or "impersonal" not in vars(model):
        return ["it needs a class PersonalData (or None) and the set `impersonal`"]
    said = declared(model)
    personal = set(said.fields) if said else set()
    impersonal: frozenset[str] = vars(model)["impersonal"]
    every = {field.name for field in model._meta.concrete_fields}
    found = [
        f"“{name}” is neither personal nor impersonal" for name in every - personal - impersonal
    ]
    found += [f"“{name}” is both personal and impersonal" for name in personal & impersonal]
    found += [f"there is no field “{name}”" for name in (personal | impersonal) - every]
    if said:
        parts = ["purpose", "basis", "retention", "erasure", "fields"]
        parts += ["condition"] if said.special_category else []
        found += [f"PersonalData.{part} is empty" for part in parts if not getattr(said, part)]
        found += [f"“{name}” is erased, but not personal" for name in set(said.erased) - personal]
    return sorted(found)
