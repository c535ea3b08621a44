"""drafting: how is a Latvian act amended? Pure: text in, values out; no Django, no files.

    act = read_act(text)                       # a tree of units; act.render() == text
    amending = read_amending_act(text)         # items, each with typed operations or its failure
    outcome = apply_all(act, amending.operations, Source(date, number, in_force))
    outcome.literal.render()                   # exactly what the operations say
    outcome.edited.render()                    # with an editor's punctuation, marked as such
    with_notes(outcome, source).render()       # with the notes a consolidated text carries

The grammar stands in `reading/grammar.lark`, every Latvian form in `data/`. Statements of the
survey behind them are Latvia's usage as seen, no legal advice (docs/drafting.md).
"""

from ligzda.drafting.acts.fragments import read_fragment
from ligzda.drafting.acts.model import Act, Unit
from ligzda.drafting.acts.plain import read_act
from ligzda.drafting.applying.engine import Applied, Outcome, Source, apply, apply_all
from ligzda.drafting.applying.notes import with_notes
from ligzda.drafting.errors import ApplyError, DraftingError, NotAnAct, NotUnderstood
from ligzda.drafting.exchange import as_row, from_row
from ligzda.drafting.operations import Action, Operation, Path, Step, address, path_of
from ligzda.drafting.reading.documents import (
    AmendingAct,
    Item,
    by_sentence,
    read_amending_act,
    sentences,
)
from ligzda.drafting.reading.sentences import Reading, read_sentence

__all__ = [
    "Act",
    "Action",
    "AmendingAct",
    "Applied",
    "ApplyError",
    "DraftingError",
    "Item",
    "NotAnAct",
    "NotUnderstood",
    "Operation",
    "Outcome",
    "Path",
    "Reading",
    "Source",
    "Step",
    "Unit",
    "address",
    "apply",
    "apply_all",
    "as_row",
    "by_sentence",
    "from_row",
    "path_of",
    "read_act",
    "read_amending_act",
    "read_fragment",
    "read_sentence",
    "sentences",
    "with_notes",
]
