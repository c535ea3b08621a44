"""The frame of every page, whose head knows what stands in its body: `{% load frame %}`."""

from typing import Any

from django import template
from django.template import Context, Node, NodeList
from django.template.base import Parser, Token
from django.utils.html import strip_tags
from django.utils.safestring import SafeString
from django.utils.text import Truncator

register = template.Library()
_OPENING = "page_opening"
_LONGEST = 200
"""Characters of a description: search engines and messengers cut what is longer."""


def opens(context: Context, title: str, lede: str) -> None:
    """Remember how this page opens, for its head; the first opening counts."""
    words = Truncator(" ".join(strip_tags(lede).split())).chars(_LONGEST)
    _of_page(context).setdefault(_OPENING, (str(title), words))


def _of_page(context: Context) -> dict[str, Any]:
    """Return what is kept for the whole page, whatever template includes what."""
    page: Any = context.render_context.dicts[0]
    kept: dict[str, Any] = page
    return kept


class DocumentNode(Node):
    """A head and a body. The body is written first, for the head to say what the page is about."""

    child_nodelists = ("head", "body")

    def __init__(self, head: NodeList, body: NodeList) -> None:
        self.head = head
        self.body = body

    def render(self, context: Context) -> SafeString:
        """Write the head with `page_title` and `page_lede`, empty where the body has no opening."""
        body = self.body.render(context)
        title, lede = _of_page(context).get(_OPENING, ("", ""))
        with context.push(page_title=title, page_lede=lede):
            return SafeString(self.head.render(context) + body)


@register.tag
def document(parser: Parser, token: Token) -> DocumentNode:
    """Enclose a page: its head, `{% body %}`, its body."""
    head = parser.parse(("body",))
    parser.delete_first_token()
    body = parser.parse(("enddocument",))
    parser.delete_first_token()
    return DocumentNode(head, body)
