"""docs/drafting.md shows the grammar as the parser reads it."""

import os

from tests.drafting.corpus import PAGE

from ligzda.drafting.reading.parsing import grammar_diagram

BEGIN, END = "<!-- grammar -->\n", "<!-- /grammar -->"


def test_the_page_draws_the_parsers_own_rules() -> None:
    """`LIGZDA_WRITE_DOCS=1` rewrites the diagram."""
    text = PAGE.read_text("utf-8")
    head, _, rest = text.partition(BEGIN)
    drawn = f"{head}{BEGIN}{grammar_diagram()}{END}{rest.partition(END)[2]}"
    if os.environ.get("LIGZDA_WRITE_DOCS") == "1":
        PAGE.write_text(drawn, "utf-8")
    assert PAGE.read_text("utf-8") == drawn
