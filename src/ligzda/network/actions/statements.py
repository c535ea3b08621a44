"""Verbs about what is to be checked."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ligzda.kernel.errors import BadDataError
from ligzda.network import rules, statements
from ligzda.network.audit import facts, record
from ligzda.network.models import StatementCheck, User
from ligzda.network.roles import Permission


@transaction.atomic
def check_statement(*, by: User, key: str, status: str, note: str) -> StatementCheck:
    """Say of a statement that it is right, what is right instead, or that it is open still."""
    rules.check_keep_statements(by=by)
    statement = statements.row(key).statement
    said = statement.latvian or statements.latvian(statement.text)
    note = note.strip()
    if status == StatementCheck.Status.CORRECTED and not note:
        raise BadDataError(_("Say what is right instead."))
    role = next(
        role.key
        for role, _partner in rules.roles_held(by)
        if Permission.CHECK_STATEMENTS in role.permissions
    )
    earlier = StatementCheck.objects.select_for_update().filter(key=key).first()
    before = facts(earlier) if earlier else None
    row = earlier or StatementCheck(key=key)
    row.said, row.status, row.note = said, status, note
    row.checked_by, row.role, row.checked_on = by, role, timezone.localdate()
    row.save()
    record(by=by, action="statement.check", about=row, before=before, after=facts(row))
    return row
