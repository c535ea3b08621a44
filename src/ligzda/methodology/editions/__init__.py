"""What was published, in one canonical file, and the document that follows from it alone. Pure.

`edition_json(edition)` is the one file; `document(edition, language, files)` makes HTML, DOCX and
PDF of it through `publishing`; `recomputed` evaluates the embedded cells again; `line_of` and
`read_log` keep the append-only log. No Django, and no file but its own data.
"""

from ligzda.methodology.editions.canonical import canonical
from ligzda.methodology.editions.contents import (
    NOT_PUBLIC,
    RECOMPUTABLE,
    Edition,
    edition_json,
    read_edition,
)
from ligzda.methodology.editions.document import document
from ligzda.methodology.editions.log import LogLine, line_of, read_log
from ligzda.methodology.editions.recomputing import recomputed

__all__ = [
    "NOT_PUBLIC",
    "RECOMPUTABLE",
    "Edition",
    "LogLine",
    "canonical",
    "document",
    "edition_json",
    "line_of",
    "read_edition",
    "read_log",
    "recomputed",
]
