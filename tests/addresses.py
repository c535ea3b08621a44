"""Every address of the house, a thing for each to be about, and every kind of person to try it.

Who may read and write at an address stands in docs/pages.md, which people read and
tests/test_addresses.py tries.
"""

import datetime
import re
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from django.db import connection
from django.db.backends.postgresql.psycopg_any import DateRange
from django.test import Client
from django.urls import get_resolver
from django.utils import timezone
from django.utils.translation import override
from tests.incubators.budget import Budget, make_budget, month_before
from tests.incubators.conftest import Workshop, make_workshop, one_of_each
from tests.methodology import written as methodology
from tests.people.asked import one_of_each as one_asked
from tests.people.samples import staying
from tests.training.sessions import make_session
from tests.trial.conftest import content, reference_problem
from tests.trial.world import ANSWER
from tests.urlconf import EDITORS, patterns
from tests.ventures.samples import ventures

from ligzda.blueprints import actions as blueprints
from ligzda.blueprints.forms import facts_of
from ligzda.blueprints.models import ModelVersion, OperatingModel
from ligzda.findings.models import Claim, EvaluationRun, Quote
from ligzda.incubators.bookings import actions as bookings
from ligzda.incubators.costs.months import written
from ligzda.incubators.feeds.actions import make_feed
from ligzda.incubators.models import (
    AdaptationWork,
    Building,
    Equipment,
    EquipmentPhoto,
    Incident,
    Incubator,
    Maintenance,
    MaintenancePlan,
    Manual,
)
from ligzda.incubators.places import actions as places
from ligzda.incubators.quotas.actions import set_quota
from ligzda.incubators.rights.actions import give_right
from ligzda.incubators.waiting.actions import ask as ask_for
from ligzda.indicators.models import (
    DataSet,
    OwnIndicator,
    OwnValue,
    PublicRelease,
    QualityFinding,
)
from ligzda.indicators.releasing.tables import OPEN_DATA
from ligzda.kernel.hashing import sha256
from ligzda.kernel.texts import Text
from ligzda.legislation.models import (
    Act,
    Advised,
    OpinionRow,
    Package,
    PublicComment,
    Regulation,
    UnitLink,
)
from ligzda.legislation.models import Ground as ClaimGround
from ligzda.network import actions as network
from ligzda.network.digest import stop_address
from ligzda.network.load import system_member
from ligzda.network.models import (
    AuditEvent,
    Decision,
    DecisionDocument,
    Membership,
    Municipality,
    Partner,
    User,
)
from ligzda.network.queries import published_decisions
from ligzda.network.roles import ROLES
from ligzda.network.statements import rows as statement_rows
from ligzda.network.undoing import keep_for_undo
from ligzda.newsroom import guard
from ligzda.newsroom.actions import Writer, ban, post
from ligzda.newsroom.models import Article, Comment, Transition
from ligzda.newsroom.states import Ground
from ligzda.people.actions import PersonFacts, register_person
from ligzda.people.applications.actions import ApplicationFacts, apply, decide, write_up
from ligzda.people.applications.private_link import Link
from ligzda.people.models import Person, WaitingPlace
from ligzda.people.rights.actions import ask as ask_about_data
from ligzda.people.rights.actions import note_hold
from ligzda.server.tasks import clear_sessions
from ligzda.training import actions as training
from ligzda.training.credentials import CAPACITY
from ligzda.training.models import (
    Certificate,
    CourseVersion,
    MentoringPair,
    MentorWish,
    OpenedMachine,
)
from ligzda.training.sessions.actions import enrol
from ligzda.trial.assignment.actions import commit_draw, reveal_draw
from ligzda.trial.power import runs as power
from ligzda.trial.power.models import DesignRun
from ligzda.trial.power.questions import Question, candidates
from ligzda.trial.registry import actions as registry
from ligzda.trial.registry.models import ProtocolVersion
from ligzda.trial.registry.plan_text import TEMPLATE
from ligzda.trial.running import actions as running
from ligzda.trial.running.fidelity import PARTS
from ligzda.trial.running.models import FlowEvent

DOCUMENT = Path(__file__).resolve().parents[1] / "docs/pages.md"
NOBODY = "nobody"


UNNAMED = {
    "/media/images/<path:path>": "pictures, as public as what shows them",
    "/M/<int:pk>": "`machine`, as a QR code in capitals has it",
    "/A/<str:code>": "`certificate`, as a QR code in capitals has it",
    "/api/v1/<path:rest>": "404, as the API says it",
}
"""Addresses that nothing links to by a name."""


@dataclass(frozen=True)
class Page:
    """An address as docs/pages.md declares it: who may read it, and who may write there.

    "everybody", "signed in", "nobody", or kinds of people; "–" where it is never answered (405).
    """

    name: str
    reads: str
    writes: str


_ROW = re.compile(
    r"^\| `(?P<name>\w[\w:-]*)` \| [^|]* \| [^|]* \| (?P<reads>[^|]*) \| (?P<writes>[^|]*) \|"
)


def declared() -> list[Page]:
    """Return the rows of the document's tables."""
    rows = map(_ROW.match, DOCUMENT.read_text("utf-8").splitlines())
    return [Page(**row.groupdict()) for row in rows if row]


def latvian() -> list[tuple[str, str]]:
    """Return name and pattern of every address but Wagtail's own, which stand behind one door."""
    with override("lv"):
        found = list(patterns(get_resolver()))
    return [(name, address) for name, address in found if not address.startswith(EDITORS)]


def filled(pattern: str, given: tuple[str, ...]) -> str:
    """Return an address with values put into it."""
    values = iter(given)
    plain = re.sub(r"\^|\$", "", re.sub(r"\(\?P<(\w+)>[^)]*\)", r"<\1>", pattern))
    return re.sub(r"<[^>]+>", lambda _found: next(values), plain)


# --- people ----------------------------------------------------------------------------------


def people() -> dict[str, User | None]:
    """Return one of each kind: nobody, somebody without a role, each role, a role that has ended.

    A role whose scope is one municipality is held at Ogre ("coordinator") and, for comparison, at
    another one ("coordinator elsewhere").
    """
    by = system_member()
    ogre = Partner.objects.get(municipality__slug="ogres-novads")
    found: dict[str, User | None] = {NOBODY: None, "no role": _person("no role")}
    for role in ROLES:
        held = [(role.key, _at(role.held_at))]
        if role.scope == "own":
            cesis = Partner.objects.get(municipality__slug="cesu-novads")
            held = [(role.key, ogre), (f"{role.key} elsewhere", cesis)]
        for kind, partner in held:
            found[kind] = user = _person(kind)
            network.grant_role(by=by, user=user, role=role, partner=partner)
    ended = _person("role ended")
    for role in ROLES:
        partner = ogre if role.scope == "own" else _at(role.held_at)
        network.grant_role(by=by, user=ended, role=role, partner=partner)
    for membership in Membership.objects.filter(user=ended):
        network.end_role(by=by, membership=membership)
    found["role ended"] = ended
    return found


def _at(kinds: frozenset[str]) -> Partner:
    partner = Partner.objects.filter(kind__in=kinds).order_by("slug").first()
    assert partner is not None
    return partner


def _person(kind: str) -> User:
    email = f"{kind.replace(' ', '.')}@walk.example"
    return network.invite_user(by=system_member(), email=email, name=kind)


def client_of(user: User | None) -> Client:
    """Return a browser with this person signed in."""
    client = Client()
    if user is not None:
        client.force_login(user, backend="allauth.account.auth_backends.AuthenticationBackend")
    return client


# --- things ----------------------------------------------------------------------------------


@dataclass(frozen=True)
class Samples:
    """What to put into each address, and what a form that needs more than a button sends."""

    names: dict[str, tuple[str, ...]]
    forms: dict[str, dict[str, str]]


def samples() -> Samples:
    """Make what the addresses are about.

    A draft where only some may see it, Ogre's where a municipality counts.
    """
    comment = _comment()
    asked = power.start(TEMPLATE, Question(candidates([30], [0.2], [9])))
    DesignRun.objects.filter(pk=asked.pk).update(answer=[ANSWER])
    banned = ban(
        by=system_member(),
        comment=comment,
        days=1,
        only_article=False,
        ground=Ground.MORALS,
        statement="Pieklājība.",
    )
    draft, registered, document = _protocols()
    problem, event = _running()
    code = _draft_of_a_model()
    certificate = _certificate()
    article = Article.objects.get().slug
    found: dict[str, tuple[str, ...]] = {
        "portal:municipality": ("ogres-novads",),
        "portal:model": ("m1-dienas-centra-darbnica",),
        "portal:practice": ("saime",),
        "portal:partner": ("rtu",),
        "portal:evaluation": ("jtpa",),
        "portal:evaluation_file": ("jtpa", "report.pdf"),
        "portal:open_data_set": ("incubators",),
        "opendata:catalogue": ("ttl",),
        "opendata:csv": ("partners",),
        "opendata:csvw": ("partners",),
        "api:municipalities_row": ("ogres-novads_2016-03-17",),
        "api:partners_row": ("rtu",),
        "api:decisions_row": (str(published_decisions()[0].number),),
        "api:incubators_row": ("ogre",),
        "api:costs_row": (f"ogre-{month_before(1).year - 1}",),
        "api:practices_row": ("saime",),
        "api:models_row": ("M1",),
        "api:protocols_row": (registered,),
        "api:assignment_row": ("ogre_2017-01-01",),
        "api:fidelity_row": ("ogre_2017-01-01",),
        "api:flow_row": ("1",),
        **_released(),
        "newsroom:undo": (str(Transition.objects.latest("pk").pk),),
        "newsroom:lift": (str(banned.pk),),
        "newsroom:answer": (str(banned.pk),),
        "newsroom:figures_of": (str(timezone.localdate().year),),
        "newsroom:article": (article,),
        "newsroom:discussion": (article,),
        "blueprints:library_export": ("csv",),
        "blueprints:practice_edit": ("saime",),
        "blueprints:practice_remove": ("saime",),
        "trial:text": (registered,),
        "trial:plan": (registered,),
        "trial:document": (draft, document),
        "trial:document_remove": (draft, document),
        "trial:here": ("ogre",),
        "trial:assessed": ("ogre", "2017-01-01"),
        "trial:problem": (problem,),
        "trial:power_answer": (asked.key,),
        "trial:power_export": (asked.key,),
        "trial:power_take": (asked.key, "1"),
        **_places(),
        "certificate": (certificate.code,),
        "status_list": (str((certificate.pk - 1) // CAPACITY + 1),),
        **_sessions(),
        "training:draft": ("frezmasina",),
        "training:session_new": ("frezmasina",),
        "training:questions": ("frezmasina",),
        "training:publish": ("frezmasina",),
        "training:version": ("frezmasina", "1"),
        "training:machines": ("frezmasina", "1"),
        "training:machine_close": ("frezmasina", "1", _opened()),
        "training:shared": (certificate.share_token,),
        "training:file": (certificate.code, "certificate.pdf"),
        **_mentoring(),
        **_legislation(),
        **_people(),
        **_asked(),
        **_founded(),
        "indicators:indicator": ("entered",),
        "indicators:board": ("ogre",),
        "indicators:listed": ("ogre", "entered"),
        "indicators:esf": ("ogre",),
        "indicators:esf_file": ("ogre", "csv"),
        "indicators:data_set": (_data_set(),),
        "indicators:data_set_file": (_data_set(), "cells"),
        **{f"findings:{name}": (_claim(),) for name in CLAIM_PAGES},
        **{f"findings:{name}": (_run(),) for name in ("run", "run_file")},
        "findings:model": ("M1",),
        "findings:quote_approve": (_quote(),),
        "findings:ad_hoc": ("of-nobody",),
        "indicators:check": ("who5_item_missing",),
        "indicators:findings": ("ogres-novads",),
        **_own(),
        **{f"indicators:{name}": (_finding(),) for name in ("finding", "finding_reopen")},
        **{f"methodology:{name}": ("1",) for name in methodology.make_both()},
        **{f"methodology:{name}": about for name, about in methodology.make_document().items()},
        "methodology:edition_file": ("1", "edition.json"),
        "network:stop_letters": (_token_of_letters(),),
        "network:statement": (statement_rows()[0].key,),
        "account_reset_password_from_key": ("1", "nokey"),
        "openid_connect_callback": ("openid",),
        "mfa_edit_webauthn": ("1",),
        "mfa_remove_webauthn": ("1",),
        "undo": (_role_ended(),),
        "incubators:edit": ("ogre",),
        "incubators:open": ("ogre",),
        "network:audit_event": (_event_of_ogre(),),
        "network:decision_new": ("ogres-novads",),
        "network:document": _paper(),
        "network:document_remove": _paper(),
        "network:partner": ("ogres-novada-pasvaldiba",),
        "network:partner_agreement": ("ogres-novada-pasvaldiba",),
        "desk:try_again": (str(_failed_job()),),
        "desk:end_role": (str(Membership.objects.earliest("pk").pk),),
    }
    for name, pattern in latvian():
        if name not in found and name.startswith("newsroom:") and "<int:pk>" in pattern:
            found[name] = (str(comment.pk),)
        if name.startswith("desk:") and name not in found:
            found[name] = (str(User.objects.filter(is_demo=True).earliest("pk").pk),)
        if name.startswith("network:") and "<int:pk>" in pattern and name not in found:
            found[name] = _paper()[:1]
        if name.startswith("training:") and name not in found:
            found[name] = (certificate.code,)
        if name.startswith("blueprints:version"):
            found[name] = (code,)
        if name.startswith("trial:") and "<str:number>" in pattern and name not in found:
            found[name] = (draft,)
    return Samples(
        found,
        {
            "trial:flow_take_back": {"event": event},
            "people:application": {"link": "1"},
            "people:line_answer": {"said": "leave"},
        },
    )


def _legislation() -> dict[str, tuple[str, ...]]:
    """Return what the addresses of legislation are about: a draft that somebody disagrees with."""
    row = OpinionRow.objects.filter(opinion__package__filed_at=None).latest("pk")
    package = row.opinion.package
    change = package.changes.get()
    number, text = str(package.pk), str(change.text_id)
    slug = change.text.act.slug
    one = ("package", "sign", "file", "claims", "opinion_new", "consult", "advice", "budget")
    regulation = str(Regulation.objects.get().pk)
    steps = ("regulation", "regulation_edit", "announce", "adopt", "ministry", "publish")
    said = PublicComment.objects.filter(consultation__regulation__pk=regulation).latest("pk")
    return {
        **{f"legislation:{name}": (regulation,) for name in steps},
        **{f"legislation:{name}": (str(said.consultation_id),) for name in ("say", "record")},
        **{f"legislation:comment_{name}": (str(said.pk),) for name in ("answer", "show")},
        "legislation:regulation_new": ("premises",),
        "legislation:explain": (regulation, "1"),
        "legislation:regulation_download": (regulation, "regulation.docx"),
        **{f"legislation:{name}": (number,) for name in one},
        "legislation:act": (slug,),
        "legislation:text_new": (slug,),
        "legislation:unit": (slug,),
        "legislation:unit_drop": (str(_link(change.text.act).pk),),
        "legislation:advice_drop": (number, str(_advised(package).number)),
        "legislation:word_forms": (number, str(change.pk)),
        "legislation:units": (number, text),
        "legislation:change_new": (number, text),
        "legislation:change": (number, str(change.pk)),
        "legislation:change_drop": (number, str(change.pk)),
        "legislation:claim_drop": (number, _ground(package)),
        "legislation:section": (number, "1.1"),
        "legislation:opinion": (str(row.opinion_id),),
        "legislation:answer": (str(row.pk),),
        "legislation:download": (number, "comparison.docx"),
    }


def _link(act: Act) -> UnitLink:
    given = {"address": "pants:1", "factor": "A", "level": "+", "added_by": system_member()}
    return UnitLink.objects.create(act=act, **given)


def _advised(package: Package) -> Advised:
    given = {"number": 1, "version": 1, "title": "A", "sha256": sha256("A")}
    return Advised.objects.create(package=package, **given)


def _ground(package: Package) -> str:
    """Return a claim that a package rests on."""
    said = {"predicate": "walk", "sha256": sha256("walk"), "drafted_at": timezone.now()}
    claim = Claim.objects.create(number=9999, drafted_by=system_member(), **said)
    return str(ClaimGround.objects.create(package=package, claim=claim, sha256=claim.sha256).pk)


def _finding() -> str:
    """Return a finding in Ogre: a WHO-5 whose score is missing."""
    today = timezone.localdate()
    facts = {"check_code": "who5_item_missing", "version": 1, "row": "0", "severity": "error"}
    here = Municipality.objects.get(slug="ogres-novads")
    values = {"questionnaire": "who5", "moment": "entry", "observed_on": str(today)}
    days = {"day": today, "found_on": today, "seen_on": today, "due_on": today}
    row, _made = QualityFinding.objects.get_or_create(
        **facts, defaults={"municipality": here, "values": values, **days}
    )
    return str(row.pk)


def _own() -> dict[str, tuple[str, ...]]:
    """Return addresses of an indicator in Ogre's drawer, with a value."""
    today, slug, by = timezone.localdate(), "ogres-novads", system_member()
    here = Municipality.objects.get(slug=slug)
    row, _made = OwnIndicator.objects.get_or_create(
        municipality=here,
        name="Apmeklētāji",
        defaults={"definition": "Viesi.", "unit": "cilvēki", "added_by": by, "added_on": today},
    )
    value, _made = OwnValue.objects.get_or_create(
        indicator=row, day=today, defaults={"value": 7, "written_by": by, "written_on": today}
    )
    one = slug, str(row.pk)
    return {
        "indicators:own": (slug,),
        "indicators:own_indicator": one,
        "indicators:own_remove": one,
        "indicators:own_value_remove": (*one, str(value.pk)),
    }


CLAIM_PAGES = ("claim", "claim_approve", "claim_decide", "claim_judge")


def _claim() -> str:
    """Return the number of a public claim, written down without the actions."""
    author = system_member()
    other = User.objects.exclude(pk=author.pk).earliest("pk")
    text = (
        'factor(factor: "A", level: "+", over: "-", outcome: in_paid_activity@1, by: 0 pp, '
        "sure: 0.9, enter: 0.02, leave: 0.1, looks: [2027-03-31])"
    )
    now = timezone.now()
    row, _made = Claim.objects.get_or_create(
        number=1,
        defaults={
            "predicate": text,
            "sha256": sha256(text),
            "lv": "Apgalvojums.",
            "en": "A claim.",
            "drafted_at": now,
            "drafted_by": author,
            "approved_at": now,
            "approved_by": other,
        },
    )
    return str(row.number)


def _quote() -> str:
    """Return the number of a quote that nobody has approved."""
    said = {"theme": "work", "speaker": "participant", "language": "lv", "text": "Vārdi."}
    days = {"consented_on": timezone.localdate(), "written_at": timezone.now()}
    whole = {"model": OperatingModel.objects.get(code="M1"), "written_by": system_member()}
    row, _made = Quote.objects.get_or_create(
        receipt="WALK-WALK", defaults={**whole, **said, **days}
    )
    return str(row.pk)


def _run() -> str:
    """Return the number of a finished run on that data set."""
    data_set = DataSet.objects.get(sha256=_data_set())
    result, now = "{}", timezone.now()
    row, _made = EvaluationRun.objects.get_or_create(
        data_sha256=data_set.sha256,
        defaults={
            "data_set": data_set,
            "plan": "p",
            "plan_sha256": sha256("p"),
            "rests_on": {},
            "engine_version": "1",
            "seed": 1,
            "stage": "finished",
            "result": result,
            "result_sha256": sha256(result),
            "asked_at": now,
            "asked_by": system_member(),
            "finished_at": now,
        },
    )
    return str(row.pk)


def _released() -> dict[str, tuple[str]]:
    """Release a figure of each of the open data sets of counts; return their rows by address."""
    rows = {
        "indicators": ("entered", {"incubator": "ogre", "period": "2025"}, "entered.-.ogre.2025.-"),
        "participants": ("flow", {"model": "M1", "standing": "running"}, "M1.running"),
        "cost_categories": ("cost", {"category": "staff", "period": "2025"}, "staff.2025"),
    }
    for what, row, _key in rows.values():
        PublicRelease.objects.create(
            what=what,
            name=OPEN_DATA,
            day=timezone.localdate(),
            line=what,
            sha256=sha256(what),
            shown=[{**row, "value": 9, "shown": True}],
            cells=1,
            hidden=0,
            released_at=timezone.now(),
            released_by=system_member(),
        )
    return {f"api:{slug}_row": (key,) for slug, (_what, _row, key) in rows.items()}


def _data_set() -> str:
    """Return the hash of a data set of one cell, under the newest protocol."""
    text = "incubator,participants\nogre,9\n"
    today = {"as_of": timezone.localdate(), "frozen_at": timezone.now()}
    row, _made = DataSet.objects.get_or_create(
        outcome="who5",
        moment="exit",
        sha256=sha256(text),
        protocol=ProtocolVersion.objects.latest("pk"),
        defaults={
            "content": text,
            "counted": 9,
            "rests_on": {},
            "people": [],
            "frozen_by": system_member(),
            **today,
        },
    )
    return row.sha256


def _people() -> dict[str, tuple[str, ...]]:
    """Register somebody in Ogre, and return what the addresses of people are about.

    Anna applies and nothing is decided; Berta, who has the link, waits for a place.
    """
    person, incubator = registered(), Incubator.objects.get(municipality__slug="ogres-novads")
    by, link = system_member(), Link.new(incubator.municipality_id)
    told = ApplicationFacts(sender="person", received_on=timezone.localdate(), groups=["roma"])
    berta = PersonFacts(given_name="Berta", family_name="Kalniņa")
    applied = apply(by=by, incubator=incubator, who=person, facts_given=told)
    other = apply(by=by, incubator=incubator, who=berta, facts_given=told, link=link)
    writer = User.objects.get(email="koordinators.ogre@ligzda.example")
    written = write_up(by=writer, application=other, outcome="accepted", reasons="Pēc saraksta.")
    decide(by=by, decision=written)
    place = str(WaitingPlace.objects.get(application=other).pk)
    return {
        "people:stay_new": (str(person.pk),),
        **{f"people:{name}": about for name, about in staying().items()},
        **_rights_of(person),
        **{f"people:{name}": (str(person.pk),) for name in ("person", "person_edit", "unmerge")},
        **{
            f"people:{name}": (str(applied.pk),) for name in ("application", "application_decision")
        },
        **{
            f"people:{name}": (str(other.pk),)
            for name in ("application_letter", "application_appeal")
        },
        **{f"people:{name}": (place,) for name in ("offer", "line_answer")},
        "people:compare": (str(person.pk), str(person.pk)),
        "people:apply_step": ("name",),
        "people:apply_return": (str(link),),
    }


def _rights_of(person: Person) -> dict[str, tuple[str, ...]]:
    """Ask for a person's data and hold some, and return what the addresses under them are about."""
    by = system_member()
    asked = ask_about_data(by=by, person=person, kind="access")
    hold = note_hold(
        by=by, municipality=person.municipality, because="ESF+", scope="codes",
        first=timezone.localdate(), until=timezone.localdate() + datetime.timedelta(days=30),
    )  # fmt: skip
    of_person = (
        "person", "person_edit", "request_new", "lift", "archive", "consents", "representatives",
        "account",
    )  # fmt: skip
    found: dict[str, tuple[str, ...]] = {f"people:{name}": (str(person.pk),) for name in of_person}
    return found | {
        "people:request": (str(asked.pk),),
        "people:hold_end": (str(hold.pk),),
        "people:own_ask": ("labot",),
        "people:own_choose": ("story",),
    }


def _asked() -> dict[str, tuple[str, ...]]:
    """Ask somebody after a stay in Ogre, and return what the addresses of that are about."""
    person = registered()
    found: dict[str, tuple[str, ...]] = {"contacts": (str(person.pk),)}
    asked = one_asked(person, system_member())
    stay, entry = str(asked.stay.pk), (str(asked.stay.pk), "who5", "exit")
    found |= {
        "contact_withdraw": (str(person.pk), str(asked.contact.pk)),
        **dict.fromkeys(("follow_up", "follow_up_give_up"), (stay, "m6")),
        "follow_up_try_again": (stay, "w4"),
        "observe": (stay, "soft_skills", "exit", "participant"),
        **dict.fromkeys(("observation", "observation_correct"), (str(asked.observation.pk),)),
        "answers_export": ("who5", "csv"),
        **dict.fromkeys(("lists", "lists_template"), ("ogres-novads",)),
        "absences_of_several": ("ogre",),
        "attempts_of_several": ("ogres-novads",),
        "list_export": ("ogres-novads", "people", "csv"),
        "list_import": ("ogres-novads", "people"),
        **dict.fromkeys(("my_questionnaire", "my_answers"), entry),
        "my_question": (*entry, "calm"),
        "device_revoke": (str(asked.device.pk),),
        "conflict": (str(asked.conflict.pk),),
    }
    return {f"people:{name}": given for name, given in found.items()} | dict.fromkeys(
        ("openrosa_form", "openrosa_manifest"), ("who5", "1")
    )


def _founded() -> dict[str, tuple[str, ...]]:
    """Return what the addresses of enterprises are about."""
    return ventures(registered())


def registered() -> Person:
    """Return somebody who is registered in Ogre; made once."""
    ogre = Municipality.objects.get(slug="ogres-novads")
    return Person.objects.filter(municipality=ogre).first() or register_person(
        by=system_member(),
        municipality=ogre,
        facts_given=PersonFacts(given_name="Anna", family_name="Kalniņa"),
        invented=True,
    )


def _opened() -> str:
    """Let a course open a machine of Ogre's; return its number."""
    version = CourseVersion.objects.get(course__code="frezmasina", number=1)
    machine = Equipment.objects.filter(incubator__slug="ogre").earliest("pk")
    return str(OpenedMachine.objects.create(version=version, equipment=machine).pk)


def _paper() -> tuple[str, str]:
    """Return a draft of Ogre's council and the hash of its paper; made once."""
    by = system_member()
    held = DecisionDocument.objects.first()
    if held is None:
        shown = Decision.objects.get(municipality__slug="ogres-novads")
        names = network.DecisionFacts.__dataclass_fields__
        given = {name: getattr(shown, name) for name in names} | {"document_title_lv": "Melnraksts"}
        draft = network.draft_decision(
            by=by, municipality=shown.municipality, facts_given=network.DecisionFacts(**given)
        )
        held = network.attach_document(
            by=by, decision=draft, title="Lēmums", content=b"%PDF-1.7\n%%EOF\n", public=True
        )
    return str(held.decision_id), held.sha256


def _event_of_ogre() -> str:
    return str(AuditEvent.objects.filter(municipality__slug="ogres-novads").earliest("pk").pk)


def _places() -> dict[str, tuple[str, ...]]:
    """Book a room of Ogre's, and return what its addresses are about."""
    by = User.objects.get(email="koordinators.ogre@ligzda.example")
    ogre = make_workshop(by, system_member())
    wanted = ogre.wanted(ogre.at("10:00", "12:00"))
    booking = bookings.book(by=by, incubator=ogre.incubator, wanted=wanted)
    waiting = ask_for(by=by, incubator=ogre.incubator, wanted=wanted)
    quota = set_quota(by=by, incubator=ogre.incubator, hours=40)
    feed, token = make_feed(by=by)
    special = places.add_special_day(
        by=by, incubator=ogre.incubator, day=ogre.monday, opens=None, closes=None, reason="Talka"
    )
    right = give_right(
        by=system_member(),
        person=by,
        equipment=ogre.laser,
        certificate="0123456789",
        since=timezone.localdate(),
        until=None,
    )
    number = {
        "room_edit": ogre.room,
        "machine_edit": ogre.laser,
        "machine_retire": ogre.laser,
        "sticker": ogre.laser,
        "rights": ogre.laser,
        "special_day_remove": special,
        "quota_remove": quota,
    }
    found: dict[str, tuple[str, ...]] = {
        f"incubators:{name}": ("ogre", str(row.pk)) for name, row in number.items()
    }
    for name, row in (
        ("cancel", booking),
        ("move", booking),
        ("check_in", booking),
        ("accept", waiting),
        ("withdraw", waiting),
        ("feed_revoke", feed),
    ):
        found[f"incubators:{name}"] = (str(row.pk),)
    found["incubators:feed"] = (token,)
    found["machine"] = found["incubators:may_use"] = (str(ogre.laser.pk),)
    found["incubators:right_end"] = (str(right.pk),)
    for name in (
        "week", "find", "book", "series", "close_off", "places", "room_new", "machine_new",
        "hours", "special_day_new", "terms",
    ):  # fmt: skip
        found[f"incubators:{name}"] = ("ogre",)
    found["incubators:machines_export"] = ("ogre", "csv")
    return found | _budget(make_budget(ogre.incubator, by)) | _upkeep(ogre)


def _budget(budget: Budget) -> dict[str, tuple[str, ...]]:
    """Return what the addresses of costs and orders are about."""
    open_month, closed = written(budget.open), written(budget.closed)
    order = str(budget.order.pk)
    given: dict[str, tuple[str, ...]] = {
        **dict.fromkeys(
            ("machines_import", "costs", "costs_import", "machine_hours", "cost_plan_import"), ()
        ),
        **dict.fromkeys(("orders", "order_new"), ()),
        "costs_export": ("costs", "csv"), "orders_export": ("csv",),
        "cost_month": (open_month,), "cost_close": (open_month,), "cost_correct": (closed,),
        "cost_plan": ("2017",), "order_plan": ("2017",),
        "order_edit": (order,), "order_remove": (order,),
    }  # fmt: skip
    return {f"incubators:{name}": ("ogre", *rest) for name, rest in given.items()}


def _upkeep(ogre: Workshop) -> dict[str, tuple[str, ...]]:
    """Return what the addresses of premises and upkeep are about."""
    rows, laser = one_of_each(ogre), str(ogre.laser.pk)
    of_a_row = {
        "building_edit": Building,
        "work_edit": AdaptationWork,
        "work_accept": AdaptationWork,
        "incident": Incident,
        "incident_close": Incident,
    }
    of_a_machine = {
        "photo": EquipmentPhoto,
        "photo_remove": EquipmentPhoto,
        "manual": Manual,
        "manual_remove": Manual,
        "plan_end": MaintenancePlan,
        "finish": Maintenance,
        "call_off": Maintenance,
    }
    found: dict[str, tuple[str, ...]] = {"confirm": ("ogre", "insurance")}
    for name in (
        "premises", "building_new", "work_new", "readiness", "upkeep", "log", "incident_new",
    ):  # fmt: skip
        found[name] = ("ogre",)
    for name in (
        "equipment", "condition", "photo_add", "manual_add", "plan_new", "schedule", "record_done",
    ):  # fmt: skip
        found[name] = ("ogre", laser)
    for name in ("room_plan", "room_plan_set"):
        found[name] = ("ogre", str(ogre.room.pk))
    for name, model in of_a_row.items():
        found[name] = ("ogre", str(rows[model].pk))
    for name, model in of_a_machine.items():
        found[name] = ("ogre", laser, str(rows[model].pk))
    return {f"incubators:{name}": about for name, about in found.items()}


def _certificate() -> Certificate:
    """Issue a certificate that its holder shows, and begin the next version of its course."""
    by = system_member()
    version = CourseVersion.objects.get(course__code="frezmasina")
    training.begin_version(
        by=by,
        course=version.course,
        facts_given=training.VersionFacts(
            criteria_lv="Viss.", criteria_en="All.", hours=Decimal(8)
        ),
    )
    holder = User.objects.filter(is_demo=True).earliest("pk")
    issued = training.issue_certificate(
        by=by,
        version=version,
        holder=holder,
        holder_name="Anna Bērziņa",
        issued_on=timezone.localdate(),
    )
    return training.share_certificate(by=holder, certificate=issued)


def _token_of_letters() -> str:
    user = User.objects.filter(is_demo=True).earliest("pk")
    return stop_address(user).split("/")[-2]


def _mentoring() -> dict[str, tuple[str, ...]]:
    """Return a wish and a pair of Ogre's: who is who, nobody of those who try is."""
    ogre = Municipality.objects.get(slug="ogres-novads")
    mentor, participant = User.objects.filter(is_demo=True).order_by("pk")[:2]
    what = {"participant": participant, "municipality": ogre, "topic": "money", "language": "lv"}
    wish = MentorWish.objects.create(**what)
    pair = MentoringPair.objects.create(
        **what,
        mentor=mentor,
        period=DateRange(timezone.localdate(), None),
        confirmed_by=system_member(),
    )
    return {
        "training:match": (str(wish.pk),),
        "training:pair": (str(pair.pk),),
        "training:pair_end": (str(pair.pk),),
    }


def _sessions() -> dict[str, tuple[str, ...]]:
    """Hold a session of a course that needs none before it, and return what is about it."""
    by = system_member()
    version = CourseVersion.objects.get(course__code="pirmais-pardevums")
    held = make_session(by, version)
    draft = CourseVersion.objects.get(course__code="frezmasina", published_at__isnull=True)
    question = training.add_question(
        by=by,
        version=draft,
        facts_given=training.QuestionFacts(
            text=Text({"lv": "Kas?", "en": "What?"}),
            answers_lv=["Jā", "Nē"],
            answers_en=["Yes", "No"],
            right=[True, False],
        ),
    )
    person = User.objects.filter(is_demo=True).latest("pk")
    place = enrol(by=by, session=held, person=person)
    number = {
        held.pk: (
            "session", "enrol", "session_desk", "session_issue", "session_change",
            "session_call_off",
        ),
        held.meetings.get().pk: ("meeting", "meeting_code", "here"),
        place.pk: ("withdraw", "accept", "test", "checklist"),
        question.pk: ("question_remove",),
    }  # fmt: skip
    pairs = [(name, row) for row, names in number.items() for name in names]
    return {f"training:{name}": (str(row),) for name, row in pairs}


def _role_ended() -> str:
    """Return the number under which an ended role comes back, for whoever ended it."""
    kept = keep_for_undo(
        by=system_member(), act="role.end", rows=[Membership.objects.earliest("pk")]
    )
    return str(kept.pk)


def _failed_job() -> int:
    job = clear_sessions.configure().defer(timestamp=0)
    with connection.cursor() as cursor:
        cursor.execute("UPDATE procrastinate_jobs SET status = 'failed' WHERE id = %s", [job])
    return job


def _comment() -> Comment:
    posted = post(
        article=Article.objects.get(),
        parent=None,
        writer=Writer(name="Anna", origin="0" * 64),
        text="Laba ziņa.",
        language="lv",
        token=guard.form_number("", ""),
        worked=True,
    )
    return posted.comment


def _draft_of_a_model() -> str:
    model = OperatingModel.objects.order_by("code").first()
    assert model is not None
    newest = model.versions.order_by("number").last()
    assert newest is not None
    blueprints.draft_version(
        by=system_member(),
        code=model.code,
        name=blueprints.Text(lv=model.name_lv, en=model.name_en),
        facts_given=facts_of(newest),
    )
    return model.code


def _protocols() -> tuple[str, str, str]:
    """Register a version, begin the next with a document; return both numbers and its hash."""
    by = system_member()
    models = list(ModelVersion.objects.filter(published_at__isnull=False))
    first = registry.begin_version(by=by, content=content(), plan=TEMPLATE, models=models)
    registered = registry.register(by=by, version=first)
    draft = registry.begin_next(by=by, after=registered, major=True, changed="Vairāk cilvēku.")
    document = registry.attach_document(
        by=by, version=draft, title="Ētikas atzinums", content=b"%PDF-1.7\n%%EOF\n", public=False
    )
    return str(draft), str(registered), document.sha256


def _running() -> tuple[str, str]:
    """Hold the draw, assess Ogre's first quarter, lose Ogre; return problem's hash and event."""
    by = system_member()
    ogre = Incubator.objects.get(slug="ogre")
    registered = ProtocolVersion.objects.get(registered_at__isnull=False)
    secret = commit_draw(by=by, protocol=registered, problem=reference_problem())
    reveal_draw(
        by=by,
        draw=secret.draw,
        seed=secret.seed,
        salt=secret.salt,
        public_value="3516",
        public_source="Loterija",
    )
    facts = running.FidelityFacts(
        quarter=datetime.date(2017, 1, 1),
        source="visit",
        assessed_on=datetime.date(2017, 4, 3),
        parts={part: (Decimal(10), Decimal(9)) for part in PARTS},
        moderators={},
    )
    running.assess_fidelity(by=by, incubator=ogre, facts_given=facts)
    event = running.record_flow(
        by=by,
        incubator=ogre,
        stage=FlowEvent.Stage.LOST,
        reason="Telpas slēgtas.",
        happened_on=timezone.localdate(),
    )
    return secret.draw.problem_hash, str(event.pk)
