"""Nouns of the room of people, of all its packages."""

from ligzda.people.person_models import Gender, Person, PersonKey, PersonTongue, Reading
from ligzda.people.stays.models import (
    IN_PAID_ACTIVITY,
    Education,
    EntrySnapshot,
    ExitReason,
    ExitState,
    Household,
    LabourStatus,
    Stay,
)

__all__ = [
    "IN_PAID_ACTIVITY",
    "Education",
    "EntrySnapshot",
    "ExitReason",
    "ExitState",
    "Gender",
    "Household",
    "LabourStatus",
    "Person",
    "PersonKey",
    "PersonTongue",
    "Reading",
    "Stay",
]
