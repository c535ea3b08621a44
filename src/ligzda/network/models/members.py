"""People who sign in, and the roles they hold at partners."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.models import PermissionsMixin
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from ligzda.kernel import personal
from ligzda.kernel.models import OVERLAPS, same_number, same_text, tracked
from ligzda.network.roles import ROLES, Role

if TYPE_CHECKING:
    from ligzda.network.models.partners import Partner


class UserManager(BaseUserManager["User"]):
    """Make users known by their e-mail address."""

    def create_user(self, email: str, password: str | None = None, **fields: Any) -> User:
        """Store a user; without a password nobody can sign in as them."""
        user = self.model(email=self.normalize_email(email), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user


class User(AbstractBaseUser, PermissionsMixin):  # type: ignore[django-manager-missing]
    """A person who signs in. What they may do comes from their roles, not from here.

    Groups are how Wagtail asks; the newsroom projects roles onto them at its door (ADR 0051).
    Nobody is a superuser: that would stand above the roles.

    One row is no person: the system member, in whose name the installation itself writes.
    """

    email = models.EmailField(_("e-mail address"), unique=True)
    name = models.CharField(_("name"), max_length=200)
    is_active = models.BooleanField(_("may sign in"), default=True)
    is_system = models.BooleanField(_("the installation itself"), default=False)
    is_demo = models.BooleanField(_("account of the demonstration"), default=False)
    date_joined = models.DateTimeField(_("joined"), auto_now_add=True)

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["name"]

    objects = UserManager()

    roles_kept: dict[datetime.date, list[tuple[type[Role], Partner]]] | None = None
    """The roles of a day, once read, on the one instance that a request has (`keep_roles`)."""

    class Meta:
        verbose_name = _("user")
        verbose_name_plural = _("users")
        constraints = [
            models.UniqueConstraint(Lower("email"), name="user_email_unique_whatever_case"),
            models.UniqueConstraint(
                fields=["is_system"], condition=Q(is_system=True), name="user_one_system_member"
            ),
            models.CheckConstraint(
                condition=Q(is_system=False) | Q(is_active=False),
                name="user_system_member_never_signs_in",
            ),
            models.CheckConstraint(
                condition=Q(is_superuser=False), name="user_nobody_stands_above_the_roles"
            ),
        ]

    class PersonalData(personal.Declared):
        """Not tracked by history: what is erased here is gone."""

        purpose = "to know who signs in and acts for a partner of the network"
        basis = personal.TASK
        retention = "until the person's last role ends, plus two years for the audit trail"
        erasure = "actions.erase_user: name and address are replaced, events keep a number"
        fields = ("email", "name", "password", "last_login", "date_joined")
        erased = ("email", "name", "password", "last_login")

    impersonal = personal.names("id is_superuser is_active is_system is_demo")

    def __str__(self) -> str:
        return self.name or self.email


@tracked()
class Membership(models.Model):
    """A user holds a role at a partner from one day to another (open: until it is ended)."""

    user = models.ForeignKey(
        User, models.PROTECT, related_name="memberships", verbose_name=_("user")
    )
    role = models.CharField(
        _("role"), max_length=20, choices=[(role.key, role.name) for role in ROLES]
    )
    partner = models.ForeignKey(
        "network.Partner", models.PROTECT, related_name="memberships", verbose_name=_("partner")
    )
    period = DateRangeField(_("period"))

    class PersonalData(personal.Declared):
        """Who held which role stays known by number for as long as the audit trail does."""

        purpose = "to decide what a person may do, and to answer later who was allowed to"
        basis = personal.TASK
        retention = "as long as the audit trail"
        erasure = "actions.erase_user ends open roles; rows keep the user's number"
        fields = ("user", "role", "partner", "period")

    impersonal = personal.names("id")

    class Meta:
        verbose_name = _("membership")
        verbose_name_plural = _("memberships")
        constraints = [
            ExclusionConstraint(
                name="membership_role_held_once_at_a_time",
                expressions=[
                    same_number("user"),
                    same_number("partner"),
                    same_text("role"),
                    ("period", OVERLAPS),
                ],
            ),
            models.CheckConstraint(
                condition=Q(role__in=[role.key for role in ROLES]), name="membership_role_is_known"
            ),
            models.CheckConstraint(
                # Ended on the day it began: empty, and no longer held on any day.
                condition=Q(period__startswith__isnull=False) | Q(period__isempty=True),
                name="membership_has_a_beginning",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user_id}: {self.role} @ {self.partner_id}"
