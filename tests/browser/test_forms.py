"""Long forms in a real browser: kept while they are written, and two people at one of them."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from playwright.sync_api import expect
from tests.browser.test_trial import clean

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def evaluators(served: str, django_db_blocker: Any) -> list[str]:
    """Return sessions of two evaluators."""
    from ligzda.network.actions import grant_role, invite_user
    from ligzda.network.load import system_member
    from ligzda.network.models import Partner
    from ligzda.network.roles import Evaluator

    found = []
    with django_db_blocker.unblock():
        for name in ("Anna", "Bruno"):
            by, email = system_member(), f"{name.lower()}@uni.example"
            user = invite_user(by=by, email=email, name=name)
            university = Partner.objects.filter(kind="university")[0]
            grant_role(by=by, user=user, role=Evaluator, partner=university)
            client = Client()
            # The second step is asked of accounts of real people; the demonstration's are spared.
            user.is_demo = True
            user.save()
            client.force_login(user, backend="allauth.account.auth_backends.AuthenticationBackend")
            found.append(client.cookies["sessionid"].value)
    return found


@pytest.fixture(scope="module")
def protocol(served: str, django_db_blocker: Any) -> str:
    """Return the address at which the draft of the protocol is written."""
    from tests.trial.conftest import content

    from ligzda.blueprints.models import ModelVersion
    from ligzda.network.load import system_member
    from ligzda.trial.registry import actions
    from ligzda.trial.registry.plan_text import TEMPLATE

    with django_db_blocker.unblock():
        models = list(ModelVersion.objects.filter(published_at__isnull=False))
        actions.begin_version(by=system_member(), content=content(), plan=TEMPLATE, models=models)
    return "/izmeginajums/protokols/1.0/rakstit/"


def test_what_was_typed_is_there_after_the_tab_was_closed(
    visit: Callable[..., Any], evaluators: list[str], protocol: str
) -> None:
    visitor = visit(width=360, session=evaluators[0])
    page = visitor.open(protocol)
    page.fill("#id_abstract_0", "Pirmā rindkopa.")
    expect(page.locator("[data-keep]")).to_have_text(re.compile("Paturēts"))
    page.get_by_role("link", name="English").click()  # nothing would be lost: nobody is asked
    expect(page.get_by_text(re.compile("Your text of .* was not saved"))).to_be_visible()
    page.close()
    again = visit(session=evaluators[0])
    page = again.open(protocol)
    clean(again)
    page.get_by_role("button", name="Turpināt ar to").click()
    expect(page.locator("#id_abstract_0")).to_have_value("Pirmā rindkopa.")
    page.get_by_role("button", name="Saglabāt", exact=True).click()
    expect(page.get_by_text("Pirmā rindkopa.")).to_be_visible()
    page = again.open(protocol)
    expect(page.locator("#id_abstract_0")).to_have_value("Pirmā rindkopa.")
    expect(page.get_by_text("netika saglabāts")).to_have_count(0)
    clean(again)


def test_of_two_browsers_nobody_publishes_what_the_other_has_changed_since(
    visit: Callable[..., Any], evaluators: list[str]
) -> None:
    """Fault A9, with two people at one draft in the workshop."""
    first, second = (visit(session=session) for session in evaluators)
    page = first.open("/darbnica/modeli/")
    page.get_by_role("button", name=re.compile("M2")).first.click()
    where = re.sub(r"^https?://[^/]+", "", page.url)
    other = second.open(where)
    page.fill("#id_idea_lv", "Pirmās doma.")
    page.get_by_role("button", name="Saglabāt un publicēt").click()
    expect(page.get_by_text("Pirmās doma.")).to_be_visible()
    other.fill("#id_main_risk_lv", "Otrā risks.")
    other.get_by_role("button", name="Saglabāt melnrakstu").click()
    expect(other.get_by_role("alert")).to_contain_text("Pirmās doma.")
    clean(second)
    other.get_by_role("button", name="Saglabāt melnrakstu").click()
    expect(other.get_by_role("alert")).to_have_count(0)
    page.get_by_role("button", name="Publicēt neatgriezeniski").click()
    expect(page.get_by_text("apskatiet vēlreiz")).to_be_visible()
    expect(page.locator("#id_main_risk_lv")).to_have_value("Otrā risks.")
    clean(first)


@pytest.mark.parametrize(("width", "scheme"), [(360, "dark"), (1280, "light")])
@pytest.mark.parametrize("language", ["", "/en"])
def test_sections_and_the_form_of_the_plan_are_clean_with_an_error_in_them(
    visit: Callable[..., Any],
    evaluators: list[str],
    protocol: str,
    width: int,
    scheme: str,
    language: str,
) -> None:
    visitor = visit(width=width, scheme=scheme, session=evaluators[0])
    written = {"": protocol, "/en": "/en/trial/protocol/1.0/edit/"}[language]
    page = visitor.open(f"{written}?section=about")
    page.fill("#id_trial_ends", "1999-01-01")
    page.locator("main button:not([name])").last.click()
    expect(page.locator("#refused")).to_be_focused()
    clean(visitor)
    page.locator("#refused a").first.click()
    expect(page.locator("#id_trial_ends")).to_be_focused()
    build = {"": "/izmeginajums/protokols/1.0/plans/", "/en": "/en/trial/protocol/1.0/plan/"}
    page = visitor.open(build[language])
    for language_box in page.locator("input[id^=id_f1_contrast_]").all():
        assert language_box.bounding_box()["height"] > 40, "a line is as high as other boxes"
        language_box.fill("")
    page.locator("button[name=look]").click()
    expect(page.locator("#refused")).to_be_focused()
    clean(visitor)
