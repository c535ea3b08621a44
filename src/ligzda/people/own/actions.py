"""Verbs of own pages: open them to a person's account."""

from django.db import transaction
from django.utils.translation import gettext as _

from ligzda.kernel.errors import BadDataError
from ligzda.network.audit import facts, record
from ligzda.network.models import User
from ligzda.people.models import Person
from ligzda.people.rules import check_change_person


@transaction.atomic
def link_account(*, by: User, person: Person, email: str) -> Person:
    """Open a record to the account with an address; the person sees it on their own pages."""
    row = Person.objects.select_for_update(of=("self",)).get(pk=person.pk)
    check_change_person(by=by, person=row)
    user = User.objects.filter(email__iexact=email.strip(), is_active=True, is_system=False).first()
    if user is None:
        raise BadDataError(_("Nobody has an account with this address; first invite the person."))
    if user.pk == by.pk:
        raise BadDataError(_("This is your own account, not that of the person."))
    if Person.objects.filter(user=user, merged_into__isnull=True).exclude(pk=row.pk).exists():
        raise BadDataError(_("This account shows another record already."))
    before = facts(row)
    row.user = user
    row.save(update_fields=["user"])
    record(by=by, action="person.link", about=row, before=before, after=facts(row))
    return row
