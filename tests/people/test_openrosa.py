"""OpenRosa: devices, forms out, submissions in: once, kept, refused with a sentence."""

import base64
import hashlib
import uuid
from collections.abc import Iterator, Mapping
from io import BytesIO
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client, RequestFactory
from django.utils import timezone
from tests.addresses import client_of
from tests.cast import Cast
from tests.constraints import Provocation, assert_refused
from tests.people.asked import DAY, again, sent, stay
from tests.people.conftest import Staff
from tests.people.test_outcomes import second_version

from ligzda.network import actions as network
from ligzda.network.models import AuditEvent, Membership
from ligzda.people.followups.windows import windows
from ligzda.people.models import (
    Attachment,
    Conflict,
    Device,
    Observation,
    Person,
    PersonKey,
    Stay,
    Submission,
    Wave,
)
from ligzda.people.openrosa import actions
from ligzda.people.openrosa.client_views import MOST_BYTES, submission
from ligzda.people.outcomes.questionnaire import current
from ligzda.server.privileges import _ROLE, SERVING

__all__ = ["second_version", "stay"]
pytestmark = pytest.mark.django_db
WELL = {"cheerful": "4", "calm": "3", "active": "5", "rested": "0", "interested": "2"}
NUMBER = uuid.UUID("6ba7b810-9dad-41d1-80b4-00c04fd430c8")
LIST = "{http://openrosa.org/xforms/xformsList}"
PATH = "/openrosa/submission"


class Telephone:
    """A program on a device: signs in with each request, keeps no cookie, shows its sentence."""

    def __init__(self, device: Device, password: str, language: str = "en") -> None:
        self.device, self.client = device, Client(enforce_csrf_checks=True)
        pair = base64.b64encode(f"{device.login}:{password}".encode()).decode()
        self.headers = {"Authorization": f"Basic {pair}", "Accept-Language": language}

    def get(self, path: str, given: Mapping[str, str] | None = None) -> Any:
        return self.client.get(path, given or {}, headers=self.headers)

    def send(self, xml: str | bytes, files: Mapping[str, bytes] | None = None) -> tuple[int, str]:
        octets = xml.encode() if isinstance(xml, str) else xml
        parts = {"xml_submission_file": SimpleUploadedFile("s.xml", octets, "text/xml")}
        for name, content in (files or {}).items():
            parts[name] = SimpleUploadedFile(name, content)
        return said(self.client.post(PATH, parts, headers=self.headers))


def said(answer: Any) -> tuple[int, str]:
    """Return status and sentence of an answer, which every client must be able to read."""
    assert answer["X-OpenRosa-Version"] == "1.0"
    assert answer["X-OpenRosa-Accept-Content-Length"] == str(MOST_BYTES)
    root = ElementTree.fromstring(answer.content)
    assert root.tag == "{http://openrosa.org/http/response}OpenRosaResponse"
    return answer.status_code, root[0].text or ""


@pytest.fixture
def telephone(staff: Staff) -> Telephone:
    return Telephone(*actions.make_device(by=staff.social_worker, name="Centra planšete"))


# --- who -----------------------------------------------------------------------------------------


def test_a_device_signs_in_with_its_password_until_it_is_revoked(
    telephone: Telephone, staff: Staff
) -> None:
    assert telephone.get("/openrosa/formList").status_code == 200
    assert Device.objects.get().used_on == timezone.localdate()
    stranger = Telephone(telephone.device, "wrong")
    answer = stranger.get("/openrosa/formList")
    assert answer.status_code == 401
    assert answer["WWW-Authenticate"].startswith("Basic ")
    assert stranger.send("<data/>")[0] == 401
    for header in (
        "",
        "Basic",
        "Basic !!!",
        "Bearer x",
        "Basic " + base64.b64encode(b"x").decode(),
    ):
        refused = Client().get("/openrosa/formList", headers={"Authorization": header})
        assert refused.status_code == 401
    actions.revoke_device(by=staff.social_worker, device=telephone.device)
    assert telephone.get("/openrosa/formList").status_code == 401


def test_the_database_keeps_no_password(staff: Staff) -> None:
    device, password = actions.make_device(by=staff.social_worker, name="Planšete")
    with connection.cursor() as cursor:
        for table in ("people_device", "network_auditevent"):
            cursor.execute(f"SELECT string_agg(to_jsonb(t)::text, ' ') FROM {table} t")
            assert password not in cursor.fetchone()[0]
    assert device.password_hash != password


def test_a_device_whose_owner_works_there_no_longer_is_refused(
    telephone: Telephone, stay: Stay, staff: Staff, cast: Cast
) -> None:
    for held in Membership.objects.filter(user=staff.social_worker):
        network.end_role(by=cast.system, membership=held)
    status, sentence = telephone.send(sent("who5", stay, WELL))
    assert (status, Submission.objects.count()) == (403, 0)
    assert "work with people" in sentence


# --- forms out -----------------------------------------------------------------------------------


def test_the_list_names_each_form_once_and_its_hash_is_of_the_file(telephone: Telephone) -> None:
    answer = telephone.get("/openrosa/formList")
    forms = ElementTree.fromstring(answer.content)
    assert forms.tag == f"{LIST}xforms"
    names = [form.findtext(f"{LIST}formID") for form in forms]
    assert names == [form.id for form in current()]
    for form in forms:
        address = form.findtext(f"{LIST}downloadUrl", "")
        assert address.startswith("http://testserver/openrosa/forms/")
        content = telephone.get(address).content
        told = form.findtext(f"{LIST}hash")
        assert told == f"md5:{hashlib.md5(content, usedforsecurity=False).hexdigest()}"
        assert form.find(f"{LIST}descriptionText") is None
        manifest = ElementTree.fromstring(
            telephone.get(form.findtext(f"{LIST}manifestUrl", "")).content
        )
        assert manifest.tag == "{http://openrosa.org/xforms/xformsManifest}manifest"
        assert len(manifest) == 0


def test_the_list_is_in_the_language_of_the_device_and_sifted(
    telephone: Telephone, staff: Staff
) -> None:
    def titles(of: Telephone, **given: str) -> list[str | None]:
        forms = ElementTree.fromstring(of.get("/openrosa/formList", given).content)
        return [form.findtext(f"{LIST}name") for form in forms]

    assert titles(telephone, formID="who5") == ["WHO-5 Well-Being Index"]
    latvian = Telephone(*actions.make_device(by=staff.manager, name="T"), language="lv")
    assert titles(latvian, formID="who5") == ["PVO-5 labbūtības indekss"]
    assert titles(telephone, formID="none") == []
    verbose = telephone.get("/openrosa/formList", {"verbose": "true", "formID": "who5"})
    assert b"descriptionText" in verbose.content


@pytest.mark.usefixtures("second_version")
def test_all_versions_are_listed_where_they_are_asked_for(
    telephone: Telephone, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from ligzda.people.openrosa import answers
    from ligzda.people.outcomes import questionnaire

    monkeypatch.setattr(answers, "FOLDER", questionnaire.FOLDER)
    for path in answers.FORMS.glob("*.xml"):
        (tmp_path / path.name).write_bytes(path.read_bytes())
    newer = (
        (tmp_path / "soft_skills-1.xml").read_text("utf-8").replace('version="1"', 'version="2"')
    )
    (tmp_path / "soft_skills-2.xml").write_text(newer, "utf-8")
    monkeypatch.setattr(answers, "FORMS", tmp_path)

    def versions(**given: str) -> list[str | None]:
        asked = {"formID": "soft_skills", **given}
        forms = ElementTree.fromstring(telephone.get("/openrosa/formList", asked).content)
        return [form.findtext(f"{LIST}version") for form in forms]

    assert versions() == ["2"]
    assert versions(listAllVersions="true") == ["1", "2"]


def test_a_form_that_is_not_there_is_told_so(telephone: Telephone) -> None:
    for path in ("who5/9.xml", "none/1.xml", "who5/x.xml", "who5/9/manifest"):
        assert said(telephone.get(f"/openrosa/forms/{path}"))[0] == 404


# --- submissions ---------------------------------------------------------------------------------


def test_a_head_tells_that_submissions_are_taken_here(telephone: Telephone) -> None:
    answer = telephone.client.head(PATH, headers=telephone.headers)
    assert answer.status_code == 204
    assert answer["Location"] == f"http://testserver{PATH}"
    assert answer["X-OpenRosa-Version"] == "1.0"
    assert answer["X-OpenRosa-Accept-Content-Length"] == str(MOST_BYTES)


def test_a_submission_is_an_observation_by_the_owner_and_the_same_again_is_nothing_new(
    telephone: Telephone, stay: Stay, staff: Staff
) -> None:
    xml = sent("who5", stay, WELL)
    assert telephone.send(xml) == (201, "Received. Thank you.")
    assert telephone.send(xml) == (202, "Received already.")
    row = Observation.objects.get()
    assert row.answers == {name: int(value) for name, value in WELL.items()}
    assert (row.score, row.mode, row.recorded_by) == (56, "device", staff.social_worker)
    assert Submission.objects.get().xml == xml


def test_another_text_under_its_number_is_kept_until_somebody_compared_the_two(
    telephone: Telephone, stay: Stay, staff: Staff
) -> None:
    telephone.send(sent("who5", stay, WELL, NUMBER))
    second = sent("who5", stay, WELL | {"rested": "1"}, NUMBER)
    for _once_more in range(2):
        status, sentence = telephone.send(second)
        assert status == 409
        assert "Both are kept" in sentence
    row = Conflict.objects.get()
    assert row.xml == second
    client = client_of(staff.manager)
    assert str(stay.person) in client.get("/cilveki/ierices/").content.decode()
    page = f"/cilveki/ierices/salidzinat/{row.pk}/"
    assert client.get(page).content.decode().count("atšķiras") >= 1
    assert client.post(page, {"decision": "second"}).status_code == 302
    assert Observation.objects.get(supersedes__isnull=False).answers["rested"] == 1
    assert "izlemts" in client.post(page, {"decision": "first"}).content.decode()
    assert client_of(staff.elsewhere).get(page).status_code == 404
    assert telephone.send(second)[0] == 409  # the device learns nothing else


def test_a_submission_in_parts_is_joined_and_a_file_that_is_there_stays(
    telephone: Telephone, stay: Stay
) -> None:
    xml = sent("who5", stay, WELL)
    assert telephone.send(xml, {"anna.jpg": b"one"})[0] == 201
    assert telephone.send(xml, {"anna.jpg": b"other", "b.jpg": b"two"})[0] == 202
    kept = {one.name: base64.b64decode(one.content) for one in Attachment.objects.all()}
    assert kept == {"anna.jpg": b"one", "b.jpg": b"two"}
    with connection.cursor() as cursor:
        cursor.execute("SELECT string_agg(to_jsonb(t)::text, ' ') FROM people_attachment t")
        assert b"anna.jpg".hex() not in cursor.fetchone()[0]
    status, sentence = telephone.send(xml, {f"{n}.jpg": b"x" for n in range(9)})
    assert (status, sentence) == (400, "At most 10 files.")


def test_a_number_is_unique_in_its_form_and_not_over_all(telephone: Telephone, stay: Stay) -> None:
    assert telephone.send(sent("who5", stay, WELL, NUMBER))[0] == 201
    assert telephone.send(sent("soft_skills", stay, {"change": "3"}, NUMBER))[0] == 201


def test_an_edit_names_what_it_corrects(telephone: Telephone, stay: Stay) -> None:
    telephone.send(sent("who5", stay, WELL, NUMBER))
    edit = sent("who5", stay, WELL | {"calm": "0"}, deprecated=str(NUMBER))
    assert telephone.send(edit)[0] == 201
    assert Observation.objects.get(supersedes__isnull=False).answers["calm"] == 0
    of_none = sent("who5", stay, WELL, deprecated=str(uuid.uuid4()))
    assert telephone.send(of_none)[0] == 404


def test_what_an_erased_person_sent_is_refused_and_its_tombstone_says_nothing(
    telephone: Telephone, stay: Stay
) -> None:
    xml = sent("follow_up", stay, {"state": "open_job", "hours": "40", "words": "Paldies"},
               moment="m6")  # fmt: skip
    assert telephone.send(xml, {"a.jpg": b"one"})[0] == 201
    PersonKey.objects.all().delete()
    status, sentence = telephone.send(xml)
    assert status == 403
    assert "was deleted" in sentence
    assert telephone.send(xml.replace("Paldies", "Labi"))[0] == 403
    stone = Submission.objects.get()
    assert (stone.xml, Attachment.objects.get().name) == ("", "")
    assert not Conflict.objects.exists()


@pytest.mark.usefixtures("second_version")
def test_an_old_version_is_taken_by_its_own_questions(telephone: Telephone, stay: Stay) -> None:
    assert telephone.send(sent("soft_skills", stay, {"teamwork": "4"}))[0] == 201
    assert Observation.objects.get().answers == {"teamwork": 4}
    newer = sent("soft_skills", stay, {"teamwork": "4"}, version="2", rater="instructor")
    assert telephone.send(newer) == (400, "Not one question is answered.")


@pytest.mark.parametrize(
    ("changed", "status", "sentence"),
    [
        ({"stay": "1042-AAAA"}, 400, "no stay with this code"),
        ({"stay": "Anna Bērziņa"}, 400, "no stay with this code"),
        ({"observed_on": "2100-01-01"}, 400, "not been yet"),
        ({"observed_on": "soon"}, 400, "day of the answers is missing"),
        ({"moment": "w4"}, 400, "not asked at this moment"),
        ({"version": "9"}, 404, "no such version"),
        ({"cheerful": "6"}, 400, "Choose one of the answers"),
    ],
)
def test_what_cannot_be_is_refused_with_a_sentence_and_nothing_written(
    changed: dict[str, str], status: int, sentence: str, telephone: Telephone, stay: Stay
) -> None:
    found = telephone.send(sent("who5", stay, {**WELL, **changed}))
    assert found[0] == status
    assert sentence in found[1]
    assert "Bērziņa" not in found[1]
    assert not Observation.objects.exists()
    assert not Submission.objects.exists()


def test_before_its_window_a_follow_up_is_refused_with_the_day_it_opens(
    telephone: Telephone, stay: Stay
) -> None:
    found = telephone.send(sent("follow_up", stay, {"state": "inactive"}, moment="m12"))
    assert found[0] == 400
    opens = windows(stay.period.upper - DAY)[Wave.A_YEAR].opens
    assert f"too early for this follow-up: it opens on {opens.day} {opens:%b %Y}" in found[1]


@pytest.mark.parametrize(
    ("xml", "sentence"),
    [
        ("nonsense", "not XML"),
        ("<!DOCTYPE d [<!ENTITY a 'b'>]><data/>", "document type"),
        ("<data id='who5' version='1'><stay>1</stay></data>", "no number of its own"),
        ("<data id='who5' version='1'><meta><instanceID>1</instanceID></meta></data>", "no number"),
        ("<data/>", "which one it is"),
        (b"\xff\xfe<\x00d\x00", "not XML"),
    ],
)
def test_what_is_no_questionnaire_is_refused_with_a_sentence(
    xml: str | bytes, sentence: str, telephone: Telephone
) -> None:
    status, found = telephone.send(xml)
    assert status == 400
    assert sentence in found


def test_what_has_no_questionnaire_in_it_is_refused(telephone: Telephone) -> None:
    client, headers = telephone.client, telephone.headers
    assert said(client.post(PATH, {"other": "x"}, headers=headers))[0] == 400
    answer = client.post(PATH, b"<data/>", content_type="text/xml", headers=headers)
    assert said(answer)[0] == 400


def test_fifty_megabytes_are_refused_unread(telephone: Telephone) -> None:
    class Unread(BytesIO):
        def read(self, _size: int | None = -1) -> bytes:
            raise AssertionError("it was read")

    request = RequestFactory().post(PATH, headers=telephone.headers)
    request.META |= {"CONTENT_LENGTH": "50000000", "wsgi.input": Unread()}
    status, sentence = said(submission(request))
    assert status == 413
    assert "larger than 2 MB" in sentence


def test_a_body_without_a_length_is_taken_to_its_end_and_bounded(
    telephone: Telephone, stay: Stay
) -> None:
    def chunked(xml: str) -> tuple[int, str]:
        parts = {"xml_submission_file": SimpleUploadedFile("s.xml", xml.encode(), "text/xml")}
        request = RequestFactory().post(PATH, parts, headers=telephone.headers)
        request.META["wsgi.input_terminated"] = True
        request.META["wsgi.input"] = BytesIO(request.body)
        del request.META["CONTENT_LENGTH"]
        return said(submission(request))

    assert chunked(sent("who5", stay, WELL))[0] == 201
    assert chunked("x" * (MOST_BYTES + 1))[0] == 413


def test_a_stay_of_another_municipality_is_as_if_it_were_not_there(
    stay: Stay, staff: Staff
) -> None:
    other = Telephone(*actions.make_device(by=staff.elsewhere, name="Cēsu planšete"))
    status, sentence = other.send(sent("who5", stay, WELL))
    assert status in (400, 403)  # as the tables' owner the row is met; the rule refuses it
    assert not Observation.objects.exists()
    assert "Bērziņa" not in sentence


@pytest.fixture
def serving(stay: Stay, telephone: Telephone) -> Iterator[None]:
    with connection.cursor() as cursor:
        cursor.execute(_ROLE.format(role=SERVING))
        cursor.execute(f"SET LOCAL ROLE {SERVING}")
    yield
    with connection.cursor() as cursor:
        cursor.execute("RESET ROLE")


@pytest.mark.usefixtures("serving")
def test_under_row_level_security_a_device_meets_its_owners_rows(
    telephone: Telephone, stay: Stay
) -> None:
    xml = sent("who5", stay, WELL, NUMBER)
    assert telephone.send(xml, {"a.jpg": b"one"})[0] == 201
    assert telephone.send(xml)[0] == 202
    assert telephone.send(xml.replace(">3<", ">1<"))[0] == 409
    assert not Observation.objects.exists()  # nobody is signed in any more


def test_the_audit_trail_tells_that_something_came_and_not_what(
    telephone: Telephone, stay: Stay
) -> None:
    telephone.send(sent("exit", stay, {"state": "open_job", "hours": "40", "satisfaction": "1",
                                       "choose_again": "0", "words": "Slikti"}))  # fmt: skip
    told = AuditEvent.objects.filter(action__in=["submission.receive", "observation.record"])
    assert told.count() == 2
    assert "open_job" not in str([row.after for row in told])
    assert "Slikti" not in str([row.after for row in told])


# --- the page of devices -------------------------------------------------------------------------


def test_a_password_is_shown_once_and_a_device_revoked_by_its_owner(staff: Staff) -> None:
    client = client_of(staff.instructor)
    text = client.post("/cilveki/ierices/", {"name": "Telefons"}).content.decode()
    device = Device.objects.get()
    assert device.login in text
    assert device.login in client.get("/cilveki/ierices/").content.decode()
    assert "Paroli vairs nerādīs" not in client.get("/cilveki/ierices/").content.decode()
    assert (
        client_of(staff.manager).post(f"/cilveki/ierices/{device.pk}/atsaukt/").status_code == 404
    )
    client.post(f"/cilveki/ierices/{device.pk}/atsaukt/")
    assert Device.objects.get().revoked_at is not None
    assert client_of(staff.officer).get("/cilveki/ierices/").status_code == 403


# --- rows ----------------------------------------------------------------------------------------


def _same_number_again() -> None:
    row = Submission.objects.get()
    first = Observation.objects.get()
    again(first, moment="entry")
    row.observation = Observation.objects.latest("pk")
    again(row)


PROVOCATIONS: dict[str, Provocation] = {
    "device_has_a_name": lambda: Device.objects.update(name=""),
    "submission_once": _same_number_again,
    "conflict_is_decided_by_somebody": lambda: Conflict.objects.update(decision="first"),
}


@pytest.mark.parametrize("name", PROVOCATIONS)
def test_the_database_refuses(name: str, telephone: Telephone, stay: Stay) -> None:
    telephone.send(sent("who5", stay, WELL, NUMBER))
    telephone.send(sent("who5", stay, WELL | {"calm": "1"}, NUMBER))
    assert Person.objects.count() == 1
    assert_refused(name, PROVOCATIONS[name])
