"""The usual reasons of a restriction, by ground: for a decision with one key.

A statement of reasons names facts (Regulation (EU) 2022/2065, Art. 17(3)(b)): what a rule of ours
can find in the text is named. For the law there is nothing usual; a person writes.
"""

from collections.abc import Callable

from django.utils.translation import gettext as _
from django.utils.translation import override

from ligzda.newsroom.models import Comment
from ligzda.newsroom.states import Ground
from ligzda.newsroom.text import find_links, find_tags, find_words


def _foul(text: str) -> str:
    if words := find_words(text):
        return _("The comment uses foul language: %(words)s.") % {"words": ", ".join(words)}
    return _("The comment uses foul language.")


def _markup(text: str) -> str:
    links = find_links(text)
    found = [*links.certain, *links.doubtful, *(f"<{tag.name}>" for tag in find_tags(text))]
    if found:
        return _("The comment of an unregistered reader holds a link or HTML: %(found)s.") % {
            "found": ", ".join(found)
        }
    return _("The comment of an unregistered reader holds a link or HTML.")


USUAL: dict[Ground, Callable[[str], str]] = {
    Ground.MORALS: lambda text: _("The comment is rude to somebody instead of arguing."),
    Ground.HATRED: lambda text: _("The comment shows hatred of people, or calls for it."),
    Ground.FOUL: _foul,
    Ground.MARKUP: _markup,
    Ground.FLOOD: lambda text: _("The comment advertises, or repeats the same text."),
}


def usual(ground: Ground, comment: Comment) -> str:
    """Return the usual reasons in the language the comment was written in."""
    with override(comment.language):
        return USUAL[ground](comment.text)
