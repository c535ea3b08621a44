"""A place on a page that rooms on higher floors fill.

A template links, includes and loads only what stands on its own floor or below. Where a page has
room for something from above, it says `{% slot "name" %}`; the rooms that have something to show
there name a function in their manifest. Without them the slot is empty, and the page stands.
"""

from typing import Any

from django import template
from django.template.context import Context
from django.urls import reverse
from django.utils.html import format_html_join
from django.utils.safestring import SafeString

from ligzda.kernel.room import named, rooms

register = template.Library()


@register.simple_tag(takes_context=True)
def slot(context: Context, name: str, **given: Any) -> SafeString:
    """Return what the rooms show here, from the ground up."""
    request = context["request"]
    shown = [(named(room.slots[name])(request, **given),) for room in rooms() if name in room.slots]
    return format_html_join("\n", "{}", shown)


@register.simple_tag
def public_page(kind: str, *names: str) -> str:
    """Return the address that shows a thing to the public, by its kind ("model").

    A room on a higher floor shows it and says so in its manifest; without one the address is
    empty, and the link leads to the page it stands on.
    """
    addresses = [room.public_pages[kind] for room in rooms() if kind in room.public_pages]
    return reverse(addresses[-1], args=names) if addresses else ""
