"""Keep a person from commenting for a time, and let them back."""

import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ligzda.network.audit import record
from ligzda.network.errors import BadDataError, WrongStateError
from ligzda.network.models import User
from ligzda.newsroom import guard, rules
from ligzda.newsroom.models import Ban, Comment
from ligzda.newsroom.states import Ground

DAYS = (1, 7, 30, 180)


@transaction.atomic
def ban(
    *,
    by: User,
    comment: Comment,
    days: int,
    only_article: bool,
    ground: str,
    statement: str,
) -> Ban:
    """Ban the author of `comment`: their account, their address, or a guest's network."""
    rules.check_moderate(by=by)
    rules.check_not_own(by=by, comment=comment)
    if days not in DAYS or ground not in Ground.values or not statement.strip():
        raise BadDataError(_("A ban needs an end, the rule it rests on, and the reasons."))
    known_by_network = comment.author_id is None and not comment.person
    if known_by_network and not comment.origin:
        raise WrongStateError(
            _("Nothing is known any more by which this guest could be recognised.")
        )
    if known_by_network:
        days = min(days, guard.SALT_DAYS)
    now = timezone.now()
    made = Ban.objects.create(
        user=comment.author,
        person=comment.person,
        origin=comment.origin if known_by_network else "",
        comment=comment,
        article=comment.article if only_article else None,
        begins=now,
        ends=now + datetime.timedelta(days=days),
        ground=ground,
        statement=statement.strip(),
        by=by,
    )
    record(
        by=by,
        action="ban",
        about=made,
        after={
            "comment": comment.pk,
            "days": days,
            "ground": ground,
            "everywhere": not only_article,
        },
    )
    return made


@transaction.atomic
def lift_ban(*, by: User, row: Ban) -> Ban:
    """End a ban before its time."""
    rules.check_moderate(by=by)
    row = Ban.objects.select_for_update().get(pk=row.pk)
    if row.lifted_at is not None or row.ends <= timezone.now():
        raise WrongStateError(_("This ban is over already."))
    row.lifted_at, row.lifted_by = timezone.now(), by
    row.save()
    record(by=by, action="lift ban", about=row, before={"lifted": False}, after={"lifted": True})
    return row
