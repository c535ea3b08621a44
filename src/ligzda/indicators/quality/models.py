"""What the checks found, what of it was accepted and until when, and how timely records come."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from ligzda.kernel import personal
from ligzda.kernel.models import tracked
from ligzda.people.confining import OF_A_MUNICIPALITY


class Severity(models.TextChoices):
    """How bad it is."""

    ERROR = "error", _("error")
    WARNING = "warning", _("warning")
    INFORMATION = "information", pgettext_lazy("severity", "information")


class QualityFinding(models.Model):
    """A row that a version of a check finds, from the first day on which it did.

    Written by the nightly job alone. It closes by itself, on the day when it is found no more.
    """

    check_code = models.CharField(_("check"), max_length=40)
    version = models.PositiveSmallIntegerField(_("version"))
    row = models.CharField(_("row"), max_length=60)
    municipality = models.ForeignKey(
        "network.Municipality", models.PROTECT, related_name="+", verbose_name=_("municipality")
    )
    incubator = models.CharField(_("incubator"), max_length=60, blank=True, default="")
    stay = models.BigIntegerField(_("number of the stay"), null=True)
    severity = models.CharField(_("severity"), max_length=11, choices=Severity)
    day = models.DateField(_("day"))
    values = models.JSONField(_("values of the row"), default=dict)
    found_on = models.DateField(_("found on"))
    seen_on = models.DateField(_("seen last on"))
    due_on = models.DateField(_("to be mended by"))
    closed_on = models.DateField(_("closed on"), null=True)

    confined_by = OF_A_MUNICIPALITY

    class PersonalData(personal.Declared):
        """Dates and codes of a numbered row: they follow from the records, and go with them."""

        purpose = "to mend what is wrong in the records, in time"
        basis = personal.TASK
        retention = "as long as the record that it is about"
        erasure = "codes and days of a number stay, as in the record itself"
        fields = ("row", "stay", "day", "values")

    impersonal = personal.names(
        "id check_code version municipality incubator severity found_on seen_on due_on closed_on"
    )

    class Meta:
        verbose_name = _("finding")
        verbose_name_plural = _("findings")
        ordering: ClassVar = ["due_on", "id"]
        indexes: ClassVar = [
            models.Index(
                fields=["municipality", "severity", "check_code"],
                condition=Q(closed_on__isnull=True),
                name="indicators_open_findings",
            )
        ]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["check_code", "version", "row"], name="quality_finding_once"
            ),
            models.CheckConstraint(
                condition=Q(severity__in=Severity.values), name="quality_severity_is_known"
            ),
            models.CheckConstraint(
                condition=Q(found_on__gte=F("day"), seen_on__gte=F("found_on")),
                name="quality_finding_is_not_of_the_future",
            ),
            models.CheckConstraint(
                condition=Q(due_on__gte=F("found_on")), name="quality_finding_is_due_later"
            ),
            models.CheckConstraint(
                condition=Q(closed_on__isnull=True) | Q(closed_on__gte=F("found_on")),
                name="quality_finding_closes_after_it_was_found",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.check_code} {self.row}"


@tracked()
class Acceptance(models.Model):
    """Somebody says why a finding may stand, until a day; then it is open again."""

    finding = models.ForeignKey(
        QualityFinding, models.CASCADE, related_name="acceptances", verbose_name=_("finding")
    )
    municipality = models.ForeignKey("network.Municipality", models.PROTECT, related_name="+")
    reason = models.CharField(_("reason"), max_length=300)
    accepted_on = models.DateField(_("accepted on"))
    accepted_by = models.ForeignKey(
        "network.User", models.PROTECT, related_name="+", verbose_name=_("accepted by")
    )
    until = models.DateField(_("until"))

    confined_by = OF_A_MUNICIPALITY

    class PersonalData(personal.Accountability):
        """Who accepted it, and the reason in their words."""

        purpose = "to answer why a finding stands, who said so and until when"
        retention = personal.WITH_THE_TRIAL
        fields = ("accepted_by", "reason")

    impersonal = personal.names("id finding municipality accepted_on until")

    class Meta:
        verbose_name = _("acceptance")
        verbose_name_plural = _("acceptances")
        ordering: ClassVar = ["-accepted_on", "-id"]
        indexes: ClassVar = [
            models.Index(fields=["municipality", "until"], name="indicators_accepted_until")
        ]
        constraints: ClassVar = [
            models.CheckConstraint(condition=~Q(reason=""), name="acceptance_says_why"),
            models.CheckConstraint(
                condition=Q(until__gte=F("accepted_on")), name="acceptance_ends_after_it_begins"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.finding_id}: {self.until:%Y-%m-%d}"


class QualityMeasure(models.Model):
    """Of an incubator: how many records of a kind, how many in time, days until they came in."""

    municipality = models.ForeignKey("network.Municipality", models.PROTECT, related_name="+")
    incubator = models.CharField(_("incubator"), max_length=60)
    kind = models.CharField(_("kind"), max_length=12)
    counted = models.PositiveIntegerField(_("how many"))
    done = models.PositiveIntegerField(_("how many are done"))
    median_days = models.PositiveIntegerField(_("median, days"), null=True)
    ninth_days = models.PositiveIntegerField(_("90 %, days"), null=True)
    measured_on = models.DateField(_("as of"))

    confined_by = OF_A_MUNICIPALITY
    PersonalData = None
    impersonal = personal.names(
        "id municipality incubator kind counted done median_days ninth_days measured_on"
    )

    class Meta:
        verbose_name = _("measure of data quality")
        verbose_name_plural = _("measures of data quality")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["incubator", "kind"], name="quality_measured_once"),
            models.CheckConstraint(
                condition=Q(done__lte=F("counted")), name="quality_done_are_counted"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.incubator}: {self.kind}"


class QualityCount(models.Model):
    """Open findings of a check in a municipality as the night left them, accepted ones included.

    A board that counted the findings themselves would walk over a million of them for each look.
    """

    municipality = models.ForeignKey("network.Municipality", models.PROTECT, related_name="+")
    check_code = models.CharField(_("check"), max_length=40)
    open = models.PositiveIntegerField(_("open"))
    late = models.PositiveIntegerField(_("late"))
    counted_on = models.DateField(_("as of"))

    confined_by = OF_A_MUNICIPALITY
    PersonalData = None
    impersonal = personal.names("id municipality check_code open late counted_on")

    class Meta:
        verbose_name = _("count of findings")
        verbose_name_plural = _("counts of findings")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["municipality", "check_code"], name="quality_counted_once"
            ),
            models.CheckConstraint(condition=Q(late__lte=F("open")), name="quality_late_are_open"),
        ]

    def __str__(self) -> str:
        return f"{self.check_code}: {self.open}"
