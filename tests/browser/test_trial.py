"""A university evaluator walks from the practice library to a held draw, without a manual."""

import re
from collections.abc import Callable
from threading import Thread
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.db import connections
from django.test import Client

from ligzda.trial.designs import answer
from ligzda.trial.models import DesignRun

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
]


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
        connections.close_all()

    worker = Thread(target=answer_all)
    worker.start()
    worker.join()


@pytest.mark.slow
def test_the_walk(visit: Callable[..., Any], evaluator: str) -> None:
    guest = visit(session=evaluator)
    page = guest.open("/en/trial/")
    clean(guest)

    # 1 A practice is added to the library.
    page.get_by_role("link", name="Practice library").click()
    page.get_by_role("link", name="Add a practice").click()
    page.get_by_label("Short code").fill("browser_walk")
    page.get_by_label("Name (Latvian)").fill("Pārlūka prakse")
    page.get_by_label("Name (English)").fill("Walked practice")
    page.get_by_label("Country").fill("LV")
    page.get_by_label("What was seen (Latvian)").fill("Redzēts")
    page.get_by_label("What was seen (English)").fill("Seen")
    page.get_by_label("Sources").fill("https://example.org")
    page.get_by_label("Host", exact=True).select_option(index=3)
    clean(guest)
    page.get_by_role("button", name="Save").click()
    assert page.get_by_role("link", name="Walked practice").is_visible()

    # 2 Eight models are proposed, one set is made into drafts, one draft is published.
    page.goto(guest.address + "/en/workshop/models/")
    page.get_by_role("link", name="Let eight models be proposed").click()
    page.get_by_role("button", name="Propose").click()
    clean(guest)
    page.get_by_role("button", name="Make drafts of these").first.click()
    assert page.get_by_text("8 drafts are waiting").is_visible()
    page.get_by_role("link", name="Go on with the draft").first.click()
    clean(guest)
    page.get_by_role("button", name="Publish this version").click()
    assert page.get_by_text("Version 2 of M1 is published.").is_visible()
    page.get_by_role("link", name="Check the models").click()
    assert page.locator(".verdicts .label.good").count() == 4
    clean(guest)

    # 3 The protocol is begun, written and registered.
    page.goto(guest.address + "/en/trial/protocol/")
    page.get_by_role("button", name="Begin the protocol").click()
    for box in page.locator("fieldset textarea:not(.toml), fieldset input[type=text]").all():
        if not box.input_value():
            box.fill("Words of the evaluator")
    for box in page.locator("fieldset input[type=number]").all():
        if not box.input_value():
            box.fill("30")
    for name, day in (("The trial starts", "2017-01-01"), ("The trial ends", "2018-12-31")):
        page.get_by_label(name).fill(day)
    clean(guest)
    page.get_by_role("button", name="Save").click()
    page.get_by_role("button", name="Register this version").click()
    assert page.get_by_text("It does not change any more").first.is_visible()
    clean(guest)

    # 4 What can it show? The worker is played by this test.
    page.goto(guest.address + "/en/trial/power/")
    page.get_by_label("Participants per incubator").fill("30")
    page.get_by_role("button", name="Simulate").click()
    assert page.get_by_role("progressbar").is_visible()
    work()
    page.reload()
    page.get_by_role("heading", name="What this trial can show").wait_for()
    clean(guest)

    # 5 The draw: constraints that clash, then constraints that do not, the hash, the dice.
    page.goto(guest.address + "/en/trial/assignment/")
    page.get_by_label("Changes of model at one incubator, at most").fill("0")
    page.get_by_role("button", name="Try the constraints").click()
    assert page.get_by_text("These constraints cannot be met together").is_visible()
    page.get_by_label("Changes of model at one incubator, at most").fill("1")
    page.get_by_role("button", name="Try the constraints").click()
    clean(guest)
    page.get_by_role("button", name="publish the hash").click()
    seed, salt = page.locator("#seed").inner_text(), page.locator("#salt").inner_text()
    page.get_by_role("link", name="I have kept both").click()
    page.get_by_label("Public number").fill("3 5 1 6")
    page.get_by_label("Where it comes from").fill("dice, thrown by the council's chair")
    page.get_by_label("Salt").fill(salt)
    page.get_by_label("Seed").fill(str(int(seed) + 1))
    page.get_by_role("button", name="Reveal and draw").click()
    assert page.get_by_text("The draw does not count").is_visible()
    # The browser reports the refusal's status by itself; everything else would be a fault.
    assert all("422" in text for text in guest.complaints)
    guest.complaints.clear()
    page.get_by_label("Seed").fill(seed)
    page.get_by_role("button", name="Reveal and draw").click()
    assert page.get_by_role("heading", name="The assignment").is_visible()
    ogre = page.get_by_role("row", name=re.compile("Ogre")).all_inner_texts()
    assert all(re.search(r"M[12] ", row) for row in ogre)
    clean(guest)

    # 6 It runs: every page in both schemes, on a phone and at a desk.
    for width, scheme in ((390, "light"), (1280, "dark")):
        reader = visit(width=width, scheme=scheme, session=evaluator)
        for path in PAGES:
            reader.open(path)
            clean(reader)
