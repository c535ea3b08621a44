"""Random tables, protected and attacked by all four: no cell is worked out, every range is kept."""

from fractions import Fraction

import pytest
from tests.disclosure.tables import random_table
from tests.effort import amount

from ligzda.disclosure import Effort, Ledger, Release, Rules, attack, protect
from ligzda.disclosure.proposals import leave_out
from ligzda.disclosure.system import System, build

TABLES = amount(500, nightly=10_000)
BATCHES = 10


@pytest.mark.parametrize("batch", range(BATCHES))
def test_no_attacker_works_out_a_cell_of_random_tables(batch: int) -> None:
    """A third of them come after a coarser release of the same people, and are attacked with it."""
    for seed in range(batch, TABLES, BATCHES):
        table, ledger = random_table(seed), Ledger()
        if seed % 3 == 0:
            before = leave_out(table, table.dimensions[-1].name)
            ledger = ledger.with_entry(protect(Release("before", (before,))).entry)
        protected = protect(Release("now", (table,)), ledger, effort=Effort(closings=20))
        assert protected.possible, seed
        ledger = Ledger.read(ledger.lines())
        found = attack(protected.tables, ledger)
        assert [one for one in found if not one.kept] == [], seed
        assert [one for one in found if one.solved and one.needed] == [], seed
        assert [one for one in found if one.solved and seed % 3] == [], seed


def determined(system: System) -> set[int]:
    """Return the hidden cells in the rational row space of the published: Gauss in fractions."""
    hidden = [int(at) for at in range(len(system.truth)) if not system.fixed[at]]
    known = system.matrix.toarray()[:, hidden]
    rows = [[Fraction(int(value)) for value in row] for row in known if any(row)]
    rank = 0
    for column in range(len(hidden)):
        pivot = next((at for at in range(rank, len(rows)) if rows[at][column]), None)
        if pivot is None:
            continue
        rows[rank], rows[pivot] = rows[pivot], rows[rank]
        lead = rows[rank][column]
        rows[rank] = [value / lead for value in rows[rank]]
        for at, row in enumerate(rows):
            if at != rank and (factor := row[column]):
                rows[at] = [a - factor * b for a, b in zip(row, rows[rank], strict=True)]
        rank += 1
    alone = [row for row in rows[:rank] if sum(map(bool, row)) == 1]
    return {hidden[next(at for at, value in enumerate(row) if value)] for row in alone}


@pytest.mark.parametrize("seed", range(amount(6, nightly=100)))
def test_the_elimination_modulo_primes_finds_what_fractions_find(seed: int) -> None:
    """Primary cells alone are suppressed, so that many others follow from the totals."""
    from ligzda.disclosure.attackers import algebra
    from ligzda.disclosure.rules import primaries

    table = random_table(seed)
    system = build([], [(table, primaries(table, Rules()))])
    for at in system.places[0].values():
        system.fixed[at] = at not in system.needs
    assert set(algebra(system, ~system.fixed)) == determined(system)
