"""The read side of the newsroom: typed rows for pages and feeds."""

from ligzda.newsroom.queries.articles import Page, Place, banner_for, latest, listed, neighbours
from ligzda.newsroom.queries.figures import Figures, figures
from ligzda.newsroom.queries.queue import Item, Tray, item, objections, tray
from ligzda.newsroom.queries.statements import Statement, ban_statement, statement
from ligzda.newsroom.queries.threads import Line, ever_shown, lines, state_words, why_gone

__all__ = [
    "Figures",
    "Item",
    "Line",
    "Page",
    "Place",
    "Statement",
    "Tray",
    "ban_statement",
    "banner_for",
    "ever_shown",
    "figures",
    "item",
    "latest",
    "lines",
    "listed",
    "neighbours",
    "objections",
    "state_words",
    "statement",
    "tray",
    "why_gone",
]
