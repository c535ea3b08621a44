"""A university evaluator walks from the practice library to a held draw, without a manual."""

import re
from collections.abc import Callable, Iterator
from importlib import import_module
from threading import Thread
from typing import Any
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.db import connection, connections
from django.test import Client
from playwright.sync_api import Browser, expect
from tests.browser.conftest import visitors, words_cut
from tests.effort import amount

from ligzda.kernel.jobs import SIMULATIONS
from ligzda.trial import runs
from ligzda.trial.assignment import chances, odds
from ligzda.trial.models import ChanceRun, DesignRun
from ligzda.trial.power.runs import answer

pytestmark = pytest.mark.django_db

PAGES = [
    "/izmeginajums/",
    "/izmeginajums/protokols/",
    "/izmeginajums/jauda/",
    "/izmeginajums/izloze/",
    "/izmeginajums/grafiks/",
    "/izmeginajums/atbilstiba/",
    "/izmeginajums/plusma/",
    "/izmeginajums/atkapes/",
    "/darbnica/prakses/",
    "/darbnica/modeli/",
    "/darbnica/faktori/",
    "/darbnica/parbaudes/",
    "/izmeginajums/inkubatori/ogre/",
    "/izmeginajums/atbilstiba/ogre/2017-01-01/",
    "/izmeginajums/protokols/1.0/",
]
OGRE = "Ogre social-enterprise incubator"
DRAWS = amount(3, nightly=60)
TRIALS = amount(10, nightly=100)
"""Of each design. What is simulated, and that a process of its own does it, is held by tests/trial;
pages show what came out."""


@pytest.fixture(scope="module", autouse=True)
def _little_drawn() -> Iterator[None]:
    """Answer questions here, by fewer draws and trials than a page asks for."""

    def here(function: str, question: Any, report: Callable[[int, int], None], _stop: Any) -> Any:
        module, _colon, name = function.partition(":")
        if isinstance(question, dict):
            question = {**question, "question": {**question["question"], "trials": TRIALS}}
        return getattr(import_module(module), name)(question, report)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(runs, "confined", here)
        patch.setattr(odds, "TRIED", DRAWS)
        patch.setattr(chances, "TRIED", DRAWS)
        yield


@pytest.fixture(scope="module")
def evaluator(served: str, django_db_blocker: Any) -> str:
    """Return the session of the demonstration's evaluator."""
    from ligzda.network.models import Membership

    with django_db_blocker.unblock():
        user = Membership.objects.filter(role="evaluator", user__is_demo=True)[0].user
        client = Client()
        client.force_login(user, backend="allauth.account.auth_backends.AuthenticationBackend")
        return client.cookies["sessionid"].value


def clean(visit: Any) -> None:
    """No page may move sideways, complain, or fail axe."""
    page = visit.page
    page.wait_for_load_state()  # a click returns before the next page is there
    assert visit.complaints == []
    wide = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
    assert wide <= 0, f"{page.url} is {wide} pixels too wide"
    found = Axe().run(page).response["violations"]
    assert [(v["id"], [n["html"] for n in v["nodes"]][:3]) for v in found] == [], page.url


def work() -> None:
    """Do what the worker would: on a connection of its own, so that the server sees the rows."""

    def answer_all() -> None:
        for row in DesignRun.objects.all():
            answer(row.key)
        for tried in ChanceRun.objects.all():
            chances.answer(tried.key)
        with connection.cursor() as cursor:  # their jobs are done, so that more may be asked
            cursor.execute("DELETE FROM procrastinate_jobs WHERE queue_name = %s", [SIMULATIONS])
        connections.close_all()

    worker = Thread(target=answer_all)
    worker.start()
    worker.join()


@pytest.fixture(scope="module")
def registered(chromium: Browser, served: str, evaluator: str, django_db_blocker: Any) -> None:
    """The protocol is begun, written and registered."""
    with django_db_blocker.unblock(), visitors(chromium, served) as visit:
        guest = visit(session=evaluator)
        page = guest.open("/en/trial/protocol/")
        page.get_by_role("button", name="Begin the protocol").click()
        page.wait_for_load_state()
        page = guest.open(urlsplit(page.url).path)  # all sections on one page
        for box in page.locator("fieldset textarea:not(.toml), fieldset input[type=text]").all():
            if not box.input_value():
                box.fill("Words of the evaluator")
        for box in page.locator("fieldset input[type=number]").all():
            if not box.input_value():
                box.fill("30")
        for name in ("The trial starts", "The first model starts"):
            page.get_by_label(name).fill("2017-01-01")
        for name in ("The trial ends", "The last model ends"):
            page.get_by_label(name).fill("2018-12-31")
        clean(guest)
        page.get_by_role("button", name="Save", exact=True).click()
        page.get_by_role("link", name="Attach a document").click()
        clean(guest)
        page.get_by_label("Title").fill("Opinion of the ethics committee")
        paper = {
            "name": "opinion.pdf",
            "mimeType": "application/pdf",
            "buffer": b"%PDF-1.7 opinion",
        }
        page.get_by_label("File").set_input_files(paper)  # type: ignore[arg-type]
        page.get_by_role("button", name="Attach").click()
        expect(page.get_by_role("link", name="Opinion of the ethics committee")).to_be_visible()
        page.get_by_role("button", name="Register this version").click()
        clean(guest)
        page.get_by_role("button", name="Register, for ever").click()
        expect(page.get_by_text("It does not change any more").first).to_be_visible()
        clean(guest)


@pytest.fixture(scope="module")
def drawn(
    registered: None, chromium: Browser, served: str, evaluator: str, django_db_blocker: Any
) -> None:
    """The draw: constraints that clash, then constraints that do not, the hash, the dice."""
    with django_db_blocker.unblock(), visitors(chromium, served) as visit:
        guest = visit(session=evaluator)
        page = guest.open("/en/trial/assignment/")
        page.get_by_label("Changes of model at one incubator, at most").fill("0")
        page.get_by_role("button", name="Try the constraints").click()
        work()
        expect(page.get_by_text("These constraints cannot be met together")).to_be_visible()
        page.get_by_label("Changes of model at one incubator, at most").fill("1")
        page.get_by_role("button", name="Try the constraints").click()
        expect(page.get_by_role("progressbar")).to_be_visible()
        clean(guest)
        work()
        expect(page.get_by_text("It can be done")).to_be_visible()
        clean(guest)
        page.get_by_role("button", name="publish the hash").click()
        expect(page.get_by_role("heading", name="Fix these constraints")).to_be_visible()
        page.get_by_role("button", name="publish the hash").click()
        seed, salt = page.locator("#seed").inner_text(), page.locator("#salt").inner_text()
        page.fill("#typed", page.locator("#salt").inner_text()[-4:].upper())
        page.get_by_role("button", name="I have kept both").click()
        page.get_by_label("Public number").fill("3 5 1 6")
        page.get_by_label("Where it comes from").fill("dice, thrown by the council's chair")
        page.get_by_label("Salt").fill(salt)
        page.get_by_label("Seed").fill(str(int(seed) + 1))
        page.get_by_role("button", name="Reveal and draw").click()
        expect(page.get_by_text("The draw does not count")).to_be_visible()
        # The browser reports the refusal's status by itself; everything else would be a fault.
        assert all("422" in text for text in guest.complaints)
        guest.complaints.clear()
        page.get_by_label("Seed").fill(seed)
        page.get_by_role("button", name="Reveal and draw").click()
        expect(page.get_by_role("heading", name="Hold the draw now?")).to_be_visible()
        page.get_by_role("button", name="Reveal and draw").click()
        expect(page.get_by_role("heading", name="The assignment")).to_be_visible()
        ogre = page.get_by_role("row", name=re.compile("Ogre")).all_inner_texts()
        assert all(re.search(r"M[12] ", row) for row in ogre)
        clean(guest)


@pytest.fixture(scope="module")
def assessed(
    drawn: None, chromium: Browser, served: str, evaluator: str, django_db_blocker: Any
) -> None:
    """An assessment is recorded, and corrected on its page."""
    with django_db_blocker.unblock(), visitors(chromium, served) as visit:
        guest = visit(session=evaluator)
        page = guest.open("/en/trial/fidelity/")
        page.get_by_label("Incubator", exact=True).select_option(label=OGRE)
        page.get_by_label("Source").fill("Visit")
        page.get_by_label("Assessed on").fill("2017-04-03")
        for part in ("content", "coverage", "frequency", "duration"):
            page.locator(f"[name={part}_planned]").fill("10")
            page.locator(f"[name={part}_actual]").fill("3")
        page.get_by_role("button", name="Record").click()
        page.get_by_role("link", name="30 %").click()
        page.get_by_text("Correct this assessment").click()
        clean(guest)
        page.locator("[name=coverage_actual]").fill("9")
        page.get_by_role("button", name="Record the correction").click()
        expect(page.get_by_role("row", name=re.compile("Coverage.*90"))).to_be_visible()


@pytest.mark.slow
def test_a_practice_is_added_to_the_library(visit: Callable[..., Any], evaluator: str) -> None:
    guest = visit(session=evaluator)
    page = guest.open("/en/trial/")
    clean(guest)
    page.get_by_role("link", name="Practice library").click()
    page.get_by_role("link", name="Add a practice").click()
    page.get_by_label("Short code").fill("browser_walk")
    page.get_by_label("Name (Latvian)").fill("Pārlūka prakse")
    page.get_by_label("Name (English)").fill("Walked practice")
    page.get_by_label("Country").select_option("Latvia")
    page.get_by_label("What was seen (Latvian)").fill("Redzēts")
    page.get_by_label("What was seen (English)").fill("Seen")
    page.get_by_label("Sources").fill("https://example.org")
    page.get_by_label("Host", exact=True).select_option(index=3)
    clean(guest)
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_role("link", name="Walked practice")).to_be_visible()


@pytest.mark.slow
def test_eight_models_are_proposed_and_one_draft_is_published(
    visit: Callable[..., Any], evaluator: str
) -> None:
    guest = visit(session=evaluator)
    page = guest.open("/en/workshop/models/")
    page.get_by_role("link", name="Let eight models be proposed").click()
    page.get_by_role("button", name="Propose").click()
    clean(guest)
    expect(page.get_by_role("row", name=re.compile("as published now"))).to_be_visible()
    page.get_by_role("button", name="Make drafts of these").first.click()
    expect(page.get_by_text("8 drafts are waiting")).to_be_visible()
    page.get_by_role("link", name="Check the models").click()
    page.get_by_role("link", name="Check the drafts before they are published").click()
    expect(page.locator(".verdicts .label.good")).to_have_count(6)
    clean(guest)
    page.go_back()
    page.go_back()
    page.get_by_role("link", name="Go on with the draft").first.click()
    clean(guest)
    page.get_by_role("button", name="Save and publish").click()
    clean(guest)
    page.get_by_role("button", name="Publish, for ever").click()
    expect(page.get_by_text("Version 2 of M1 is published.")).to_be_visible()
    page.get_by_role("link", name="Check the models").click()
    expect(page.locator(".verdicts .label.good")).to_have_count(6)
    only = page.get_by_role("row", name=re.compile("^Ogre Municipality")).all_inner_texts()
    assert only[0].split("\t")[1:] == ["can"] * 2 + ["cannot"] * 6
    clean(guest)


@pytest.mark.slow
def test_two_levels_exclude_each_other_and_not_any_more(
    visit: Callable[..., Any], evaluator: str
) -> None:
    guest = visit(session=evaluator)
    page = guest.open("/en/workshop/factors/")
    count = page.get_by_role("button", name="Take back").count()
    circle = "Training: learning sets over the whole stay"
    page.get_by_label("Level", exact=True).select_option(label="Duration: 36 months")
    page.get_by_label("Excludes", exact=True).select_option(label=circle)
    page.get_by_label("Reason (Latvian)").fill("Par ilgu")
    page.get_by_label("Reason (English)").fill("Too long")
    page.get_by_role("button", name="Add").click()
    expect(page.get_by_role("button", name="Take back")).to_have_count(count + 1)
    clean(guest)
    page.get_by_role("row", name=re.compile("Too long")).get_by_role("button").click()
    expect(page.get_by_role("button", name="Take back")).to_have_count(count)


@pytest.mark.slow
def test_what_can_it_show(visit: Callable[..., Any], evaluator: str, registered: None) -> None:
    guest = visit(session=evaluator)
    page = guest.open("/en/trial/power/")
    page.get_by_label("Participants per incubator").fill("30")
    page.get_by_role("button", name="Simulate").click()
    expect(page.get_by_role("progressbar")).to_be_visible()
    work()
    page.reload()
    page.get_by_role("heading", name="What this trial can show").wait_for()
    clean(guest)
    expect(page.locator("svg.bars")).to_have_count(3)


@pytest.mark.slow
def test_a_registered_protocol_says_that_it_stays(
    visit: Callable[..., Any], evaluator: str, registered: None
) -> None:
    page = visit(session=evaluator).open("/en/trial/protocol/1.0/")
    expect(page.get_by_text("It does not change any more").first).to_be_visible()


@pytest.mark.slow
def test_the_draw_gives_ogre_what_ogre_can_run(
    visit: Callable[..., Any], evaluator: str, drawn: None
) -> None:
    page = visit(session=evaluator).open("/en/trial/assignment/")
    expect(page.get_by_role("heading", name="The assignment")).to_be_visible()
    ogre = page.get_by_role("row", name=re.compile("Ogre")).all_inner_texts()
    assert ogre
    assert all(re.search(r"M[12] ", row) for row in ogre)


@pytest.mark.slow
@pytest.mark.parametrize("address", ["/izmeginajums/", "/en/trial/"])
@pytest.mark.parametrize("width", [320, 1280])
def test_no_word_of_the_trial_s_pictures_is_cut(
    visit: Callable[..., Any], drawn: None, width: int, address: str
) -> None:
    pages = {"/izmeginajums/": ("grafiks/", "plusma/"), "/en/trial/": ("timeline/", "flow/")}
    visitor = visit(width=width)
    for name in pages[address]:
        page = visitor.open(address + name)
        # A wide picture scrolls in its figure: its words are held against the picture.
        page.locator("main svg text").first.wait_for(state="attached")
        assert words_cut(page) == [], name


def test_a_corrected_assessment_shows_what_it_says_now(
    visit: Callable[..., Any], evaluator: str, assessed: None
) -> None:
    page = visit(session=evaluator).open("/en/trial/fidelity/ogre/2017-01-01/")
    expect(page.get_by_role("row", name=re.compile("Coverage.*90"))).to_be_visible()


@pytest.mark.slow
def test_how_a_model_is_run_here_is_recorded(
    visit: Callable[..., Any], evaluator: str, drawn: None
) -> None:
    guest = visit(session=evaluator)
    page = guest.open("/en/trial/incubators/ogre/")
    page.get_by_label("Model", exact=True).select_option(index=1)
    page.get_by_label("Item of the description").select_option("materials")
    page.get_by_label("Planned or changed?").select_option("modified")
    page.locator("[name=text]").fill("A laundry")
    page.locator("[name=reason]").fill("The rooms are low")
    page.get_by_label("Since").fill("2017-03-01")
    page.get_by_role("button", name="Record").click()
    expect(page.get_by_role("cell", name=re.compile("A laundry"))).to_be_visible()
    clean(guest)


@pytest.mark.slow
def test_who_left_is_recorded(visit: Callable[..., Any], evaluator: str, drawn: None) -> None:
    guest = visit(session=evaluator)
    page = guest.open("/en/trial/flow/")
    page.get_by_label("Incubator", exact=True).select_option(label=OGRE)
    page.get_by_label("What happened").select_option("lost")
    page.get_by_label("Reason").fill("Moved")
    page.get_by_label("Day").fill("2017-05-01")
    page.get_by_role("button", name="Record").click()
    expect(page.get_by_role("row", name=re.compile("Moved")).get_by_role("button")).to_be_visible()
    clean(guest)


@pytest.mark.slow
@pytest.mark.parametrize(("width", "scheme"), [(360, "light"), (1280, "dark")])
def test_every_page_on_a_phone_and_at_a_desk(
    visit: Callable[..., Any], evaluator: str, assessed: None, width: int, scheme: str
) -> None:
    reader = visit(width=width, scheme=scheme, session=evaluator)
    for path in PAGES:
        reader.open(path)
        clean(reader)
