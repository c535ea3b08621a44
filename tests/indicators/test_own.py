"""A municipality's drawer: its own words and numbers, seen by it alone and added up by nobody."""

import datetime
from decimal import Decimal
from pathlib import Path

import pytest
from django.db import connection
from django.test import Client
from django.utils import timezone
from tests.cast import Cast
from tests.constraints import Provocation, assert_refused, constraints_of_model

import ligzda
from ligzda.indicators.models import OwnIndicator, OwnValue
from ligzda.indicators.own import actions, queries
from ligzda.kernel.errors import BadDataError, NotAllowedError, WrongStateError
from ligzda.network.confining import rows_of_person
from ligzda.network.models import Municipality
from ligzda.server.privileges import _ROLE, SERVING

ADDRESS = "/raditaji/savi/ogres-novads/"
WORDS = {"name": "Viesi", "definition": "Cilvēki, kas ienāk pa durvīm.", "unit": "cilvēki"}
HOUSE = Path(ligzda.__file__).parent


def ogre() -> Municipality:
    return Municipality.objects.get(slug="ogres-novads")


@pytest.fixture
def guests(cast: Cast) -> OwnIndicator:
    return actions.add_own(by=cast.ogre, municipality=ogre(), **WORDS)


def test_nothing_but_the_drawer_reads_what_is_in_it() -> None:
    """No flat table, board, report, set, lake, release or address of open data names its tables."""
    names = ("OwnIndicator", "OwnValue", "indicators_own", "indicators.own")
    there = {
        str(path.relative_to(HOUSE))
        for suffix in ("py", "sql", "yaml")
        for path in HOUSE.rglob(f"*.{suffix}")
        if any(name in path.read_text("utf-8") for name in names)
    }
    ours = {one for one in there if one.startswith(("indicators/own/", "indicators/migrations/"))}
    # The models' list, the addresses, and the link to the drawer on the page of the dictionary.
    others = {"indicators/models.py", "indicators/urls.py", "indicators/views.py"}
    others |= {"server/prepared.sql"}
    assert there - ours == others


@pytest.mark.django_db
def test_a_value_of_a_day_is_written_once_and_corrected(cast: Cast, guests: OwnIndicator) -> None:
    today = timezone.localdate()
    actions.write_value(by=cast.ogre, indicator=guests, day=today, value=Decimal(12))
    actions.write_value(by=cast.ogre, indicator=guests, day=today, value=Decimal("13.5"))
    [kept] = queries.drawer(cast.ogre, ogre())
    assert kept.newest is not None
    assert (kept.newest.value, kept.values) == (Decimal("13.5"), 1)
    with pytest.raises(WrongStateError, match="vērtības"):
        actions.remove_own(by=cast.ogre, indicator=guests)
    actions.remove_value(by=cast.ogre, value=kept.newest)
    actions.remove_own(by=cast.ogre, indicator=guests)
    assert queries.drawer(cast.ogre, ogre()) == []


@pytest.mark.django_db
def test_names_of_the_network_names_of_the_drawer_and_days_to_come_are_refused(
    cast: Cast, guests: OwnIndicator
) -> None:
    for name, why in (("Entered", "vārdnīc"), (" viesi ", "jau ir")):
        with pytest.raises(BadDataError, match=why):
            actions.add_own(by=cast.ogre, municipality=ogre(), **WORDS | {"name": name})
    tomorrow = timezone.localdate() + datetime.timedelta(days=1)
    with pytest.raises(BadDataError, match="šodien"):
        actions.write_value(by=cast.ogre, indicator=guests, day=tomorrow, value=Decimal(1))


@pytest.mark.django_db
def test_the_database_shows_a_drawer_to_its_municipality_alone(
    cast: Cast, guests: OwnIndicator
) -> None:
    today = timezone.localdate()
    actions.write_value(by=cast.ogre, indicator=guests, day=today, value=Decimal(12))
    seen = {}
    with connection.cursor() as cursor:
        cursor.execute(_ROLE.format(role=SERVING))
        cursor.execute(f"SET LOCAL ROLE {SERVING}")
        for name, who in (("ogre", cast.ogre), ("cesis", cast.cesis), ("all", cast.evaluator)):
            with rows_of_person(who.pk):
                seen[name] = (OwnIndicator.objects.count(), OwnValue.objects.count())
        cursor.execute("RESET ROLE")
    assert seen == {"ogre": (1, 1), "cesis": (0, 0), "all": (0, 0)}


@pytest.mark.django_db
def test_pages_for_its_own_people_and_none_for_the_stranger(
    cast: Cast, guests: OwnIndicator, client: Client
) -> None:
    one = f"{ADDRESS}{guests.pk}/"
    for stranger in (cast.cesis, cast.evaluator):
        client.force_login(stranger)
        assert [client.get(each).status_code for each in (ADDRESS, one)] == [403, 403]
    with pytest.raises(NotAllowedError):
        actions.add_own(by=cast.cesis, municipality=ogre(), **WORDS)
    client.force_login(cast.ogre)
    assert "Viesi" in client.get(ADDRESS).content.decode()
    odd = client.post(one, {"day": "2026-01-31", "value": "daudz"})
    assert odd.status_code == 200
    client.post(one, {"day": "2026-01-31", "value": "1 250,5", "note": ""})
    assert OwnValue.objects.get().value == Decimal("1250.5")
    assert "1 250,50" in client.get(one).content.decode().replace("\N{NO-BREAK SPACE}", " ")
    gone = client.post(f"{one}nonemt/{OwnValue.objects.get().pk}/", {"button": "x"})
    assert (gone.status_code, OwnValue.objects.count()) == (302, 0)
    client.post(f"{one}nonemt/", {"button": "x"})
    assert not OwnIndicator.objects.exists()


@pytest.mark.django_db
def test_what_the_database_refuses_of_a_drawer(cast: Cast, guests: OwnIndicator) -> None:
    today = timezone.localdate()
    by = {"municipality": guests.municipality, "added_by": cast.ogre, "added_on": today}
    value = {"indicator": guests, "value": 1, "written_by": cast.ogre, "written_on": today}
    OwnValue.objects.create(day=today, **value)
    tomorrow = today + datetime.timedelta(days=1)
    refused: dict[str, Provocation] = {
        "own_indicator_named_once": lambda: OwnIndicator.objects.create(**WORDS, **by),
        "own_indicator_says_what_it_counts": lambda: OwnIndicator.objects.create(name="a", **by),
        "own_value_once_a_day": lambda: OwnValue.objects.create(day=today, **value),
        "own_value_is_not_of_the_future": lambda: OwnValue.objects.create(day=tomorrow, **value),
    }
    for name, provoke in refused.items():
        assert_refused(name, provoke)
    known = constraints_of_model(OwnIndicator) | constraints_of_model(OwnValue)
    assert known == refused.keys()
