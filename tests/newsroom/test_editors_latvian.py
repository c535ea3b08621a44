"""The editor's desk speaks Latvian: nothing that Wagtail says there lacks a translation (B3)."""

import datetime
import html
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from io import BytesIO

import polib
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone, translation
from django.utils.translation import gettext, trans_real
from PIL import Image as Picture
from tests.cast import Cast
from tests.catalogue import OF_PACKAGES, SOURCE
from tests.newsroom.test_editors import ARTICLES, DRAFT, handed_in, pages_of
from wagtail import __file__ as wagtail_file
from wagtail.images.models import Image

from ligzda.network.models import User
from ligzda.newsroom.models import Article, Banner, Topic

pytestmark = pytest.mark.django_db

DESK = "/redakcija/"
BANNERS = f"{DESK}snippets/newsroom/banner/"
TOPICS = f"{DESK}snippets/newsroom/topic/"
IMAGES = f"{DESK}images/"
PLAIN = [
    *("", "account/", "reports/site-history/", "reports/locked/", "reports/workflow/"),
    *("choose-external-link/", "choose-email-link/", "choose-phone-link/", "jsi18n/"),
    *("images/", "images/add/", "images/chooser/", "snippets/choose/newsroom/article/"),
    *("snippets/newsroom/article/", "snippets/newsroom/article/add/", "images/multiple/add/"),
    *("snippets/newsroom/topic/", "snippets/newsroom/topic/add/"),
    *("snippets/newsroom/banner/", "snippets/newsroom/banner/add/"),
]
ENGLISH = re.compile(r"\b(?:the|this|your|has|been|with|and|edit|created|updated|you)\b", re.I)
_UNSEEN = re.compile(
    r"<(script|style|template|textarea|svg|option)\b.*?</\1>|<!--.*?-->|<(?:\"[^\"]*\"|'[^']*'|[^'\">])*>",
    re.S,
)


def _known(catalogue: trans_real.DjangoTranslation) -> trans_real.TranslationCatalog:
    return catalogue._catalog  # type: ignore[attr-defined, no-any-return]


@contextmanager
def untranslated() -> Iterator[set[str]]:
    """Gather what is asked of the Latvian catalogues and stands in none of them."""
    missed: set[str] = set()
    catalogue = trans_real.DjangoTranslation
    one, many = catalogue.gettext, catalogue.ngettext

    def singular(self: trans_real.DjangoTranslation, message: str) -> str:
        if self.to_language() == "lv" and _known(self).get(message, None) is None:
            missed.add(message)
        return str(one(self, message))

    def plural(self: trans_real.DjangoTranslation, singular: str, plural: str, n: int) -> str:
        if self.to_language() == "lv":
            try:
                _known(self).plural(singular, n)
            except KeyError:
                missed.add(singular)
        return str(many(self, singular, plural, n))

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(catalogue, "gettext", singular)
        patch.setattr(catalogue, "ngettext", plural)
        yield missed


class Walk:
    """A person at the desk, whose every page is read."""

    def __init__(self, client: Client, user: User) -> None:
        self.client = client
        self.english: set[str] = set()
        client.force_login(user)

    def get(self, address: str) -> None:
        """Read a page and note its lines in English."""
        self._read(self.client.get(address, follow=True))

    def post(self, address: str, given: Mapping[str, object]) -> None:
        """Send a form and read where it leads."""
        self._read(self.client.post(address, given, follow=True))

    def _read(self, answer: object) -> None:
        kind = answer["Content-Type"]  # type: ignore[index]
        if not kind.startswith("text/html"):
            return
        seen = html.unescape(_UNSEEN.sub("\n", answer.content.decode()))  # type: ignore[attr-defined]
        self.english |= {
            " ".join(line.split()) for line in seen.split("\n") if ENGLISH.search(line)
        }


def _picture(width: int, height: int) -> SimpleUploadedFile:
    data = BytesIO()
    Picture.new("RGB", (width, height), "#246").save(data, "PNG")
    return SimpleUploadedFile(f"{width}.png", data.getvalue(), "image/png")


def _an_article_from_draft_to_its_end(coordinator: User, editor: User) -> Iterator[Walk]:
    """Write, be refused, hand in, be sent back, hand in again, publish, schedule, take off."""
    writer = Walk(Client(), coordinator)
    yield writer
    writer.post(f"{ARTICLES}add/", handed_in(title_lv=""))
    writer.post(f"{ARTICLES}add/", handed_in(title_en="Jauns"))
    writer.post(f"{ARTICLES}add/", handed_in())
    article = Article.objects.get(slug=DRAFT["slug"])
    edit = f"{ARTICLES}edit/{article.pk}/"
    review = Walk(Client(), editor)
    yield review
    for verb in ("reject", "approve"):
        state = article.current_workflow_task_state
        assert state is not None
        action = f"{ARTICLES}workflow/action/{article.pk}/{verb}/{state.pk}/"
        for page in (DESK, edit, action):
            review.get(page)
        review.post(action, {"comment": "Īsāk!"})
        for page in (DESK, edit, f"{ARTICLES}history/{article.pk}/"):
            writer.get(page)
        writer.post(edit, handed_in(title_lv="Labots"))
    tomorrow = timezone.localtime() + datetime.timedelta(days=1)
    review.post(edit, {**DRAFT, "title_lv": "Vēl", "action-publish": "1"})
    later = {**DRAFT, "go_live_at": tomorrow.strftime("%Y-%m-%d %H:%M"), "action-publish": "1"}
    review.post(edit, later)
    for page in pages_of(article).values():
        review.get(page)
    for verb in ("lock", "unlock", "unpublish", "delete"):
        review.post(f"{ARTICLES}{verb}/{article.pk}/", {})


def _pictures_topics_and_banners(walk: Walk) -> None:
    walk.post(f"{IMAGES}add/", {"title": "", "file": _picture(3, 3)})
    for size in ((980, 90), (320, 100), (320, 100)):
        walk.post(f"{IMAGES}add/", {"title": "Attēls", "file": _picture(*size)})
    wide, narrow, _same = Image.objects.filter(title="Attēls").order_by("pk")
    given = {
        "advertiser": "Iestāde", "wide": wide.pk, "narrow": wide.pk, "alt_lv": "Attēls",
        "alt_en": "x", "url": "https://example.lv/", "begins": "2026-01-02", "ends": "2026-01-01",
    }  # fmt: skip
    walk.post(f"{BANNERS}add/", given)
    walk.post(f"{BANNERS}add/", {**given, "narrow": narrow.pk, "ends": "2026-02-01"})
    banner = Banner.objects.get(advertiser="Iestāde")
    topic = Topic.objects.first()
    assert topic is not None
    for page in ("edit", "usage", "history", "delete"):
        walk.get(f"{BANNERS}{page}/{banner.pk}/")
        walk.get(f"{TOPICS}{page}/{topic.pk}/")
    for page in (f"{wide.pk}/", f"{wide.pk}/delete/", f"usage/{wide.pk}/"):
        walk.get(IMAGES + page)
    walk.post(f"{IMAGES}{wide.pk}/", {"title": "Cits"})
    walk.post(f"{BANNERS}delete/{banner.pk}/", {})
    walk.post(f"{DESK}account/", {"locale-preferred_language": "lv"})


@pytest.mark.slow
@pytest.mark.usefixtures("article")
def test_an_editor_and_a_coordinator_find_no_english(cast: Cast) -> None:
    editor = User.objects.get(email="redaktors@ligzda.example")
    with translation.override("lv"), untranslated() as missed:
        walks = list(_an_article_from_draft_to_its_end(cast.ogre, editor))
        _pictures_topics_and_banners(walks[1])
        for walk in walks:
            for page in PLAIN:
                walk.get(DESK + page)
    assert missed <= {"exact"}, "a lookup of django-filter's, never shown"
    assert not walks[0].english | walks[1].english


def test_the_desks_scripts_speak_latvian() -> None:
    folder = SOURCE.parent / wagtail_file
    words = polib.pofile(str(folder.parent / "admin/locale/en/LC_MESSAGES/djangojs.po"))
    theirs = polib.pofile(str(folder.parent / "admin/locale/lv/LC_MESSAGES/djangojs.po"))
    said = {
        e.msgid for po in (theirs, polib.pofile(str(OF_PACKAGES[1]))) for e in po if e.translated()
    }
    assert {entry.msgid for entry in words} <= said


@pytest.mark.parametrize(("minutes", "said"), [(1, "1 min."), (40, "40 min.")])
def test_a_time_ago_has_the_same_form_for_every_number(minutes: int, said: str) -> None:
    with translation.override("lv"):
        period = translation.ngettext("%(num)d minute", "%(num)d minutes", minutes)
        assert period % {"num": minutes} == said
        assert gettext("%(time_period)s ago") == "%(time_period)s atpakaļ"
