"""Read side of the desk: people with their roles, and which roles too few hold."""

import datetime
from collections import Counter
from dataclasses import dataclass

from allauth.mfa.models import Authenticator
from django.db.models import Prefetch, QuerySet
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ligzda.kernel.errors import NotFoundError
from ligzda.kernel.models import in_language
from ligzda.kernel.sorting import sort_key
from ligzda.network.models import Membership, User
from ligzda.network.roles import BY_KEY, Administrator, Evaluator, Moderator
from ligzda.network.rules import Viewer, check_keep_network
from ligzda.server.sign_in import SECOND_STEPS

TWO_NEEDED = (Administrator, Moderator, Evaluator)
"""What one person alone cannot do: objections and deviations are answered by another, and an
administrator whose phone is lost can be helped by another only."""


@dataclass(frozen=True)
class RoleRow:
    """A role that somebody holds, held or will hold. `last`: its last day; None while open."""

    id: int
    name: str
    partner: str
    first: datetime.date | None
    last: datetime.date | None
    over: bool


@dataclass(frozen=True)
class PersonRow:
    """Somebody with an account."""

    id: int
    name: str
    email: str
    active: bool
    demo: bool
    has_password: bool
    two_factor: bool
    last_login: datetime.datetime | None
    roles: tuple[RoleRow, ...]

    @property
    def held(self) -> tuple[RoleRow, ...]:
        """The roles that are not over."""
        return tuple(role for role in self.roles if not role.over)


def people(*, by: Viewer) -> list[PersonRow]:
    """Return everybody whose data are not erased, in alphabetical order."""
    check_keep_network(by=by)
    return sorted(map(_person, _users()), key=lambda row: sort_key(row.name))


def person(pk: int, *, by: Viewer) -> PersonRow:
    """Return one of them. Raises NotFoundError."""
    check_keep_network(by=by)
    user = _users().filter(pk=pk).first()
    if user is None:
        raise NotFoundError(_("There is no such person here."))
    return _person(user)


def too_few(*, by: Viewer) -> list[str]:
    """Say which roles one person alone, or nobody, holds today though two are needed."""
    check_keep_network(by=by)
    held = Membership.objects.filter(
        period__contains=timezone.localdate(), user__is_active=True
    ).values_list("role", "user")
    count = Counter(role for role, _user in set(held))
    return [
        ngettext(
            "%(role)s: %(held)s person, and two are needed.",
            "%(role)s: %(held)s people, and two are needed.",
            count[role.key],
        )
        % {"role": capfirst(str(role.name)), "held": count[role.key]}
        for role in TWO_NEEDED
        if count[role.key] < 2
    ]


def _users() -> QuerySet[User]:
    memberships = Membership.objects.select_related("partner").order_by("-period", "pk")
    steps = Authenticator.objects.filter(type__in=SECOND_STEPS)
    return (
        User.objects.filter(is_system=False)
        .exclude(name="", is_active=False)
        .prefetch_related(
            Prefetch("memberships", memberships), Prefetch("authenticator_set", steps)
        )
    )


def _person(user: User) -> PersonRow:
    return PersonRow(
        id=user.pk,
        name=str(user),
        email=user.email,
        active=user.is_active,
        demo=user.is_demo,
        has_password=user.has_usable_password(),
        two_factor=bool(user.authenticator_set.all()),  # type: ignore[attr-defined]
        last_login=user.last_login,
        roles=tuple(_role(row) for row in user.memberships.all()),
    )


def _role(row: Membership) -> RoleRow:
    period = row.period
    day = datetime.timedelta(days=1)
    return RoleRow(
        id=row.pk,
        name=capfirst(str(BY_KEY[row.role].name)),
        partner=in_language(row.partner, "name"),
        first=period.lower,
        last=period.upper - day if period.upper else None,
        over=period.isempty or bool(period.upper and period.upper <= timezone.localdate()),
    )
