"""What leaves as open data: only through the ledger, and never what tells of few."""

import datetime
from collections.abc import Callable
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.db.utils import ProgrammingError
from django.test import Client
from tests.cast import Cast
from tests.indicators.people import Exit, stays

from ligzda.disclosure import Status, Table, protect
from ligzda.disclosure.tables import Release
from ligzda.indicators.models import PublicRelease
from ligzda.indicators.open_data import DATASETS
from ligzda.indicators.releasing import actions, queries, tables
from ligzda.indicators.releasing.dominance import dominance
from ligzda.kernel.errors import BadDataError, NotAllowedError, WrongStateError

DAY = datetime.date(2026, 3, 2)
Row = dict[str, Any]


def counted(incubator: str, year: int, many: int, total: float = 0, **more: Any) -> Row:
    row = {"incubator": incubator, "quarter": datetime.date(year, 4, 1), "moment": "m12"}
    return row | {"left_out": None, "counted": many, "total": total} | more


def entered(**by_place: tuple[int, ...]) -> Table:
    """Return contracts signed of places in 2023, 2024 …"""
    rows = [
        counted(place, 2023 + at, many, moment=None)
        for place, each in by_place.items()
        for at, many in enumerate(each)
    ]
    table = tables.people("entered", "", rows)
    assert table is not None
    return table


def test_a_share_is_released_as_those_of_whom_it_is_true_and_is_not() -> None:
    rows = [counted("ogre", 2024, 12, 7.0), counted("ogre", 2024, 3, 1.0, left_out="lost")]
    table = tables.people("in_paid_activity", "m12", rows)
    assert table is not None
    assert (table.population, table.values["ogre", "2024", "yes"]) == ("in_paid_activity/m12", 7)
    assert table.values["", "", ""] == 12
    assert tables.people("completed", "exit", rows) is None


def test_outside_nobody_sees_which_figure_is_small() -> None:
    given = entered(cesis=(12, 3), ogre=(9, 14))
    rows = tables.shown(protect(Release("", (given,))).tables[0])
    hidden = [row for row in rows if not row["shown"]]
    assert len(hidden) == 4
    assert {tuple(sorted(row)) for row in rows} == {("incubator", "period", "shown", "value")}
    assert {row["value"] for row in hidden} == {None}


def test_costs_of_few_contributors_are_not_shown() -> None:
    rows = [
        {"incubator": place, "quarter": datetime.date(2024, 1, 1), "category": kind, "total": euro}
        for kind, each in {"staff": (900, 950, 980, 940), "grants": (500, 20, 0, 0)}.items()
        for place, euro in zip("abcd", each, strict=True)
    ]
    table = tables.costs(rows)
    assert table is not None
    from ligzda.disclosure import Rules

    made = protect(Release("", (table,)), rules=Rules(dominance=15)).tables[0]
    assert made.status["grants", "2024"] is Status.PRIMARY
    assert tables.costs([]) is None


def test_the_secret_of_dominance_is_of_the_settings_or_of_the_installation(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert 10 <= dominance() <= 25
    monkeypatch.setenv("LIGZDA_DOMINANCE", "12,5")
    assert dominance() == 12.5


@pytest.mark.django_db
def test_a_year_that_gives_the_first_release_away_is_not_shown(cast: Cast) -> None:
    actions.release(by=cast.evaluator, name="a", given=[entered(a=(12, 3), b=(9, 14))], day=DAY)
    before = queries.ledger()
    # One more year, and the same figures: the total alone would not have told of the three.
    later = entered(a=(12, 3, 20), b=(9, 14, 30))
    made = actions.release(by=cast.evaluator, name="b", given=[later], day=DAY)
    assert made.tables[0].status["a", "2024"] in (Status.PRIMARY, Status.SECONDARY)
    assert len(queries.ledger().entries) == len(before.entries) + 1
    again = actions.release(by=cast.evaluator, name="b", given=[later], day=DAY)
    assert again.possible
    assert PublicRelease.objects.count() == 2


@pytest.mark.django_db
def test_what_earlier_figures_would_give_away_is_refused(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    from dataclasses import replace

    from ligzda.disclosure import Protected

    def lost(protected: Protected) -> Protected:
        return replace(protected, unprotected=((("incubator", "a"),),))

    monkeypatch.setattr("ligzda.disclosure.protect", lambda *args: lost(protect(*args)))
    with pytest.raises(BadDataError, match="publiskot nevar"):
        actions.release(by=cast.evaluator, name="a", given=[entered(a=(12, 13), b=(9, 14))])
    assert not PublicRelease.objects.exists()


@pytest.mark.django_db
def test_open_data_are_released_once_and_say_what_is_not_shown(cast: Cast) -> None:
    for _ in range(6):
        stays(datetime.date(2025, 2, 3), Exit(datetime.date(2025, 6, 3)))
    stays(datetime.date(2025, 2, 3), Exit(datetime.date(2025, 6, 3)), where="cesis")
    made = actions.release_open_data(by=cast.evaluator, day=DAY)
    assert {row.what for row in made} >= {"entered", "completed/exit"}
    with pytest.raises(WrongStateError, match="nav mainījies"):
        actions.release_open_data(by=cast.evaluator, day=DAY)
    [indicators, *_] = DATASETS
    rows = {row["id"]: row for row in indicators.rows()}
    assert rows["entered.-.cesis.2025.-"]["people"] is None
    assert not rows["entered.-.cesis.2025.-"]["shown"]
    assert rows["entered.-.total.total.-"]["people"] == 7
    assert queries.suppressed("entered").startswith("Nav parādīti 4 skaitļi no 6")


@pytest.mark.django_db
def test_only_who_evaluates_releases_and_strangers_see_nothing(cast: Cast, client: Client) -> None:
    with pytest.raises(NotAllowedError):
        actions.release(by=cast.ogre, name="a", given=[entered(a=(12, 13), b=(9, 14))])
    client.force_login(cast.ogre)
    assert client.get("/raditaji/publiskots/").status_code == 403
    client.force_login(cast.evaluator)
    actions.release(by=cast.evaluator, name="a", given=[entered(a=(12, 13), b=(9, 14))])
    page = client.get("/raditaji/publiskots/").content.decode()
    assert PublicRelease.objects.get().sha256[:12] in page
    sure = {"button": "release"}
    assert client.post("/raditaji/publiskots/", sure).status_code == 302
    assert PublicRelease.objects.count() > 1
    assert "nav mainījies" in client.post("/raditaji/publiskots/", sure).content.decode()


def _break(change: Callable[[PublicRelease], object], named: str) -> None:
    with pytest.raises((IntegrityError, ProgrammingError), match=named), transaction.atomic():
        change(PublicRelease.objects.get())


@pytest.mark.django_db
def test_a_release_neither_changes_nor_goes_away(cast: Cast) -> None:
    actions.release(by=cast.evaluator, name="a", given=[entered(a=(12, 13), b=(9, 14))])
    row = PublicRelease.objects.get()
    _break(lambda one: PublicRelease.objects.update(hidden=3), "public_release_is_fixed")
    _break(lambda one: one.delete(), "Cannot delete rows from indicators_publicrelease")
    values = {name: getattr(row, name) for name in ("what", "name", "day", "shown", "released_at")}
    for wrong, named in (
        ({"line": "{}", "sha256": row.sha256, "cells": 4, "hidden": 0}, "hash_is_of_its_line"),
        ({"line": row.line, "sha256": row.sha256, "cells": 4, "hidden": 5}, "hides_of_its_cells"),
    ):
        with pytest.raises(IntegrityError, match=named), transaction.atomic():
            PublicRelease.objects.create(**values, **wrong, released_by=cast.evaluator)
