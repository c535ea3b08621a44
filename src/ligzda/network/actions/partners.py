"""Verbs about partners and the decisions of councils."""

import datetime
from collections.abc import Sequence
from dataclasses import asdict, dataclass

from django.db import transaction
from django.utils import timezone

from ligzda.network import rules
from ligzda.network.audit import facts, record
from ligzda.network.models import (
    Decision,
    Municipality,
    Partner,
    User,
)


@dataclass(frozen=True, kw_only=True)
class PartnerFacts:
    """What is said about a partner; texts in both languages."""

    slug: str
    name_lv: str
    name_en: str
    kind: str
    role_lv: str
    role_en: str
    agreement_on: datetime.date | None = None
    invented: bool = False


@dataclass(frozen=True, kw_only=True)
class DecisionFacts:
    """What is said about a council's decision; texts in both languages. Votes: None = not known.

    `permitted`: values of `Permit`; `valid_until`: the last day, None where none was set.
    """

    body_lv: str
    body_en: str
    sitting_on: datetime.date
    text_lv: str
    text_en: str
    document_title_lv: str
    document_title_en: str
    permits_lv: str
    permits_en: str
    source_lv: str
    source_en: str
    votes_for: int | None = None
    votes_against: int | None = None
    votes_abstained: int | None = None
    document_url: str = ""
    source_url: str = ""
    permitted: Sequence[str] = ()
    valid_until: datetime.date | None = None
    invented: bool = False


@transaction.atomic
def admit_partner(
    *, by: User, facts_given: PartnerFacts, municipality: Municipality | None = None
) -> Partner:
    """Take an organisation into the network."""
    rules.check_admit_partner(by=by)
    partner = Partner.objects.create(**asdict(facts_given), municipality=municipality)
    record(by=by, action="partner.admit", about=partner, after=facts(partner))
    return partner


@transaction.atomic
def edit_partner_role(*, by: User, partner: Partner, role_lv: str, role_en: str) -> Partner:
    """Change what is said about the part a partner takes."""
    rules.check_edit_partner(by=by)
    partner = Partner.objects.select_for_update().get(pk=partner.pk)
    before = facts(partner)
    partner.role_lv, partner.role_en = role_lv, role_en
    partner.save(update_fields=["role_lv", "role_en"])
    record(by=by, action="partner.edit", about=partner, before=before, after=facts(partner))
    return partner


@transaction.atomic
def record_agreement(*, by: User, partner: Partner, on: datetime.date) -> Partner:
    """Say on which day the partner's agreement with the network was signed."""
    rules.check_record_agreement(by=by, on=on)
    partner = Partner.objects.select_for_update().get(pk=partner.pk)
    before = facts(partner)
    partner.agreement_on = on
    partner.save(update_fields=["agreement_on"])
    record(by=by, action="partner.agreement", about=partner, before=before, after=facts(partner))
    return partner


@transaction.atomic
def draft_decision(*, by: User, municipality: Municipality, facts_given: DecisionFacts) -> Decision:
    """Write down a council's decision; nobody outside the municipality sees it yet."""
    rules.check_draft_decision(by=by, municipality=municipality)
    decision = Decision.objects.create(municipality=municipality, **asdict(facts_given))
    record(by=by, action="decision.draft", about=decision, after=facts(decision))
    return decision


@transaction.atomic
def change_decision(*, by: User, decision: Decision, facts_given: DecisionFacts) -> Decision:
    """Correct a draft."""
    decision = _locked_decision(decision)
    rules.check_change_decision(by=by, decision=decision)
    before = facts(decision)
    for name, value in asdict(facts_given).items():
        setattr(decision, name, value)
    decision.save()
    record(by=by, action="decision.change", about=decision, before=before, after=facts(decision))
    return decision


@transaction.atomic
def publish_decision(*, by: User, decision: Decision) -> Decision:
    """Make a decision public; from then on its text stays."""
    decision = _locked_decision(decision)
    rules.check_publish_decision(by=by, decision=decision)
    before = facts(decision)
    decision.published_at, decision.published_by = timezone.now(), by
    decision.save(update_fields=["published_at", "published_by"])
    record(by=by, action="decision.publish", about=decision, before=before, after=facts(decision))
    return decision


def _locked_decision(decision: Decision) -> Decision:
    return (
        Decision.objects.select_for_update(of=("self",))
        .select_related("municipality")
        .get(pk=decision.pk)
    )
