"""Every constraint of the network's tables is provoked, past Django's own checks."""

import datetime

import pytest
from django.db import connection
from django.db.backends.postgresql.psycopg_any import DateRange
from django.db.models import F
from django.utils import timezone
from tests.cast import Cast
from tests.constraints import Provocation, assert_refused, constraints_of
from tests.network.containers import PDF

from ligzda.kernel.hashing import sha256
from ligzda.network.models import (
    AuditEvent,
    AuditLink,
    ConductAcceptance,
    Decision,
    DecisionDocument,
    Digest,
    Membership,
    Municipality,
    NoticeChoice,
    Partner,
    Population,
    StatementCheck,
    Succession,
    Unit,
    UnsavedText,
    User,
)

DAY = datetime.date(2016, 3, 17)


def _ogre() -> Unit:
    return Unit.objects.get(municipality__code="LV-067", period__contains=DAY)


def _copy_unit(**changes: object) -> None:
    unit = _ogre()
    for name, value in ({"pk": None} | changes).items():
        setattr(unit, name, value)
    Unit.objects.bulk_create([unit])


def _population(**changes: object) -> None:
    given = {"on": DAY, "inhabitants": 1, "source_lv": "avots", "source_en": "source"} | changes
    Population.objects.bulk_create([Population(unit=_ogre(), **given)])


def _twice(row: object) -> None:
    row.pk = None  # type: ignore[attr-defined]
    type(row).objects.bulk_create([row])  # type: ignore[attr-defined]


def _two_unsaved_texts_of_one_form() -> None:
    user = User.objects.filter(is_demo=True).earliest("pk")
    row = UnsavedText(user=user, about="a.form", given=[], kept_at=timezone.now())
    UnsavedText.objects.bulk_create([row])
    _twice(row)


def _raw(sql: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql)


def _same_email_in_capitals() -> None:
    user = User.objects.filter(is_demo=True).earliest("pk")
    user.email = user.email.upper()
    _twice(user)


def _another_hash() -> None:
    connection.check_constraints()
    AuditLink.objects.update(hash="of another event")


def _succession_to_itself() -> None:
    Succession.objects.bulk_create([Succession(predecessor=_ogre(), successor=_ogre())])


def _population_twice() -> None:
    _population()
    _population()


def _accepted(version: str) -> ConductAcceptance:
    row = ConductAcceptance(user=User.objects.filter(is_demo=True).earliest("pk"), version=version)
    ConductAcceptance.objects.bulk_create([row])
    return row


def _document(**changes: object) -> DecisionDocument:
    given: dict[str, object] = {
        "title": "Lēmums", "kind": "pdf", "content": PDF, "sha256": sha256(PDF), "size": len(PDF),
        "added_by": User.objects.get(is_system=True),
    }  # fmt: skip
    if "decision" not in changes:
        draft = Decision.objects.earliest("pk")
        draft.pk, draft.document_title_lv = None, "melnraksts"
        draft.published_at, draft.published_by = None, None
        draft.save()
        given["decision"] = draft
    row = DecisionDocument(**given | changes)
    DecisionDocument.objects.bulk_create([row])
    return row


DECISIONS = Decision.objects.all


def _checked(status: str) -> None:
    StatementCheck.objects.create(
        key="a", said="a", status=status, checked_by=User.objects.earliest("pk"), checked_on=DAY
    )


PROVOCATIONS: dict[str, Provocation] = {
    "user_email_unique_whatever_case": _same_email_in_capitals,
    "user_one_system_member": lambda: User.objects.filter(is_demo=True).update(
        is_system=True, is_active=False
    ),
    "user_system_member_never_signs_in": lambda: User.objects.filter(is_system=True).update(
        is_active=True
    ),
    "user_nobody_stands_above_the_roles": lambda: User.objects.update(is_superuser=True),
    "membership_role_held_once_at_a_time": lambda: _twice(Membership.objects.earliest("pk")),
    "membership_role_is_known": lambda: Membership.objects.update(role="king"),
    "membership_has_a_beginning": lambda: Membership.objects.update(period=DateRange(None, DAY)),
    "municipality_code_is_iso": lambda: Municipality.objects.filter(code="LV-067").update(
        code="LV 067"
    ),
    "unit_periods_never_overlap": lambda: _copy_unit(period=DateRange(DAY, None)),
    "unit_has_a_beginning": lambda: Unit.objects.filter(pk=_ogre().pk).update(
        period=DateRange(None, DAY)
    ),
    "unit_kind_is_known": lambda: Unit.objects.filter(pk=_ogre().pk).update(kind="shire"),
    "unit_label_lies_in_latvia": lambda: Unit.objects.filter(pk=_ogre().pk).update(longitude=2.5),
    "succession_stands_once": lambda: _twice(Succession.objects.earliest("pk")),
    "succession_joins_two_units": _succession_to_itself,
    "population_once_a_day": _population_twice,
    "population_of_nobody_is_no_data": lambda: _population(inhabitants=0),
    "population_has_a_source": lambda: _population(source_lv=""),
    "partner_municipality_if_and_only_if_of_that_kind": lambda: Partner.objects.filter(
        slug="rtu"
    ).update(kind="municipality"),
    "partner_kind_is_known": lambda: Partner.objects.filter(slug="rtu").update(kind="club"),
    "decision_stands_once": lambda: _twice(Decision.objects.earliest("pk")),
    "decision_votes_all_known_or_none": lambda: DECISIONS().update(votes_against=None, votes_for=9),
    "decision_has_a_majority": lambda: DECISIONS().update(
        votes_for=1, votes_against=1, votes_abstained=0
    ),
    "statement_status_is_known": lambda: _checked(status="maybe"),
    "statement_corrected_says_how": lambda: _checked(status="corrected"),
    "notice_language_is_spoken": lambda: NoticeChoice.objects.create(
        user=User.objects.earliest("pk"), language="xx"
    ),
    "digest_once_a_day": lambda: _twice(
        Digest.objects.create(user=User.objects.earliest("pk"), day=DAY)
    ),
    "conduct_accepted_once": lambda: _twice(_accepted("1")),
    "conduct_names_its_version": lambda: _accepted(""),
    "conductacceptance.accepted_stays": lambda: [
        _accepted("1"),
        ConductAcceptance.objects.update(version="2"),
    ],
    "decision_is_seen_by_two_or_says_so": lambda: DECISIONS().update(
        edited_by=F("published_by"), published_alone=False
    ),
    "decision_document_stands_once": lambda: _twice(_document()),
    "decision_document_has_a_title": lambda: _document(title=""),
    "decision_document_kind_is_known": lambda: _document(kind="exe"),
    "decision_document_hash_is_of_its_content": lambda: _document(sha256="0" * 64),
    "decision_document_size_is_true": lambda: _document(size=1),
    "decisiondocument.fixed_when_published": lambda: _document(
        decision=DECISIONS().filter(published_at__isnull=False).earliest("pk")
    ),
    "decision_permits_what_is_known": lambda: DECISIONS().update(permitted=["fly"]),
    "decision_is_valid_from_its_sitting": lambda: DECISIONS().update(
        valid_until=datetime.date(2016, 1, 1)
    ),
    "decision_published_by_somebody_at_some_time": lambda: DECISIONS().update(published_by=None),
    "audit_names_the_action": lambda: _raw(
        "INSERT INTO network_auditevent (by_id, action, object_type, object_id, after)"
        " SELECT id, '', 'network.user', 1, '{}' FROM network_user LIMIT 1"
    ),
    "audit_holds_facts": lambda: _raw(
        "INSERT INTO network_auditevent (by_id, action, object_type, object_id)"
        " SELECT id, 'x', 'network.user', 1 FROM network_user LIMIT 1"
    ),
    "unsaved_text_once_a_form": _two_unsaved_texts_of_one_form,
    "auditlink.append_only": _another_hash,
    "auditevent.append_only": lambda: AuditEvent.objects.update(action="nothing happened"),
}


@pytest.mark.parametrize("name", PROVOCATIONS)
def test_the_database_refuses(name: str, cast: Cast) -> None:
    assert_refused(name, PROVOCATIONS[name])


def test_none_is_forgotten() -> None:
    assert set(PROVOCATIONS) == constraints_of("network")


@pytest.mark.parametrize(
    "sql",
    [
        "DELETE FROM network_auditevent",
        "UPDATE network_auditevent SET at = now() - interval '1 year'",
    ],
)
def test_the_audit_trail_refuses_raw_sql(sql: str, cast: Cast) -> None:
    assert_refused("auditevent.append_only", lambda: _raw(sql))


def test_a_role_can_be_held_again_later(cast: Cast) -> None:
    held = Membership.objects.get(user=cast.ogre)
    Membership.objects.filter(pk=held.pk).update(period=DateRange(DAY, datetime.date(2017, 1, 1)))
    held.pk, held.period = None, DateRange(datetime.date(2017, 1, 1), None)
    held.save()
    assert Membership.objects.filter(user=cast.ogre).count() == 2
