"""Link packages to recommendations and units to levels; confirm word forms; type budgets."""

from collections.abc import Collection, Mapping
from decimal import Decimal

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from ligzda.blueprints.queries import factors
from ligzda.kernel.errors import BadDataError, WrongStateError
from ligzda.languages import DEFAULT
from ligzda.legislation import budget, recommended, rules
from ligzda.legislation.actions.packages import take_signature_back
from ligzda.legislation.composing import target
from ligzda.legislation.drafts import hits
from ligzda.legislation.models import (
    Act,
    Advised,
    BudgetLine,
    Change,
    ConfirmedForm,
    Package,
    UnitLink,
)
from ligzda.network.audit import facts, record
from ligzda.network.models import User


@transaction.atomic
def follow(*, by: User, package: Package, number: int) -> Advised:
    """Let a package follow a recommendation, as it reads now."""
    package = Package.objects.select_for_update(of=("self",)).get(pk=package.pk)
    rules.check_change(by=by, package=package)
    found = recommended.published().get(number)
    if found is None:
        raise BadDataError(_("There is no published recommendation of this number."))
    row, _made = Advised.objects.update_or_create(
        package=package,
        number=number,
        defaults={
            "version": found.version,
            "title": str(found.title[DEFAULT]),
            "sha256": found.sha256,
        },
    )
    record(by=by, action="package.follow", about=row, after=facts(row))
    take_signature_back(by, package)
    return row


@transaction.atomic
def follow_no_more(*, by: User, advised: Advised) -> None:
    """Take a recommendation out of what a package follows."""
    rules.check_change(by=by, package=advised.package)
    record(by=by, action="package.follow_no_more", about=advised, before=facts(advised), after=None)
    advised.delete()
    take_signature_back(by, advised.package)


@transaction.atomic
def link_unit(*, by: User, act: Act, address: str, factor: str, level: str) -> UnitLink:
    """Say that a unit of an act decides about a level of a factor."""
    rules.check_draft(by=by)
    known = {(each.code, one.code) for each in factors() for one in each.levels}
    try:
        target(address)
    except KeyError as error:
        raise BadDataError(_("The act has no such unit.")) from error
    if (factor, level) not in known:
        raise BadDataError(_("There is no such level of a factor."))
    try:
        with transaction.atomic():
            row = UnitLink.objects.create(
                act=act, address=address, factor=factor, level=level, added_by=by
            )
    except IntegrityError as error:
        raise WrongStateError(_("This unit is linked to this level already.")) from error
    record(by=by, action="act.link", about=row, after=facts(row))
    return row


@transaction.atomic
def unlink_unit(*, by: User, link: UnitLink) -> None:
    """Take a link away."""
    rules.check_draft(by=by)
    record(by=by, action="act.unlink", about=link, before=facts(link), after=None)
    link.delete()


@transaction.atomic
def confirm_forms(*, by: User, change: Change, confirmed: Collection[str]) -> None:
    """Confirm word forms that were shown (`Hit.key`); those that read otherwise now are refused."""
    package = Package.objects.select_for_update(of=("self",)).get(pk=change.package_id)
    rules.check_change(by=by, package=package)
    there = {each.key: each for each in hits(change)}
    if set(confirmed) - set(there):
        raise WrongStateError(
            _("Text or sentence has changed since these forms were shown. Look at them again.")
        )
    for key in confirmed:
        hit = there[key]
        row, _made = ConfirmedForm.objects.update_or_create(
            change=change,
            place=hit.place,
            defaults={"old": hit.old, "new": hit.new, "confirmed_by": by},
        )
        record(by=by, action="package.confirm_form", about=row, after=facts(row))


@transaction.atomic
def set_budget(
    *, by: User, package: Package, amounts: Mapping[tuple[str, int], Decimal | None]
) -> None:
    """Write the typed amounts of the budget table: row and year → EUR, or nothing."""
    package = Package.objects.select_for_update(of=("self",)).get(pk=package.pk)
    rules.check_change(by=by, package=package)
    typed = {row.code for row in budget.rows() if not row.parts}
    years = set(budget.years(package))
    if any(row not in typed or year not in years for row, year in amounts):
        raise BadDataError(_("The budget table has no such row or year."))
    for (row, year), amount in amounts.items():
        there = BudgetLine.objects.filter(package=package, row=row, year=year).first()
        if amount is None:
            if there:
                record(by=by, action="package.budget", about=there, before=facts(there), after=None)
                there.delete()
        elif there is None or there.amount != amount:
            before = facts(there) if there else None
            line = there or BudgetLine(package=package, row=row, year=year)
            line.amount = amount
            line.save()
            record(by=by, action="package.budget", about=line, before=before, after=facts(line))
    take_signature_back(by, package)
