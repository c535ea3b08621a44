"""Every rule of the house × every kind of person: the truth table of docs/network.md.

`python -m pytest tests/test_rules.py` compares; with `LIGZDA_WRITE_DOCS=1` it writes the table.
"""

import inspect
import os
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import transaction
from django.db.backends.postgresql.psycopg_any import DateRange
from django.utils import timezone
from pytest_django import DjangoDbBlocker
from tests.addresses import NOBODY, people, registered, samples
from tests.loaded import load_once
from tests.people.asked import one_of_each

import ligzda
from ligzda.blueprints.models import ModelVersion, Practice
from ligzda.findings.models import AdHocEvaluation, Claim, Quote
from ligzda.incubators.models import (
    AdaptationWork,
    Authorisation,
    Booking,
    Equipment,
    Feed,
    Incident,
    Incubator,
    Maintenance,
    MaintenancePlan,
    Order,
    Waiting,
)
from ligzda.indicators.models import OwnIndicator, QualityFinding
from ligzda.kernel.errors import LigzdaError, NotAllowedError
from ligzda.legislation.models import (
    ActText,
    Consultation,
    OpinionRow,
    Package,
    PublicComment,
    Regulation,
)
from ligzda.methodology.models import PublishedEdition, Recommendation
from ligzda.network.load import system_member
from ligzda.network.models import (
    Decision,
    DecisionDocument,
    Membership,
    Municipality,
    Partner,
    User,
)
from ligzda.network.roles import Coordinator
from ligzda.newsroom.models import Article, Ban, Comment, Transition
from ligzda.people.models import (
    Absence,
    Application,
    ApplicationAppeal,
    ApplicationDecision,
    Consent,
    Delivery,
    PlaceOffer,
    Plan,
    PlanStep,
    RetentionHold,
    RightsRequest,
    Stay,
    Transfer,
    WaitingPlace,
    Wave,
)
from ligzda.training.models import (
    Certificate,
    CourseVersion,
    Enrolment,
    Meeting,
    MentoringPair,
    MentorWish,
    Session,
)
from ligzda.trial.models import Deviation, Draw, FlowEvent, ProtocolDocument, ProtocolVersion
from ligzda.ventures.models import Enterprise, Finding

pytestmark = [pytest.mark.django_db]
DOCUMENT = Path(__file__).resolve().parents[1] / "docs/network.md"
BEGIN, END = "<!-- checks: made by tests/test_rules.py -->\n", "\n<!-- /checks -->"
PERSON = ("by", "viewer")
# They take a permission, and are what the others are made of.
BUILDING_BLOCKS = {"check_permission", "check_permission_somewhere"}


def checks() -> list[tuple[str, Callable[..., None]]]:
    """Return every `check_…` that asks who, with the room it stands in."""
    source = Path(ligzda.__file__).parent
    found = []
    for path in sorted(source.rglob("rules.py")):
        name = ".".join(path.relative_to(source.parent).with_suffix("").parts)
        for key, value in sorted(vars(import_module(name)).items()):
            own = inspect.isfunction(value) and value.__module__ == name
            if not own or not key.startswith("check_") or key in BUILDING_BLOCKS:
                continue
            if set(PERSON) & set(inspect.signature(value).parameters):
                found.append((name.split(".")[1], value))
    return found


@pytest.fixture(scope="module")
def table(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[str]:
    with django_db_blocker.unblock(), transaction.atomic():
        load_once()
        samples()
        made = _table(people(), _things())
        if os.environ.get("LIGZDA_WRITE_DOCS") == "1":
            _write(made)
        yield made
        transaction.set_rollback(True)


def _write(table: str) -> None:
    before, _mark, rest = DOCUMENT.read_text("utf-8").partition(BEGIN)
    DOCUMENT.write_text(before + BEGIN + table + END + rest.partition(END)[2], "utf-8")


def _things() -> dict[str, Any]:
    """Return a thing for each kind that a rule asks about: Ogre's where a municipality counts."""
    ogre = Municipality.objects.get(slug="ogres-novads")
    decision = Decision.objects.filter(municipality=ogre).earliest("pk")
    draft = ProtocolVersion.objects.get(registered_at__isnull=True)
    of_one: dict[str, Any] = {"person": registered(), "municipality": ogre}
    applied = Application(**of_one, incubator=ogre.incubator, state="withdrawn")
    accepted = ApplicationDecision(
        **of_one, application=applied, outcome="accepted", decided_on=timezone.localdate()
    )
    asked = one_of_each(registered(), system_member())
    return {
        "Application": applied,
        "ApplicationAppeal": ApplicationAppeal(
            **of_one, decision=accepted, answered_on=timezone.localdate()
        ),
        "ApplicationDecision": accepted,
        "PlaceOffer": PlaceOffer(**of_one, answer="taken"),
        "WaitingPlace": WaitingPlace(**of_one, closed="left"),
        "Conflict": asked.conflict,
        "Device": asked.device,
        "Observation": asked.observation,
        "TracingContact": asked.contact,
        "Wave": Wave.SIX_MONTHS,
        "date": timezone.localdate(),
        "int": timezone.localdate().year,
        "AdaptationWork": AdaptationWork.objects.filter(incubator__municipality=ogre).latest("pk"),
        "Authorisation": Authorisation.objects.filter(incubator__municipality=ogre).latest("pk"),
        "Article": Article.objects.get(),
        "Booking": Booking.objects.select_related("incubator__municipality").latest("pk"),
        "Equipment": Equipment.objects.filter(incubator__municipality=ogre).latest("pk"),
        "Ban": Ban.objects.first(),
        "Certificate": Certificate.objects.latest("pk"),
        "AdHocEvaluation": AdHocEvaluation(asked_by=system_member()),
        "Claim": Claim(drafted_by=system_member(), state="draft"),
        "Quote": Quote(written_by=system_member()),
        "bool": True,
        "Comment": Comment.objects.first(),
        "CourseVersion": CourseVersion.objects.get(published_at__isnull=True),
        "Decision": decision,
        "DecisionDocument": DecisionDocument.objects.get(),
        "Deviation": Deviation(
            protocol=draft, recorded_by=system_member(), happened_on="2017-01-01"
        ),
        "PublishedEdition": PublishedEdition.objects.get(),
        "Recommendation": Recommendation.objects.get(),
        "Draw": Draw.objects.first(),
        "Feed": Feed.objects.get(),
        "QualityFinding": QualityFinding.objects.filter(municipality=ogre).latest("pk"),
        "OwnIndicator": OwnIndicator.objects.get(municipality=ogre),
        "Enrolment": Enrolment.objects.latest("pk"),
        "FlowEvent": FlowEvent.objects.first(),
        "Incident": Incident.objects.filter(incubator__municipality=ogre).latest("pk"),
        "Incubator": Incubator.objects.get(municipality=ogre),
        "Meeting": Meeting.objects.latest("pk"),
        "Maintenance": Maintenance.objects.filter(equipment__incubator__municipality=ogre).latest(
            "pk"
        ),
        "MaintenancePlan": MaintenancePlan.objects.filter(
            equipment__incubator__municipality=ogre
        ).latest("pk"),
        "Membership": Membership.objects.first(),
        "Order": Order(incubator=Incubator.objects.get(municipality=ogre)),
        "ModelVersion": ModelVersion.objects.get(published_at__isnull=True),
        "MentorWish": MentorWish(municipality=ogre),
        "MentoringPair": MentoringPair(municipality=ogre, period=DateRange(None, None)),
        "Municipality": ogre,
        "Consent": Consent(person=registered()),
        "RetentionHold": RetentionHold.objects.get(),
        "RightsRequest": RightsRequest.objects.get(),
        "ActText": ActText.objects.latest("pk"),
        "Collection": (),
        "OpinionRow": OpinionRow.objects.filter(opinion__package__filed_at=None).latest("pk"),
        "Consultation": Consultation.objects.get(regulation__isnull=False),
        "PublicComment": PublicComment.objects.filter(consultation__package=None).latest("pk"),
        "Regulation": Regulation.objects.get(),
        "Package": Package.objects.filter(filed_at=None).latest("pk"),
        "Absence": Absence.objects.latest("pk"),
        "Delivery": Delivery.objects.select_related("municipality").latest("pk"),
        "Person": registered(),
        "Enterprise": Enterprise.objects.latest("pk"),
        "Finding": Finding.objects.latest("pk"),
        "Plan": Plan.objects.latest("pk"),
        "PlanStep": PlanStep.objects.latest("pk"),
        "Stay": Stay.objects.latest("pk"),
        "Transfer": Transfer.objects.latest("pk"),
        "Partner": Partner.objects.get(municipality=ogre),
        "Practice": Practice.objects.first(),
        "ProtocolDocument": ProtocolDocument.objects.get(),
        "ProtocolVersion": draft,
        "Session": Session.objects.latest("pk"),
        "Transition": Transition(comment=Comment.objects.first(), by=system_member()),
        "User": User.objects.filter(is_system=False).first(),
        "Waiting": Waiting.objects.select_related("incubator__municipality").get(),
        "type": Coordinator,
    }


def _table(kinds: dict[str, User | None], things: dict[str, Any]) -> str:
    lines = ["| room | rule | " + " | ".join(kinds) + " |", "|---" * (len(kinds) + 2) + "|"]
    for room, check in checks():
        cells = ["yes" if _lets(check, user, things) else "" for user in kinds.values()]
        lines.append(f"| {room} | `{check.__name__}` | " + " | ".join(cells) + " |")
    return "\n".join(lines)


def _lets(check: Callable[..., None], user: User | None, things: dict[str, Any]) -> bool:
    """Whether this person's roles let them; that the state stands in the way is no refusal."""
    given: dict[str, Any] = {}
    for name, parameter in inspect.signature(check).parameters.items():
        if name in PERSON:
            if user is None and parameter.annotation is User:
                return False  # asked only of whoever is signed in
            given[name] = user or AnonymousUser()
            continue
        kind = getattr(parameter.annotation, "__name__", "")
        if parameter.annotation == (Incubator | None):
            kind = "Incubator"
        assert kind in things, (
            f"{check.__name__}({name}: {kind}): name a sample in tests/test_rules.py"
        )
        given[name] = things[kind]
    try:
        with transaction.atomic():
            check(**given)
    except NotAllowedError:
        return False
    except LigzdaError:
        return True
    return True


def test_the_truth_table_of_the_document_is_the_code(table: str) -> None:
    rest = DOCUMENT.read_text("utf-8").partition(BEGIN)[2]
    assert rest.partition(END)[0] == table


def test_nobody_and_whoever_has_no_role_may_nothing_that_a_role_allows(table: str) -> None:
    rows = [[cell.strip() for cell in line.split("|")[1:-1]] for line in table.splitlines()]
    head, body = rows[0], rows[2:]
    powerless = [head.index(kind) for kind in (NOBODY, "no role", "role ended")]
    for row in body:
        assert len({row[place] for place in powerless[1:]}) == 1, row
    assert len(body) > 35
