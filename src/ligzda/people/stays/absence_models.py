"""Days of a stay on which somebody is not there."""

import datetime
from typing import ClassVar

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from ligzda.kernel import personal
from ligzda.kernel.models import OVERLAPS, same_number, tracked
from ligzda.people.confining import OF_A_PERSON
from ligzda.people.person_models import KEEP, Person
from ligzda.people.stays.models import Stay
from ligzda.people.stays.within import within_its_stay


class AbsenceKind(models.TextChoices):
    """Why somebody is not there. Illness is no kind: it would be data of health (GDPR Art. 9)."""

    EXCUSED = "excused", _("excused")
    LEAVE = "leave", _("leave, as agreed")
    PRACTICE = "practice", _("works on trial elsewhere")
    UNEXCUSED = "unexcused", _("without a word")


@tracked()
class Absence(models.Model):
    """Somebody who stays is away from one day to another; open until they come back."""

    person = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name=_("person"))
    municipality = models.ForeignKey(
        "network.Municipality", models.PROTECT, related_name="+", verbose_name=_("municipality")
    )
    stay = models.ForeignKey(Stay, models.PROTECT, related_name="absences", verbose_name=_("stay"))
    period = DateRangeField(_("period"))
    kind = models.CharField(_("kind"), max_length=10, choices=AbsenceKind)

    confined_by = OF_A_PERSON

    class PersonalData(personal.Declared):
        """Days and a kind that tells nothing of health."""

        purpose = "to know who is there, and how much of a stay was used"
        basis = personal.TASK
        retention = KEEP
        erasure = "the person's number stays, and leads to nobody"
        fields = ("person", "period", "kind")

    impersonal = personal.names("id municipality stay")

    class Meta:
        verbose_name = _("absence")
        verbose_name_plural = _("absences")
        constraints: ClassVar = [
            ExclusionConstraint(
                name="absence_one_at_a_time",
                expressions=[same_number("stay"), ("period", OVERLAPS)],
            ),
            models.CheckConstraint(
                condition=Q(period__startswith__isnull=False, period__isempty=False),
                name="absence_has_a_first_day",
            ),
            models.CheckConstraint(
                condition=Q(kind__in=AbsenceKind.values), name="absence_kind_is_known"
            ),
        ]
        triggers: ClassVar = [within_its_stay("NEW.period")]

    def __str__(self) -> str:
        return f"P-{self.person_id}: {self.kind}, {self.period.lower:%d.%m.%Y}"

    @property
    def last(self) -> datetime.date | None:
        """The last day away, where it is known."""
        return self.period.upper - datetime.timedelta(days=1) if self.period.upper else None
