"""An edition: its canonical text, the files beside it, and its line in the log."""

from typing import ClassVar

import pgtrigger
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from ligzda.kernel import personal
from ligzda.kernel.models import Fixed, hash_of

_FOLLOWS = """
    IF NEW.line <> format(
            '{"date":"%s","number":%s,"previous":"%s","sha256":"%s"}',
            to_char(NEW.date, 'YYYY-MM-DD'), NEW.number, NEW.previous, NEW.sha256)
        OR NEW.number <> 1 + (
            SELECT count(*) FROM methodology_publishededition
            WHERE published_at IS NOT NULL AND id <> NEW.id)
        OR NEW.previous <> coalesce((
            SELECT line_sha256 FROM methodology_publishededition
            WHERE published_at IS NOT NULL AND number = NEW.number - 1), repeat('0', 64))
    THEN
        RAISE EXCEPTION 'an edition follows from the log' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
"""


class PublishedEdition(models.Model):
    """An edition, a draft until another person publishes it; what it says is fixed at once.

    `content`: edition.json; `files`: cells and plans beside it, by name; `line`: its line in the
    log, empty while it is a draft; `previous`: hash of the line before.
    """

    number = models.PositiveSmallIntegerField(_("number"), unique=True)
    date = models.DateField(_("date"))
    content = models.TextField("edition.json")
    sha256 = models.CharField("SHA-256", max_length=64)
    files = models.JSONField(_("files"), default=dict, blank=True)
    previous = models.CharField(_("SHA-256 of the log's line before"), max_length=64)
    line = models.CharField(_("line of the log"), max_length=300, blank=True)
    line_sha256 = models.CharField(_("SHA-256 of the line"), max_length=64, blank=True)
    prepared_at = models.DateTimeField(_("prepared at"))
    prepared_by = models.ForeignKey(
        "network.User", models.PROTECT, related_name="+", verbose_name=_("prepared by")
    )
    published_at = models.DateTimeField(_("published at"), null=True, blank=True)
    published_by = models.ForeignKey(
        "network.User",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("published by"),
    )

    confined_by = None  # published to everybody

    class PersonalData(personal.Accountability):
        """Who prepared it, and who published it."""

        purpose = "to say who prepared an edition, and that another person published it"
        retention = personal.WITH_THE_TRIAL
        fields = ("prepared_by", "published_by")

    impersonal = personal.names(
        "id number date content sha256 files previous line line_sha256 prepared_at published_at"
    )

    class Meta:
        verbose_name = _("edition")
        verbose_name_plural = _("editions")
        ordering: ClassVar = ["-number"]
        triggers: ClassVar[list[pgtrigger.Trigger]] = [
            Fixed(
                name="edition_stays_as_prepared",
                exclude=["line", "line_sha256", "published_at", "published_by"],
                sentence="edition_stays_as_prepared",
            ),
            pgtrigger.Protect(
                name="edition_published_stays",
                operation=pgtrigger.Update | pgtrigger.Delete,
                condition=pgtrigger.Q(old__published_at__isnull=False),
            ),
            pgtrigger.Trigger(
                name="edition_follows_the_log",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert | pgtrigger.Update,
                condition=pgtrigger.Q(new__published_at__isnull=False),
                func=_FOLLOWS,
            ),
        ]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(sha256=hash_of("content")), name="edition_hash_is_of_its_content"
            ),
            models.CheckConstraint(
                condition=Q(line="", line_sha256="") | Q(line_sha256=hash_of("line")),
                name="edition_hash_is_of_its_line",
            ),
            models.CheckConstraint(
                condition=Q(published_at__isnull=True, published_by__isnull=True, line="")
                | Q(published_at__isnull=False, published_by__isnull=False) & ~Q(line=""),
                name="edition_published_has_its_line",
            ),
            models.CheckConstraint(
                condition=Q(published_by__isnull=True) | ~Q(published_by=F("prepared_by")),
                name="edition_published_by_another",
            ),
        ]

    def __str__(self) -> str:
        return str(self.number)
