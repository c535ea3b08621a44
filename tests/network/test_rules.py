"""Who may do what: for each rule the person who may, next to those who may not."""

import datetime
from dataclasses import replace
from typing import Any

import pytest
from django.db.backends.postgresql.psycopg_any import DateRange
from django.utils import timezone, translation
from tests.cast import Cast

from ligzda.kernel.errors import NotAllowedError, WrongStateError
from ligzda.kernel.obstacle import may
from ligzda.network import actions, queries, rules
from ligzda.network.models import AuditEvent, Decision, Membership, Municipality, Partner, User
from ligzda.network.roles import ROLES, Coordinator, Editor, Evaluator, Instructor, Permission

FACTS = actions.DecisionFacts(
    body_lv="Ogres novada dome",
    body_en="Ogre Municipal Council",
    sitting_on=datetime.date(2016, 4, 21),
    text_lv="Nodot telpas.",
    text_en="To give premises.",
    document_title_lv="Par telpām",
    document_title_en="On premises",
    permits_lv="Lietot telpas.",
    permits_en="To use the premises.",
    permitted=("provide_premises",),
    document_url="https://www.ogresnovads.lv/lemums.pdf",
    source_lv="tests",
    source_en="test",
)


@pytest.fixture
def ogre(cast: Cast) -> Municipality:
    return Municipality.objects.get(slug="ogres-novads")


@pytest.fixture
def draft(cast: Cast, ogre: Municipality) -> Decision:
    return actions.draft_decision(by=cast.ogre, municipality=ogre, facts_given=FACTS)


def test_a_coordinator_publishes_and_the_public_reads(cast: Cast, draft: Decision) -> None:
    assert [row.published for row in queries.decisions("ogres-novads")] == [True]
    actions.publish_decision(by=cast.ogre, decision=draft)
    public = queries.decisions("ogres-novads", viewer=cast.stranger)
    assert public[0].document_title == "Par telpām"


@pytest.mark.parametrize("who", ["cesis", "evaluator", "administrator", "participant", "stranger"])
def test_nobody_else_writes_for_ogre(
    cast: Cast, ogre: Municipality, draft: Decision, who: str
) -> None:
    by = getattr(cast, who)
    before = AuditEvent.objects.count(), Decision.objects.count()
    with (
        translation.override("en"),
        pytest.raises(NotAllowedError, match="only by the coordinator"),
    ):
        actions.draft_decision(by=by, municipality=ogre, facts_given=FACTS)
    with pytest.raises(NotAllowedError):
        actions.change_decision(by=by, decision=draft, facts_given=FACTS)
    with pytest.raises(NotAllowedError):
        actions.publish_decision(by=by, decision=draft)
    assert (AuditEvent.objects.count(), Decision.objects.count()) == before
    draft.refresh_from_db()
    assert draft.published_at is None


@pytest.mark.parametrize("who", ["cesis", "evaluator", "administrator", "participant", "stranger"])
def test_nobody_else_reads_a_draft_of_ogre(cast: Cast, draft: Decision, who: str) -> None:
    viewer = getattr(cast, who)
    seen = [
        *queries.decisions("ogres-novads", viewer),
        *queries.municipality("ogres-novads", viewer=viewer).decisions,
        *queries.partner("ogres-novada-pasvaldiba", viewer).decisions,
    ]
    assert {row.published for row in seen} == {True}
    own = queries.decisions("ogres-novads", cast.ogre)
    assert [row.published for row in own] == [False, True]


def test_a_published_decision_stays(cast: Cast, draft: Decision) -> None:
    published = actions.publish_decision(by=cast.ogre, decision=draft)
    assert not may(rules.check_change_decision, by=cast.ogre, decision=published)
    with pytest.raises(WrongStateError):
        actions.change_decision(
            by=cast.ogre, decision=published, facts_given=replace(FACTS, text_en="Other")
        )
    with pytest.raises(WrongStateError):
        actions.publish_decision(by=cast.ogre, decision=published)


def test_a_draft_can_be_corrected(cast: Cast, draft: Decision) -> None:
    actions.change_decision(
        by=cast.ogre,
        decision=draft,
        facts_given=replace(FACTS, votes_for=9, votes_against=2, votes_abstained=0),
    )
    event = AuditEvent.objects.latest("pk")
    assert event.before is not None
    assert event.after is not None
    assert (event.before["votes_for"], event.after["votes_for"]) == (None, 9)


def test_the_refusal_is_a_sentence_in_the_reader_s_language(cast: Cast, ogre: Municipality) -> None:
    with translation.override("en"), pytest.raises(NotAllowedError) as refused:
        rules.check_draft_decision(by=cast.stranger, municipality=ogre)
    assert str(refused.value).endswith("by the coordinator of its municipality.")


def test_a_role_counts_from_its_first_day_to_its_last(cast: Cast, ogre: Municipality) -> None:
    today = timezone.localdate()
    held = Membership.objects.filter(user=cast.ogre)
    day = datetime.timedelta(days=1)
    held.update(period=DateRange(today + day, None))
    assert not may(rules.check_draft_decision, by=cast.ogre, municipality=ogre)
    held.update(period=DateRange(today, today + day))
    assert may(rules.check_draft_decision, by=cast.ogre, municipality=ogre)
    held.update(period=DateRange(today - day, today))
    assert not may(rules.check_draft_decision, by=cast.ogre, municipality=ogre)


def test_a_closed_account_may_nothing(cast: Cast, ogre: Municipality) -> None:
    cast.ogre.is_active = False
    assert not may(rules.check_draft_decision, by=cast.ogre, municipality=ogre)


def test_roles_are_the_administrators_to_grant(cast: Cast) -> None:
    ogre = Partner.objects.get(slug="ogres-novada-pasvaldiba")
    given: dict[str, Any] = {"user": cast.participant, "role": Instructor, "partner": ogre}
    for by in (cast.ogre, cast.cesis, cast.evaluator, cast.participant, cast.stranger):
        with pytest.raises(NotAllowedError):
            actions.grant_role(by=by, **given)  # type: ignore[arg-type] # nobody who is signed in
    membership = actions.grant_role(by=cast.administrator, **given)
    for by in (cast.ogre, cast.participant, cast.stranger):
        with pytest.raises(NotAllowedError):
            actions.end_role(by=by, membership=membership)  # type: ignore[arg-type] # nobody who is signed in
    ended = actions.end_role(by=cast.administrator, membership=membership)
    assert not list(rules.roles_held(cast.participant))
    with pytest.raises(WrongStateError):
        actions.end_role(by=cast.administrator, membership=ended)


def test_a_role_belongs_to_a_kind_of_partner(cast: Cast) -> None:
    rtu = Partner.objects.get(slug="rtu")
    assert may(rules.check_grant_role, by=cast.administrator, role=Evaluator, partner=rtu)
    assert not may(rules.check_grant_role, by=cast.administrator, role=Coordinator, partner=rtu)
    with translation.override("en"), pytest.raises(WrongStateError, match="cannot be held"):
        actions.grant_role(
            by=cast.administrator, user=cast.participant, role=Coordinator, partner=rtu
        )


@pytest.mark.parametrize("who", ["ogre", "evaluator", "participant", "stranger"])
def test_only_the_administrator_keeps_people_and_partners(cast: Cast, who: str) -> None:
    by = getattr(cast, who)
    facts = actions.PartnerFacts(
        slug="x", name_lv="X", name_en="X", kind="foundation", role_lv="x", role_en="x"
    )
    with pytest.raises(NotAllowedError):
        actions.invite_user(by=by, email="x@ligzda.example", name="X")
    with pytest.raises(NotAllowedError):
        actions.erase_user(by=by, user=cast.participant)
    with pytest.raises(NotAllowedError):
        actions.admit_partner(by=by, facts_given=facts)
    assert actions.admit_partner(by=cast.administrator, facts_given=facts).pk


def test_an_editor_edits_what_partners_do(cast: Cast) -> None:
    rtu = Partner.objects.get(slug="rtu")
    editor = User.objects.get(email="redaktors@ligzda.example")
    with pytest.raises(NotAllowedError):
        actions.edit_partner_role(by=cast.ogre, partner=rtu, role_lv="a", role_en="b")
    actions.edit_partner_role(by=editor, partner=rtu, role_lv="Vērtē.", role_en="Evaluates.")
    assert queries.partner("rtu").role in ("Vērtē.", "Evaluates.")


def test_the_audit_trail_is_shown_by_municipality(cast: Cast, draft: Decision) -> None:
    assert {event.action for event in queries.audit_trail(cast.ogre)} >= {"decision.draft"}
    assert draft.pk not in {
        event.object_id
        for event in queries.audit_trail(cast.cesis)
        if event.object_type == "network.decision"
    }
    assert queries.audit_trail(cast.participant) == []
    assert queries.audit_trail(cast.stranger) == []
    everything = queries.audit_trail(cast.administrator, newest=10_000)
    assert len(everything) == AuditEvent.objects.count()


def test_only_the_installation_opens_demo_accounts_and_units(cast: Cast) -> None:
    for by in (cast.administrator, cast.ogre, cast.stranger):
        assert not may(rules.check_keep_demo_accounts, by=by)
        assert not may(rules.check_register_units, by=by)
    assert may(rules.check_keep_demo_accounts, by=cast.system)


def test_every_role_names_itself_and_only_known_permissions() -> None:
    assert len({role.key for role in ROLES}) == len(ROLES)
    for role in ROLES:
        assert role.held_at <= set(Partner.Kind.values)
        assert role.permissions <= set(Permission)
    assert Permission.PUBLISH_DECISION not in Editor.permissions
