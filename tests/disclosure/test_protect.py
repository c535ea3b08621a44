"""A release together with the ledger: differences, corrections, trees, proposals, rounding."""

import pytest
from tests.disclosure.tables import flat_table

from ligzda.disclosure import (
    TOTAL,
    Dimension,
    DisclosureError,
    Effort,
    Fault,
    Ledger,
    Place,
    Protected,
    Release,
    Rules,
    Status,
    Table,
    attack,
    merge,
    propose,
    protect,
    rounded,
)

COUNTS = [[3, 20, 31], [40, 17, 22], [19, 28, 2]]


def released(*tables: Table) -> Ledger:
    ledger = Ledger()
    for number, table in enumerate(tables):
        protected = protect(Release(f"R{number}", (table,)), ledger)
        assert protected.possible
        ledger = ledger.with_entry(protected.entry)
    return ledger


def test_one_small_cell_takes_others_with_it_and_no_total() -> None:
    protected = protect(Release("R", (flat_table(COUNTS),)))
    [one] = protected.tables
    assert one.status["a0", "t0"] is one.status["a2", "t2"] is Status.PRIMARY
    assert one.status[TOTAL, TOTAL] is Status.PUBLISHED
    assert list(one.status.values()).count(Status.SECONDARY) >= 2
    assert all(found.kept and not found.solved for found in attack(protected.tables))


def test_the_exact_search_hides_fewer_and_keeps_every_range() -> None:
    """Six: in the rectangle of 3, 31, 19 and 2 the first could not fall below 1."""
    protected = protect(Release("R", (flat_table(COUNTS),)), effort=Effort(seconds=60))
    [one] = protected.tables
    repaired = protect(Release("R", (flat_table(COUNTS),))).tables[0].suppressed()
    assert (len(one.suppressed()), len(repaired)) == (6, 7)
    assert all(found.kept and not found.solved for found in attack(protected.tables))


def test_totals_are_the_sums_of_their_parts() -> None:
    table = flat_table(COUNTS)
    for _, above, cells in table.lines():
        assert table.values[above] == sum(table.values[place] for place in cells)


def test_the_same_release_gets_the_same_pattern() -> None:
    first, second = (protect(Release("R", (flat_table(COUNTS),))) for _ in range(2))
    assert first.tables[0].status == second.tables[0].status


def test_a_table_and_one_with_two_ages_together_cannot_be_subtracted() -> None:
    """The later table alone would show the pair; the ledger has one of the two."""
    table = flat_table(COUNTS)
    paired = merge(table, "age", {"a0": "a0 + a1", "a1": "a0 + a1"})
    ledger = released(table, paired)
    last = ledger.entries[-1].tables
    assert all(found.kept for found in attack(last, ledger))


def test_a_quarter_that_is_missing_is_not_found_from_its_year() -> None:
    year = Dimension("period", {"Q1": "2026", "Q2": "2026", "2026": TOTAL})
    towns = Dimension.flat("town", ["t0", "t1", "t2"], sensitive=False)

    def of(period: str, *counts: float) -> Table:
        cells: dict[Place, float] = {(f"t{at}",): value for at, value in enumerate(counts)}
        return Table.from_cells((towns,), cells, fixed=(("period", period),), trees=(year,))

    ledger = released(of("Q1", 30, 3, 2))
    after = protect(Release("2026", (of("2026", 70, 43, 52),)), ledger)
    assert after.possible
    ledger = ledger.with_entry(after.entry)
    second = protect(Release("Q2", (of("Q2", 40, 40, 50),)), ledger)
    assert second.possible is False or second.tables[0].status[("t1",)] is Status.SECONDARY


def test_a_corrected_figure_is_attacked_with_the_one_before() -> None:
    corrected = [[3, 20, 31], [41, 17, 22], [19, 28, 2]]
    ledger = released(flat_table(COUNTS), flat_table(corrected))
    found = attack(ledger.entries[-1].tables, ledger)
    assert found
    assert all(one.kept and not one.solved for one in found)


def impossible() -> tuple[Protected, Ledger]:
    """All ages of a town were published; the same by sex would give three of them away."""
    ages = Dimension.flat("age", ["a0", "a1", "a2", "a3"], sensitive=False)
    before = Table.from_cells((ages,), {("a0",): 8.0, ("a1",): 9.0, ("a2",): 30.0, ("a3",): 40.0})
    ledger = released(before)
    finer = Dimension(
        "age", {"a0y": "a0", "a0z": "a0", "a0": TOTAL, "a1": TOTAL, "a2": TOTAL, "a3": TOTAL}, False
    )
    cells: dict[Place, float] = {
        ("a0y",): 5.0,
        ("a0z",): 3.0,
        ("a1",): 9.0,
        ("a2",): 30.0,
        ("a3",): 40.0,
    }
    table = Table.from_cells((finer,), cells)
    return protect(Release("finer", (table,)), ledger, Rules(threshold=9)), ledger


def test_what_cannot_be_protected_names_its_cells() -> None:
    protected, _ = impossible()
    assert not protected.possible
    assert (("age", "a0z"),) in protected.unprotected


def test_a_proposal_has_been_tried() -> None:
    towns = Dimension.flat("town", ["t0", "t1", "t2"], sensitive=False)
    sexes = Dimension.flat("sex", ["f", "m"], sensitive=False)
    people: dict[Place, float] = {("t0", "f"): 3.0, ("t0", "m"): 2.0, ("t1", "f"): 30.0}
    people |= {("t1", "m"): 20.0, ("t2", "f"): 30.0, ("t2", "m"): 40.0}
    both = Table.from_cells((towns, sexes), people)
    margin = Table.from_cells((towns,), {("t0",): 5.0, ("t1",): 50.0, ("t2",): 70.0})
    by_sex = Table.from_cells((sexes,), {("f",): 63.0, ("m",): 62.0})
    ledger = released(margin, by_sex)
    rules = Rules(threshold=7)
    protected = protect(Release("both", (both,)), ledger, rules)
    assert not protected.possible
    proposal = propose(protected, ledger, rules)
    assert proposal is not None
    assert proposal.protected.possible


def test_a_ledger_comes_back_from_its_lines_and_a_changed_one_is_refused() -> None:
    ledger = released(flat_table(COUNTS), flat_table([[7, 8], [9, 10]]))
    lines = ledger.lines()
    assert Ledger.read(lines).lines() == lines
    for damaged in ([lines[0].replace("20.0", "21.0"), lines[1]], lines[1:]):
        with pytest.raises(DisclosureError) as refused:
            Ledger.read(damaged)
        assert (refused.value.code, refused.value.row) == (Fault.LEDGER_DAMAGED, 1)


def test_numbers_of_evaluations_are_rounded_so_that_few_people_do_not_show() -> None:
    assert rounded(0.3517, 37) == 0.4
    assert rounded(0.3517, 5_000) == 0.352
    assert rounded(13 / 37, 37) == rounded(14 / 37, 37)
    assert rounded(0.9, 3) == 1.0
