"""The read side of the newsroom: typed rows for pages and feeds."""

from ligzda.newsroom.queries.articles import Page, Place, banner_for, listed, neighbours
from ligzda.newsroom.queries.figures import Figures, figures
from ligzda.newsroom.queries.queue import Item, Tray, item, tray
from ligzda.newsroom.queries.statements import Statement, statement
from ligzda.newsroom.queries.threads import Line, count_shown, lines

__all__ = [
    "Figures",
    "Item",
    "Line",
    "Page",
    "Place",
    "Statement",
    "Tray",
    "banner_for",
    "count_shown",
    "figures",
    "item",
    "lines",
    "listed",
    "neighbours",
    "statement",
    "tray",
]
