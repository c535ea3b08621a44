"""Which cells of a data set may travel with an edition: merged, and all or none of them.

Cells are added up over what the plan does not use. If then any is of fewer than `THRESHOLD` people,
or of fewer with the outcome or without it, none is given: a table with holes could be filled from
its evaluation.
"""

from collections import defaultdict

from ligzda.evidence import Plan
from ligzda.indicators.data_sets.contents import LABELS, NUMBER
from ligzda.kernel.tables.delimited import rows, written

THRESHOLD = 5


def publishable(content: str, plan: Plan) -> bytes:
    """Return the cells (CSV) that may be published; nothing where they may not be."""
    lines = [cells for _number, _line, cells in rows(content, ",")]
    head, body = lines[0], lines[1:]
    outcome = [name for name in head if name not in (*LABELS, NUMBER)]
    if len(outcome) != 1 or not body:
        return b""  # means with their spread cannot be added up by their cells
    kept = [place for place, name in enumerate(head) if name in LABELS and name in plan.columns]
    many, whom = head.index(NUMBER), head.index(outcome[0])
    merged: dict[tuple[str, ...], list[int]] = defaultdict(lambda: [0, 0])
    for row in body:
        found = merged[tuple(row[place] for place in kept)]
        found[0] += int(row[many])
        found[1] += int(row[whom])
    if any(min(counted, with_it, counted - with_it) < THRESHOLD and counted
           for counted, with_it in merged.values()):  # fmt: skip
        return b""
    names = (*(head[place] for place in kept), NUMBER, outcome[0])
    made = [(*key, *map(str, numbers)) for key, numbers in sorted(merged.items())]
    return written([names, *made]).encode()
