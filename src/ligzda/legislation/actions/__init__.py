"""Verbs of legislation: add acts and texts; draft, change, sign and file packages; opinions."""

from ligzda.legislation.actions.acts import ActFacts, add_act, add_text
from ligzda.legislation.actions.opinions import (
    OpinionFacts,
    RowFacts,
    add_row,
    answer,
    record_opinion,
)
from ligzda.legislation.actions.packages import (
    PackageFacts,
    add_change,
    annotate,
    draft_package,
    drop_change,
    file_package,
    rest_no_more,
    rest_on,
    reword,
    sign_package,
)

__all__ = [
    "ActFacts",
    "OpinionFacts",
    "PackageFacts",
    "RowFacts",
    "add_act",
    "add_change",
    "add_row",
    "add_text",
    "annotate",
    "answer",
    "draft_package",
    "drop_change",
    "file_package",
    "record_opinion",
    "rest_no_more",
    "rest_on",
    "reword",
    "sign_package",
]
