"""The newsroom in a real browser: axe, live count, proof of work, keyboard, no script."""

import re
import uuid
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.test import Client
from playwright.sync_api import Dialog, Page, expect
from tests.browser.conftest import PICTURES, TAKE_PICTURES, Visit
from tests.effort import amount

from ligzda.newsroom.states import Step

pytestmark = pytest.mark.django_db

SLUG = "ogre-piedalas-socialas-uznemejdarbibas-inkubatoru-tikla"
BY_DAY = amount([0], nightly=[0, 1])
"""Languages in which a whole story is looked at, a minute each: Latvian, by night English too."""

PAGES = {
    "news": ("/zinas/", "/en/news/"),
    "article": (f"/zinas/{SLUG}/", f"/en/news/{SLUG}/"),
    "discussion-rules": ("/komentari/noteikumi/", "/en/comments/rules/"),
    "receipt": ("/komentari/kods/", "/en/comments/receipt/"),
    "figures": ("/komentari/skaitli/", "/en/comments/figures/"),
}
MODERATION = {
    "tray": ("/moderacija/", "/en/moderation/"),
    "bans": ("/moderacija/liegumi/", "/en/moderation/bans/"),
}


def assert_clean(visit: Visit) -> None:
    visit.page.wait_for_load_state()
    found = Axe().run(visit.page)
    assert found.violations_count == 0, found.generate_report()
    assert visit.complaints == []
    assert visit.page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def _session(email: str, unblocked: Any) -> str:
    """Return the key of a session in which a person of the demonstration is signed in."""
    from ligzda.network.models import User

    with unblocked.unblock():
        client = Client()
        user = User.objects.get(email=email)
        client.force_login(user, backend="allauth.account.auth_backends.AuthenticationBackend")
        return client.cookies["sessionid"].value


@pytest.fixture(autouse=True)
def _unhurried(settings: Any) -> None:
    """The tests of this module write from one network, more than one may within a minute."""
    settings.NEWSROOM_COMMENTS_PER_MINUTE = 1_000


@pytest.fixture(scope="module")
def moderator(served: str, django_db_blocker: Any) -> str:
    return _session("moderators@ligzda.example", django_db_blocker)


@pytest.fixture(scope="module")
def editor(served: str, django_db_blocker: Any) -> str:
    return _session("redaktors@ligzda.example", django_db_blocker)


def write(page: Page, text: str) -> None:
    page.get_by_label("Jūsu vārds").fill("Lasītāja")
    page.get_by_label("Komentārs", exact=True).fill(text)
    page.get_by_role("button", name="Publicēt komentāru").click()


@pytest.mark.parametrize("language", [0, 1], ids=["lv", "en"])
@pytest.mark.parametrize("name", PAGES)
def test_pages_are_clean_on_phone_and_desk(
    visit: Callable[..., Visit], name: str, language: int
) -> None:
    for width, scheme in ((1280, "light"), (360, "dark")):
        here = visit(width=width, scheme=scheme)
        here.open(PAGES[name][language])
        if TAKE_PICTURES and not language and name in ("news", "article"):
            here.page.screenshot(path=PICTURES / f"{name}-{width}.png", full_page=True)
        assert_clean(here)


@pytest.fixture(scope="module")
def story(served: str, django_db_blocker: Any) -> dict[str, Any]:
    """Comments in every state, with their codes, a notice, a ban and an objection; a banner."""
    from ligzda.network.models import User
    from ligzda.newsroom import actions
    from ligzda.newsroom.actions import Decision, Writer, post
    from ligzda.newsroom.models import Article

    with django_db_blocker.unblock():
        article = Article.objects.get()
        by = User.objects.get(email="moderators@ligzda.example")

        def write(text: str, parent: Any = None, email: str = "") -> Any:
            writer = Writer(name="Lasītājs", email=email, origin=uuid.uuid4().hex)
            return post(
                article=article, parent=parent, writer=writer, text=text, language="lv",
                token=uuid.uuid4(), worked=True,
            )  # fmt: skip

        def remove(comment: Any) -> None:
            decision = Decision(step=Step.REMOVE, ground="morals", statement="Nepieklājīgi.")
            actions.decide(by=by, comment=comment, version=1, decision=decision)

        root = write("Sena doma ar ļoti-ļoti-garu-vārdu-" + "ļ" * 200)
        answer = write("Atbilde", root.comment)
        write("Atbilde uz atbildi, שלום", answer.comment)
        held = write("stulbenis")
        removed = write("Izņemtais", email="anna@example.lv")
        remove(removed.comment)
        ban = actions.ban(
            by=by, comment=removed.comment, days=7, only_article=False, ground="morals",
            statement="Vairākkārt.",
        )  # fmt: skip
        appealed = write("Apelētais")
        remove(appealed.comment)
        actions.appeal(comment=appealed.comment, mine=True, by=None, text="Kāpēc?")
        reported = write("Ziņotais")
        actions.report(comment=reported.comment, by=None, origin="x", ground="foul", note="Te")
        _notice, code = actions.give_notice(
            comment=reported.comment, explanation="Nepatiesība.", name="Anna",
            email="anna@example.lv", abuse_of_children=False, good_faith=True, language="lv",
            origin="x",
        )  # fmt: skip
        objected = write("Liegtais", email="cits@example.lv")
        row = actions.ban(
            by=by, comment=objected.comment, days=30, only_article=True, ground="flood",
            statement="Reklāma.",
        )  # fmt: skip
        actions.object_to_ban(row=row, mine=True, text="Tā nebija reklāma.")
    return {
        "shown": root.comment.pk,
        "held": held.comment.pk,
        "reported": reported.comment.pk,
        "appealed": appealed.comment.pk,
        "removed": removed.comment.pk,
        "codes": [root.receipt, held.receipt, removed.receipt, appealed.receipt],
        "notice": code,
        "ban": ban.pk,
    }


def looks(visit: Callable[..., Visit], **more: Any) -> Iterator[Visit]:
    """Yield a desk in the light, a phone in the dark, and 400 % zoom (WCAG 2.2, 1.4.10)."""
    for width, scheme in ((1280, "light"), (360, "dark"), (320, "light")):
        yield visit(width=width, scheme=scheme, **more)


@pytest.mark.parametrize("language", BY_DAY, ids=["lv", "en"][: len(BY_DAY)])
def test_what_readers_do_is_clean(
    visit: Callable[..., Visit], story: dict[str, Any], language: int
) -> None:
    base = (
        ("/komentari/zinot/", "/komentari/pazinot/"),
        ("/en/comments/report/", "/en/comments/notice/"),
    )
    for here in looks(visit):
        here.open(PAGES["article"][language])
        assert_clean(here)
        for path in base[language]:
            here.open(f"{path}{story['shown']}/")
            assert_clean(here)
            here.page.locator("main form button").click()  # refused: nothing was filled in
            expect(here.page.locator(".errorlist").first).to_be_visible()
            assert [each for each in here.complaints if "422" not in each] == []
            here.complaints.clear()
            assert_clean(here)


@pytest.mark.parametrize("language", BY_DAY, ids=["lv", "en"][: len(BY_DAY)])
def test_what_authors_read_is_clean(
    visit: Callable[..., Visit], story: dict[str, Any], language: int
) -> None:
    for here in looks(visit):
        for code in (*story["codes"], story["notice"]):
            here.open(PAGES["receipt"][language])
            here.page.locator("#id_code").fill(code)
            here.page.locator("main form button").click()
            expect(here.page.locator("main h1")).to_be_visible()
            expect(here.page.locator("#id_code")).to_have_count(0)
            assert_clean(here)


@pytest.mark.parametrize("language", BY_DAY, ids=["lv", "en"][: len(BY_DAY)])
def test_what_moderators_decide_is_clean(
    visit: Callable[..., Visit], moderator: str, story: dict[str, Any], language: int
) -> None:
    base = MODERATION["tray"][language]
    pages = [f"{base}{story[state]}/" for state in ("held", "reported", "appealed", "removed")]
    pages += [base, base + "?which=unseen", MODERATION["bans"][language]]
    pages += [f"{base}{('raksts', 'article')[language]}/{SLUG}/", PAGES["article"][language]]
    for here in looks(visit, session=moderator):
        for path in pages:
            here.open(path)
            assert path.split("?")[0] in here.page.url
            for details in here.page.locator("main details").all():
                details.evaluate("each => { each.open = true; }")
            assert_clean(here)


@pytest.mark.parametrize("name", MODERATION)
def test_moderation_is_clean(visit: Callable[..., Visit], moderator: str, name: str) -> None:
    for width, scheme in ((1280, "light"), (360, "dark")):
        here = visit(width=width, scheme=scheme, session=moderator)
        for address in MODERATION[name]:
            here.open(address)
            assert address in here.page.url
            assert_clean(here)


def test_a_reader_counts_writes_answers_and_a_moderator_decides(
    visit: Callable[..., Visit], moderator: str
) -> None:
    reader = visit(width=390)
    page = reader.open(PAGES["article"][0])
    box = page.get_by_label("Komentārs", exact=True)
    box.fill("a\u0304👩‍👩‍👧‍👦\nb  ")
    expect(page.locator("[data-count]")).to_have_text("4 / 1000")
    write(page, "Pārlūka lasītājas viedoklis par darbnīcu.")
    expect(page.locator("code.receipt")).to_be_visible()  # the proof of work was accepted
    shown = page.locator(".thread .said").count()
    expect(page.get_by_role("heading", name=f"Komentāri ({shown})")).to_be_visible()
    assert_clean(reader)
    page.get_by_role("link", name="Atbildēt").first.click()
    write(page, "Atbilde ar aizliegtu saiti ogre24.lv")
    expect(page.get_by_role("alert")).to_contain_text("5. noteikums")
    expect(page.get_by_label("Komentārs", exact=True)).to_have_value(
        "Atbilde ar aizliegtu saiti ogre24.lv"
    )
    refusals = [each for each in reader.complaints if "422" not in each]
    assert refusals == []
    reader.complaints.clear()
    assert_clean(reader)

    desk = visit(session=moderator)
    page = desk.open("/moderacija/?which=unseen")
    page.get_by_role("link", name="Apskatīt un lemt").first.click()
    assert_clean(desk)
    page.keyboard.press("r")  # leads to ground and reasons first
    expect(page.locator("#id_ground")).to_be_focused()
    page.locator("#id_ground").select_option("morals")
    page.locator("#id_statement").fill("Nepieklājīgi pret kaimiņiem.")
    page.locator("h1").click()
    page.keyboard.press("r")
    expect(page.get_by_role("status").first).to_contain_text("izņemts")
    page.keyboard.press("u")
    expect(page.get_by_text("Lēmums ir atsaukts.")).to_be_visible()
    assert_clean(desk)


def test_a_draft_survives_the_switch_of_languages_and_leaving(visit: Callable[..., Visit]) -> None:
    """Fault C7: both lost what was typed, and nothing warned."""
    page = visit().open(PAGES["article"][0])
    draft = f"Vēl neuzrakstīts viedoklis {uuid.uuid4()}"
    page.locator("#id_name").fill("Lasītāja")
    page.locator("#id_text").fill(draft)
    asked: list[str] = []

    def leave(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.accept()

    page.on("dialog", leave)
    page.locator("header").get_by_role("link", name="English").click()
    page.wait_for_url(f"**{PAGES['article'][1]}")
    expect(page.locator("#id_text")).to_have_value(draft)
    page.goto("about:blank")
    page.go_back()
    expect(page.locator("#id_text")).to_have_value(draft)
    page.locator("header").get_by_role("link", name="Latviešu").click()
    page.locator(".trail a").first.click()
    page.wait_for_url("**/zinas/**")
    page.locator(".story h2 a").first.click()
    expect(page.locator("#id_text")).to_have_value(draft)
    expect(page.locator("#id_name")).to_have_value("Lasītāja")
    assert asked == [], "nobody is asked where nothing would be lost"
    # Its box was not touched on this page: the proof of work begins with the sending.
    page.get_by_role("button", name="Publicēt komentāru").click()
    expect(page.locator("code.receipt")).to_be_visible()
    expect(page.locator("#id_text")).to_have_value("")  # it is a comment now


def test_one_key_removes_and_one_undoes(
    visit: Callable[..., Visit], moderator: str, story: dict[str, Any]
) -> None:
    desk = visit(session=moderator)
    page = desk.open(f"/moderacija/{story['held']}/")
    page.keyboard.press("3")
    expect(page.get_by_role("status").first).to_contain_text("nav publicēts")
    page.keyboard.press("u")
    expect(page.get_by_text("Lēmums ir atsaukts.")).to_be_visible()
    expect(page.locator("main")).to_contain_text("Komentārā ir rupji vārdi: stulbenis.")
    page.locator("#id_statement").fill("3 un u te ir burti")
    page.locator("#id_statement").press("3")
    assert f"/moderacija/{story['held']}/" in page.url, "no decision while typing"


def test_the_keyboard_alone_writes_a_comment(visit: Callable[..., Visit]) -> None:
    here = visit()
    page = here.open(PAGES["article"][0])
    page.locator("#comments-title").evaluate("each => { each.tabIndex = -1; each.focus(); }")

    def tab_to(name: str) -> None:
        for _ in range(400):
            page.keyboard.press("Tab")
            if page.evaluate("document.activeElement.name || ''") == name:
                return
        raise AssertionError(f"the keyboard does not reach {name}")

    tab_to("name")
    page.keyboard.type("Klaviatūras lietotāja")
    tab_to("text")
    page.keyboard.type("Rakstīts bez peles.")
    tab_to("send")
    page.keyboard.press("Enter")
    expect(page.locator("code.receipt")).to_be_visible()
    expect(page.get_by_text("Rakstīts bez peles.")).to_be_visible()
    assert not page.evaluate("document.querySelector('#id_website').value"), "the trap is skipped"


def test_a_banner_has_a_narrow_version_and_asks_nobody(
    visit: Callable[..., Visit],
) -> None:
    for width, size in ((1280, 1960), (360, 640)):
        here = visit(width=width)
        page = here.open("/zinas/")
        image = page.locator(".banner img")
        expect(image).to_be_visible()
        assert page.evaluate("document.querySelector('.banner img').naturalWidth") == size
        expect(image).to_have_attribute("alt", re.compile("Izdomāta reklāma"))
        assert_clean(here)


def test_an_article_stands_in_the_middle_of_a_desk(reader: Callable[..., Visit]) -> None:
    """Fault D3: the right third was empty."""
    page = reader().open(PAGES["article"][0])
    sides = "(found) => [found.offsetLeft, innerWidth - found.offsetLeft - found.offsetWidth]"
    left, right = page.locator("article.article").evaluate(sides)
    assert left == pytest.approx(right, abs=20)
    assert left > 100


def test_an_article_prints_without_what_only_a_screen_needs(visit: Callable[..., Visit]) -> None:
    here = visit()
    page = here.open(PAGES["article"][0])
    page.emulate_media(media="print")
    for gone in (".sections", ".tools", ".trail", ".share", ".write", ".sort", ".do"):
        assert not page.locator(gone).first.is_visible(), gone
    expect(page.locator(".prose").first).to_be_visible()
    expect(page.locator("h1")).to_be_visible()


def test_back_to_the_list_is_back_to_the_place(visit: Callable[..., Visit]) -> None:
    page = visit(width=390).open("/zinas/?topic=tikls&q=inkubatori")
    page.locator(".story h2 a").first.click()
    page.get_by_role("link", name="Uz sarakstu").click()
    page.wait_for_url(f"**/zinas/?topic=tikls&q=inkubatori#{SLUG}")
    assert page.evaluate("document.querySelector(':target').id") == SLUG


def test_without_a_script_one_reads_and_writes(chromium: Any, served: str) -> None:
    context = chromium.new_context(java_script_enabled=False, locale="lv-LV")
    page = context.new_page()
    page.goto(served + PAGES["article"][0])
    write(page, "Bez skripta rakstīts viedoklis.")
    expect(page.get_by_text("gaida pārskatīšanu")).to_be_visible()
    context.close()


def test_editors_find_wagtail_behind_the_door(visit: Callable[..., Visit], editor: str) -> None:
    here = visit(session=editor)
    page = here.open("/redakcija/snippets/newsroom/article/")
    page.get_by_role("link", name="Ogre piedalās").first.click()
    text = page.get_by_role("textbox", name="Teksts (latviski)")
    expect(text).to_be_visible()
    text.click()
    page.keyboard.press("Control+A")
    page.keyboard.press("Control+B")
    page.locator("[data-side-panel-toggle=preview]").click()
    shown = page.frame_locator("#w-preview-iframe, [data-side-panel=preview] iframe").last
    expect(shown.get_by_role("heading", name="Ogre piedalās")).to_be_visible()
    number = page.url.rstrip("/").rpartition("/")[2]
    for address in ("article/add/", f"article/history/{number}/", "topic/add/"):
        here.open(f"/redakcija/snippets/newsroom/{address}")
        page.wait_for_load_state()
    here.open("/redakcija/snippets/newsroom/banner/add/")
    page.locator("#id_begins").click()
    expect(page.locator(".xdsoft_datetimepicker:visible")).to_be_visible()
    page.keyboard.press("Escape")
    page.locator("[data-chooser-action-choose]").first.click()
    expect(page.locator(".modal-dialog")).to_be_visible()
    assert here.complaints == []


def test_a_script_that_came_into_an_editors_page_does_not_run(
    visit: Callable[..., Visit], editor: str
) -> None:
    here = visit(session=editor)
    planted = (
        "<script>document.title = 'caught'</script>"
        "<p id='planted' style='position: fixed'>x</p></body>"
    )

    def plant(route: Any) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, body=answer.text().replace("</body>", planted))

    here.page.route("**/article/add/", plant)
    page = here.open("/redakcija/snippets/newsroom/article/add/")
    expect(page.locator(".public-DraftEditor-content").first).to_be_visible()
    assert page.title() != "caught"
    position = "(found) => getComputedStyle(found).position"
    assert page.locator("#planted").evaluate(position) == "static"
    assert any("Content Security Policy" in said for said in here.complaints)
