"""The incubators: Ogre's is real, the others say that they are not; who may change them."""

import pytest
from django.utils import translation
from pytest_django import DjangoAssertNumQueries
from tests.cast import Cast
from tests.constraints import Provocation, assert_refused

from ligzda.incubators import actions, queries, rules
from ligzda.incubators.models import Incubator
from ligzda.kernel.errors import BadDataError, NotAllowedError, NotFoundError
from ligzda.kernel.obstacle import may
from ligzda.network.models import AuditEvent, Municipality

INCUBATORS = Incubator.objects.all
PROVOCATIONS: dict[str, Provocation] = {
    "incubator_state_is_known": lambda: INCUBATORS().update(state="haunted"),
    "incubator_open_since_a_day": lambda: INCUBATORS().update(state="open"),
    "incubator_says_why_only_some_models": lambda: INCUBATORS().update(feasible_models=["M1"]),
    "incubator_check_in_takes_5_to_60_minutes": lambda: INCUBATORS().update(check_in_minutes=4),
}


@pytest.mark.parametrize("name", PROVOCATIONS)
def test_the_database_refuses(name: str, cast: Cast) -> None:
    assert_refused(name, PROVOCATIONS[name])


@pytest.mark.parametrize(
    "changes",
    [{"feasible_models": None}, {"feasible_models": []}, {"feasible_reason_en": ""}],
    ids=str,
)
def test_a_reason_without_models_is_refused_too(cast: Cast, changes: dict[str, object]) -> None:
    assert_refused(
        "incubator_says_why_only_some_models",
        lambda: INCUBATORS().filter(slug="ogre").update(**changes),
    )


def test_ogre_is_real_and_can_try_two_models_only(cast: Cast) -> None:
    ogre = queries.incubator("ogre")
    assert ogre.address == "Upes prospekts 16, Ogre"
    assert ogre.municipality_slug == "ogres-novads"
    assert ogre.state == "adapting"
    assert "„Saime”" in ogre.target_group
    assert ogre.feasible_models == ["M1", "M2"]
    assert ogre.feasible_reason
    assert not ogre.invented


def test_the_other_eight_are_invented_and_have_no_street(cast: Cast) -> None:
    others = [row for row in queries.incubators() if row.slug != "ogre"]
    assert len(others) == 8
    for row in others:
        assert row.invented
        assert row.address == ""
        assert row.building.lower().startswith("izdomāta")
        assert row.feasible_models is None


def test_english_is_complete(cast: Cast) -> None:
    with translation.override("en"):
        for row in queries.incubators():
            assert row.building
            assert row.target_group
            assert "incubator" in row.name


def test_a_coordinator_says_how_far_the_own_incubator_is(cast: Cast) -> None:
    ogre = Incubator.objects.get(slug="ogre")
    actions.change_state(by=cast.ogre, incubator=ogre, state="planned")
    assert queries.incubator("ogre").state == "planned"
    event = AuditEvent.objects.latest("pk")
    assert event.before is not None
    assert event.after is not None
    assert (event.before["state"], event.after["state"]) == ("adapting", "planned")
    assert event.municipality == ogre.municipality


@pytest.mark.parametrize("who", ["cesis", "evaluator", "administrator", "participant", "stranger"])
def test_nobody_else_changes_ogre_s(cast: Cast, who: str) -> None:
    ogre = Incubator.objects.get(slug="ogre")
    with pytest.raises(NotAllowedError):
        actions.change_state(by=getattr(cast, who), incubator=ogre, state="planned")
    assert not may(rules.check_edit_incubator, by=getattr(cast, who), incubator=ogre)
    assert queries.incubator("ogre").state == "adapting"


def test_an_unknown_state_is_named(cast: Cast) -> None:
    ogre = Incubator.objects.get(slug="ogre")
    with pytest.raises(BadDataError, match="haunted"):
        actions.change_state(by=cast.ogre, incubator=ogre, state="haunted")


def test_the_administrator_enters_an_incubator(cast: Cast) -> None:
    valka = Municipality.objects.get(slug="valkas-novads")
    facts = actions.IncubatorFacts(
        slug="valka",
        name_lv="Valka",
        name_en="Valka",
        building_lv="-",
        building_en="-",
        target_group_lv="-",
        target_group_en="-",
        state="planned",
    )
    for by in (cast.ogre, cast.participant, cast.stranger):
        with pytest.raises(NotAllowedError):
            actions.open_incubator(by=by, municipality=valka, facts_given=facts)  # type: ignore[arg-type] # nobody who is signed in
    actions.open_incubator(by=cast.administrator, municipality=valka, facts_given=facts)
    assert queries.incubator("valka").municipality_name == "Valkas novads"


def test_what_is_not_there_is_not_found(cast: Cast) -> None:
    with pytest.raises(NotFoundError):
        queries.incubator("atlantis")


def test_the_list_takes_two_queries(
    cast: Cast, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_max_num_queries(2):
        queries.incubators()
