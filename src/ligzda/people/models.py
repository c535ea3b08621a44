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
from ligzda.people.followups.models import (
    AttemptOutcome,
    Channel,
    ContactAttempt,
    LostFollowUp,
    LostReason,
    TracingContact,
    Wave,
)
from ligzda.people.identity.models import NetworkQuestion, PossibleDouble, SearchToken
from ligzda.people.letters.models import PersonLetter
from ligzda.people.openrosa.models import Attachment, Conflict, Device, Submission
from ligzda.people.outcomes.models import Moment, Observation, Rater, UnfinishedAnswers
from ligzda.people.person_models import Gender, Person, PersonKey, PersonTongue, Reading
from ligzda.people.plans.models import Goal, Plan, PlanReview, PlanStep
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
from ligzda.people.stays.absence_models import Absence, AbsenceKind
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
from ligzda.people.stays.transfer_models import (
    Transfer,
    TransferBasis,
    TransferState,
    WhyDeclined,
)
from ligzda.people.support.models import MOST_MINUTES, Delivery, Mode

__all__ = [
    "IN_PAID_ACTIVITY",
    "MOST_MINUTES",
    "Absence",
    "AbsenceKind",
    "Application",
    "ApplicationAppeal",
    "ApplicationDecision",
    "ApplicationDocument",
    "ApplicationDraft",
    "Attachment",
    "AttemptOutcome",
    "Channel",
    "Conflict",
    "Consent",
    "ConsentPurpose",
    "ConsentText",
    "ContactAttempt",
    "Delivery",
    "Device",
    "Education",
    "EntrySnapshot",
    "ExitReason",
    "ExitState",
    "Gender",
    "Goal",
    "Household",
    "LabourStatus",
    "LostFollowUp",
    "LostReason",
    "Mode",
    "Moment",
    "NetworkQuestion",
    "Observation",
    "Person",
    "PersonKey",
    "PersonLetter",
    "PersonTongue",
    "PlaceOffer",
    "Plan",
    "PlanReview",
    "PlanStep",
    "PossibleDouble",
    "Rater",
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
    "Submission",
    "TargetGroup",
    "TracingContact",
    "Transfer",
    "TransferBasis",
    "TransferState",
    "UnfinishedAnswers",
    "WaitingPlace",
    "Wave",
    "WhyDeclined",
]
