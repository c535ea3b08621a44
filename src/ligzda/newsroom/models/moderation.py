"""Reports, notices of illegal content, appeals, and bans of persons."""

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ligzda.kernel import personal
from ligzda.network.models import User
from ligzda.newsroom.models.articles import Article
from ligzda.newsroom.models.comments import Comment
from ligzda.newsroom.states import Ground


class Report(models.Model):
    """A reader says that a comment breaks the rules."""

    comment = models.ForeignKey(
        Comment, models.PROTECT, related_name="reports", verbose_name=_("comment")
    )
    at = models.DateTimeField(_("when"), db_default=Now())
    ground = models.CharField(_("which rule"), max_length=10, choices=Ground.choices)
    note = models.CharField(_("note"), max_length=500, blank=True)
    by = models.ForeignKey(User, models.SET_NULL, null=True, related_name="+", verbose_name=_("by"))
    origin = models.CharField(_("pseudonym of the network"), max_length=64, blank=True)

    class PersonalData(personal.Declared):
        """One report a person and comment."""

        purpose = "to have a person look at a comment, and to count each reporter once"
        basis = personal.INTEREST
        retention = "6 months; the network's pseudonym 7 days"
        erasure = "actions.erasing.forget"
        fields = ("by", "origin", "note")
        erased = ("origin", "note")

    impersonal = personal.names("id comment at ground")

    class Meta:
        verbose_name = _("report")
        verbose_name_plural = _("reports")
        constraints = [
            models.UniqueConstraint(fields=["comment", "by"], name="report_once_a_person"),
            models.UniqueConstraint(
                fields=["comment", "origin"],
                condition=Q(by__isnull=True) & ~Q(origin=""),
                name="report_once_a_network",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.comment_id}: {self.ground}"


class Notice(models.Model):
    """A notice of illegal content (Regulation (EU) 2022/2065, Art. 16)."""

    class Outcome(models.TextChoices):
        """What was decided."""

        REMOVED = "removed", _("the comment was removed")
        KEPT = "kept", _("the comment stays")

    comment = models.ForeignKey(
        Comment, models.PROTECT, related_name="notices", verbose_name=_("comment")
    )
    at = models.DateTimeField(_("received"), db_default=Now())
    explanation = models.TextField(_("why it is illegal"), max_length=5000)
    name = models.CharField(_("name"), max_length=120, blank=True)
    email = models.EmailField(_("e-mail address"), blank=True)
    abuse_of_children = models.BooleanField(_("sexual abuse of children"), default=False)
    good_faith = models.BooleanField(_("stated in good faith"))
    language = models.CharField(_("language"), max_length=2)
    receipt = models.CharField(_("hash of the receipt code"), max_length=64, null=True, unique=True)
    origin = models.CharField(_("pseudonym of the network"), max_length=64, blank=True)
    outcome = models.CharField(_("outcome"), max_length=10, choices=Outcome.choices, blank=True)
    answer = models.TextField(_("reasons"), blank=True)
    decided_at = models.DateTimeField(_("decided"), null=True)
    decided_by = models.ForeignKey(
        User, models.PROTECT, null=True, related_name="+", verbose_name=_("decided by")
    )

    class PersonalData(personal.Declared):
        """Art. 16(2)(c) asks for name and address, except for offences against children."""

        purpose = "to confirm, decide and answer a notice"
        basis = "GDPR Art. 6(1)(c) with Regulation (EU) 2022/2065 Art. 16"
        retention = "6 months after the decision; the network's pseudonym 7 days"
        erasure = "actions.erasing.forget"
        fields = ("name", "email", "explanation", "decided_by", "receipt", "origin")
        erased = ("name", "email", "explanation", "receipt", "origin")

    impersonal = personal.names(
        "id comment at abuse_of_children good_faith language outcome answer decided_at"
    )

    class Meta:
        verbose_name = _("notice of illegal content")
        verbose_name_plural = _("notices of illegal content")
        constraints = [
            models.CheckConstraint(condition=Q(good_faith=True), name="notice_in_good_faith"),
            models.CheckConstraint(
                condition=Q(outcome="", decided_at__isnull=True, decided_by__isnull=True)
                | (~Q(outcome="") & Q(decided_at__isnull=False, decided_by__isnull=False)),
                name="notice_decided_by_someone",
            ),
            models.CheckConstraint(
                condition=Q(outcome="") | ~Q(answer=""), name="notice_decision_gives_reasons"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.pk}"


class Appeal(models.Model):
    """An author asks for a second look (once a comment)."""

    comment = models.OneToOneField(
        Comment, models.PROTECT, related_name="appeal", verbose_name=_("comment")
    )
    at = models.DateTimeField(_("when"), db_default=Now())
    text = models.TextField(_("why"), max_length=2000)
    decided_at = models.DateTimeField(_("decided"), null=True)
    decided_by = models.ForeignKey(
        User, models.PROTECT, null=True, related_name="+", verbose_name=_("decided by")
    )
    answer = models.TextField(_("answer"), blank=True)

    class PersonalData(personal.Declared):
        """The author's own words."""

        purpose = "to look again at a decision"
        basis = personal.INTEREST
        retention = "6 months after the decision"
        erasure = "actions.erasing.forget empties the text"
        fields = ("text", "decided_by")
        erased = ("text",)

    impersonal = personal.names("id comment at decided_at answer")

    class Meta:
        verbose_name = _("appeal")
        verbose_name_plural = _("appeals")
        constraints = [
            models.CheckConstraint(
                condition=Q(decided_at__isnull=True, decided_by__isnull=True, answer="")
                | (Q(decided_at__isnull=False, decided_by__isnull=False) & ~Q(answer="")),
                name="appeal_decided_with_an_answer",
            )
        ]

    def __str__(self) -> str:
        return f"{self.comment_id}"


class Ban(models.Model):
    """A person may not comment, for a time: on one article or anywhere.

    The person is known by account, by the pseudonym of their e-mail address, or for a guest
    without one by that of their network (at most until its salt is deleted).
    """

    user = models.ForeignKey(
        User, models.PROTECT, null=True, related_name="+", verbose_name=_("account")
    )
    person = models.CharField(_("pseudonym of the address"), max_length=64, blank=True)
    origin = models.CharField(_("pseudonym of the network"), max_length=64, blank=True)
    comment = models.ForeignKey(
        Comment, models.PROTECT, null=True, related_name="bans", verbose_name=_("because of")
    )
    article = models.ForeignKey(
        Article, models.CASCADE, null=True, related_name="+", verbose_name=_("only on")
    )
    begins = models.DateTimeField(_("from"))
    ends = models.DateTimeField(_("until"))
    ground = models.CharField(_("ground"), max_length=10, choices=Ground.choices)
    statement = models.TextField(_("facts and reasons"))
    by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name=_("by"))
    lifted_at = models.DateTimeField(_("lifted"), null=True)
    lifted_by = models.ForeignKey(
        User, models.PROTECT, null=True, related_name="+", verbose_name=_("lifted by")
    )
    objected_at = models.DateTimeField(_("objected"), null=True)
    objection = models.TextField(_("objection"), max_length=2000, blank=True)
    answered_at = models.DateTimeField(_("answered"), null=True)
    answered_by = models.ForeignKey(
        User, models.PROTECT, null=True, related_name="+", verbose_name=_("answered by")
    )
    answer = models.TextField(_("answer"), max_length=1000, blank=True)

    class PersonalData(personal.Declared):
        """Never an address in the clear."""

        purpose = "to keep a person who broke the rules from commenting, for a time"
        basis = personal.INTEREST
        retention = "6 months after its end"
        erasure = "actions.erasing.forget empties the pseudonyms and the objection"
        fields = (
            "user",
            "person",
            "origin",
            "statement",
            "by",
            "lifted_by",
            "objection",
            "answered_by",
        )
        erased = ("person", "origin", "objection")

    impersonal = personal.names(
        "id comment article begins ends ground lifted_at objected_at answered_at answer"
    )

    class Meta:
        verbose_name = _("ban")
        verbose_name_plural = _("bans")
        constraints = [
            models.CheckConstraint(condition=Q(ends__gt=F("begins")), name="ban_has_an_end"),
            models.CheckConstraint(condition=~Q(statement=""), name="ban_gives_reasons"),
            models.CheckConstraint(
                condition=Q(lifted_at__isnull=True, lifted_by__isnull=True)
                | Q(lifted_at__isnull=False, lifted_by__isnull=False),
                name="ban_lifted_by_someone",
            ),
            models.CheckConstraint(
                condition=Q(answered_at__isnull=True, answered_by__isnull=True, answer="")
                | (
                    Q(objected_at__isnull=False, answered_at__isnull=False)
                    & Q(answered_by__isnull=False)
                    & ~Q(answer="")
                ),
                name="ban_objection_answered_by_someone",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.pk}"

    @property
    def in_force(self) -> bool:
        """Return whether the person is kept from commenting now."""
        return self.lifted_at is None and self.begins <= timezone.now() < self.ends
