"""The log of support. Attendance of a group session is a row of it: there is no second list."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from ligzda.kernel import personal
from ligzda.kernel.models import tracked
from ligzda.kernel.sealed import SealedText
from ligzda.people.confining import OF_A_PERSON
from ligzda.people.keys import OfPerson
from ligzda.people.person_models import DARK, KEEP, Person
from ligzda.people.stays.models import Stay
from ligzda.people.stays.within import within_its_stay

MOST_MINUTES = 720


class Mode(models.TextChoices):
    """How a service reached somebody."""

    ONE = "one", _("one to one")
    GROUP = "group", _("in a group")
    PHONE = "phone", _("by telephone")
    ONLINE = "online", _("online")


@tracked()
class Delivery(OfPerson):
    """A service that was given to somebody on a day – or was not, because they did not come.

    `group`: rows of one session share it. `reference`: how the municipality's own list names the
    row; a list that is imported twice adds nothing the second time.
    """

    person = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name=_("person"))
    municipality = models.ForeignKey(
        "network.Municipality", models.PROTECT, related_name="+", verbose_name=_("municipality")
    )
    stay = models.ForeignKey(
        Stay, models.PROTECT, related_name="deliveries", verbose_name=_("stay")
    )
    service = models.CharField(_("service"), max_length=20)
    day = models.DateField(_("day"))
    minutes = models.PositiveSmallIntegerField(_("minutes"))
    mode = models.CharField(_("mode"), max_length=6, choices=Mode)
    planned = models.BooleanField(_("planned"), default=True)
    no_show = models.BooleanField(_("did not come"), default=False)
    group = models.UUIDField(_("group session"), null=True)
    reference = models.CharField(_("number in your list"), max_length=20, blank=True, default="")
    note = SealedText(_("note"), most=600)
    given_by = models.ForeignKey(
        "network.User", models.PROTECT, related_name="+", verbose_name=_("written by")
    )

    confined_by = OF_A_PERSON

    class PersonalData(personal.Declared):
        """Service, day and minutes are counted; the note is sealed."""

        purpose = "to know which support was given, and what it cost"
        basis = personal.TASK
        retention = KEEP
        erasure = DARK
        fields = (
            "person", "stay", "service", "day", "minutes", "mode", "planned", "no_show", "note",
            "given_by",
        )  # fmt: skip
        erased = ("note",)

    impersonal = personal.names("id municipality group reference sealed_as")

    class Meta:
        verbose_name = _("support given")
        verbose_name_plural = _("support given")
        indexes: ClassVar = [
            models.Index(fields=["stay", "-day"], name="people_support_of_a_stay"),
            models.Index(fields=["municipality", "-day"], name="people_support_of_a_place"),
        ]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["group", "person"], name="support_once_a_person_in_a_session"
            ),
            models.UniqueConstraint(
                fields=["municipality", "reference"],
                condition=~Q(reference=""),
                name="support_reference_once_in_a_municipality",
            ),
            models.CheckConstraint(
                condition=Q(no_show=True, minutes=0)
                | Q(no_show=False, minutes__gte=1, minutes__lte=MOST_MINUTES),
                name="support_takes_minutes_unless_nobody_came",
            ),
            models.CheckConstraint(
                condition=Q(mode__in=Mode.values) & ~Q(service=""),
                name="support_service_and_mode_are_known",
            ),
        ]
        triggers: ClassVar = [within_its_stay('NEW."day"')]

    def __str__(self) -> str:
        return f"P-{self.person_id}: {self.service}, {self.day:%d.%m.%Y}"
