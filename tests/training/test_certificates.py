"""Certificates: issued, replaced, ended, revoked, shown, forgotten; what the database refuses."""

import datetime
import json
from decimal import Decimal
from io import BytesIO

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pypdf import PdfReader
from tests.cast import Cast
from tests.constraints import Provocation, assert_refused, constraints_of
from tests.training import test_session_constraints
from tests.training.conftest import FACTS, issue
from tests.training.test_mentoring_rows import PROVOCATIONS as MENTORING

from ligzda.incubators.models import Authorisation, Equipment
from ligzda.kernel.errors import BadDataError, NotAllowedError, WrongStateError
from ligzda.network import actions as network
from ligzda.network.models import AuditEvent, User
from ligzda.training import actions, queries, rules
from ligzda.training.awards import issuer
from ligzda.training.credentials import CAPACITY, opened, read_code
from ligzda.training.models import (
    Certificate,
    Course,
    CourseVersion,
    DisuseReminder,
    OpenedMachine,
    Reminder,
)
from ligzda.training.queries import State, standing
from ligzda.training.views import check

DAY = datetime.timedelta(days=1)
CERTIFICATES = Certificate.objects.all
VERSIONS = CourseVersion.objects.all


def _twice(rows: object, **changes: object) -> None:
    row = rows.first()  # type: ignore[attr-defined]
    row.pk = None
    for name, value in changes.items():
        setattr(row, name, value)
    row.save(force_insert=True)


def _drafts(*numbers: int) -> None:
    for number in numbers:
        _draft(number=number)


def _shared_twice() -> None:
    CERTIFICATES().update(share_token="x")
    _twice(CERTIFICATES(), code="0000000000")


def _draft(**changes: object) -> None:
    given = {"criteria_lv": "A", "criteria_en": "A", "hours": Decimal(1)} | changes
    CourseVersion.objects.create(course=Course.objects.get(code="frezesana"), **given)


def _opened() -> OpenedMachine:
    version = VERSIONS().get(course__code="frezesana")
    return OpenedMachine.objects.create(version=version, equipment=Equipment.objects.earliest("pk"))


def _of_disuse(days: int) -> DisuseReminder:
    """Owe a letter about a right of the demonstration's."""
    return DisuseReminder.objects.create(
        authorisation=Authorisation.objects.earliest("pk"),
        lapses_on=timezone.localdate(),
        days_before=days,
    )


def _reminder(days: int) -> Reminder:
    return Reminder.objects.create(certificate=CERTIFICATES().latest("pk"), days_before=days)


PROVOCATIONS: dict[str, Provocation] = {
    "course_has_a_title": lambda: Course.objects.update(title_en=""),
    "course_version_number_once_a_course": lambda: _draft(number=1),
    "course_version_one_draft_a_course": lambda: _drafts(2, 3),
    "course_version_numbers_begin_at_one": lambda: _draft(number=0),
    "course_version_takes_time": lambda: _draft(number=2, hours=0),
    "course_version_holds_one_month_or_more": lambda: _draft(number=2, valid_months=121),
    "course_version_says_what_is_learnt": lambda: _draft(number=2, criteria_lv=""),
    "course_version_published_by_somebody_at_some_time": lambda: _draft(
        number=2, published_at=timezone.now()
    ),
    "courseversion.immutable_when_published": lambda: VERSIONS().update(hours=1),
    "certificate_code_is_of_its_alphabet": lambda: _twice(
        CERTIFICATES(), code="ILOU000000", supersedes=None
    ),
    "certificate_ends_after_it_begins": lambda: _twice(
        CERTIFICATES(), code="0000000000", valid_until=datetime.date(2000, 1, 1)
    ),
    "certificate_is_whole_or_erased": lambda: CERTIFICATES().update(holder_name="", credential=""),
    "certificate_revoked_by_somebody_at_some_time": lambda: CERTIFICATES().update(
        revoked_because="Kļūda."
    ),
    "certificate_link_is_its_own": _shared_twice,
    "certificate.as_signed": lambda: CERTIFICATES().update(issued_on=datetime.date(2000, 1, 1)),
    "certificate.only_emptied": lambda: CERTIFICATES().update(holder_name="Cits Vārds"),
    "certificate.revoked_once": lambda: (
        CERTIFICATES().update(revoked_on=timezone.localdate(), revoked_by=User.objects.first()),
        CERTIFICATES().update(revoked_on=None, revoked_by=None),
    ),
    "certificate.never_deleted": lambda: CERTIFICATES().delete(),
    "machine_opened_once_a_version": lambda: [_opened() for _twice in "12"],
    "reminder_once_a_certificate": lambda: [_reminder(60) for _twice in "12"],
    "reminder_60_or_14_days_before": lambda: _reminder(30),
    "disuse_reminder_once_a_day_of_lapse": lambda: [_of_disuse(60) for _twice in "12"],
    "disuse_reminder_60_or_14_days_before": lambda: _of_disuse(30),
}


@pytest.mark.parametrize("name", PROVOCATIONS)
def test_the_database_refuses(name: str, certificate: Certificate) -> None:
    assert_refused(name, PROVOCATIONS[name])


def test_none_is_forgotten() -> None:
    provoked = {*PROVOCATIONS, *MENTORING, *test_session_constraints.PROVOCATIONS}
    assert provoked == constraints_of("training")


def test_it_is_signed_and_lies_in_both_papers(certificate: Certificate) -> None:
    assert read_code(certificate.code) == certificate.code
    signed = opened(certificate.credential, issuer())
    assert signed["id"] == f"https://ligzda.example/a/{certificate.code}"
    assert signed["credentialStatus"]["statusListIndex"] == str((certificate.pk - 1) % CAPACITY)
    for paper, language, words in (
        (certificate.pdf_lv, "lv-LV", "ir apguvis"),
        (certificate.pdf_en, "en-GB", "has passed the course"),
    ):
        read = PdfReader(BytesIO(bytes(paper)))
        assert json.loads(read.attachments["credential.json"][0]) == signed
        assert len(read.pages) == 1
        text = read.pages[0].extract_text()
        assert "Anna Bērziņa" in text
        assert certificate.code in text
        assert words in text
        assert language in str(read.root_object["/Lang"])


def test_it_holds_as_long_as_its_version_says(certificate: Certificate) -> None:
    assert certificate.valid_until is not None
    assert certificate.valid_until.year - certificate.issued_on.year == 2
    on = certificate.valid_until
    assert standing(certificate, on).state is State.VALID
    assert standing(certificate, on + DAY).state is State.EXPIRED


def test_each_passing_takes_the_place_of_the_one_before(
    cast: Cast, trainer: User, version: CourseVersion
) -> None:
    _published_long_ago(version)
    first = issue(trainer, version, cast.participant, timezone.localdate() - 30 * DAY)
    second = issue(trainer, version, cast.participant)
    found = queries.by_code(first.code)
    assert found is not None
    assert standing(found) == queries.Standing(State.SUPERSEDED, second.issued_on)
    assert queries.certificate_row(found).newer == second.code
    assert standing(second).good
    with pytest.raises(WrongStateError, match="nav vecāka"):
        issue(trainer, version, cast.participant)


def _published_long_ago(version: CourseVersion) -> None:
    """A version published a year ago, as no action makes one today."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL session_replication_role = replica")
        cursor.execute(
            "UPDATE training_courseversion SET published_at = now() - interval '1 year' "
            "WHERE id = %s",
            [version.pk],
        )
        cursor.execute("SET LOCAL session_replication_role = origin")
    version.refresh_from_db()


def test_what_is_revoked_is_told_with_its_day_and_reason(
    trainer: User, certificate: Certificate
) -> None:
    place = (certificate.pk - 1) % CAPACITY
    page = (certificate.pk - 1) // CAPACITY + 1
    assert place not in queries.revoked_places(page)
    with pytest.raises(BadDataError, match="kāpēc"):
        actions.revoke_certificate(by=trainer, certificate=certificate, because=" ")
    revoked = actions.revoke_certificate(by=trainer, certificate=certificate, because="Kļūda.")
    assert standing(revoked) == queries.Standing(State.REVOKED, timezone.localdate(), "Kļūda.")
    assert place in queries.revoked_places(page)
    assert queries.proven(revoked.holder) == set()
    with pytest.raises(WrongStateError, match="jau"):
        actions.revoke_certificate(by=trainer, certificate=certificate, because="Vēlreiz.")


def test_a_valid_one_proves_its_version(certificate: Certificate) -> None:
    assert queries.proven(certificate.holder) == {("frezesana", 1)}
    assert certificate.valid_until is not None
    assert queries.proven(certificate.holder, certificate.valid_until + DAY) == set()


def test_only_trainers_issue_and_not_to_themselves(
    cast: Cast, trainer: User, version: CourseVersion
) -> None:
    for by in (cast.ogre, cast.evaluator, cast.administrator, cast.participant):
        with pytest.raises(NotAllowedError):
            issue(by, version, cast.participant)
    with pytest.raises(WrongStateError, match="pats sev"):
        issue(trainer, version, trainer)
    with pytest.raises(WrongStateError, match="nav pienākusi"):
        issue(trainer, version, cast.participant, timezone.localdate() + DAY)
    with pytest.raises(WrongStateError, match="vēl nebija publicēta"):
        issue(trainer, version, cast.participant, timezone.localdate() - 400 * DAY)
    assert not version.certificates.exists()


def test_a_draft_proves_nothing(cast: Cast, trainer: User, version: CourseVersion) -> None:
    draft = actions.begin_version(by=trainer, course=version.course, facts_given=FACTS)
    with pytest.raises(WrongStateError, match="melnraksts"):
        issue(trainer, draft, cast.participant)
    with pytest.raises(WrongStateError, match="jau ir melnraksts"):
        actions.begin_version(by=trainer, course=version.course, facts_given=FACTS)
    with pytest.raises(WrongStateError, match="publicēta"):
        rules.check_edit_course(by=trainer, version=version)


def test_only_the_holder_opens_it_to_others(
    cast: Cast, trainer: User, certificate: Certificate
) -> None:
    for by in (trainer, cast.administrator, cast.ogre):
        with pytest.raises(NotAllowedError):
            actions.share_certificate(by=by, certificate=certificate)
    shared = actions.share_certificate(by=cast.participant, certificate=certificate)
    assert queries.by_token(shared.share_token) == certificate
    again = actions.share_certificate(by=cast.participant, certificate=certificate)
    assert queries.by_token(shared.share_token) is None
    actions.unshare_certificate(by=cast.participant, certificate=again)
    assert queries.by_token("") is None
    assert queries.by_token(again.share_token) is None


def test_who_guesses_codes_learns_no_name_and_has_to_wait(
    client: Client, cast: Cast, certificate: Certificate, monkeypatch: pytest.MonkeyPatch
) -> None:
    address = reverse("training:certificate", args=[certificate.code])
    page = client.get(address)
    assert page.status_code == 200
    assert cast.participant.name not in page.content.decode()
    # None a minute instead of thirty, so that no minute ends between two of them.
    monkeypatch.setattr(check, "A_MINUTE", 0)
    assert client.get(address).status_code == 429


def test_erasing_a_person_leaves_no_word_of_the_certificate(
    cast: Cast, trainer: User, certificate: Certificate
) -> None:
    actions.share_certificate(by=cast.participant, certificate=certificate)
    actions.revoke_certificate(by=trainer, certificate=certificate, because="Anna Bērziņa")
    network.erase_user(by=cast.administrator, user=cast.participant)
    row = Certificate.objects.get(pk=certificate.pk)
    left = [row.holder_name, row.credential, row.share_token, row.revoked_because]
    assert left == [""] * 4
    assert (bytes(row.pdf_lv), bytes(row.pdf_en)) == (b"", b"")
    assert standing(row).state is State.REVOKED
    told = str(list(AuditEvent.objects.filter(object_id=row.pk).values_list("before", "after")))
    assert "Bērziņa" not in told
    history = row.events.values() if hasattr(row, "events") else []
    assert "Bērziņa" not in str(list(history))
