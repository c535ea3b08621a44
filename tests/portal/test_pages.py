"""Every page of the portal as a stranger and as a coordinator of Ogre meets it."""

import re
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from typing import Any

import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse
from django.utils.html import escape
from django.utils.translation import override
from tests.loaded import load_once

from ligzda.blueprints import queries as blueprints
from ligzda.network import queries as network
from ligzda.network.actions import grant_role
from ligzda.network.load import system_member
from ligzda.network.models import Municipality, Partner, User
from ligzda.network.roles import ROLES, Role
from ligzda.newsroom.models import Article

pytestmark = pytest.mark.django_db

PAGES: list[tuple[str, list[str]]] = [
    ("portal:home", []),
    ("portal:municipalities", []),
    ("portal:municipality", ["ogres-novads"]),
    ("portal:models", []),
    ("portal:rules", []),
    ("portal:model", ["m1-dienas-centra-darbnica"]),
    ("portal:practices", []),
    ("portal:practice", ["saime"]),
    ("portal:partners", []),
    ("portal:partner", ["rtu"]),
    ("portal:about", []),
    ("portal:evaluations", []),
    ("portal:open_data", []),
    ("portal:accessibility", []),
    ("portal:privacy", []),
    ("portal:easy", []),
    ("portal:search", []),
]
INVENTED = "izdomāta demonstrācijai"


@pytest.fixture(scope="module", autouse=True)
def _loaded(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """Load once; each test is a savepoint within, and all of it is undone at the end."""
    with django_db_blocker.unblock(), transaction.atomic():
        load_once()
        yield
        transaction.set_rollback(True)


def page(client: Client, name: str, *args: str, query: str = "") -> str:
    response = client.get(reverse(name, args=args) + query)
    assert response.status_code == 200
    return re.sub(r"\s+", " ", response.content.decode())


@pytest.mark.parametrize("language", ["lv", "en"])
@pytest.mark.parametrize(("name", "args"), PAGES)
def test_every_page_opens_in_both_languages(
    client: Client, name: str, args: list[str], language: str
) -> None:
    with override(language):
        here = reverse(name, args=args)
        html = page(client, name, *args)
    with override({"lv": "en", "en": "lv"}[language]):
        there = reverse(name, args=args)
    assert here != there
    assert f'<html lang="{language}">' in html
    assert f'hreflang="{language}" href="http://testserver{here}"' in html
    assert f'href="{there}" lang=' in html, "the switch leads to the same page"
    assert html.count("<h1>") == 1


ENGLISH = re.compile(r"\b(?:the|and|with|which|municipality|model|practice|partner)\b", re.I)


class Words(HTMLParser):
    """The words a reader sees, without those marked as of another language."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_data(self, data: str) -> None:
        self.found.append(data)


@pytest.mark.parametrize(("name", "args"), PAGES)
def test_latvian_pages_hold_no_english_words_of_ours(
    client: Client, name: str, args: list[str]
) -> None:
    reader = Words()
    html = page(client, name, *args)
    # Names and addresses of sources stay in their own language.
    reader.feed(re.sub(r'<p class="small soft">Avots:.*?</p>|<a href="http[^>]*>.*?</a>', "", html))
    told = [words for words in reader.found if ENGLISH.search(words)]
    assert [words for words in told if "Urban Innovative Actions" not in words] == []


@pytest.mark.parametrize(
    ("name", "args"),
    [
        ("portal:municipality", ["nekurienes-novads"]),
        ("portal:partner", ["neviens"]),
        ("portal:model", ["m9"]),
        ("portal:practice", ["nekas"]),
    ],
)
def test_an_unknown_name_leads_to_a_page_that_helps(
    client: Client, name: str, args: list[str]
) -> None:
    response = client.get(reverse(name, args=args))
    assert response.status_code == 404
    html = response.content.decode()
    assert "Šajā adresē nekā nav" in html
    assert reverse("portal:municipalities") in html


def test_an_address_of_nothing_offers_the_home_of_the_other_language(client: Client) -> None:
    html = client.get("/nekurienes/").content.decode()
    assert '<a href="/en/" lang="en"' in html


def test_a_municipality_on_a_day_it_did_not_stand_is_not_found(client: Client) -> None:
    address = reverse("portal:municipality", args=["varaklanu-novads"])
    assert client.get(address + "?year=2021").status_code == 200
    assert client.get(address + "?year=2025").status_code == 404


# What says "to be checked" asks once what was looked up.
# The session of a coordinator adds: session, user, memberships (for drafts).
@pytest.mark.parametrize(
    ("name", "args", "most"),
    [
        ("portal:home", [], 9),
        ("portal:municipalities", [], 2),
        ("portal:municipality", ["ogres-novads"], 10),
        ("portal:models", [], 6),
        ("portal:rules", [], 3),
        ("portal:model", ["m1-dienas-centra-darbnica"], 13),
        ("portal:practices", [], 4),
        ("portal:practice", ["saime"], 4),
        ("portal:partners", [], 1),
        ("portal:partner", ["rtu"], 1),
        ("portal:about", [], 0),
        ("portal:open_data", [], 0),
        # Statements checked; target groups, ceilings of support and acts, which are stated too.
        ("portal:privacy", [], 4),
    ],
)
def test_pages_ask_the_database_little(
    client: Client,
    django_assert_max_num_queries: Callable[[int], Any],
    name: str,
    args: list[str],
    most: int,
) -> None:
    page(client, name, *args)  # draws the map once
    with django_assert_max_num_queries(most):
        page(client, name, *args)


def test_the_map_of_each_year_has_nine_links(client: Client) -> None:
    for year, units in [("2016", 119), ("2021", 43), ("2025", 42)]:
        html = page(client, "portal:home", query=f"?year={year}")
        assert html.count('<a class="region') == 9
        assert html.count('<a class="region invented"') == 8
        assert f'aria-current="true">{year}</a>' in html
        html = page(client, "portal:municipalities", query=f"?year={year}")
        taking_part, everyone = html.split('id="all"')
        assert taking_part.count('role="rowheader"') == 9
        assert everyone.count('role="rowheader"') == units


def test_a_changed_outline_is_drawn_anew(client: Client) -> None:
    ogre = Municipality.objects.get(slug="ogres-novads")
    unit = ogre.units.get(period__contains=max(network.REFERENCE_DAYS.values()))
    before = page(client, "portal:home")
    square = [[24.0, 56.8], [25.0, 56.8], [25.0, 56.9], [24.0, 56.9], [24.0, 56.8]]
    unit.geometry = {"type": "Polygon", "coordinates": [square]}
    unit.save()
    after = page(client, "portal:home")
    outline = re.compile(r'ogres-novads/"[^>]*>.*?<path d="([^"]+)"')
    assert outline.search(before)[1] != outline.search(after)[1]  # type: ignore[index]
    assert outline.search(after)[1].count(" ") < 12  # type: ignore[index]


@pytest.mark.slow
def test_what_is_invented_is_labelled_and_explained(client: Client) -> None:
    for row in network.municipalities(network.PROJECT_DATE):
        html = page(client, "portal:municipality", row.slug)
        assert (INVENTED in html) == row.invented, row.name
        assert ('id="invented"' in html) == row.invented
    home = page(client, "portal:home")
    cards = re.findall(r'<li class="card">.*?</li>', home)
    assert sum("izdomāts demonstrācijai" in card for card in cards) == 8
    assert 'id="invented"' in home
    for partner in network.partners():
        assert (INVENTED in page(client, "portal:partner", partner.slug)) == partner.invented
    listed = page(client, "portal:partners")
    assert listed.count(INVENTED) == 8
    assert 'id="invented"' in listed


def test_ogre_is_told_as_it_was(client: Client) -> None:
    html = page(client, "portal:municipality", "ogres-novads")
    for words in ["Upes prospekts 16", "Saime", "2016. gada 17. marts", "nav zināms", "nav datu"]:
        assert words in html
    feasible = re.findall(r'<span class="code">(M\d)</span>', html)
    assert feasible == ["M1", "M2"]


def test_a_reader_of_today_meets_the_municipality_of_today(client: Client) -> None:
    today = page(client, "portal:municipality", "ogres-novads")
    assert re.search(r"<dt>Pastāv\w*</dt>\s*<dd>\s*kopš 01\.07\.2021\.", today)
    then = page(client, "portal:municipality", "ogres-novads", query="?year=2016")
    assert "01.07.2009. – 30.06.2021." in then
    assert 'aria-current="true">2025</a>' in page(client, "portal:home")


def test_the_cube_and_its_table_say_the_same(client: Client) -> None:
    html = page(client, "portal:models")
    corners = re.findall(r'<a class="corner[^"]*" href="([^"]+)"', html)
    rows = re.findall(r'<th role="rowheader" scope="row"><a href="([^"]+)"', html)
    assert sorted(corners) == sorted(rows)
    assert len(set(rows)) == 8


def test_every_model_and_practice_has_its_page(client: Client) -> None:
    models = page(client, "portal:models")
    for address in set(re.findall(r'href="(/modeli/m[^"]+)"', models)):
        html = client.get(address).content.decode()
        assert html.count('aria-current="true"') == 2, "the section, and the corner of the cube"
    practices = page(client, "portal:practices")
    addresses = set(re.findall(r'href="(/prakses/[^"]+)"', practices))
    assert len(addresses) > 30
    for address in addresses:
        assert client.get(address).status_code == 200


def test_the_rules_that_models_touch_stand_in_one_list(client: Client) -> None:
    html = page(client, "portal:rules")
    rows = html.split('role="rowheader"')[1:]
    for model in blueprints.models():
        for rule in blueprints.model(model.code).rules_touched:
            (row,) = (row for row in rows if escape(rule.text) in row)
            assert f">{model.code}</a>" in row
            assert ("jāpārbauda" in row) == rule.to_be_checked
    client.force_login(User.objects.get(email="jurists.varam@ligzda.example"))
    assert f'href="{reverse("portal:rules")}"' in page(client, "portal:my_place")


def test_recalled_practices_wait_to_be_checked(client: Client) -> None:
    assert "jāpārbauda" in page(client, "portal:practice", "eqolise")
    assert "jāpārbauda" not in page(client, "portal:practice", "saime")


@pytest.fixture
def coordinator() -> User:
    return User.objects.get(email="koordinators.ogre@ligzda.example")


def test_my_place_says_what_my_roles_let_me_do(client: Client, coordinator: User) -> None:
    client.force_login(coordinator)
    html = page(client, "portal:my_place")
    assert "Pašvaldības koordinators" in html
    assert "Ogres novada pašvaldība" in html
    assert "publicēt domes lēmumu" in html
    assert "uzņemt partneri" not in html
    assert "Šo kontu sargā tikai parole" in html


@pytest.mark.parametrize("role", ROLES, ids=lambda role: role.key)
def test_each_right_of_a_role_leads_to_its_page(client: Client, role: type[Role]) -> None:
    """Fault A12: seven rights and no page for them."""
    user = User.objects.create_user("jana@example.org", None, name="Jana", is_demo=True)
    partner = Partner.objects.filter(kind__in=role.held_at).order_by("slug")[0]
    grant_role(by=system_member(), user=user, role=role, partner=partner)
    client.force_login(user)
    html = page(client, "portal:my_place").partition('id="roles"')[2].partition("</section>")[0]
    rights = [re.sub(r"\s+", " ", right) for right in re.findall(r"(?s)<li>(.*?)</li>", html)]
    assert len(rights) == len(role.permissions)
    for right in rights:
        link = re.search(r'href="([^"]+)"', right)
        assert link, right
        assert client.get(link[1], follow=True).status_code == 200, right


def test_my_place_leads_to_my_work(client: Client, coordinator: User) -> None:
    for email, leads in (
        ("koordinators.ogre", [False, True]),
        ("moderators", [True, False]),
        ("redaktors", [False, True]),
        ("izvertetajs.rtu", [False, False]),
    ):
        client.force_login(User.objects.get(email=f"{email}@ligzda.example"))
        html = page(client, "portal:my_place")
        assert html.index('id="work"') < html.index('id="roles"')
        ways = [reverse("newsroom:tray"), reverse("wagtailsnippets_newsroom_article:list")]
        assert [f'<a href="{way}">' in html for way in ways] == leads, email


def test_home_tells_the_latest_news_and_no_draft(client: Client) -> None:
    article = Article.objects.get()
    assert article.title_lv in page(client, "portal:home")
    assert article.title_en in client.get("/en/").content.decode()
    Article.objects.update(live=False)
    assert article.title_lv not in page(client, "portal:home")


def test_the_page_of_a_municipality_leads_those_who_keep_it_to_its_forms(client: Client) -> None:
    forms = {
        "partner": reverse("network:partner", args=["ogres-novada-pasvaldiba"]),
        "incubator": reverse("incubators:edit", args=["ogre"]),
        "decision": reverse("network:decision_new", args=["ogres-novads"]),
    }

    def led_to(slug: str) -> set[str]:
        html = page(client, "portal:municipality", slug)
        return {name for name, url in forms.items() if f'href="{url}"' in html}

    assert led_to("ogres-novads") == set()
    for email, ways in (
        ("koordinators.ogre", {"incubator", "decision"}),
        ("redaktors", {"partner"}),
        ("izvertetajs.rtu", set()),
    ):
        client.force_login(User.objects.get(email=f"{email}@ligzda.example"))
        assert led_to("ogres-novads") == ways, email
        assert led_to("cesu-novads") == set(), email
        assert all(client.get(forms[way]).status_code == 200 for way in ways), email


def test_without_a_role_my_place_says_whom_to_ask(client: Client) -> None:
    client.force_login(User.objects.create_user("jana@example.org", None, name="Jana"))
    assert "nav nevienas lomas" in page(client, "portal:my_place")


def test_the_header_knows_who_is_signed_in(client: Client, coordinator: User) -> None:
    assert coordinator.name not in page(client, "portal:about")
    client.force_login(coordinator)
    html = page(client, "portal:about")
    assert coordinator.name in html
    assert reverse("account_logout") in html


def test_pages_carry_a_policy_without_exceptions(client: Client) -> None:
    response = client.get(reverse("portal:home"))
    policy = response.headers["Content-Security-Policy"]
    assert "unsafe" not in policy
    html = response.content.decode()
    assert not re.search(r'\sstyle="|<script(?! src="/static/)|\son\w+="', html)
    assert len(response.content) < 70_000
