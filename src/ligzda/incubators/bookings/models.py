"""Bookings, and the one table of whatever takes time and place.

`Occupation` has the constraint: what it holds cannot overlap, whatever the code does. A booking has
one of its thing and, where an instructor stands by, one of theirs. That both stand or fall with the
booking, and belong to its incubator, is held by keys of two columns (migration 0003).
"""

import datetime
from typing import Any

import pgtrigger
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.functions import RandomUUID
from django.db import models
from django.db.models import Case, F, Func, Q, When
from django.db.models.functions import Cast, Now
from django.utils.translation import gettext_lazy as _

from ligzda.incubators.places.models import OfAnIncubator
from ligzda.kernel import personal
from ligzda.kernel.models import OVERLAPS, tracked

KINDS = 3


def number_of(field: str, value: Any) -> int:
    """Return the one number under which a machine, a room or an instructor is occupied."""
    return int(value) * KINDS + ("equipment_id", "room_id", "instructor_id").index(field)


def _number() -> Case:
    """Compute in the database what `number_of` computes."""
    return Case(
        *(
            When(
                Q(**{f"{name}__isnull": False}),
                then=Cast(F(name), models.BigIntegerField()) * 3 + place,
            )
            for place, name in enumerate(("equipment", "room", "instructor"))
        )
    )


def _same_thing() -> tuple[Func, str]:
    """Return the part of the constraint that says "the same thing" (ADR 0030: no btree_gist)."""
    return Func(_number(), _number(), models.Value("[]"), function="int8range"), OVERLAPS


def _same_place() -> tuple[Func, str]:
    """Return the part that says "the same bench place".

    A range without ends holds every number: a room that is taken whole has no place, and overlaps
    each of its places.
    """
    return Func(F("place"), F("place"), models.Value("[]"), function="int4range"), OVERLAPS


def _same_time() -> tuple[Func, str]:
    return Func(F("begins"), F("ends"), function="tstzrange"), OVERLAPS


@tracked()
class Booking(OfAnIncubator, models.Model):
    """Somebody uses a machine, a bench place or a room from one hour to another."""

    incubator = models.ForeignKey(
        "incubators.Incubator", models.PROTECT, related_name="bookings", verbose_name=_("incubator")
    )
    begins = models.DateTimeField(_("begins"))
    ends = models.DateTimeField(_("ends"))
    purpose = models.CharField(_("what for"), max_length=120)
    stands = models.BooleanField(_("stands"), default=True)
    booked_by = models.ForeignKey(
        "network.User", models.PROTECT, related_name="bookings", verbose_name=_("booked by")
    )
    booked_at = models.DateTimeField(_("booked at"), auto_now_add=True)
    checked_in_at = models.DateTimeField(_("said “I am here” at"), null=True, blank=True)
    released_at = models.DateTimeField(_("released, for nobody came, at"), null=True, blank=True)
    # As a calendar knows it (RFC 5545, 3.8.4.7, 3.8.7.4 and 3.8.7.3); the trigger counts.
    uid = models.UUIDField(_("identifier in calendars"), editable=False, db_default=RandomUUID())
    sequence = models.PositiveIntegerField(_("revision"), editable=False, db_default=0)
    changed_at = models.DateTimeField(_("changed at"), editable=False, db_default=Now())
    # None: whoever booked works there themselves.
    used_by = models.ForeignKey(
        "network.User",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("for whom"),
    )

    class PersonalData(personal.Declared):
        """What for is about the work; the form asks for no name."""

        purpose = "to keep a machine, a bench or a room free for who works there"
        basis = personal.TASK
        retention = personal.WITH_THE_TRIAL
        erasure = personal.NUMBER_STAYS
        fields = (
            "booked_by", "used_by", "begins", "ends", "booked_at", "checked_in_at", "released_at",
            "changed_at",
        )  # fmt: skip

    impersonal = personal.names("id incubator purpose stands uid sequence")

    class Meta:
        verbose_name = _("booking")
        verbose_name_plural = _("bookings")
        indexes = [models.Index(fields=["booked_by", "ends"], name="booking_by_person")]
        constraints = [
            models.CheckConstraint(condition=Q(begins__lt=F("ends")), name="booking_ends_later"),
            models.CheckConstraint(condition=~Q(purpose=""), name="booking_says_what_for"),
            models.CheckConstraint(
                condition=Q(released_at__isnull=True) | Q(stands=False, checked_in_at__isnull=True),
                name="booking_released_is_of_nobody_who_came",
            ),
        ]
        triggers = [
            pgtrigger.Trigger(
                name="counts_changes",
                when=pgtrigger.Before,
                operation=pgtrigger.Update,
                condition=pgtrigger.AnyChange(exclude=["sequence", "changed_at"]),
                func="""
                    NEW.changed_at = now();
                    NEW.sequence = OLD.sequence + (
                        (OLD.begins, OLD.ends, OLD.stands)
                        IS DISTINCT FROM (NEW.begins, NEW.ends, NEW.stands)
                    )::int;
                    RETURN NEW;
                """,
            )
        ]

    def __str__(self) -> str:
        return f"{self.begins:%Y-%m-%d %H:%M}: {self.purpose}"

    @property
    def worker(self) -> Any:
        """Who works in these hours."""
        return self.used_by or self.booked_by

    def is_of(self, person: object) -> bool:
        """Whether somebody has made it, or it was made for them."""
        number = getattr(person, "pk", None)
        return number is not None and number in (self.booked_by_id, self.used_by_id)


@tracked()
class Occupation(OfAnIncubator, models.Model):
    """A machine, a bench place, a whole room or an instructor is taken, pauses included.

    `place` None: a room is taken whole. Begin and end are columns of their own, for the database
    may look up by them before it has asked whose row it is; an operator on ranges it may not
    (row-level security lets only what cannot tell of a row act first).

    `held_for`: what a room above takes it for, under a name of its own (`bookings.holding`).
    """

    class Kind(models.TextChoices):
        """Why."""

        BOOKING = "booking", _("booking")
        MAINTENANCE = "maintenance", _("maintenance")
        BLOCK = "block", _("closed off")
        OFFER = "offer", _("kept for who waits")
        SESSION = "session", _("session of a course")

    incubator = models.ForeignKey(
        "incubators.Incubator", models.PROTECT, related_name="+", verbose_name=_("incubator")
    )
    kind = models.CharField(_("kind"), max_length=11, choices=Kind.choices)
    booking = models.ForeignKey(
        Booking,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="occupations",
        verbose_name=_("booking"),
    )
    waiting = models.ForeignKey(
        "incubators.Waiting",
        models.CASCADE,
        null=True,
        blank=True,
        related_name="occupations",
        verbose_name=_("kept for"),
    )
    equipment = models.ForeignKey(
        "incubators.Equipment",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="occupations",
        verbose_name=_("machine"),
    )
    room = models.ForeignKey(
        "incubators.Room",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="occupations",
        verbose_name=_("room"),
    )
    place = models.PositiveSmallIntegerField(_("bench place"), null=True, blank=True)
    instructor = models.ForeignKey(
        "network.User",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("instructor"),
    )
    begins = models.DateTimeField(_("begins"))
    ends = models.DateTimeField(_("ends"))
    stands = models.BooleanField(_("stands"), default=True)
    reason = models.CharField(_("reason"), max_length=120, blank=True)
    held_for = models.CharField(_("what holds it"), max_length=40, blank=True, default="")

    class PersonalData(personal.Accountability):
        """Which instructor stands by."""

        purpose = "to keep an instructor free for who works at a dangerous machine"
        retention = personal.WITH_THE_TRIAL
        fields = ("instructor",)

    impersonal = personal.names(
        "id incubator kind booking waiting equipment room place begins ends stands reason held_for"
    )

    class Meta:
        verbose_name = _("occupation")
        verbose_name_plural = _("occupations")
        indexes = [
            models.Index(
                fields=["incubator", "begins", "ends"],
                condition=Q(stands=True),
                name="occupation_of_a_week",
            ),
            models.Index(
                fields=["held_for"], condition=~Q(held_for=""), name="occupation_by_what_holds_it"
            ),
        ]
        constraints = [
            ExclusionConstraint(
                name="occupation_overlaps_none",
                expressions=[_same_thing(), _same_place(), _same_time()],
                condition=Q(stands=True),
            ),
            models.CheckConstraint(
                condition=Q(equipment__isnull=False, room__isnull=True, instructor__isnull=True)
                | Q(equipment__isnull=True, room__isnull=False, instructor__isnull=True)
                | Q(equipment__isnull=True, room__isnull=True, instructor__isnull=False),
                name="occupation_is_of_one_thing",
            ),
            models.CheckConstraint(
                condition=Q(place__isnull=True) | Q(place__gte=1, room__isnull=False),
                name="occupation_place_is_in_a_room",
            ),
            models.CheckConstraint(
                condition=Q(begins__lt=F("ends"))
                & Q(ends__lte=F("begins") + datetime.timedelta(days=31)),
                name="occupation_lasts_at_most_31_days",
            ),
            models.CheckConstraint(
                condition=Q(kind="booking", booking__isnull=False, waiting__isnull=True)
                | Q(kind="offer", booking__isnull=True, waiting__isnull=False)
                | (
                    (Q(kind__in=["maintenance", "block"]) | Q(kind="session") & ~Q(held_for=""))
                    & Q(booking__isnull=True, waiting__isnull=True)
                    & ~Q(reason="")
                ),
                name="occupation_is_booked_or_says_why",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.begins:%Y-%m-%d %H:%M}"
