"""Pure rules for what a reader writes: length, links, HTML, words. No Django, no files but our own.

The questions the written rules leave open, and our answers: docs/newsroom.md.
"""

from ligzda.newsroom.text.check import LIMIT, MOST, Fault, Faults, check, check_name
from ligzda.newsroom.text.graphemes import count, trimmed
from ligzda.newsroom.text.html import Tag, find_tags
from ligzda.newsroom.text.links import Links, find_links
from ligzda.newsroom.text.render import render_plain, render_rich
from ligzda.newsroom.text.unseen import worded
from ligzda.newsroom.text.word_lists import find_words, same_words

__all__ = [
    "LIMIT",
    "MOST",
    "Fault",
    "Faults",
    "Links",
    "Tag",
    "check",
    "check_name",
    "count",
    "find_links",
    "find_tags",
    "find_words",
    "render_plain",
    "render_rich",
    "same_words",
    "trimmed",
    "worded",
]
