"""Editors and coordinators behind Wagtail's door: drafts, review, schedule, whose articles."""

import datetime
import json
import re
from collections.abc import Callable

import pytest
from django.contrib.messages import get_messages
from django.db.models import CheckConstraint
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from tests.cast import Cast
from wagtail.images.models import Image
from wagtail.models import TaskState

from ligzda.network import actions as network
from ligzda.network.models import Membership, Municipality, User
from ligzda.newsroom.actions import Posted
from ligzda.newsroom.door import follow_roles
from ligzda.newsroom.models import Article, Banner, Topic

pytestmark = pytest.mark.django_db

ARTICLES = "/redakcija/snippets/newsroom/article/"
DRAFT = {
    "title_lv": "Jauns raksts", "slug": "jauns-raksts", "lede_lv": "Ievads.",
    "body_lv": json.dumps({"blocks": [{"key": "a", "text": "Teksts.", "type": "unstyled",
                           "depth": 0, "inlineStyleRanges": [], "entityRanges": []}],
                           "entityMap": {}}),
    "body_en": "null", "author": "Redaktore",
}  # fmt: skip


def handed_in(**more: object) -> dict[str, object]:
    """Return the draft as a coordinator of Ogre hands it in: it stands in an edition."""
    ogre = Municipality.objects.get(slug="ogres-novads")
    return {**DRAFT, "municipalities": [ogre.pk], "action-submit": "1", **more}


@pytest.fixture
def editor(cast: Cast) -> User:
    return User.objects.get(email="redaktors@ligzda.example")


def test_roles_open_wagtails_door_and_close_it(
    client: Client, cast: Cast, article: Article
) -> None:
    editor = User.objects.get(email="redaktors@ligzda.example")
    assert client.get("/redakcija/").status_code == 302
    client.force_login(cast.evaluator)
    assert client.get("/redakcija/").status_code == 403
    client.force_login(editor)
    home = client.get("/redakcija/")
    assert home.status_code == 200
    assert "- Ligzda</title>" in home.content.decode()
    assert "style-src-elem 'self' 'unsafe-inline'" in home["Content-Security-Policy"]
    edit = f"/redakcija/snippets/newsroom/article/edit/{article.pk}/"
    assert client.get(edit).status_code == 200
    assert editor.has_perm("newsroom.publish_article")
    system = cast.system
    for held in Membership.objects.filter(user=editor):
        network.end_role(by=system, membership=held)
    assert client.get(edit).status_code != 200
    follow_roles(editor)
    assert not User.objects.get(pk=editor.pk).has_perm("newsroom.publish_article")


def test_a_coordinator_writes_but_does_not_publish(cast: Cast) -> None:
    follow_roles(cast.ogre)
    user = User.objects.get(pk=cast.ogre.pk)
    assert user.has_perm("newsroom.add_article")
    assert not user.has_perm("newsroom.publish_article")
    assert not user.has_perm("newsroom.add_banner")


def test_an_editor_drafts_reviews_and_publishes(
    client: Client, cast: Cast, article: Article
) -> None:
    editor = User.objects.get(email="redaktors@ligzda.example")
    client.force_login(editor)
    topic = Topic.objects.get(slug="tikls")
    given = {**DRAFT, "topics": [topic.pk]}
    client.post(f"{ARTICLES}add/", given)
    draft = Article.objects.get(slug="jauns-raksts")
    assert not draft.live
    assert client.get("/zinas/jauns-raksts/").status_code == 404
    preview = f"/redakcija/snippets/newsroom/article/preview/{draft.pk}/"
    assert client.post(preview, given).json()["is_valid"]
    shown = client.get(preview)
    assert "Jauns raksts" in shown.content.decode()
    # As readers get it, but in a frame of the desk.
    assert "frame-ancestors 'self'" in shown["Content-Security-Policy"]
    assert "unsafe" not in shown["Content-Security-Policy"]
    assert shown["X-Frame-Options"] == "SAMEORIGIN"
    edit = f"/redakcija/snippets/newsroom/article/edit/{draft.pk}/"
    client.post(edit, {**given, "title_lv": "Labots raksts", "action-publish": "1"})
    assert "Labots raksts" in client.get("/zinas/jauns-raksts/").content.decode()
    draft.refresh_from_db()
    assert draft.revisions.count() == 2


def test_a_coordinator_sends_to_review_and_an_editor_publishes(
    client: Client, cast: Cast, editor: User
) -> None:
    client.force_login(cast.ogre)
    client.post(f"{ARTICLES}add/", {**DRAFT, "action-publish": "1"})
    draft = Article.objects.get(slug="jauns-raksts")
    assert not draft.live, "a coordinator's word does not publish"
    edit = f"{ARTICLES}edit/{draft.pk}/"
    client.post(edit, handed_in(title_lv="Pārskatāms raksts"))
    draft.refresh_from_db()
    assert not draft.live
    state = draft.current_workflow_task_state
    assert state.status == TaskState.STATUS_IN_PROGRESS
    approve = f"{ARTICLES}workflow/action/{draft.pk}/approve/{state.pk}/"
    client.post(approve, {"comment": ""})
    state.refresh_from_db()
    assert state.status == TaskState.STATUS_IN_PROGRESS, "nobody reviews what they wrote"
    client.force_login(editor)
    client.post(approve, {"comment": "Labi."})
    draft.refresh_from_db()
    assert draft.live
    assert "Pārskatāms raksts" in client.get("/zinas/jauns-raksts/").content.decode()


def test_a_review_can_send_back(client: Client, cast: Cast, editor: User) -> None:
    client.force_login(cast.ogre)
    client.post(f"{ARTICLES}add/", handed_in())
    draft = Article.objects.get(slug="jauns-raksts")
    state = draft.current_workflow_task_state
    client.force_login(editor)
    client.post(f"{ARTICLES}workflow/action/{draft.pk}/reject/{state.pk}/", {"comment": "Īsāk!"})
    state.refresh_from_db()
    draft.refresh_from_db()
    assert (state.status, draft.live) == (TaskState.STATUS_REJECTED, False)


def pages_of(article: Article) -> dict[str, str]:
    """Return every page Wagtail has of one article, by its name."""
    values = {"pk": article.pk, "task_name": "x", "action_name": "approve", "mode": ""}
    return {
        pattern.name: reverse(
            f"wagtailsnippets_newsroom_article:{pattern.name}",
            kwargs={name: values.get(name, 1) for name in pattern.pattern.converters},
        )
        for pattern in Article.snippet_viewset.get_urlpatterns()
        if "pk" in pattern.pattern.converters
    }


@pytest.mark.slow
def test_a_coordinator_meets_the_articles_of_their_municipality_only(
    client: Client, cast: Cast, article: Article
) -> None:
    title = article.title_lv
    pages = pages_of(article)
    assert len(pages) > 12
    client.force_login(cast.ogre)
    assert client.get(pages["edit"]).status_code == 200
    assert title in client.get(ARTICLES).content.decode()
    client.force_login(cast.cesis)
    for page in pages.values():
        for ask in (client.get, client.post):
            answer = ask(page)
            assert answer.status_code == 403, page
            assert title not in answer.content.decode()
    assert client.post(pages["edit"], {**DRAFT, "title_lv": "Svešs"}).status_code == 403
    article.refresh_from_db()
    assert article.get_latest_revision_as_object().title_lv == title
    assert title not in client.get(ARTICLES).content.decode()
    article.municipalities.add(Municipality.objects.get(slug="cesu-novads"))
    article.save()
    assert client.get(pages["edit"]).status_code == 200, "an article of two editions is of both"


def test_one_keeps_what_one_began(client: Client, cast: Cast) -> None:
    client.force_login(cast.cesis)
    client.post(f"{ARTICLES}add/", DRAFT)
    draft = Article.objects.get(slug="jauns-raksts")
    assert client.get(f"{ARTICLES}edit/{draft.pk}/").status_code == 200
    assert "Jauns raksts" in client.get(ARTICLES).content.decode()
    client.force_login(cast.ogre)
    assert client.get(f"{ARTICLES}edit/{draft.pk}/").status_code == 403
    add = client.get(f"{ARTICLES}add/").content.decode()
    assert "Jauns raksts" not in add, "no draft is offered as related"


def test_an_article_that_others_hold_on_to_is_not_deleted_but_said(
    client: Client, editor: User, article: Article, write: Callable[..., Posted]
) -> None:
    write("Laba ziņa")
    client.force_login(editor)
    answer = client.post(f"{ARTICLES}delete/{article.pk}/")
    assert answer.status_code == 302
    [said] = get_messages(answer.wsgi_request)
    assert "To nevar dzēst" in str(said)
    assert Article.objects.filter(pk=article.pk).exists()


def test_a_picture_in_use_is_not_deleted_and_another_is(
    client: Client, editor: User, article: Article
) -> None:
    used = article.picture
    assert used is not None
    spare = Image.objects.create(title="Lieks", file=used.file)
    client.force_login(editor)
    for picture in (used, spare):
        client.post(f"/redakcija/images/{picture.pk}/delete/")
    assert Image.objects.filter(pk=used.pk).exists()
    assert not Image.objects.filter(pk=spare.pk).exists()


def test_an_article_nobody_has_answered_can_be_deleted(client: Client, editor: User) -> None:
    client.force_login(editor)
    client.post(f"{ARTICLES}add/", DRAFT)
    draft = Article.objects.get(slug="jauns-raksts")
    client.post(f"{ARTICLES}delete/{draft.pk}/")
    assert not Article.objects.filter(pk=draft.pk).exists()


def test_a_picture_without_words_is_refused_in_words(
    client: Client, editor: User, article: Article
) -> None:
    client.force_login(editor)
    given = {**DRAFT, "picture": article.picture_id, "action-publish": "1"}
    page = client.post(f"{ARTICLES}add/", given).content.decode()
    assert "Aprakstiet attēlu" in page
    assert "Norādiet, kam attēls pieder" in page
    assert "article_picture" not in page
    assert not Article.objects.filter(slug="jauns-raksts").exists()


def test_revisions_can_be_gone_back_to(client: Client, editor: User) -> None:
    client.force_login(editor)
    client.post(f"{ARTICLES}add/", {**DRAFT, "action-publish": "1"})
    row = Article.objects.get(slug="jauns-raksts")
    first = row.latest_revision_id
    edit = f"{ARTICLES}edit/{row.pk}/"
    client.post(edit, {**DRAFT, "title_lv": "Labots raksts", "action-publish": "1"})
    back = client.get(f"{ARTICLES}history/{row.pk}/revisions/{first}/revert/").content.decode()
    assert re.search(r'name="title_lv" value="Jauns raksts"', back)
    client.post(edit, {**DRAFT, "revision": first, "action-publish": "1"})
    row.refresh_from_db()
    assert (row.title_lv, row.revisions.count()) == ("Jauns raksts", 3)


def test_the_title_has_a_name_and_editions_have_theirs(
    client: Client, cast: Cast, editor: User
) -> None:
    """Faults B1 and B2."""
    client.force_login(editor)
    page = client.get(f"{ARTICLES}add/").content.decode()
    assert 'for="id_title_lv"' in page
    title = page[: page.index('for="id_title_lv"')].rsplit("<section", 1)[1]
    assert 'class="title' not in title
    assert "Ogres novads" in page
    assert "ogres-novads</" not in page
    form = client.get(f"{ARTICLES}add/").context["form"]
    names = [name for _pk, name in form.fields["municipalities"].choices]
    assert len(names) == 43 - 1, "the units of today, without those that are none any more"
    taking_part = set(
        Municipality.objects.filter(partner__isnull=False).values_list("pk", flat=True)
    )
    order = [pk in taking_part for pk, _name in form.fields["municipalities"].choices]
    assert order == sorted(order, reverse=True)


def test_a_coordinators_own_edition_is_chosen_beforehand(client: Client, cast: Cast) -> None:
    client.force_login(cast.ogre)
    form = client.get(f"{ARTICLES}add/").context["form"]
    own = Municipality.objects.get(slug="ogres-novads").pk
    assert form["municipalities"].initial == [own]
    assert form.fields["municipalities"].choices[0][0] == own


def test_the_editions_can_be_searched(client: Client, editor: User) -> None:
    client.force_login(editor)
    for address in (ARTICLES, "/redakcija/snippets/newsroom/banner/"):
        page = client.get(f"{address}add/").content.decode()
        assert 'id="id_municipalities_search"' in page
        assert re.search(r"newsroom/editions[.\w]*\.js", page)


def test_an_article_of_no_edition_is_not_handed_in(client: Client, cast: Cast) -> None:
    client.force_login(cast.ogre)
    page = client.post(f"{ARTICLES}add/", {**DRAFT, "action-submit": "1"}).content.decode()
    assert "Izvēlieties vismaz vienu izdevumu." in page
    assert not Article.objects.filter(slug="jauns-raksts").exists()


def desk_of(client: Client, user: User) -> dict[str, list[str]]:
    """Return the titles in each list of somebody's desk, as the page shows them."""
    client.force_login(user)
    page = client.get("/redakcija/").content.decode()
    lists = re.findall(r'aria-labelledby="desk-([\w-]+)"(.*?)</section>', page, re.S)
    return {name: re.findall(r"<a href[^>]*>([^<]*)</a>", body) for name, body in lists}


def test_the_desk_shows_what_waits_for_whom(client: Client, cast: Cast, editor: User) -> None:
    """Fault B5."""
    client.force_login(cast.ogre)
    client.post(f"{ARTICLES}add/", handed_in(title_lv="Iesniegts"))
    client.post(f"{ARTICLES}add/", {**DRAFT, "title_lv": "Iesākts", "slug": "iesakts"})
    ogre = desk_of(client, cast.ogre)
    assert ogre == {
        "reviews": ["Iesniegts"], "drafts": ["Iesākts", "Iesniegts"], "scheduled": [],
    }  # fmt: skip
    assert desk_of(client, cast.cesis) == {"reviews": [], "drafts": [], "scheduled": []}
    seen = desk_of(client, editor)
    assert (seen["reviews"], seen["drafts"]) == (["Iesniegts"], [])
    state = Article.objects.get(slug="jauns-raksts").current_workflow_task_state
    assert state is not None
    pk = Article.objects.get(slug="jauns-raksts").pk
    client.post(f"{ARTICLES}workflow/action/{pk}/reject/{state.pk}/", {"comment": "Īsāk!"})
    assert desk_of(client, cast.ogre)["sent-back"] == ["Iesniegts"]


def test_a_day_of_publishing_is_in_force_or_said_not_to_be(client: Client, editor: User) -> None:
    """Fault B4, the second trap: "save schedule" leaves a draft with a day."""
    day = timezone.localtime() + datetime.timedelta(days=3)
    given = {**DRAFT, "go_live_at": day.strftime("%Y-%m-%d %H:%M")}
    client.force_login(editor)
    client.post(f"{ARTICLES}add/", given)
    seen = desk_of(client, editor)
    assert (seen["unscheduled"], seen["scheduled"]) == (["Jauns raksts"], [])
    draft = Article.objects.get(slug="jauns-raksts")
    client.post(f"{ARTICLES}edit/{draft.pk}/", {**given, "action-publish": "1"})
    seen = desk_of(client, editor)
    assert (seen.get("unscheduled"), seen["scheduled"]) == (None, ["Jauns raksts"])


def test_banners_that_run_out_are_on_the_desk_of_who_places_them(
    client: Client, cast: Cast, editor: User
) -> None:
    today = timezone.localdate()
    Banner.objects.update(begins=today, ends=today + datetime.timedelta(days=15))
    assert desk_of(client, editor)["banners"] == []
    Banner.objects.update(ends=today + datetime.timedelta(days=14))
    assert desk_of(client, editor)["banners"] == ["Darbnīcu tirdziņš (izdomāts)"]
    assert "banners" not in desk_of(client, cast.ogre)


def test_the_desk_leads_back_and_offers_one_time_zone(client: Client, editor: User) -> None:
    client.force_login(editor)
    page = client.get("/redakcija/").content.decode()
    assert "uz Ligzdu" in page
    assert "localtime" not in client.get("/redakcija/account/").content.decode()


def test_a_credit_is_a_name(client: Client, editor: User, article: Article) -> None:
    """Fault C19: “Attēls: Foto: Anna”."""
    client.force_login(editor)
    given = {
        "picture": article.picture_id, "picture_alt_lv": "Aina", "credit": "Foto: Anna",
    }  # fmt: skip
    client.post(f"{ARTICLES}add/", {**DRAFT, **given})
    assert Article.objects.get(slug="jauns-raksts").credit == "Anna"


def test_every_constraint_that_an_editor_meets_has_a_sentence() -> None:
    """Fault B6: “Nav ievērots ierobežojums banner_ends_after_it_begins”."""
    checks = [
        constraint
        for model in (Article, Banner, Topic)
        for constraint in model._meta.constraints
        if isinstance(constraint, CheckConstraint)
    ]
    assert checks
    unsaid = str(CheckConstraint.default_violation_error_message)
    for check in checks:
        assert str(check.violation_error_message) != unsaid, check.name
