"""Rooms, machines and opening hours. Whatever is booked is one of them, by number and not by name.

That a machine's room is of the machine's own incubator is held by a key of two columns (migration
0003), because such a key is what neither Django nor a check constraint can say.
"""

from typing import Any

import pgtrigger
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from ligzda.kernel import personal
from ligzda.kernel.models import tracked
from ligzda.kernel.texts import TextField, no_text
from ligzda.network.models import Municipality

MINUTES = 5
"""Hours and pauses are whole steps of so many minutes, so that what is free begins at one."""


class OfAnIncubator:
    """What belongs to an incubator is confined to its municipality (kernel/confined.py)."""

    confined_by = "incubator__municipality"
    incubator: Any

    @property
    def municipality(self) -> Municipality:
        """Whose it is: who reads the audit trail's events about it."""
        found: Municipality = self.incubator.municipality
        return found


@tracked()
class Room(OfAnIncubator, models.Model):
    """A room of an incubator, with the bench places that are numbered in it."""

    incubator = models.ForeignKey(
        "incubators.Incubator", models.PROTECT, related_name="rooms", verbose_name=_("incubator")
    )
    building = models.ForeignKey(
        "incubators.Building",
        models.PROTECT,
        related_name="rooms",
        verbose_name=_("building"),
    )
    name = models.CharField(_("name of the room"), max_length=80)
    floor = models.SmallIntegerField(_("floor"), default=1)
    places = models.PositiveSmallIntegerField(_("numbered bench places"), default=0)
    step_free = models.BooleanField(_("reached without a step"), default=False)
    access = models.CharField(
        _("accessibility"),
        max_length=300,
        blank=True,
        help_text=_("Width of the door, height of the tables, where the accessible toilet is …"),
    )

    PersonalData = None
    impersonal = personal.names("id incubator building name floor places step_free access")

    class Meta:
        verbose_name = _("room")
        verbose_name_plural = _("rooms")
        ordering = ["floor", "name"]
        constraints = [
            models.UniqueConstraint(fields=["incubator", "name"], name="room_name_once"),
            models.CheckConstraint(condition=~Q(name=""), name="room_has_a_name"),
            models.CheckConstraint(
                condition=Q(places__lte=200), name="room_has_at_most_200_places"
            ),
        ]
        triggers = [
            pgtrigger.Trigger(
                name="lies_on_a_floor_of_its_building",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert | pgtrigger.UpdateOf("floor", "building_id"),  # type: ignore[no-untyped-call]
                # FOR SHARE: a building that loses the floor at this moment waits.
                func="""
                    PERFORM 1 FROM incubators_building WHERE id = NEW.building_id
                        AND NEW.floor NOT BETWEEN lowest_floor AND highest_floor FOR SHARE;
                    IF FOUND THEN
                        RAISE EXCEPTION 'a room lies on a floor of its building'
                            USING ERRCODE = 'check_violation';
                    END IF;
                    RETURN NEW;
                """,
            )
        ]

    def __str__(self) -> str:
        return self.name


@tracked()
class Equipment(OfAnIncubator, models.Model):
    """A machine. Its name is unique in its incubator; what is booked is the machine, not its name.

    A price is written off in equal parts over `life_months`.
    """

    class Condition(models.TextChoices):
        """How it is."""

        GOOD = "good", _("in good order")
        WORN = "worn", _("worn, but works")
        REPAIR = "repair", _("under repair")

    incubator = models.ForeignKey(
        "incubators.Incubator",
        models.PROTECT,
        related_name="equipment",
        verbose_name=_("incubator"),
    )
    name = models.CharField(_("name of the machine"), max_length=80)
    room = models.ForeignKey(Room, models.PROTECT, related_name="equipment", verbose_name=_("room"))
    condition = models.CharField(
        _("condition"), max_length=6, choices=Condition.choices, default=Condition.GOOD
    )
    dangerous = models.BooleanField(
        _("dangerous: used only with an instructor beside"), default=False
    )
    needs_authorisation = models.BooleanField(_("only for who has learnt it"), default=False)
    idle_months = models.PositiveSmallIntegerField(
        _("months without use after which it is learnt anew"),
        null=True,
        blank=True,
        help_text=_("Left empty: a right does not lapse by disuse."),
    )
    minutes_before = models.PositiveSmallIntegerField(_("minutes to make ready"), default=0)
    minutes_after = models.PositiveSmallIntegerField(_("minutes to clean up"), default=0)
    bought_on = models.DateField(_("bought on"), null=True, blank=True)
    price = models.DecimalField(
        _("price, EUR"), max_digits=10, decimal_places=2, null=True, blank=True
    )
    life_months = models.PositiveSmallIntegerField(
        _("written off over so many months"), null=True, blank=True
    )
    retired_on = models.DateField(_("taken out of use on"), null=True, blank=True)
    serial_number = models.CharField(_("serial number"), max_length=60, blank=True)
    safety_rules = TextField(
        _("safety rules"),
        max_length=4000,
        blank=True,
        default=no_text,
        help_text=_("What to wear, what never to do, what to do when it goes wrong."),
    )

    PersonalData = None
    impersonal = personal.names(
        "id incubator name room condition dangerous needs_authorisation idle_months minutes_before "
        "minutes_after bought_on price life_months retired_on serial_number safety_rules"
    )

    class Meta:
        verbose_name = _("machine")
        verbose_name_plural = _("machines")
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(fields=["incubator", "name"], name="equipment_name_once"),
            models.CheckConstraint(condition=~Q(name=""), name="equipment_has_a_name"),
            models.CheckConstraint(
                condition=Q(condition__in=["good", "worn", "repair"]),
                name="equipment_condition_is_known",
            ),
            models.CheckConstraint(
                condition=Q(minutes_before__in=range(0, 125, MINUTES))
                & Q(minutes_after__in=range(0, 125, MINUTES)),
                name="equipment_pauses_are_whole_steps",
            ),
            models.CheckConstraint(
                condition=Q(idle_months__isnull=True)
                | Q(needs_authorisation=True, idle_months__gte=1, idle_months__lte=60),
                name="equipment_lapses_only_where_it_needs_a_right",
            ),
            models.CheckConstraint(
                condition=Q(price__isnull=True, life_months__isnull=True)
                | Q(price__gte=0, life_months__gte=1, bought_on__isnull=False),
                name="equipment_price_says_when_and_how_long",
            ),
            models.CheckConstraint(
                condition=Q(retired_on__isnull=True)
                | Q(bought_on__isnull=True)
                | Q(retired_on__gte=F("bought_on")),
                name="equipment_retired_after_it_was_bought",
            ),
        ]
        triggers = [
            pgtrigger.Trigger(
                name="keeps_its_conditions",
                when=pgtrigger.After,
                operation=pgtrigger.Insert | pgtrigger.UpdateOf("condition"),  # type: ignore[no-untyped-call]
                # upkeep.models.ConditionSpan
                declare=[("moment", "timestamptz := clock_timestamp()")],
                func="""
                    IF TG_OP = 'UPDATE' THEN
                        IF NEW.condition = OLD.condition THEN RETURN NULL; END IF;
                        UPDATE incubators_conditionspan SET ends = moment
                            WHERE equipment_id = NEW.id AND ends IS NULL;
                    END IF;
                    INSERT INTO incubators_conditionspan (equipment_id, condition, begins, reason)
                        VALUES (NEW.id, NEW.condition, moment, '');
                    RETURN NULL;
                """,
            )
        ]

    def __str__(self) -> str:
        return self.name


@tracked()
class OpeningHours(OfAnIncubator, models.Model):
    """When an incubator is open on a day of the week: no row, closed."""

    class Weekday(models.IntegerChoices):
        """As ISO 8601 counts them."""

        MONDAY = 1, _("Monday")
        TUESDAY = 2, _("Tuesday")
        WEDNESDAY = 3, _("Wednesday")
        THURSDAY = 4, _("Thursday")
        FRIDAY = 5, _("Friday")
        SATURDAY = 6, _("Saturday")
        SUNDAY = 7, _("Sunday")

    incubator = models.ForeignKey(
        "incubators.Incubator", models.PROTECT, related_name="hours", verbose_name=_("incubator")
    )
    weekday = models.PositiveSmallIntegerField(_("day of the week"), choices=Weekday.choices)
    opens = models.TimeField(_("opens"))
    closes = models.TimeField(_("closes"))

    PersonalData = None
    impersonal = personal.names("id incubator weekday opens closes")

    class Meta:
        verbose_name = _("opening hours")
        verbose_name_plural = _("opening hours")
        ordering = ["weekday"]
        constraints = [
            models.UniqueConstraint(fields=["incubator", "weekday"], name="hours_once_a_weekday"),
            models.CheckConstraint(
                condition=Q(weekday__gte=1, weekday__lte=7), name="hours_weekday_is_known"
            ),
            models.CheckConstraint(
                condition=Q(opens__lt=F("closes")), name="hours_open_then_close"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_weekday_display()} {self.opens:%H:%M}–{self.closes:%H:%M}"


@tracked()
class SpecialDay(OfAnIncubator, models.Model):
    """A day with hours of its own, or closed; it stands above weekday, holiday and moved day."""

    incubator = models.ForeignKey(
        "incubators.Incubator",
        models.PROTECT,
        related_name="special_days",
        verbose_name=_("incubator"),
    )
    day = models.DateField(_("day"))
    opens = models.TimeField(_("opens"), null=True, blank=True)
    closes = models.TimeField(_("closes"), null=True, blank=True)
    reason = models.CharField(_("reason"), max_length=120)

    PersonalData = None
    impersonal = personal.names("id incubator day opens closes reason")

    class Meta:
        verbose_name = _("special day")
        verbose_name_plural = _("special days")
        ordering = ["day"]
        constraints = [
            models.UniqueConstraint(fields=["incubator", "day"], name="special_day_once"),
            models.CheckConstraint(
                condition=Q(opens__isnull=True, closes__isnull=True) | Q(opens__lt=F("closes")),
                name="special_day_open_then_close",
            ),
            models.CheckConstraint(condition=~Q(reason=""), name="special_day_says_why"),
        ]

    def __str__(self) -> str:
        return f"{self.day}: {self.reason}"
