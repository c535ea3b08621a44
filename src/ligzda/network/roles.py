"""Who may do what: the matrix an auditor reads. docs/network.md shows it as a table.

A role of scope "own" counts only for the municipality of the partner it is held at; a role of
scope "network" counts everywhere. What no role lists, nobody may do. Rooms on higher floors add
their permissions here, so that one file answers the question.
"""

from enum import StrEnum
from typing import ClassVar, Literal

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Permission(StrEnum):
    """One thing that can be allowed."""

    SEE_DRAFTS = "see drafts"
    DRAFT_DECISION = "draft a council decision"
    PUBLISH_DECISION = "publish a council decision"
    RECORD_POPULATION = "record population figures"
    ADMIT_PARTNER = "admit a partner"
    EDIT_PARTNER = "edit what a partner does"
    DESIGN_MODEL = "design practices, factors and models"
    PUBLISH_MODEL = "publish a version of a model"
    OPEN_INCUBATOR = "set up an incubator"
    EDIT_INCUBATOR = "edit an incubator"
    KEEP_PLACES = "keep rooms, machines and opening hours of an incubator"
    BOOK_PLACES = "book machines, benches and rooms of an incubator"
    BOOK_OWN = "book machines and bench places of an incubator for oneself"
    KEEP_BUDGET = "plan and close the costs of an incubator, order from it"
    KEEP_LOG = "read and write the log of risks and accidents of an incubator"
    DESIGN_TRIAL = "write the protocol and hold the draw"
    REGISTER_TRIAL = "register the protocol"
    APPROVE_DEVIATION = "approve a deviation of the trial"
    RECORD_RUNNING = "record fidelity and flow of an incubator"
    INVITE_USER = "invite a user"
    GRANT_ROLE = "grant and end roles"
    ERASE_USER = "erase a user's personal data"
    SEE_AUDIT = "see the audit trail"
    WRITE_NEWS = "write articles and put them up for review"
    PUBLISH_NEWS = "review and publish articles, place banners"
    CHECK_STATEMENTS = "check what is stated from memory"
    MENTOR = "offer time as a mentor, keep hours and notes of one's pairs"
    MATCH_MENTORS = "match mentors with participants"
    ASK_MENTOR = "ask for a mentor"
    KEEP_PEOPLE = "keep applications, stays, plans and follow-ups of people"
    SUPPORT_PEOPLE = "see who stays in an incubator and record support"
    APPROVE_PEOPLE = "decide on applications, approve plans and transfers"
    PROTECT_DATA = "look after people's data: readings, requests, erasure, retention"
    SEE_COUNTS = "see counts of people, outcomes and costs"
    COMMENT = "comment under an account of one's own"
    TEACH = "keep courses, issue and revoke certificates"
    WRITE_METHODOLOGY = "write recommendations and publish editions"
    MODERATE = "decide about readers' comments and who may comment"
    SEE_AMENDMENTS = "read packages of amendments before they are filed"
    DRAFT_AMENDMENTS = "add texts of acts, draft and sign packages of amendments"
    GIVE_OPINIONS = "record an institution's opinion on a package of amendments"
    FILE_AMENDMENTS = "file a package of amendments that somebody else signed"
    KEEP_REGULATIONS = "draft, announce and publish a municipality's binding regulations"


class Role:
    """What somebody is in the network. Subclasses are the matrix."""

    key: ClassVar[str]
    name: ClassVar[object]
    scope: ClassVar[Literal["own", "network"]]
    # Kinds of partner the role can be held at; see models.Partner.Kind.
    held_at: ClassVar[frozenset[str]]
    permissions: ClassVar[frozenset[Permission]]
    # Whether signing in takes a second step: for whom a stolen password would decide about others'
    # words, data or the trial (server/sign_in.py asks for it); always for who sees participants.
    second_step: ClassVar[bool] = False
    # Whether the role is one of those that work with participants and so see their data.
    sees_participants: ClassVar[bool] = False
    # Whether it acts for its partner, and so keeps to the code of conduct.
    acts_for_partner: ClassVar[bool] = True


_ANY_PARTNER = frozenset({"municipality", "university", "association", "ministry", "foundation"})


class NetworkLead(Role):
    """Leads the network for all its partners: reads everything that was done, decides for none."""

    key = "network_lead"
    name = _("lead of the network")
    scope = "network"
    held_at = frozenset({"association", "foundation", "university"})
    second_step = True
    permissions = frozenset(
        {
            Permission.EDIT_PARTNER,
            Permission.SEE_AUDIT,
            Permission.SEE_COUNTS,
            Permission.SEE_AMENDMENTS,
            Permission.WRITE_METHODOLOGY,
        }
    )


class Coordinator(Role):
    """Runs the municipality's part: its council decisions and its incubator."""

    key = "coordinator"
    name = _("coordinator of a municipality")
    scope = "own"
    held_at = frozenset({"municipality"})
    second_step = True
    sees_participants = True
    permissions = frozenset(
        {
            Permission.SEE_DRAFTS,
            Permission.DRAFT_DECISION,
            Permission.PUBLISH_DECISION,
            Permission.EDIT_INCUBATOR,
            Permission.KEEP_PLACES,
            Permission.BOOK_PLACES,
            Permission.KEEP_BUDGET,
            Permission.KEEP_LOG,
            Permission.RECORD_RUNNING,
            Permission.SEE_AUDIT,
            Permission.WRITE_NEWS,
            Permission.KEEP_PEOPLE,
            Permission.SUPPORT_PEOPLE,
            Permission.APPROVE_PEOPLE,
            Permission.SEE_COUNTS,
            Permission.SEE_AMENDMENTS,
            Permission.GIVE_OPINIONS,
            Permission.KEEP_REGULATIONS,
        }
    )


class IncubatorManager(Role):
    """Runs an incubator from day to day.

    Held at its municipality: a municipality has one incubator (incubators.models), so the two name
    the same place.
    """

    key = "incubator_manager"
    name = _("manager of an incubator")
    scope = "own"
    held_at = frozenset({"municipality"})
    second_step = True
    sees_participants = True
    permissions = frozenset(
        {
            Permission.EDIT_INCUBATOR,
            Permission.KEEP_PLACES,
            Permission.BOOK_PLACES,
            Permission.KEEP_LOG,
            Permission.RECORD_RUNNING,
            Permission.MATCH_MENTORS,
            Permission.KEEP_PEOPLE,
            Permission.SUPPORT_PEOPLE,
            Permission.APPROVE_PEOPLE,
            Permission.SEE_COUNTS,
        }
    )


class Instructor(Role):
    """Leads the workshop of an incubator."""

    key = "instructor"
    name = _("workshop instructor")
    scope = "own"
    held_at = frozenset({"municipality", "foundation"})
    second_step = True
    sees_participants = True
    permissions = frozenset(
        {Permission.BOOK_PLACES, Permission.KEEP_LOG, Permission.SUPPORT_PEOPLE}
    )


class SocialWorker(Role):
    """Accompanies people of the municipality: refers them, keeps their plans and follow-ups."""

    key = "social_worker"
    name = _("social worker")
    scope = "own"
    held_at = frozenset({"municipality"})
    second_step = True
    sees_participants = True
    permissions = frozenset({Permission.KEEP_PEOPLE, Permission.SUPPORT_PEOPLE})


class DataProtectionOfficer(Role):
    """Looks after what the municipality keeps of people: who read it, what is asked, what goes."""

    key = "data_protection"
    name = _("data protection officer")
    scope = "own"
    held_at = frozenset({"municipality"})
    second_step = True
    sees_participants = True
    permissions = frozenset({Permission.PROTECT_DATA})


class Trainer(Role):
    """Teaches at the foundation: its courses, and the certificates of those who passed them."""

    key = "trainer"
    name = _("trainer")
    scope = "network"
    held_at = frozenset({"foundation"})
    second_step = True
    sees_participants = True
    permissions = frozenset({Permission.TEACH})


class Mentor(Role):
    """Accompanies single participants, of whichever municipality; sees those of their pairs."""

    key = "mentor"
    name = _("mentor")
    scope = "own"
    held_at = frozenset({"municipality", "foundation", "association"})
    second_step = True
    sees_participants = True
    permissions = frozenset({Permission.MENTOR})


class Evaluator(Role):
    """Designs the models and the trial and evaluates them, at the university."""

    key = "evaluator"
    name = _("evaluator")
    scope = "network"
    held_at = frozenset({"university"})
    second_step = True
    permissions = frozenset(
        {
            Permission.DESIGN_MODEL,
            Permission.PUBLISH_MODEL,
            Permission.DESIGN_TRIAL,
            Permission.REGISTER_TRIAL,
            Permission.APPROVE_DEVIATION,
            Permission.RECORD_RUNNING,
            Permission.RECORD_POPULATION,
            Permission.SEE_COUNTS,
            Permission.WRITE_METHODOLOGY,
        }
    )


class MinistryLawyer(Role):
    """Looks up what is stated of the law, drafts amendments of it and signs them."""

    key = "ministry_lawyer"
    name = _("lawyer of a ministry")
    scope = "network"
    held_at = frozenset({"ministry"})
    permissions = frozenset(
        {
            Permission.CHECK_STATEMENTS,
            Permission.SEE_AMENDMENTS,
            Permission.DRAFT_AMENDMENTS,
        }
    )


class MinistryReviewer(Role):
    """Looks up what is stated of the law, gives opinions on amendments and files them."""

    key = "ministry_reviewer"
    name = _("reviewer of a ministry")
    scope = "network"
    held_at = frozenset({"ministry"})
    permissions = frozenset(
        {
            Permission.CHECK_STATEMENTS,
            Permission.SEE_AMENDMENTS,
            Permission.GIVE_OPINIONS,
            Permission.FILE_AMENDMENTS,
        }
    )


class Editor(Role):
    """Writes what the public reads about the network."""

    key = "editor"
    name = pgettext_lazy("role", "editor")
    scope = "network"
    held_at = _ANY_PARTNER
    second_step = True
    permissions = frozenset(
        {Permission.EDIT_PARTNER, Permission.WRITE_NEWS, Permission.PUBLISH_NEWS}
    )


class Moderator(Role):
    """Looks after readers' comments."""

    key = "moderator"
    name = _("moderator of comments")
    scope = "network"
    held_at = _ANY_PARTNER
    second_step = True
    permissions = frozenset({Permission.MODERATE})


class Administrator(Role):
    """Keeps the network itself: partners, people, their roles. Decides nothing for a council."""

    key = "administrator"
    name = _("administrator of the network")
    scope = "network"
    held_at = _ANY_PARTNER
    second_step = True
    permissions = frozenset(
        {
            Permission.ADMIT_PARTNER,
            Permission.EDIT_PARTNER,
            Permission.OPEN_INCUBATOR,
            Permission.RECORD_POPULATION,
            Permission.INVITE_USER,
            Permission.GRANT_ROLE,
            Permission.ERASE_USER,
            Permission.APPROVE_DEVIATION,
            Permission.SEE_AUDIT,
            Permission.SEE_COUNTS,
        }
    )


class Participant(Role):
    """Takes part in an incubator, and sees what is their own."""

    key = "participant"
    name = _("participant")
    scope = "own"
    held_at = frozenset({"municipality"})
    acts_for_partner = False
    permissions = frozenset({Permission.ASK_MENTOR, Permission.BOOK_OWN, Permission.COMMENT})


class RegisteredReader(Role):
    """Reads and comments under an account of their own, and acts for nobody."""

    key = "registered_reader"
    name = _("registered reader")
    scope = "network"
    held_at = _ANY_PARTNER
    acts_for_partner = False
    permissions = frozenset({Permission.COMMENT})


ROLES: tuple[type[Role], ...] = (
    NetworkLead,
    Coordinator,
    IncubatorManager,
    Instructor,
    SocialWorker,
    DataProtectionOfficer,
    Trainer,
    Mentor,
    Evaluator,
    MinistryLawyer,
    MinistryReviewer,
    Editor,
    Moderator,
    Administrator,
    Participant,
    RegisteredReader,
)
BY_KEY: dict[str, type[Role]] = {role.key: role for role in ROLES}
