"""Verbs about users and the roles they hold."""

import datetime
from collections.abc import Sequence

from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.models import Session
from django.db import IntegrityError, models, transaction
from django.db.backends.postgresql.psycopg_any import DateRange
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from ligzda.kernel.errors import WrongStateError
from ligzda.kernel.room import named, rooms
from ligzda.network import rules
from ligzda.network.audit import facts, record
from ligzda.network.conduct import conduct
from ligzda.network.models import (
    ConductAcceptance,
    Digest,
    Membership,
    NoticeChoice,
    Partner,
    Undoable,
    UnsavedText,
    User,
)
from ligzda.network.roles import Role
from ligzda.network.undoing import put_back


@transaction.atomic
def invite_user(*, by: User, email: str, name: str) -> User:
    """Make an account without a password: its owner sets one through the reset page."""
    rules.check_invite_user(by=by)
    try:
        with transaction.atomic():
            user = User.objects.create_user(email, None, name=name)
    except IntegrityError as error:
        raise WrongStateError(_("There is an account with this address already.")) from error
    record(by=by, action="user.invite", about=user, after=facts(user))
    return user


@transaction.atomic
def name_oneself(*, by: User, name: str) -> User:
    """Say what one is called, while the invitation is accepted: before there is a password."""
    rules.check_accepts_invitation(user=by)
    before = facts(by)
    by.name = name
    by.save(update_fields=["name"])
    record(by=by, action="user.name_oneself", about=by, before=before, after=facts(by))
    return by


@transaction.atomic
def open_demo_account(*, by: User, user: User, hashed_password: str) -> User:
    """Mark an account as one of the demonstration and let it sign in with a known password."""
    rules.check_keep_demo_accounts(by=by)
    before = facts(user)
    user.is_demo, user.is_active, user.password = True, True, hashed_password
    user.save(update_fields=["is_demo", "is_active", "password"])
    record(by=by, action="user.open_demo", about=user, before=before, after=facts(user))
    return user


@transaction.atomic
def close_demo_account(*, by: User, user: User) -> User:
    """Let nobody sign in with an account of the demonstration any more."""
    rules.check_keep_demo_accounts(by=by)
    before = facts(user)
    user.is_active = False
    user.set_unusable_password()
    user.save(update_fields=["is_active", "password"])
    record(by=by, action="user.close_demo", about=user, before=before, after=facts(user))
    return user


@transaction.atomic
def grant_role(
    *,
    by: User,
    user: User,
    role: type[Role],
    partner: Partner,
    since: datetime.date | None = None,
    until: datetime.date | None = None,
) -> Membership:
    """Let the user hold the role at the partner from a day (default today) to a last one."""
    rules.check_grant_role(by=by, role=role, partner=partner)
    first = since or timezone.localdate()
    if until is not None and until < first:
        raise WrongStateError(_("The last day of the role lies before its first."))
    after = until + datetime.timedelta(days=1) if until else None
    try:
        with transaction.atomic():
            membership = Membership.objects.create(
                user=user, role=role.key, partner=partner, period=DateRange(first, after)
            )
    except IntegrityError as error:
        raise WrongStateError(_("They hold this role at this partner in these days.")) from error
    record(by=by, action="role.grant", about=membership, after=facts(membership))
    return membership


@transaction.atomic
def end_role(*, by: User, membership: Membership) -> Membership:
    """End the role today; the row stays, to answer later who was allowed to do what."""
    membership = Membership.objects.select_for_update().get(pk=membership.pk)
    rules.check_end_role(by=by, membership=membership)
    _end(by, membership)
    return membership


@transaction.atomic
def reopen_role(*, by: User, rows: Sequence[models.Model]) -> str:
    """Undo that a role was ended; return the page of whose it is."""
    (membership,) = rows
    assert isinstance(membership, Membership)
    rules.check_end_role(by=by, membership=membership)
    put_back(by=by, act="role.end", rows=rows)
    return reverse("desk:person", args=[membership.user_id])


@transaction.atomic
def accept_conduct(*, by: User, version: str) -> ConductAcceptance:
    """Accept the code of conduct in force, for oneself."""
    rules.check_accept_conduct(by=by)
    if version != conduct().version:
        raise WrongStateError(_("The code of conduct has changed meanwhile; read it again."))
    accepted, new = ConductAcceptance.objects.get_or_create(user=by, version=version)
    if new:
        record(by=by, action="conduct.accept", about=accepted, after=facts(accepted))
    return accepted


@transaction.atomic
def offboard_user(*, by: User, user: User) -> User:
    """End somebody's part in one act: roles, sessions, password, links of invitations; all today.

    Name and address stay for whoever asks later who it was, until they are erased.
    """
    user = User.objects.select_for_update().get(pk=user.pk)
    rules.check_offboard_user(by=by, user=user)
    before = facts(user)
    _end_roles(by, user)
    user.is_active = False
    user.set_unusable_password()  # a link to choose one holds for the password it was made for
    user.save(update_fields=["is_active", "password"])
    end_sessions(user)
    record(by=by, action="user.offboard", about=user, before=before, after=facts(user))
    return user


@transaction.atomic
def erase_user(*, by: User, user: User) -> User:
    """Replace the user's name and address, end their roles, close the account for good.

    History and audit hold the user's number only, so nothing personal is left in them. Each room
    forgets what it keeps of the person (`erase` in its manifest).
    """
    user = User.objects.select_for_update().get(pk=user.pk)
    rules.check_erase_user(by=by, user=user)
    before = facts(user)
    _end_roles(by, user)
    # Sign-in's own tables: further addresses, second factors, what a provider knows them by.
    for relation in ("emailaddress_set", "authenticator_set", "socialaccount_set"):
        getattr(user, relation).all().delete()
    user.email, user.name = f"erased-{user.pk}@ligzda.invalid", ""
    user.is_active, user.last_login = False, None
    user.set_unusable_password()
    user.save()
    end_sessions(user)
    for kept in (UnsavedText, NoticeChoice, Digest):
        kept.objects.filter(user=user).delete()
    Undoable.objects.filter(by=user).delete()
    for room in rooms():
        if room.erase:
            named(room.erase)(user)
    record(by=by, action="user.erase", about=user, before=before, after=facts(user))
    return user


def _end_roles(by: User, user: User) -> None:
    """End every role that has not ended, those too that were to begin later."""
    open_still = Q(period__endswith__isnull=True) | Q(period__endswith__gt=timezone.localdate())
    for membership in Membership.objects.select_for_update().filter(
        open_still, user=user, period__isempty=False
    ):
        _end(by, membership)


def end_sessions(user: User) -> None:
    """Delete them: a session names its person and, of their sign-in, the address."""
    theirs = [
        session.pk
        for session in Session.objects.iterator()
        if session.get_decoded().get(SESSION_KEY) == str(user.pk)
    ]
    Session.objects.filter(pk__in=theirs).delete()


def _end(by: User, membership: Membership) -> None:
    before = facts(membership)
    today = timezone.localdate()
    # A role that was to begin today or later never was: an empty range.
    membership.period = DateRange(min(membership.period.lower, today), today)
    membership.save(update_fields=["period"])
    record(by=by, action="role.end", about=membership, before=before, after=facts(membership))
