"""The form of a practice: a country by its name, a code proposed, sources that are no formulas."""

import pytest
from django.test import Client
from django.utils.translation import override
from tests.cast import Cast
from tests.trial.test_pages import address, as_user

from ligzda.blueprints import actions, queries
from ligzda.blueprints.actions import PracticeFacts, Text
from ligzda.blueprints.models import Practice
from ligzda.blueprints.practice_fields import free_code
from ligzda.kernel.errors import BadDataError

pytestmark = pytest.mark.django_db

NEW = {
    "code": "", "name_lv": "Jauna prakse", "name_en": "New practice: Rīga", "country": "LV",
    "fact_lv": "f", "fact_en": "f", "status": "seen", "sources": "https://example.org",
}  # fmt: skip


@pytest.mark.parametrize(("language", "name"), [("lv", "Vācija"), ("en", "Germany")])
def test_a_country_is_chosen_by_its_name(language: str, name: str, cast: Cast) -> None:
    form = as_user(cast.evaluator).get(address("blueprints:practice_new", language=language))
    choices = dict(form.context["form"].fields["country"].choices)
    assert choices["DE"] == name
    assert {"LV", "UK", "EU"} <= choices.keys()
    assert not {"GB", "ZZ", "XA", "UN", "150"} & choices.keys()
    with override(language):
        known = {row.country for row in queries.practices()}
    assert known <= choices.keys()


def test_a_code_is_proposed_and_is_free(cast: Cast) -> None:
    evaluator, here = as_user(cast.evaluator), address("blueprints:practice_new")
    for expected in ("new_practice_riga", "new_practice_riga_2"):
        assert evaluator.post(here, NEW).status_code == 302
        assert Practice.objects.filter(code=expected).exists()
    assert free_code("New") == "new_2", "an address of ours is taken"
    assert free_code("24/7") == "p_247"
    assert free_code("…") == "practice"


@pytest.mark.parametrize(
    "source",
    [
        '=HYPERLINK("https://example.org")',
        "+1",
        "@SUM(A1)",
        "https://",
        "http://a b.lv",
        "ftp://x.lv",
    ],
)
def test_a_source_is_no_formula_and_an_address_can_be_opened(source: str, cast: Cast) -> None:
    page = as_user(cast.evaluator).post(
        address("blueprints:practice_new"), NEW | {"sources": f"letowski.fr\n{source}"}
    )
    assert list(page.context["form"].errors) == ["sources"]
    facts = PracticeFacts(
        code="x", name=Text(lv="x", en="x"), country="LV", fact=Text(lv="x", en="x"),
        status="seen", sources=[source],
    )  # fmt: skip
    with pytest.raises(BadDataError):  # an import goes this way
        actions.add_practice(by=cast.evaluator, facts_given=facts)


def test_the_library_is_searched_and_filtered(cast: Cast) -> None:
    here = address("blueprints:library", language="en")

    def found(**given: str) -> set[str]:
        return {row.code for row, _levels in Client().get(here, given).context["rows"]}

    every = found()
    assert len(every) == Practice.objects.count()
    swedish = found(country="SE")
    assert swedish == set(Practice.objects.filter(country="SE").values_list("code", flat=True))
    assert "couveuse" in found(q="couveuses CAPE")
    assert found(q="couveuses CAPE", country="SE") == set()
    assert found(q="sweden") >= swedish
    page = Client().get(here, {"q": "nowhere to be found"}).content.decode()
    assert "0 practices" in page
