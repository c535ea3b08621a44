"""ODK Web Forms, a client in the browser, answers each questionnaire: what it sends makes the row.

It comes of the folder tests/web_forms: `npm ci` there. Nothing of it is part of the house.
"""

from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from django.utils import timezone
from playwright.sync_api import Browser, Locator, Page, Route
from tests.browser.conftest import CHROMIUM, LONGEST, _django_beside_playwright, chromium
from tests.people.asked import stay
from tests.people.test_openrosa import PATH, Telephone, telephone
from tests.people.test_openrosa_forms import GOLDEN

from ligzda.languages import Language
from ligzda.people.followups.codes import code_of
from ligzda.people.models import Observation, Stay
from ligzda.people.openrosa.xlsform import LANGUAGES, MOMENT, RATER
from ligzda.people.outcomes.queries import answers_of
from ligzda.people.outcomes.questionnaire import Questionnaire, questionnaire

__all__ = ["_django_beside_playwright", "chromium", "stay", "telephone"]
FOLDER = Path(__file__).resolve().parents[1] / "web_forms"
TYPES = {".html": "text/html", ".js": "text/javascript"}
pytestmark = [
    pytest.mark.django_db,
    pytest.mark.browser,
    pytest.mark.skipif(
        CHROMIUM is None or not (FOLDER / "node_modules").is_dir(),
        reason="wants Chromium (`apt-get install chromium`) and `npm ci` in tests/web_forms",
    ),
]


Sent = list[tuple[bytes, str]]


def lines_of(form: bytes, sent: Sent) -> Callable[[Route], None]:
    """Return what answers the client: the form, the files of the folder; what it sends is kept.

    The house is asked before and after: within Playwright's loop Django has another connection,
    which knows nothing of the test's transaction.
    """

    def serve(route: Route) -> None:
        request = route.request
        path = urlsplit(request.url).path
        if path == PATH:
            sent.append((request.post_data_buffer or b"", request.headers["content-type"]))
            route.fulfill(status=201)
        elif path.startswith("/openrosa/"):
            route.fulfill(body=form, content_type="text/xml")
        else:
            file = FOLDER / path.removeprefix("/")
            route.fulfill(path=file, content_type=TYPES[file.suffix])

    return serve


def question(page: Page, label: str) -> Locator:
    return page.locator(".question-container", has_text=label)


def answered(page: Page, form: Questionnaire, language: Language, given: dict[str, str]) -> None:
    """Fill in what is asked, in the order of the page, and send it."""
    for name, value in given.items():
        one = next((each for each in form.questions if each.id == name), None)
        choices = page.locator(f'input[type=radio][value="{value}"]')
        if one is None or one.choices:
            (question(page, one.texts[language]).locator(choices) if one else choices).check()
        else:
            field = question(page, one.texts[language]).locator("input")
            field.press_sequentially(value)
            field.press("Tab")


@pytest.mark.parametrize(
    ("name", "language"),
    [("entry", "lv"), ("who5", "en"), ("soft_skills", "lv"), ("exit", "en"), ("follow_up", "lv")],
)
def test_a_form_that_a_browser_answers_makes_the_row(
    name: str, language: Language, chromium: Browser, stay: Stay, telephone: Telephone
) -> None:
    given, expected = GOLDEN[name]
    form = questionnaire(name)
    moment = {"entry": "entry", "follow_up": "m6"}.get(name, "exit")
    rater = given.get(RATER, form.raters[0])
    page = chromium.new_page()
    page.set_default_timeout(LONGEST)
    sent: Sent = []
    page.route("**/*", lines_of(telephone.get(f"/openrosa/forms/{name}/1.xml").content, sent))
    page.goto(f"http://localhost/page.html?form={name}")
    page.locator(".language-changer:visible [role=combobox]").click()
    page.get_by_role("option", name=LANGUAGES[language]).click()
    code = page.locator(".question-container input").first
    code.fill(code_of(stay.pk))
    code.press("Tab")
    page.locator(".p-datepicker-input").click()
    page.get_by_role("button", name="Today").click()
    beside = {
        key: value
        for key, value, several in (
            (MOMENT, moment, form.moments), (RATER, rater, form.raters)
        )
        if len(several) > 1
    }  # fmt: skip
    asked = {one.id for one in form.asked(moment, expected)}
    shown = {key: value for key, value in given.items() if key in asked}
    answered(page, form, language, beside | shown)
    page.get_by_role("button", name="Send").click()
    page.locator("#answer", has_text="201").wait_for()
    page.close()
    [(body, written)] = sent
    answer = telephone.client.generic("POST", PATH, body, written, headers=telephone.headers)
    assert answer.status_code == 201
    row = Observation.objects.get()
    assert answers_of(row) == expected
    assert (row.moment, row.rater, row.observed_on) == (moment, rater, timezone.localdate())
