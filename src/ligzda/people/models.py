"""Nouns of the room of people, of all its packages."""

from ligzda.people.applications.draft_models import ApplicationDraft
from ligzda.people.applications.group_models import TargetGroup
from ligzda.people.applications.models import (
    Application,
    ApplicationAppeal,
    ApplicationDecision,
    ApplicationDocument,
    Sender,
)
from ligzda.people.applications.waiting_models import PlaceOffer, Skip, WaitingPlace
from ligzda.people.identity.models import NetworkQuestion, PossibleDouble, SearchToken
from ligzda.people.person_models import Gender, Person, PersonKey, PersonTongue, Reading
from ligzda.people.rights.models import (
    Consent,
    ConsentPurpose,
    ConsentText,
    Representative,
    RequestKind,
    RetentionHold,
    RightsRequest,
    Standing,
)
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
    "Application",
    "ApplicationAppeal",
    "ApplicationDecision",
    "ApplicationDocument",
    "ApplicationDraft",
    "Consent",
    "ConsentPurpose",
    "ConsentText",
    "Education",
    "EntrySnapshot",
    "ExitReason",
    "ExitState",
    "Gender",
    "Household",
    "LabourStatus",
    "NetworkQuestion",
    "Person",
    "PersonKey",
    "PersonTongue",
    "PlaceOffer",
    "PossibleDouble",
    "Reading",
    "Representative",
    "RequestKind",
    "RetentionHold",
    "RightsRequest",
    "SearchToken",
    "Sender",
    "Skip",
    "Standing",
    "Stay",
    "TargetGroup",
    "WaitingPlace",
]
