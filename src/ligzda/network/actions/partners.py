"""Verbs about partners."""

import datetime
from dataclasses import asdict, dataclass

from django.db import transaction

from ligzda.network import rules
from ligzda.network.audit import facts, record
from ligzda.network.models import (
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
