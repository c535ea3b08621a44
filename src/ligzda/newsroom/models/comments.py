"""Comments, what happened to each, and whether an article's discussion is open."""

import pgtrigger
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Length, Now
from django.db.models.lookups import LessThanOrEqual
from django.utils.translation import gettext_lazy as _

from ligzda.kernel import personal
from ligzda.network.models import User
from ligzda.newsroom.models.articles import Article
from ligzda.newsroom.states import (
    GONE,
    PUBLIC,
    RESTRICTIONS,
    TABLE,
    Ground,
    Hold,
    State,
    Step,
    moves,
)

DEEPEST = 2
"""Roots are 0: threads are three deep."""
TEXT_LIMIT = 16_000
"""Code points; the rule counts 1,000 characters of at most 16 each (text/check.py)."""


class Discussion(models.Model):
    """Whether an article may be commented. Not part of the article: a revision must not reopen it.

    No row: open.
    """

    class Mode(models.TextChoices):
        """How comments are taken."""

        OPEN = "open", _("open")
        REVIEWED = "reviewed", _("each comment is reviewed before it is shown")
        CLOSED = "closed", _("closed")

    article = models.OneToOneField(
        Article, models.CASCADE, related_name="discussion", verbose_name=_("article")
    )
    mode = models.CharField(_("mode"), max_length=10, choices=Mode.choices)

    PersonalData = None
    impersonal = personal.names("id article mode")

    class Meta:
        verbose_name = _("discussion")
        verbose_name_plural = _("discussions")
        constraints = [
            models.CheckConstraint(
                condition=Q(mode__in=["open", "reviewed", "closed"]),
                name="discussion_mode_is_known",
            )
        ]

    def __str__(self) -> str:
        return f"{self.article_id}: {self.mode}"


class Comment(models.Model):
    """What a reader wrote, and where it is in its life (states.py)."""

    article = models.ForeignKey(
        Article, models.PROTECT, related_name="comments", verbose_name=_("article")
    )
    parent = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        related_name="replies",
        verbose_name=_("answers"),
    )
    root = models.ForeignKey(
        "self", models.PROTECT, null=True, related_name="+", verbose_name=_("thread")
    )
    depth = models.PositiveSmallIntegerField(_("depth"), default=0)

    author = models.ForeignKey(
        User, models.PROTECT, null=True, related_name="comments", verbose_name=_("author")
    )
    name = models.CharField(_("name"), max_length=640)
    email = models.EmailField(_("e-mail address"), blank=True)
    person = models.CharField(_("pseudonym of the address"), max_length=64, blank=True)
    origin = models.CharField(_("pseudonym of the network"), max_length=64, blank=True)
    receipt = models.CharField(_("hash of the receipt code"), max_length=64, null=True, unique=True)
    token = models.UUIDField(_("number of the form"), unique=True)

    text = models.TextField(_("text"))
    html = models.TextField(_("text as shown"))
    words = models.CharField(_("hash of the words"), max_length=64)
    language = models.CharField(_("language of the page"), max_length=2)

    state = models.CharField(_("state"), max_length=10, choices=State.choices)
    held_for = ArrayField(
        models.CharField(max_length=10, choices=Hold.choices),
        default=list,
        verbose_name=_("held for"),
    )
    ground = models.CharField(_("ground"), max_length=10, choices=Ground.choices, blank=True)
    posted_at = models.DateTimeField(_("posted"), db_default=Now())
    edited_at = models.DateTimeField(_("edited"), null=True)
    seen_at = models.DateTimeField(_("looked at by a moderator"), null=True)
    version = models.PositiveIntegerField(_("version"), default=1)
    claimed_by = models.ForeignKey(
        User, models.SET_NULL, null=True, related_name="+", verbose_name=_("being decided by")
    )
    claimed_until = models.DateTimeField(_("being decided until"), null=True)

    class PersonalData(personal.Declared):
        """Who wrote what; the network's pseudonym is worthless once its salt is gone."""

        purpose = "to publish readers' opinions, and to answer for what is published"
        basis = "GDPR Art. 6(1)(f), and Regulation (EU) 2022/2065 Arts 16-17"
        retention = (
            "published: with the article, the address 6 months; removed or withdrawn: 6 months; "
            "network: 7 days"
        )
        erasure = "the nightly actions.erasing.forget"
        fields = (
            "author",
            "name",
            "email",
            "person",
            "origin",
            "text",
            "html",
            "words",
            "receipt",
            "claimed_by",
        )
        erased = ("name", "email", "person", "origin", "text", "html", "words", "receipt")

    impersonal = personal.names(
        "id article parent root depth token language state held_for ground posted_at edited_at "
        "seen_at version claimed_until"
    )

    class Meta:
        verbose_name = _("comment")
        verbose_name_plural = _("comments")
        indexes = [
            models.Index(fields=["article", "posted_at"], name="comment_by_article"),
            models.Index(fields=["origin", "-posted_at"], name="comment_by_origin"),
            models.Index(fields=["person"], condition=~Q(person=""), name="comment_by_person"),
            models.Index(
                fields=["posted_at"],
                condition=Q(state__in=[State.HELD, State.REPORTED, State.APPEALED]),
                name="comment_queue",
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=State.values), name="comment_state_is_known"
            ),
            models.CheckConstraint(
                condition=Q(depth=0, parent__isnull=True, root__isnull=True)
                | Q(depth__range=(1, DEEPEST), parent__isnull=False, root__isnull=False),
                name="comment_thread_is_at_most_three_deep",
            ),
            models.CheckConstraint(
                condition=Q(author__isnull=True, receipt__isnull=False)
                | Q(author__isnull=False, receipt__isnull=True),
                name="comment_guest_has_a_receipt",
            ),
            models.CheckConstraint(
                condition=Q(
                    ground="", state__in=[s for s in State if s not in (*GONE, State.REJECTED)]
                )
                | Q(~Q(ground=""), state__in=[*GONE, State.REJECTED]),
                name="comment_restricted_has_a_ground",
            ),
            models.CheckConstraint(
                condition=Q(claimed_by__isnull=True, claimed_until__isnull=True)
                | Q(claimed_by__isnull=False, claimed_until__isnull=False),
                name="comment_claim_has_an_end",
            ),
            models.CheckConstraint(
                condition=Q(edited_at__isnull=True) | Q(edited_at__gte=F("posted_at")),
                name="comment_edited_after_posting",
            ),
            models.CheckConstraint(
                condition=~Q(text="") | ~Q(state__in=[*PUBLIC, State.HELD, State.APPEALED]),
                name="comment_says_something",
            ),
            models.CheckConstraint(
                condition=LessThanOrEqual(Length("text"), TEXT_LIMIT),
                name="comment_text_is_bounded",
            ),
        ]
        triggers = [
            pgtrigger.FSM(name="life", field="state", transitions=moves()),
            pgtrigger.Trigger(
                name="answers_what_is_shown",
                operation=pgtrigger.Insert,
                when=pgtrigger.Before,
                declare=[("above", "newsroom_comment%ROWTYPE")],
                condition=pgtrigger.Q(new__parent_id__isnull=False),
                func="""
                    SELECT * INTO above FROM newsroom_comment WHERE id = NEW.parent_id FOR SHARE;
                    IF above.article_id <> NEW.article_id
                        OR above.depth + 1 <> NEW.depth
                        OR COALESCE(above.root_id, above.id) <> NEW.root_id
                        OR above.state NOT IN ('shown', 'reported')
                    THEN
                        RAISE EXCEPTION 'the comment answered is not shown here'
                            USING ERRCODE = 'check_violation',
                                  CONSTRAINT = 'comment_answers_what_is_shown';
                    END IF;
                    RETURN NEW;
                """,
            ),
            # At the end of the transaction: the step is written after the row.
            pgtrigger.Trigger(
                name="edit_leaves_a_step",
                operation=pgtrigger.UpdateOf("text"),  # type: ignore[no-untyped-call]
                when=pgtrigger.After,
                timing=pgtrigger.Deferred,
                condition=pgtrigger.Q(old__text__df=pgtrigger.F("new__text"), new__text__df=""),
                func="""
                    IF NOT EXISTS (
                        SELECT FROM newsroom_transition
                        WHERE comment_id = NEW.id AND step = 'edit' AND text_before = OLD.text
                    ) THEN
                        RAISE EXCEPTION 'what was said before is in no step'
                            USING ERRCODE = 'check_violation',
                                  CONSTRAINT = 'comment_edit_leaves_a_step';
                    END IF;
                    RETURN NULL;
                """,
            ),
        ]

    def __str__(self) -> str:
        return f"#{self.pk}"


class Transition(models.Model):
    """One step in a comment's life: who, when, on what ground, by machine or not, in what words."""

    class Who(models.TextChoices):
        """In what capacity."""

        AUTHOR = "author", _("the author")
        READER = "reader", _("a reader")
        MODERATOR = "moderator", _("a moderator")
        MACHINE = "machine", _("an automatic rule")

    comment = models.ForeignKey(
        Comment, models.PROTECT, related_name="transitions", verbose_name=_("comment")
    )
    at = models.DateTimeField(_("when"), db_default=Now())
    step = models.CharField(_("step"), max_length=10, choices=Step.choices)
    before = models.CharField(_("state before"), max_length=10, blank=True)
    after = models.CharField(_("state after"), max_length=10)
    who = models.CharField(_("who"), max_length=10, choices=Who.choices)
    by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", verbose_name=_("by"))
    detected_by_machine = models.BooleanField(_("detected automatically"), default=False)
    ground = models.CharField(_("ground"), max_length=10, choices=Ground.choices, blank=True)
    statement = models.TextField(_("facts and reasons"), blank=True)
    notice = models.ForeignKey(
        "newsroom.Notice", models.PROTECT, null=True, related_name="+", verbose_name=_("notice")
    )
    undoes = models.OneToOneField(
        "self", models.PROTECT, null=True, related_name="undone_by", verbose_name=_("undoes")
    )
    text_before = models.TextField(_("text before an edit"), blank=True)

    class PersonalData(personal.Declared):
        """The step stays; the words an author took back do not."""

        purpose = "to give reasons (Regulation (EU) 2022/2065 Art. 17) and to answer appeals"
        basis = personal.DUTY
        retention = "6 months after the comment left the page; the bare step for yearly figures"
        erasure = "actions.erasing.forget empties text_before"
        fields = ("by", "text_before", "statement")
        erased = ("text_before",)

    impersonal = personal.names(
        "id comment at step before after who detected_by_machine ground notice undoes"
    )

    class Meta:
        verbose_name = _("step of a comment")
        verbose_name_plural = _("steps of comments")
        indexes = [models.Index(fields=["comment", "at"], name="transition_by_comment")]
        constraints = [
            models.CheckConstraint(
                condition=Q(
                    *(
                        Q(step=step, before=before or "", after=after)
                        for step, pairs in TABLE.items()
                        for before, after in pairs
                    ),
                    _connector=Q.OR,
                ),
                name="transition_is_in_the_table",
            ),
            models.CheckConstraint(
                condition=Q(who="moderator", by__isnull=False)
                | Q(who="machine", by__isnull=True)
                | Q(who__in=["author", "reader"]),
                name="transition_names_the_moderator",
            ),
            models.CheckConstraint(
                condition=~Q(step__in=RESTRICTIONS) | (~Q(ground="") & ~Q(statement="")),
                name="transition_restriction_gives_reasons",
            ),
            models.CheckConstraint(
                condition=Q(step=Step.UNDO, undoes__isnull=False)
                | (~Q(step=Step.UNDO) & Q(undoes__isnull=True)),
                name="transition_undo_names_what",
            ),
        ]
        triggers = [
            pgtrigger.Protect(name="kept", operation=pgtrigger.Delete),
            pgtrigger.ReadOnly(name="unchanged", exclude=["text_before"]),
        ]

    def __str__(self) -> str:
        return f"{self.comment_id}: {self.step}"


class OriginSalt(models.Model):
    """The day's salt for pseudonyms of networks. Deleted after a week, and they with it."""

    day = models.DateField(_("day"), unique=True)
    salt = models.BinaryField(_("salt"), max_length=32)

    PersonalData = None
    impersonal = personal.names("id day salt")

    class Meta:
        verbose_name = _("salt")
        verbose_name_plural = _("salts")

    def __str__(self) -> str:
        return str(self.day)
