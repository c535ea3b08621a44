"""What of a run is public: groups as they are, sums of them, or nothing; who tries to undo it."""

import tomllib
from itertools import product
from typing import Any

import pytest
from django.utils import timezone
from tests.cast import Cast
from tests.constraints import Provocation, assert_refused, constraints_of_model
from tests.findings.frozen import HEAD, evaluated, frozen_set, predicate, protocol_of

from ligzda.disclosure import (
    Dimension,
    Entry,
    Ledger,
    Protected,
    Rules,
    Status,
    Table,
    attack,
    protect,
)
from ligzda.disclosure import (
    Release as Let,
)
from ligzda.evidence import parse_plan
from ligzda.findings import queries
from ligzda.findings.claims_register import actions
from ligzda.findings.models import Release
from ligzda.findings.releasing.actions import join_ledger
from ligzda.findings.releasing.cells import Counted, added_up, counted, leaving
from ligzda.findings.releasing.plans import factors, on_sums
from ligzda.findings.runs.actions import ask, carry_out
from ligzda.findings.runs.beside import steady
from ligzda.indicators.models import PublicRelease
from ligzda.kernel.hashing import sha256
from ligzda.network.models import AuditEvent
from ligzda.trial.registry.plan_text import TEMPLATE

COLUMNS = ("incubator", "model", "A", "B", "C")
FEW = ((8, 2), (14, 6), (10, 4), (8, 3), (15, 2), (12, 3), (11, 3), (14, 4))
"""People and those with the outcome, of M1 to M8: as few as the demonstration's."""


def content(numbers: tuple[tuple[int, int], ...]) -> str:
    """Return a data set of eight models, each group in two quarters."""
    rows = [HEAD]
    for at, (many, whom) in enumerate(numbers):
        sides = ",".join(("-+")[at >> place & 1] for place in (2, 1, 0))
        rows += [
            f"place{at},M{at + 1},{sides},2025-0{month}-01,m12,{part}"
            for month, part in ((1, f"{many - 3},{whom - 1}"), (4, "3,1"))
        ]
    return "\r\n".join(rows) + "\r\n"


def fine(numbers: tuple[tuple[int, int], ...]) -> Counted:
    found = counted(content(numbers), COLUMNS)
    assert found is not None
    return found


def may_leave(
    numbers: tuple[tuple[int, int], ...], kept: list[str] | None, ledger: Ledger | None = None
) -> Entry | None:
    return leaving("m12", "2027-01-01", fine(numbers), kept, ledger or Ledger(), Rules())


def test_groups_of_many_leave_as_they_are_and_means_never() -> None:
    many = tuple((3 * people, 3 * whom) for people, whom in FEW)
    assert may_leave(many, None) is not None
    assert fine(many).csv().splitlines()[1] == "place0,M1,-,-,-,24,6"
    assert counted(content(FEW).replace("in_paid_activity", "who5,who5_sd"), COLUMNS) is None
    assert counted(HEAD + "\r\n", COLUMNS) is None


def test_small_groups_leave_as_sums_that_no_attacker_undoes() -> None:
    assert may_leave(FEW, None) is None
    entry = may_leave(FEW, ["A", "B"])
    assert entry is not None
    attacked = attack(entry.tables)
    assert len(attacked) >= 16
    assert [each.cell for each in attacked if each.solved or not each.kept] == []
    sums = added_up(fine(FEW), ["A", "B"]).csv()
    assert sums.splitlines()[1:] == [
        "A+B+,+,+,25,7",
        "A+B-,+,-,27,5",
        "A-B+,-,+,18,7",
        "A-B-,-,-,22,8",
    ]
    # The hidden ones may be any that add up to the sums: each prints the same cells.
    for one, other in product(range(1, 7), range(3, 5)):
        numbers = ((8, one), (14, 8 - one), (10, other), (8, 7 - other), *FEW[4:])
        assert added_up(fine(numbers), ["A", "B"]).csv() == sums
    lonely = (FEW[0], (14, 1), *FEW[2:])
    assert may_leave(lonely, ["A", "B"]) is None


def test_what_came_in_since_the_last_release_is_a_group_too() -> None:
    entry = may_leave(FEW, ["A", "B"])
    assert entry is not None
    before = Ledger().with_entry(entry)
    assert may_leave(FEW, ["A", "B"], before) is not None
    two_more = ((10, 3), *FEW[1:])
    assert may_leave(two_more, ["A", "B"], before) is None
    many_more = ((20, 9), *FEW[1:])
    assert may_leave(many_more, ["A", "B"], before) is not None


def open_data(numbers: tuple[tuple[int, int], ...], ledger: Ledger | None = None) -> Protected:
    """Return the same people as open data: by place and year."""
    cells: dict[tuple[str, ...], float] = {
        (f"place{at}", "2025", answer): float(people)
        for at, (many, whom) in enumerate(numbers)
        for answer, people in (("yes", whom), ("no", many - whom))
    }
    dimensions = (
        Dimension.flat("incubator", [f"place{at}" for at in range(8)], sensitive=False),
        Dimension.flat("period", ["2025"], sensitive=False),
        Dimension.flat("answer", ["yes", "no"]),
    )
    table = Table.from_cells(dimensions, cells, population="m12")
    return protect(Let("open data", (table,), "2026-12-01"), ledger)


def test_sums_of_models_beside_open_data_by_place_give_nobody_away() -> None:
    many = tuple((3 * people, 3 * whom) for people, whom in FEW)
    small = ((24, 2), *many[1:])
    alone = open_data(small)
    assert alone.possible
    assert alone.tables[0].status["place1", "2025", "yes"] is Status.PUBLISHED
    # By itself each may leave; 25 at M1 and M2 less 18 at the second place are 2 at the first.
    assert may_leave(small, ["A", "B"]) is not None
    assert may_leave(small, ["A", "B"], Ledger().with_entry(alone.entry)) is None
    # The other way round open data hide that second place, too, and neither undoes the other.
    entry = may_leave(small, ["A", "B"])
    assert entry is not None
    before = Ledger().with_entry(entry)
    after = open_data(small, before)
    assert after.possible
    assert after.tables[0].status["place1", "2025", "yes"] is Status.SECONDARY
    lost = [one for one in attack(after.tables, before) if one.needed and not one.kept]
    assert lost == []


def test_people_who_came_between_open_data_and_cells_are_a_group() -> None:
    many = tuple((3 * people, 3 * whom) for people, whom in FEW)
    before = Ledger().with_entry(open_data(many).entry)
    assert may_leave(many, ["A", "B"], before) is not None
    assert may_leave(((26, 7), *many[1:]), ["A", "B"], before) is None


def test_two_small_steps_do_not_end_beside_an_older_figure() -> None:
    many = [tuple((3 * people + by, 3 * whom) for people, whom in FEW) for by in (0, 10, 4)]
    ledger = Ledger()
    for numbers in many[:2]:
        entry = may_leave(numbers, None, ledger)
        assert entry is not None
        ledger = ledger.with_entry(entry)
    assert may_leave(many[2], None, Ledger(ledger.entries[1:])) is not None
    assert may_leave(many[2], None, ledger) is None


def test_two_contrasts_of_one_factor_name_it_once() -> None:
    contrast = '[[contrasts]]\nname = "{}"\ncolumn = "A"\nlevel = "+"\nversus = "-"\n'
    assert factors(contrast.format("one") + contrast.format("other")) == ["A"]


def test_what_stands_beside_a_run_stays_where_few_have_moved() -> None:
    def beside(ended: int | None) -> dict[str, Any]:
        return {"flow": {"M1": {"began": 40, "ended": ended}}, "figures": {}}

    assert steady(beside(12), []) == beside(12)
    assert steady(beside(17), [beside(12)]) == beside(17)
    assert steady(beside(13), [beside(None), beside(12)]) == beside(None)


def test_the_plan_for_sums_is_the_registered_one_without_a_factor() -> None:
    assert factors(TEMPLATE) == ["A", "B", "C"]
    text = on_sums(TEMPLATE, ["A", "B"])
    assert text is not None
    plan = parse_plan(text)
    assert [term.name for term in plan.terms] == ["intercept", "A", "B", "group"]
    given, made = tomllib.loads(TEMPLATE), tomllib.loads(text)
    assert made["outcome"] == given["outcome"]
    assert made["terms"][:3] == given["terms"][:3]
    assert made["terms"][3]["sd"] == given["terms"][5]["sd"]
    assert list(made["text"]["lv"]["contrasts"]) == [each.name for each in plan.contrasts]
    assert on_sums(TEMPLATE, ["A"]) is None
    assert on_sums(f'{TEMPLATE}\n[missing]\nmodel = "none"\n', ["A", "B"]) is None


@pytest.mark.django_db
def test_a_claim_gives_numbers_only_where_public_cells_say_the_same(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    claim = actions.draft(by=cast.evaluator, predicate=predicate(timezone.localdate()))
    actions.approve(by=cast.system, claim=claim)
    said: list[str] = []
    row = frozen_set(cast, protocol_of(cast), "m12", content=content(FEW))
    run, _waits = ask(by=cast.evaluator, data_sha256=row.sha256)
    monkeypatch.setattr("ligzda.findings.runs.actions.computed", lambda *given: evaluated(0.97))
    monkeypatch.setattr("ligzda.findings.releasing.actions.computed", lambda *given: said.pop())
    said.append(evaluated(0.96))
    carry_out(by=cast.system, run=run)
    left = Release.objects.get()
    assert (left.run, left.added_up, len(Ledger.read([left.line]).entries)) == (run, True, 1)
    assert AuditEvent.objects.filter(action="run.release").count() == 1
    actions.check_claims(by=cast.system)
    [seen] = queries.claims()
    assert (seen.public, seen.verdict, "96.0%" in seen.sentences["en"]) == (True, "holds", True)
    assert seen.run is not None
    assert seen.run.cells_csv == left.cells
    whole = {
        "number": 2, "run": run, "added_up": False, "cells": "a", "plan": "b", "line": "{}",
        "result": "{}", "result_sha256": sha256("{}"), "released_at": timezone.now(),
    }  # fmt: skip

    def odd(**given: str) -> None:
        Release.objects.create(**whole | given)

    refused: dict[str, Provocation] = {
        "release.release_never_changes": left.delete,
        "release_hash_is_of_its_result": lambda: odd(result="[]"),
        "release_is_whole": lambda: odd(cells=""),
    }
    for name, provoke in refused.items():
        assert_refused(name, provoke)
    assert constraints_of_model(Release) == refused.keys()


@pytest.mark.django_db
def test_what_left_before_there_was_one_ledger_is_taken_into_it(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    def alone(*, choose: Any, **given: Any) -> None:
        choose(Ledger())

    row = frozen_set(cast, protocol_of(cast), "m12", content=content(FEW))
    run, _waits = ask(by=cast.evaluator, data_sha256=row.sha256)
    for place in ("runs", "releasing"):
        monkeypatch.setattr(f"ligzda.findings.{place}.actions.computed", lambda *_: evaluated(0.9))
    with monkeypatch.context() as then:
        then.setattr("ligzda.findings.releasing.actions.let_out", alone)
        carry_out(by=cast.system, run=run)
    assert (Release.objects.count(), PublicRelease.objects.count()) == (1, 0)
    monkeypatch.setattr("ligzda.findings.releasing.actions.earlier_ledger", Release.objects.all)
    join_ledger(by=cast.system)
    join_ledger(by=cast.system)
    kept = PublicRelease.objects.get()
    assert kept.line == Release.objects.get().line
