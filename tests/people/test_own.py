"""A participant's own pages: theirs alone, in easy language, whole without a script."""

import datetime
import re
from html import unescape
from html.parser import HTMLParser

import pytest
from django.db.backends.postgresql.psycopg_any import DateRange
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override
from tests.addresses import client_of
from tests.people.conftest import Staff

from ligzda.blueprints.models import ModelVersion
from ligzda.incubators.models import Incubator
from ligzda.kernel.errors import BadDataError
from ligzda.network.models import UnsavedText
from ligzda.people import actions as people
from ligzda.people.actions import PersonFacts
from ligzda.people.models import Consent, ConsentText, Person, Reading, RightsRequest, Stay
from ligzda.people.own import queries
from ligzda.people.own.actions import link_account
from ligzda.people.own.pages import BY_KEY, PAGES
from ligzda.people.rights.load import load_consent_texts

pytestmark = pytest.mark.django_db
BERTA = PersonFacts(given_name="Berta", family_name="Ozola")
MOST_LIX, MOST_WORDS = 45, 9
"""Easy Latvian of public bodies has a LIX of 40 and 4.2 words a sentence, a statute 98 and 35."""
BLOCKS = {"p", "li", "h1", "h2", "dt", "dd", "br", "label", "button", "strong", "legend"}


class _Easy(HTMLParser):
    """The text inside `div.easy`, a line for each block."""

    def __init__(self) -> None:
        super().__init__()
        self.depth, self.text = 0, ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self.depth and tag in BLOCKS:
            self.text += "\n"
        if tag == "div" and (self.depth or ("class", "easy") in attrs):
            self.depth += 1

    def handle_endtag(self, tag: str) -> None:
        if tag == "div" and self.depth:
            self.depth -= 1
        if tag in BLOCKS:
            self.text += "\n"

    def handle_data(self, data: str) -> None:
        if self.depth:
            self.text += re.sub(r"\s+", " ", data)


def easy_text(html: str) -> str:
    """Return what a page says in easy language."""
    parser = _Easy()
    parser.feed(html)
    return unescape(parser.text)


def readability(text: str) -> tuple[float, float]:
    """Return LIX (Björnsson 1968: words a sentence, and percent of words past six letters) and
    words a sentence."""
    sentences = [each for each in re.split(r"[.!?:]+\s|\n", text) if re.search(r"[^\W\d_]", each)]
    words = re.findall(r"[^\W\d_]+", text)
    each = len(words) / len(sentences)
    return each + 100 * sum(len(word) > 6 for word in words) / len(words), each


@pytest.fixture
def mine(anna: Person, staff: Staff) -> Client:
    """Anna's own browser; she stays in Ogre's incubator."""
    load_consent_texts()
    link_account(by=staff.social_worker, person=anna, email=staff.participant.email)
    first = timezone.localdate() - datetime.timedelta(30)
    Stay.objects.create(
        person=anna, municipality=staff.here, incubator=Incubator.objects.get(slug="ogre"),
        version=ModelVersion.objects.filter(published_at__isnull=False).earliest("pk"),
        period=DateRange(first, None), contract_on=first,
    )  # fmt: skip
    return client_of(staff.participant)


def addresses() -> list[str]:
    plain = [reverse(page.address) for page in BY_KEY.values() if page.key not in ("ask", "choose")]
    asks = [reverse("people:own_ask", args=[kind]) for kind in ("labot", "nelietot", "dzest")]
    return [*plain, *asks, reverse("people:own_choose", args=["story"])]


def test_it_works(mine: Client) -> None:
    page = mine.get("/cilveki/mans/").content.decode()
    for each in PAGES:
        with override("lv"):
            assert str(each.title) in page
            assert reverse(each.address) in page


@pytest.mark.parametrize("language", ["lv", "en"])
def test_each_page_is_easy_to_read_and_says_whether_a_reader_has_checked_it(
    mine: Client, language: str
) -> None:
    with override(language):
        pages = {address: mine.get(address) for address in addresses()}
    said = {"lv": "vēl neviens nav lasījis", "en": "No reader has checked this page yet"}
    for address, answer in pages.items():
        assert answer.status_code == 200, address
        text = easy_text(answer.content.decode())
        assert said[language] in text, address
        lix, words = readability(text)
        assert lix <= MOST_LIX, (address, lix, text)
        assert words <= MOST_WORDS, (address, words, text)


@pytest.mark.parametrize("language", ["lv", "en"])
def test_the_texts_of_consents_are_easy_to_read(staff: Staff, language: str) -> None:
    load_consent_texts()
    for row in ConsentText.objects.all():
        lix, words = readability(f"{row.text[language]}\n{row.effect[language]}")
        assert lix <= MOST_LIX, (row, lix)
        assert words <= MOST_WORDS, (row, words)


def test_the_guard_refuses_a_statute() -> None:
    lix, words = readability(
        "Pašvaldība nodrošina personas datu apstrādi atbilstoši normatīvajiem aktiem, kas regulē "
        "fizisko personu datu aizsardzību un sociālo pakalpojumu sniegšanas kārtību pašvaldībā."
    )
    assert lix > MOST_LIX
    assert words > MOST_WORDS


def test_a_person_asks_one_question_a_page(mine: Client, anna: Person) -> None:
    mine.post("/cilveki/mans/ludzu/labot/", {"words": "Mans tālrunis ir cits."})
    row = RightsRequest.objects.get()
    anna.refresh_from_db()
    assert (row.kind, row.asked_by) == ("rectify", anna.user)
    assert row.words == "Mans tālrunis ir cits."
    page = mine.post("/cilveki/mans/ludzu/labot/", {"words": "Vēlreiz."}).content.decode()
    assert "Vēlreiz." in page  # asked already: what was typed is there still
    assert not UnsavedText.objects.exists()
    assert "Mans tālrunis" not in mine.get("/cilveki/mans/").content.decode()


def test_a_person_says_yes_and_takes_it_back(mine: Client) -> None:
    where = "/cilveki/mans/izvele/story/"
    text = ConsentText.objects.get(purpose="story")
    mine.post(where, {"give": str(text.pk)})
    given = Consent.objects.get()
    assert given.withdrawn_at is None
    mine.post(where, {"withdraw": str(given.pk)})
    given.refresh_from_db()
    assert given.withdrawn_at


def test_a_person_sees_who_looked_and_their_own_look_is_not_noted(
    mine: Client, anna: Person, staff: Staff
) -> None:
    for _again in range(2):
        client_of(staff.instructor).get(f"/cilveki/{anna.pk}/")
    page = mine.get("/cilveki/mans/kas-skatijas/").content.decode()
    assert page.count(f"<strong>{staff.instructor.name}</strong>") == 1  # both looks of the day
    assert "tajā dienā 2 reizes" in page
    assert mine.get("/cilveki/mans/viss.zip").status_code == 200
    assert {row.by for row in Reading.objects.all()} == {staff.instructor}


def test_pages_say_names_of_people_and_places(mine: Client) -> None:
    assert "<dt>Vārds un uzvārds</dt>" in mine.get("/cilveki/mans/dati/").content.decode()
    assert "<br>Ogres novads</p>" in mine.get("/cilveki/mans/zvans/").content.decode()


def test_nobody_else_has_own_pages_or_a_look_at_hers(mine: Client, staff: Staff) -> None:
    other = client_of(staff.elsewhere)
    for address in ("dati/", "kas-skatijas/", "viss.zip", "ludzu/dzest/", "izvele/story/"):
        answer = other.get(f"/cilveki/mans/{address}")
        assert (answer.status_code, answer["Location"]) == (302, "/cilveki/mans/")
    assert "Bērziņa" not in other.get("/cilveki/mans/").content.decode()
    assert "vēl nav vaļā" in other.get("/cilveki/mans/").content.decode()


def test_an_account_shows_one_record(anna: Person, staff: Staff) -> None:
    other = people.register_person(
        by=staff.social_worker, municipality=staff.here, facts_given=BERTA
    )
    link_account(by=staff.social_worker, person=anna, email=staff.participant.email.upper())
    assert queries.record_of(staff.participant) == anna
    for email in (staff.participant.email, "neviens@example.org", staff.social_worker.email):
        with pytest.raises(BadDataError):
            link_account(by=staff.social_worker, person=other, email=email)


def test_a_page_needs_no_script(mine: Client) -> None:
    for address in addresses():
        page = mine.get(address).content.decode()
        easy = page[page.index('class="easy"') :]
        assert "<script" not in easy[: easy.index("</main>")]
