"""Articles: one row, one or two languages, several town editions. Wagtail keeps drafts and review.

An article is a Wagtail snippet, not a page of its tree: the addresses are ours, in two languages
(ADR 0050).
"""

from typing import Any

from django.contrib.contenttypes.fields import GenericRelation
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector
from django.db import models
from django.db.models import F, Func, Q, Value
from django.db.models.functions import Concat
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from modelcluster.models import ClusterableModel
from wagtail.fields import RichTextField
from wagtail.models import (
    DraftStateMixin,
    LockableMixin,
    PreviewableMixin,
    RevisionMixin,
    WorkflowMixin,
)

from ligzda.kernel import personal
from ligzda.kernel.models import in_language
from ligzda.languages import CODES, DEFAULT, Language, spoken

FEATURES = ["h2", "h3", "bold", "italic", "ol", "ul", "link", "blockquote"]

# People search without diacritics; PostgreSQL's unaccent is not in the embedded server.
_WITH, _WITHOUT = "āčēģīķļņōŗšūžĀČĒĢĪĶĻŅŌŖŠŪŽ", "acegiklnorsuzacegiklnorsuz"


def search_text() -> Func:
    """Return the words of an article as the index holds them: both languages, no diacritics."""
    words = Concat(
        *(
            part
            for name in ("title_lv", "lede_lv", "body_lv", "title_en", "lede_en", "body_en")
            for part in (F(name), Value(" "))
        ),
        output_field=models.TextField(),
    )
    return SearchVector(
        Func(
            words,
            Value(_WITH),
            Value(_WITHOUT),
            function="translate",
            output_field=models.TextField(),
        ),
        config="simple",
    )


class Topic(models.Model):
    """What an article is about."""

    slug = models.SlugField(_("address"), max_length=60, unique=True)
    name_lv = models.CharField(_("name (Latvian)"), max_length=80)
    name_en = models.CharField(_("name (English)"), max_length=80)

    PersonalData = None
    impersonal = personal.names("id slug name_lv name_en")

    class Meta:
        verbose_name = _("topic")
        verbose_name_plural = _("topics")

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        """Return the name in the active language."""
        return in_language(self, "name")


class Article(
    WorkflowMixin,
    DraftStateMixin,
    LockableMixin,
    RevisionMixin,
    PreviewableMixin,
    ClusterableModel,
):
    """A piece of news. The English half may be empty; then the Latvian one stands in its place."""

    slug = models.SlugField(_("address"), max_length=100, unique=True)
    title_lv = models.CharField(_("title (Latvian)"), max_length=200)
    title_en = models.CharField(_("title (English)"), max_length=200, blank=True)
    lede_lv = models.TextField(_("opening (Latvian)"), max_length=500)
    lede_en = models.TextField(_("opening (English)"), max_length=500, blank=True)
    body_lv = RichTextField(_("text (Latvian)"), features=FEATURES)
    body_en = RichTextField(_("text (English)"), features=FEATURES, blank=True)

    picture = models.ForeignKey(
        "wagtailimages.Image",
        models.PROTECT,
        related_name="+",
        null=True,
        blank=True,
        verbose_name=_("picture"),
    )
    picture_alt_lv = models.CharField(_("alternative text (Latvian)"), max_length=300, blank=True)
    picture_alt_en = models.CharField(_("alternative text (English)"), max_length=300, blank=True)
    caption_lv = models.CharField(_("caption (Latvian)"), max_length=200, blank=True)
    caption_en = models.CharField(_("caption (English)"), max_length=200, blank=True)
    credit = models.CharField(_("credit: whose picture"), max_length=120, blank=True)
    illustrative = models.BooleanField(
        _("illustrative: does not show the event itself"), default=False
    )

    author = models.CharField(_("author"), max_length=120)
    happened_on = models.DateField(
        _("day of the event"),
        null=True,
        blank=True,
        help_text=_("When it happened or will happen; the day of publishing is shown beside it."),
    )
    source_name = models.CharField(_("source"), max_length=200, blank=True)
    source_url = models.URLField(_("address of the source"), blank=True)
    municipalities = ParentalManyToManyField(
        "network.Municipality", related_name="articles", blank=True, verbose_name=_("editions")
    )
    topics = ParentalManyToManyField(
        Topic, related_name="articles", blank=True, verbose_name=_("topics")
    )
    related = ParentalManyToManyField(
        "self",
        symmetrical=False,
        blank=True,
        # A choice among drafts would tell of them.
        limit_choices_to={"live": True},
        verbose_name=_("related articles"),
    )

    # What deletes an article's drafts with it.
    _revisions = GenericRelation(
        "wagtailcore.Revision",
        content_type_field="base_content_type",
        object_id_field="object_id",
        related_query_name="article",
    )
    workflow_states = GenericRelation(
        "wagtailcore.WorkflowState",
        content_type_field="base_content_type",
        object_id_field="object_id",
        related_query_name="article",
        for_concrete_model=False,
    )

    class PersonalData(personal.Declared):
        """Bylines are published on purpose."""

        purpose = "to say who wrote an article and whose the picture is"
        basis = "GDPR Art. 85, journalism"
        retention = "as long as the article is published"
        erasure = "an editor changes the byline and deletes earlier revisions"
        fields = ("author", "credit", "locked_by")

    impersonal = personal.names(
        "id latest_revision live has_unpublished_changes first_published_at last_published_at "
        "live_revision go_live_at expire_at expired locked locked_at slug title_lv title_en "
        "lede_lv lede_en body_lv body_en picture picture_alt_lv picture_alt_en caption_lv "
        "caption_en illustrative source_name source_url happened_on"
    )

    class Meta:
        verbose_name = _("article")
        verbose_name_plural = _("articles")
        ordering = ["-first_published_at", "-pk"]
        indexes = [
            models.Index(fields=["-first_published_at"], name="article_by_day"),
            GinIndex(search_text(), name="article_by_words"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(title_en="", body_en="") | (~Q(title_en="") & ~Q(body_en="")),
                name="article_english_is_whole_or_absent",
                violation_error_message=_(
                    "The English half needs both a title and a text, or neither."
                ),
            ),
            models.CheckConstraint(
                condition=Q(picture__isnull=True) | ~Q(credit=""),
                name="article_picture_has_a_credit",
                violation_error_message=_("Say whose the picture is."),
            ),
            models.CheckConstraint(
                condition=Q(picture__isnull=True)
                | (~Q(picture_alt_lv="") & (Q(title_en="") | ~Q(picture_alt_en=""))),
                name="article_picture_has_alternative_text",
                violation_error_message=_(
                    "Describe the picture for those who do not see it, in each language."
                ),
            ),
            models.CheckConstraint(
                condition=Q(live=False) | Q(first_published_at__isnull=False),
                name="article_live_has_a_day",
                violation_error_message=_("A published article has a day of publishing."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.title_lv)

    @property
    def revisions(self) -> Any:
        """Return the drafts and versions of the article."""
        return self._revisions

    @property
    def language(self) -> str:
        """Return the language this article is shown in: the reader's where it exists."""
        wanted = spoken(get_language())
        return wanted if wanted in self.languages else DEFAULT

    @property
    def languages(self) -> list[Language]:
        """Return the languages it is written in."""
        return [code for code in CODES if getattr(self, f"title_{code}")]

    def part(self, name: str) -> str:
        """Return a text of the article in `language`."""
        return str(getattr(self, f"{name}_{self.language}"))

    @property
    def title(self) -> str:
        """Return the title in the language the article is shown in."""
        return self.part("title")

    @property
    def lede(self) -> str:
        """Return the opening in the language the article is shown in."""
        return self.part("lede")

    @property
    def body(self) -> str:
        """Return the text in the language the article is shown in."""
        return self.part("body")

    @property
    def picture_alt(self) -> str:
        """Return the alternative text in the language the article is shown in."""
        return self.part("picture_alt")

    @property
    def caption(self) -> str:
        """Return the caption in the language the article is shown in."""
        return self.part("caption")

    def get_absolute_url(self) -> str:
        """Return the address in the active language."""
        return reverse("newsroom:article", args=[self.slug])

    def get_preview_template(self, request: HttpRequest, mode_name: str) -> str:
        """Show a draft in the page that readers will see."""
        return "newsroom/preview.html"

    def get_preview_context(self, request: HttpRequest, mode_name: str) -> dict[str, Any]:
        """Return what the preview shows: the article alone, without comments."""
        return {"article": self}
