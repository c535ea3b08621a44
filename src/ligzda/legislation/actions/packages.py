"""Draft a package of amendments, change it, sign it, file it."""

import datetime
from dataclasses import asdict, dataclass
from typing import Any

from django.db import transaction
from django.db.models import Max, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from ligzda.findings.queries import claim as claim_of_number
from ligzda.kernel.errors import BadDataError
from ligzda.kernel.texts import Text, no_text
from ligzda.languages import DEFAULT
from ligzda.legislation import budget, rules
from ligzda.legislation.annotation import form
from ligzda.legislation.drafts import of_package
from ligzda.legislation.models import ActText, AnnotationPart, Change, Ground, Package
from ligzda.legislation.models.packages import AnnotationForm
from ligzda.network.audit import facts, record
from ligzda.network.models import User

SIGNED = ("signed_by", "signed_at", "budget_from", "budget_cost", "budget_cost_years")
"""What a package has from its signature on."""


@dataclass(frozen=True)
class PackageFacts:
    """What a package is about, which kind of acts it holds, and when it comes into force."""

    title: Text
    problem: Text
    kind: str
    in_force: str = "general"
    in_force_on: datetime.date | None = None
    form: str = AnnotationForm.SINCE_2021


@transaction.atomic
def draft_package(*, by: User, facts_given: PackageFacts, invented: bool = False) -> Package:
    """Begin a package."""
    rules.check_draft(by=by)
    given = {**asdict(facts_given), "title": facts_given.title, "problem": facts_given.problem}
    row = Package.objects.create(**given, drafted_by=by, invented=invented)
    record(by=by, action="package.draft", about=row, after=facts(row))
    return row


@transaction.atomic
def add_change(
    *,
    by: User,
    package: Package,
    text: ActText,
    final: str,
    engine: str,
    reason: Text | None = None,
) -> Change:
    """Add a sentence at the end; it may be one that is not understood, and then says so."""
    package = _locked(package)
    rules.check_add_change(by=by, package=package, text=text)
    last = package.changes.aggregate(last=Max("place"))["last"] or 0
    row = Change.objects.create(
        package=package,
        text=text,
        place=last + 1,
        engine=_plain(engine),
        final=_plain(final),
        reason=reason or no_text(),
    )
    record(by=by, action="package.add_change", about=row, after=facts(row))
    take_signature_back(by, package)
    return row


@transaction.atomic
def reword(*, by: User, change: Change, final: str) -> Change:
    """Write a sentence anew; the engine's own stays beside it."""
    package = _locked(change.package)
    rules.check_change(by=by, package=package)
    before = facts(change)
    change.final = _plain(final)
    change.save(update_fields=["final"])
    record(by=by, action="package.reword", about=change, before=before, after=facts(change))
    take_signature_back(by, package)
    return change


@transaction.atomic
def drop_change(*, by: User, change: Change) -> None:
    """Take a sentence out of the package."""
    package = _locked(change.package)
    rules.check_change(by=by, package=package)
    record(by=by, action="package.drop_change", about=change, before=facts(change), after=None)
    change.delete()
    take_signature_back(by, package)


@transaction.atomic
def annotate(*, by: User, package: Package, code: str, text: str, choice: str = "") -> None:
    """Write a section of the annotation; nothing written empties it."""
    package = _locked(package)
    rules.check_change(by=by, package=package)
    found = form(package.form).section(code)
    if found is None or found.heads or (choice and choice not in found.choices):
        raise BadDataError(_("The annotation has no such section or value."))
    row = AnnotationPart.objects.filter(package=package, code=code).first()
    before = facts(row) if row else None
    text = _plain(text)
    if not text and not choice:
        if row:
            record(by=by, action="package.annotate", about=row, before=before, after=None)
            row.delete()
        return
    row = row or AnnotationPart(package=package, code=code)
    row.text, row.choice = text, choice
    row.save()
    record(by=by, action="package.annotate", about=row, before=before, after=facts(row))
    take_signature_back(by, package)


@transaction.atomic
def rest_on(*, by: User, package: Package, number: int) -> Ground:
    """Rest a package on a public claim, as its predicate reads now."""
    package = _locked(package)
    rules.check_change(by=by, package=package)
    claim = claim_of_number(number)
    if claim is None:
        raise BadDataError(_("There is no public claim of this number."))
    row, made = Ground.objects.get_or_create(
        package=package,
        claim=_claims().get(number=number),
        defaults={"sha256": claim.sha256},
    )
    if made:
        record(by=by, action="package.rest_on", about=row, after=facts(row))
        take_signature_back(by, package)
    return row


@transaction.atomic
def rest_no_more(*, by: User, ground: Ground) -> None:
    """Take a claim out of what a package rests on."""
    package = _locked(ground.package)
    rules.check_change(by=by, package=package)
    record(by=by, action="package.rest_no_more", about=ground, before=facts(ground), after=None)
    ground.delete()
    take_signature_back(by, package)


@transaction.atomic
def sign_package(*, by: User, package: Package) -> Package:
    """Say that the package is whole: from here a second person files it."""
    package = _locked(package)
    drafts = of_package(package, DEFAULT)
    faults = [line.fault for act in drafts for line in act.faults]
    waiting = sum(line.unconfirmed for act in drafts for line in act.lines)
    rules.check_sign(by=by, package=package, faults=faults, unconfirmed=waiting)
    package.signed_by, package.signed_at = by, timezone.now()
    package.budget_from = budget.years(package)[0]
    package.budget_cost, package.budget_cost_years = budget.yearly_cost() or (None, None)
    package.save(update_fields=SIGNED)
    record(by=by, action="package.sign", about=package, after=facts(package))
    return package


@transaction.atomic
def file_package(*, by: User, package: Package) -> Package:
    """File it: it is public and stays as it is."""
    package = _locked(package)
    rules.check_file(by=by, package=package)
    package.filed_by, package.filed_at = by, timezone.now()
    package.save(update_fields=["filed_by", "filed_at"])
    record(by=by, action="package.file", about=package, after=facts(package))
    return package


def take_signature_back(by: User, package: Package) -> None:
    """What was signed is not what stands there now."""
    if package.signed_at:
        before = facts(package)
        for name in SIGNED:
            setattr(package, name, None)
        package.save(update_fields=SIGNED)
        record(by=by, action="package.unsign", about=package, before=before, after=facts(package))


def _locked(package: Package) -> Package:
    return Package.objects.select_for_update(of=("self",)).get(pk=package.pk)


def _plain(text: str) -> str:
    return text.replace("\r\n", "\n").strip()


def _claims() -> QuerySet[Any]:
    model: Any = Ground._meta.get_field("claim").related_model
    found: QuerySet[Any] = model.objects.all()
    return found
