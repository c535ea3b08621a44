"""What may be published? Pure: a release and the ledger of earlier ones in, statuses out.

::

    table = Table.from_cells(dimensions, cells, population="participants 2026")
    protected = protect(Release("Q1", (table,)), ledger)
    if protected.possible:
        ledger = ledger.with_entry(protected.entry)
    else:
        proposal = propose(protected, ledger)

Read it in this order: ``trees``, ``tables`` (what is asked); ``rules`` (what may not be shown);
``system`` (everything ever published as equations); ``polytope``, ``repair`` (what else is
hidden); ``attackers``, ``money`` (who tries to undo it); ``protect``, ``attack``, ``proposals``,
``rounding`` (answers). docs/disclosure.md says what is promised and what is not.
"""

from ligzda.disclosure.attack import Attacked, as_read, attack
from ligzda.disclosure.codes import Attacker, Fault, Reason, Status
from ligzda.disclosure.errors import DisclosureError
from ligzda.disclosure.ledger import Entry, Ledger
from ligzda.disclosure.proposals import Proposal, merge, propose
from ligzda.disclosure.protect import Protected, protect
from ligzda.disclosure.repair import Effort
from ligzda.disclosure.rounding import rounded
from ligzda.disclosure.rules import Rules, may_follow, may_show_extremes, primaries
from ligzda.disclosure.system import ProtectedTable
from ligzda.disclosure.tables import COUNT, LARGEST, Place, Release, Table, named
from ligzda.disclosure.trees import TOTAL, Dimension

__all__ = [
    "COUNT",
    "LARGEST",
    "TOTAL",
    "Attacked",
    "Attacker",
    "Dimension",
    "DisclosureError",
    "Effort",
    "Entry",
    "Fault",
    "Ledger",
    "Place",
    "Proposal",
    "Protected",
    "ProtectedTable",
    "Reason",
    "Release",
    "Rules",
    "Status",
    "Table",
    "as_read",
    "attack",
    "may_follow",
    "may_show_extremes",
    "merge",
    "named",
    "primaries",
    "propose",
    "protect",
    "rounded",
]
