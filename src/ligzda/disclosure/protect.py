"""Protect a release together with everything that was published before it, and audit it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ligzda.disclosure.attackers import by_couples, unmet
from ligzda.disclosure.codes import Reason, Status
from ligzda.disclosure.ledger import Entry, Ledger
from ligzda.disclosure.master import cheapest
from ligzda.disclosure.money import insiders, unsafe_sums
from ligzda.disclosure.polytope import TOLERANCE, Polytope
from ligzda.disclosure.repair import Effort, Repaired, meet_against, repair
from ligzda.disclosure.rules import Needs, Rules, primaries
from ligzda.disclosure.system import Key, ProtectedTable, System, build
from ligzda.disclosure.tables import COUNT, Place, Release, Table

ROUNDS = 20
"""How often what an insider or a dominated sum asks for is repaired, before giving up."""


@dataclass(frozen=True)
class Protected:
    """A release with the status of every cell, or the cells that cannot be protected."""

    release: Release
    tables: tuple[ProtectedTable, ...]
    unprotected: tuple[Key, ...] = ()
    """Cells of this release, or of an earlier one, whose range nothing can keep any more."""

    @property
    def possible(self) -> bool:
        """Whether it may be published so."""
        return not self.unprotected

    @property
    def entry(self) -> Entry:
        """The line that the ledger gets when it is published."""
        return Entry(self.release.name, self.release.day, self.tables)


def protect(
    release: Release,
    ledger: Ledger | None = None,
    rules: Rules | None = None,
    effort: Effort | None = None,
) -> Protected:
    """Suppress what must not be published, and what would give it away.

    Tables of one population and one measure are protected as one system with their predecessors in
    the ledger; the result is audited by attackers that know nothing of how it was made.
    """
    ledger, rules, effort = ledger or Ledger(), rules or Rules(), effort or Effort()
    groups: defaultdict[tuple[str, str], list[Table]] = defaultdict(list)
    for table in release.tables:
        groups[table.population, table.measure].append(table)
    done: dict[int, ProtectedTable] = {}
    lost: list[Key] = []
    for tables in groups.values():
        needs = [primaries(table, rules) for table in tables]
        made, failed = _together(tables, needs, ledger.of(tables[0]), rules, effort)
        done.update({id(table): one for table, one in zip(tables, made, strict=True)})
        lost += failed
    return Protected(release, tuple(done[id(table)] for table in release.tables), tuple(lost))


def _together(
    tables: Sequence[Table],
    needs: Sequence[Needs],
    earlier: Sequence[ProtectedTable],
    rules: Rules,
    effort: Effort,
) -> tuple[list[ProtectedTable], list[Key]]:
    system = build(earlier, list(zip(tables, needs, strict=True)))
    start = hidden_before(system)
    made = repair(system, start, effort)
    if effort.seconds and not made.impossible:
        made = cheapest(system, start, made, effort.seconds) or made
    failed = [demand.cell for demand in made.impossible]
    if not failed:
        failed = _against_insiders(system, made, tables, rules, effort)
    if not failed:
        _show_what_is_plain(system, made)
        failed = unmet(system, made.hidden)
    return _told(system, made.hidden, tables, needs), [system.names[at] for at in failed]


def hidden_before(system: System) -> np.ndarray:
    """Return what is hidden before anything is chosen: by a rule, or since an earlier release."""
    hidden = ~system.fixed
    for places in system.places:
        for at in places.values():
            hidden[at] &= at in system.needs or at in system.old
    return hidden


def _show_what_is_plain(system: System, made: Repaired) -> None:
    """Publish the secondary cells that anybody can work out: hiding them hides nothing."""
    still = made.hidden.copy()
    for witness in made.witnesses.values():
        still &= np.abs(witness) < TOLERANCE
    still[list(system.needs)] = False
    if not still.any():
        return
    polytope = Polytope(system, made.hidden)
    for at in map(int, np.flatnonzero(still)):
        ends = [abs(float(polytope.furthest({at: sign})[0][at])) for sign in (1.0, -1.0)]
        made.hidden[at] = max(ends) > TOLERANCE


def _against_insiders(
    system: System, made: Repaired, tables: Sequence[Table], rules: Rules, effort: Effort
) -> list[int]:
    """Open more, until no two contributors can solve a cell; return those that stay solved."""
    solved: list[int] = []
    for _ in range(ROUNDS):
        if tables[0].measure == COUNT:
            solved = _by_couples(system, made)
        else:
            solved = [*unsafe_sums(system, made, tables, rules), *insiders(system, made, tables)]
            if solved:
                again = repair(system, made.hidden, effort)
                made.hidden = again.hidden
        if not solved:
            return []
    return solved


def _by_couples(system: System, made: Repaired) -> list[int]:
    seen = list({id(each): each for each in made.witnesses.values()}.values())
    solved = by_couples(system, made.hidden, seen, system.needs)
    for cell, people in solved.items():
        if not meet_against(system, made, cell, people=people):
            break
    return list(solved)


def _told(
    system: System, hidden: np.ndarray, tables: Sequence[Table], needs: Sequence[Needs]
) -> list[ProtectedTable]:
    found = []
    for table, places, own in zip(tables, system.places, needs, strict=True):
        status: dict[Place, Status] = {}
        reason: dict[Place, Reason] = {}
        for place, at in places.items():
            if not hidden[at]:
                structural = place in table.structural
                status[place] = Status.STRUCTURAL if structural else Status.PUBLISHED
            elif place in own:
                status[place], reason[place] = Status.PRIMARY, own[place].reason
            else:
                status[place] = Status.SECONDARY
                reason[place] = Reason.EARLIER if at in system.old else Reason.COMPLEMENT
        kept = {place: need for place, need in own.items() if hidden[places[place]]}
        found.append(ProtectedTable(table, status, reason, kept))
    return found
