"""Blocks, their versions, what is said beside them, who is where; references and the glossary."""

from typing import Any, ClassVar

import pgtrigger
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from ligzda.kernel import personal
from ligzda.kernel.models import Fixed
from ligzda.kernel.texts import TextField, no_text


def _by(label: Any, **more: Any) -> models.ForeignKey[Any, Any]:
    return models.ForeignKey(
        "network.User", models.PROTECT, related_name="+", verbose_name=label, **more
    )


def _intake(related_name: str) -> models.ForeignKey[Any, Any]:
    return models.ForeignKey(
        "methodology.DocxIntake", models.PROTECT, related_name=related_name, null=True, blank=True,
        verbose_name=_("file that it came in"),
    )  # fmt: skip


class DocumentBlock(models.Model):
    """A place in the document: prose that is typed, or a claim or recommendation that is drawn.

    `about`: number of the claim or recommendation; a chart and a table draw the evaluation of a
    claim. What is taken out stays, with its versions.
    """

    class Kind(models.TextChoices):
        """What stands in a block."""

        PROSE = "prose", _("prose")
        CLAIM = "claim", _("claim")
        RECOMMENDATION = "recommendation", _("recommendation")
        CHART = "chart", _("chart of a claim's evaluation")
        TABLE = "table", _("table of a claim's evaluation")

    kind = models.CharField(_("kind"), max_length=14, choices=Kind.choices)
    about = models.PositiveSmallIntegerField(_("number of what is drawn"), null=True, blank=True)
    position = models.PositiveIntegerField(_("position"))
    added_at = models.DateTimeField(_("added at"))
    added_by = _by(_("added by"))
    removed_at = models.DateTimeField(_("taken out at"), null=True, blank=True)

    confined_by = None  # what is written for everybody

    class PersonalData(personal.Accountability):
        """Who added it."""

        purpose = "to say who works on the methodology"
        retention = personal.WITH_THE_TRIAL
        fields = ("added_by",)

    impersonal = personal.names("id kind about position added_at removed_at")

    class Meta:
        verbose_name = _("block of the living document")
        verbose_name_plural = _("blocks of the living document")
        ordering: ClassVar = ["position", "id"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(kind="prose", about__isnull=True)
                | Q(
                    kind__in=["claim", "recommendation", "chart", "table"],
                    about__isnull=False,
                    about__gte=1,
                ),
                name="block_draws_from_something_or_is_prose",
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)


class BlockVersion(models.Model):
    """What a block of prose says, as somebody saved it. It is never changed.

    A language may be empty: it waits to be translated, and no edition is made until it is.
    """

    block = models.ForeignKey(
        DocumentBlock, models.PROTECT, related_name="versions", verbose_name=_("block")
    )
    number = models.PositiveSmallIntegerField(_("version"))
    heading = TextField(_("heading"), max_length=200, blank=True, default=no_text)
    body = TextField(_("text"), max_length=6000, blank=True, default=no_text)
    written_at = models.DateTimeField(_("written at"))
    written_by = _by(_("written by"))

    confined_by = None  # what is written for everybody

    class PersonalData(personal.Accountability):
        """Who wrote it."""

        purpose = "to say who wrote which words of the methodology"
        retention = personal.WITH_THE_TRIAL
        fields = ("written_by",)

    impersonal = personal.names("id block number heading body written_at")

    class Meta:
        verbose_name = _("version of a block")
        verbose_name_plural = _("versions of blocks")
        ordering: ClassVar = ["block", "number"]
        triggers: ClassVar[list[pgtrigger.Trigger]] = [
            pgtrigger.Protect(
                name="block_version_stays", operation=pgtrigger.Update | pgtrigger.Delete
            ),
        ]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["block", "number"], name="block_version_once"),
        ]

    def __str__(self) -> str:
        return f"{self.block_id}.{self.number}"


class BlockComment(models.Model):
    """What somebody says beside a block, until somebody calls it settled.

    What came back in a DOCX (`intake`) was taken in by `written_by` and said by `said_by`, as Word
    has the name, `at_words`; it may answer another.
    """

    block = models.ForeignKey(
        DocumentBlock, models.PROTECT, related_name="comments", verbose_name=_("block")
    )
    text = models.TextField(_("comment"), max_length=2000)
    written_at = models.DateTimeField(_("written at"))
    written_by = _by(_("written by"))
    settled_at = models.DateTimeField(_("settled at"), null=True, blank=True)
    said_by = models.CharField(_("who said it in Word"), max_length=100, blank=True, default="")
    said_at = models.DateTimeField(_("when it was said in Word"), null=True, blank=True)
    at_words = models.CharField(_("at which words"), max_length=300, blank=True, default="")
    answers = models.ForeignKey(
        "self", models.PROTECT, related_name="answered", null=True, blank=True,
        verbose_name=_("comment that it answers"),
    )  # fmt: skip
    intake = _intake("comments")

    confined_by = None  # among those who write the methodology: rules say who reads them

    class PersonalData(personal.Accountability):
        """Who said it: here, or in Word."""

        purpose = "to say who commented on the methodology"
        retention = "as long as the trial's papers; a name from Word while it waits"
        erasure = f"{personal.NUMBER_STAYS}; living.actions.settle empties a name from Word"
        fields = ("written_by", "said_by")
        erased = ("said_by",)

    impersonal = personal.names(
        "id block text written_at settled_at said_at at_words answers intake"
    )

    class Meta:
        verbose_name = _("comment on a block")
        verbose_name_plural = _("comments on blocks")
        ordering: ClassVar = ["id"]
        triggers: ClassVar[list[pgtrigger.Trigger]] = [
            Fixed(
                name="block_comment_stays",
                exclude=["settled_at", "said_by"],
                sentence="block_comment_stays",
            ),
        ]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(said_by="") | Q(settled_at__isnull=True, intake__isnull=False),
                name="word_names_who_commented_while_it_waits",
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)


class Suggestion(models.Model):
    """Other words for a block, made on one of its versions: accepted, refused, or waiting."""

    version = models.ForeignKey(
        BlockVersion, models.PROTECT, related_name="suggestions", verbose_name=_("version")
    )
    heading = TextField(_("heading"), max_length=200, blank=True, default=no_text)
    body = TextField(_("text"), max_length=6000, blank=True, default=no_text)
    why = models.CharField(_("why"), max_length=500, blank=True, default="")
    written_at = models.DateTimeField(_("written at"))
    written_by = _by(_("written by"))
    accepted = models.BooleanField(_("accepted"), null=True, blank=True)
    decided_at = models.DateTimeField(_("decided at"), null=True, blank=True)
    decided_by = _by(_("decided by"), null=True, blank=True)
    said_by = models.CharField(_("who changed it in Word"), max_length=300, blank=True, default="")
    untracked = models.BooleanField(_("changed without tracking"), default=False)
    intake = _intake("suggestions")

    confined_by = None  # among those who write the methodology: rules say who reads them

    class PersonalData(personal.Accountability):
        """Who suggested it, here or in Word, and who decided."""

        purpose = "to say whose words were suggested, and who took them"
        retention = "as long as the trial's papers; a name from Word while it waits"
        erasure = f"{personal.NUMBER_STAYS}; living.actions.decide empties a name from Word"
        fields = ("written_by", "decided_by", "said_by")
        erased = ("said_by",)

    impersonal = personal.names(
        "id version heading body why written_at accepted decided_at untracked intake"
    )

    class Meta:
        verbose_name = _("suggestion for a block")
        verbose_name_plural = _("suggestions for blocks")
        ordering: ClassVar = ["id"]
        triggers: ClassVar[list[pgtrigger.Trigger]] = [
            pgtrigger.Protect(
                name="suggestion_decided_once",
                operation=pgtrigger.Update | pgtrigger.Delete,
                condition=pgtrigger.Q(old__decided_at__isnull=False),
            ),
        ]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(accepted__isnull=True, decided_at__isnull=True, decided_by__isnull=True)
                | Q(accepted__isnull=False, decided_at__isnull=False, decided_by__isnull=False),
                name="suggestion_decided_by_somebody_at_some_time",
            ),
            models.CheckConstraint(
                condition=Q(said_by="") | Q(decided_at__isnull=True, intake__isnull=False),
                name="word_names_who_suggested_while_it_waits",
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)


class Presence(models.Model):
    """Who has a block open to write in it, and when they were last seen there."""

    block = models.ForeignKey(
        DocumentBlock, models.CASCADE, related_name="present", verbose_name=_("block")
    )
    user = models.ForeignKey(
        "network.User", models.CASCADE, related_name="+", verbose_name=_("who")
    )
    seen_at = models.DateTimeField(_("seen at"))

    confined_by = None  # among those who write the methodology: rules say who reads them

    class PersonalData(personal.Accountability):
        """Who has it open."""

        purpose = "to tell writers who else has a block open"
        retention = personal.WITH_THE_TRIAL
        fields = ("user",)

    impersonal = personal.names("id block seen_at")

    class Meta:
        verbose_name = _("who is where")
        verbose_name_plural = _("who is where")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["block", "user"], name="present_once_in_a_block"),
        ]

    def __str__(self) -> str:
        return f"{self.block_id}: {self.user_id}"


class Source(models.Model):
    """A work that the document cites as [@key]: an item of CSL JSON, its DOI where it has one."""

    key = models.SlugField(_("key"), max_length=40, unique=True)
    csl = models.JSONField(_("CSL JSON"))
    doi = models.CharField(_("DOI"), max_length=100, blank=True, default="")
    added_at = models.DateTimeField(_("added at"))
    added_by = _by(_("added by"))

    confined_by = None  # what is written for everybody

    class PersonalData(personal.Accountability):
        """Who added it."""

        purpose = "to say who added a source"
        retention = personal.WITH_THE_TRIAL
        fields = ("added_by",)

    impersonal = personal.names("id key csl doi added_at")

    class Meta:
        verbose_name = _("source")
        verbose_name_plural = _("sources")
        ordering: ClassVar = ["key"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["doi"], condition=~Q(doi=""), name="source_of_a_doi_once"
            ),
            models.CheckConstraint(
                condition=Q(doi="") | Q(doi__regex=r"^10\.[0-9]{4,9}/\S+$"),
                name="source_doi_is_one",
            ),
        ]

    def __str__(self) -> str:
        return str(self.key)


class Term(models.Model):
    """A word of the document and what it means, in each language."""

    word = TextField(_("word"), max_length=100)
    meaning = TextField(_("meaning"), max_length=600)
    added_at = models.DateTimeField(_("added at"))
    added_by = _by(_("added by"))

    confined_by = None  # what is written for everybody

    class PersonalData(personal.Accountability):
        """Who added it."""

        purpose = "to say who explained a word"
        retention = personal.WITH_THE_TRIAL
        fields = ("added_by",)

    impersonal = personal.names("id word meaning added_at")

    class Meta:
        verbose_name = _("word of the glossary")
        verbose_name_plural = _("words of the glossary")
        ordering: ClassVar = ["id"]

    def __str__(self) -> str:
        return str(self.word)
