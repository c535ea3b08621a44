"""Documents of the protocol, adaptations of the models: what, by whom, what never changes."""

import datetime
import hashlib
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from tests.trial.conftest import TrialCast, content
from tests.trial.test_draws import held
from tests.trial.test_pages import address, as_user

from ligzda.blueprints.models import ModelVersion
from ligzda.incubators.models import Incubator
from ligzda.kernel.errors import BadDataError, NotAllowedError, WrongStateError
from ligzda.network.models import AuditEvent, User
from ligzda.trial.assignment.types import Problem
from ligzda.trial.models import Adaptation, Course, ProtocolDocument
from ligzda.trial.registry import actions as registry
from ligzda.trial.registry.models import MOST_BYTES, ProtocolVersion
from ligzda.trial.running import actions as running

pytestmark = pytest.mark.django_db
PAPER = b"%PDF-1.7\nopinion"


def attach(
    cast: TrialCast,
    version: ProtocolVersion,
    paper: bytes = PAPER,
    *,
    public: bool = False,
    by: User | None = None,
) -> ProtocolDocument:
    return registry.attach_document(
        by=by or cast.evaluator, version=version, title="Ētikas komitejas atzinums",
        content=paper, public=public,
    )  # fmt: skip


def test_a_document_is_a_small_pdf_attached_once_by_an_evaluator(
    cast: TrialCast, draft: ProtocolVersion
) -> None:
    for user in (cast.coordinator, cast.stranger):
        with pytest.raises(NotAllowedError):
            attach(cast, draft, by=user)
    for wrong in (b"", b"MZ\x90\x00", b"<html>", PAPER + b"x" * MOST_BYTES):
        with pytest.raises(BadDataError):
            attach(cast, draft, wrong)
    attach(cast, draft)
    with pytest.raises(BadDataError):
        attach(cast, draft)
    event = AuditEvent.objects.get(action="document.attach")
    assert event.after is not None
    assert event.after["sha256"] == hashlib.sha256(PAPER).hexdigest()
    assert "content" not in event.after


def test_the_form_refuses_what_is_too_large_or_no_pdf(
    cast: TrialCast, draft: ProtocolVersion
) -> None:
    evaluator, here = as_user(cast.evaluator), address("trial:document_add", "1.0")
    assert Client().get(here).status_code == 302
    assert as_user(cast.coordinator).get(here).status_code == 404
    for paper in (b"no pdf", PAPER + b"x" * MOST_BYTES):
        given = {"title": "Atzinums", "file": SimpleUploadedFile("a.pdf", paper)}
        page = evaluator.post(here, given)
        assert page.status_code == 200
        assert page.context["form"].errors
    assert not ProtocolDocument.objects.exists()
    given = {"title": "Atzinums", "file": SimpleUploadedFile("a.pdf", PAPER)}
    assert evaluator.post(here, given).status_code == 302
    sha256 = hashlib.sha256(PAPER).hexdigest()
    remove = address("trial:document_remove", "1.0", sha256)
    assert as_user(cast.coordinator).post(remove).status_code == 404
    assert evaluator.post(remove).status_code == 302
    assert not ProtocolDocument.objects.exists()


def test_a_document_is_read_by_those_who_may(cast: TrialCast, draft: ProtocolVersion) -> None:
    secret, public = attach(cast, draft), attach(cast, draft, PAPER + b"!", public=True)
    evaluator = as_user(cast.evaluator)

    def there(row: ProtocolDocument) -> str:
        return address("trial:document", "1.0", row.sha256)

    # Of a draft nobody else may know anything.
    for row in (secret, public):
        assert evaluator.get(there(row)).status_code == 200
        for client in (Client(), as_user(cast.coordinator)):
            assert client.get(there(row)).status_code == 404
    registry.register(by=cast.evaluator, version=draft)
    for client in (Client(), as_user(cast.coordinator)):
        assert client.get(there(secret)).status_code == 403
        page = client.get(there(public))
        assert page.content == PAPER + b"!"
        assert page["Content-Disposition"].startswith("attachment")
        assert page["X-Content-Type-Options"] == "nosniff"
        # Title and hash of the other are public.
        assert secret.sha256 in client.get(address("trial:version", "1.0")).content.decode()
    assert Client().get(address("trial:document", "1.0", "0" * 64)).status_code == 404


def test_documents_are_frozen_with_the_protocol_and_go_into_the_next_version(
    cast: TrialCast, draft: ProtocolVersion
) -> None:
    row = attach(cast, draft)
    registered = registry.register(by=cast.evaluator, version=draft)
    assert row.sha256 in registered.canonical
    with pytest.raises(WrongStateError):
        attach(cast, registered, PAPER + b"later")
    with pytest.raises(WrongStateError):
        registry.remove_document(by=cast.evaluator, document=row)
    later = registry.begin_next(by=cast.evaluator, after=registered, major=False, changed="words")
    copy = later.documents.get()
    assert bytes(copy.content) == PAPER
    registry.remove_document(by=cast.evaluator, document=copy)
    assert registered.documents.count() == 1


def adapted(**changed: Any) -> running.AdaptationFacts:
    found: dict[str, Any] = {
        "item": "materials", "kind": "modified", "text": "Veļas mazgātava", "reason": "Telpas",
        "since": datetime.date(2017, 3, 1),
    }  # fmt: skip
    return running.AdaptationFacts(**(found | changed))


def test_an_adaptation_is_told_by_those_who_run_the_model(
    cast: TrialCast, protocol: ProtocolVersion, question: Problem
) -> None:
    here = address("trial:here", cast.ogre.slug)
    assert Client().get(here).context["form"] is None
    held(cast, protocol, question)
    course = Course.objects.filter(incubator=cast.ogre).order_by("during")[0]
    version = course.arm.version
    foreign = protocol.arms.get(version__model__code="M8").version

    def tell(
        by: User = cast.coordinator,
        incubator: Incubator = cast.ogre,
        version: ModelVersion = version,
        **changed: Any,
    ) -> Adaptation:
        return running.record_adaptation(
            by=by, incubator=incubator, version=version, facts_given=adapted(**changed)
        )

    tell()
    with pytest.raises(NotAllowedError):
        tell(by=cast.stranger)
    with pytest.raises(NotAllowedError):
        tell(incubator=cast.other)
    for wrong in ({"version": foreign}, {"text": " "}, {"since": datetime.date(2999, 1, 1)}):
        with pytest.raises(BadDataError):
            tell(**wrong)
    form = {
        "version": str(version.pk), "item": "provider", "kind": "tailored", "text": "Divi meistari",
        "reason": "Maiņas", "since": "2017-01-01",
    }  # fmt: skip
    assert Client().post(here, form).status_code == 403
    assert as_user(cast.stranger).post(here, form).status_code == 403
    own = as_user(cast.coordinator)
    assert own.post(here, form | {"version": str(foreign.pk)}).context["form"].errors["version"]
    assert own.post(here, form).status_code == 302
    page = Client().get(here).content.decode()
    assert "Divi meistari" in page
    assert "Veļas mazgātava" in page
    assert Adaptation.objects.count() == 2
    assert AuditEvent.objects.filter(action="adaptation.record").count() == 2


def test_content_covers_what_must_be_registered(draft: ProtocolVersion) -> None:
    # The sections of the registration and of the plan that the form must ask for.
    asked = set(content())
    assert {
        "title", "investigators", "status", "abstract", "trial_starts", "trial_ends",
        "intervention_starts", "intervention_ends", "interventions", "primary", "construction",
        "design", "assignment", "unit", "clusters", "size", "detectable", "ethics", "hypotheses",
        "data_seen", "rationale", "stopping", "variables", "model", "inference", "exclusions",
        "missing", "estimand", "claims",
    } <= asked  # fmt: skip
