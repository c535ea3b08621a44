"""`{% checked name text %}`: whether what stands before it was looked up, by whom and when.

Without the text where a room declares one statement of that name.
"""

from typing import Any

from django import template
from django.utils.safestring import SafeString

from ligzda.kernel.templatetags.parts import badge
from ligzda.network.statements import checks, key_of, text_named, told

register = template.Library()


@register.simple_tag(takes_context=True)
def checked(context: template.Context, name: str, text: object = None) -> SafeString:
    """Say it of a statement that a room declares by this name and text."""
    known = _checks(context)
    if text is None:
        text = text_named(name)
    check = known.get(key_of(name, text))
    return badge(told(check), good=check is not None and check.status != check.Status.OPEN)


def _checks(context: template.Context) -> Any:
    """Return what was looked up; asked once a page."""
    request = context["request"]
    if not hasattr(request, "statement_checks"):
        request.statement_checks = checks()
    return request.statement_checks
