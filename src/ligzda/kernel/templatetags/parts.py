"""The parts that pages are made of: `{% load parts %}` (ADR 0007).

Each part is a function, so a misspelt or missing argument fails when the template is compiled, and
tests compile every template. What it looks like stands in templates/kernel/parts; what a block
encloses comes in as `content`, rendered and safe. A text with a per cent sign cannot be given as
`_("…")` (Django looks such a literal up unescaped): `{% translate "…" as text %}` first.
"""

from itertools import count
from typing import Any

from django import template
from django.contrib.messages.storage.base import Message
from django.forms import BaseForm
from django.template import Context
from django.template.loader import render_to_string
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from ligzda.kernel.obstacle import Obstacle
from ligzda.kernel.templatetags.frame import opens
from ligzda.kernel.undo import number_of
from ligzda.kernel.unsaved import long_form

register = template.Library()
PARTS = "kernel/parts/"


def _inside(content: str) -> SafeString:
    """Return what a block encloses, which its template has escaped already."""
    return mark_safe(content.strip())


def _dashed(title: str) -> str:
    """Return a title in which no dash can begin a line."""
    joined = str(title).replace(" – ", "\N{NO-BREAK SPACE}– ")
    return mark_safe(joined) if isinstance(title, SafeString) else joined


@register.simple_block_tag(takes_context=True)
def page_head(
    context: Context,
    content: str,
    title: str,
    *,
    code: str = "",
    plus: bool = False,
    lede: bool = True,
) -> SafeString:
    """Open a page: its title, a model's code before it, and what is enclosed as its lede.

    `lede=False` leaves what is enclosed as it is: actions, or nothing. Title and lede are also what
    the head of the page says of it.
    """
    opens(context, f"{code} {title}".strip(), content if lede else "")
    facts = {
        "title": _dashed(title),
        "code": code,
        "plus": plus,
        "lede": lede,
        "content": _inside(content),
    }
    return render_to_string(PARTS + "page_head.html", facts)


@register.inclusion_tag(PARTS + "trail.html")
def trail(url: str, text: str, *, back: bool = False) -> dict[str, object]:
    """Link to the page above this one; `back` for one to return to rather than above."""
    return {"url": url, "text": text, "back": back}


@register.simple_block_tag
def section(content: str, id: str, title: str, *, level: int = 2) -> SafeString:  # noqa: A002
    """Enclose a part of the page that its heading names."""
    facts = {"id": id, "title": title, "level": level, "content": _inside(content)}
    return render_to_string(PARTS + "section.html", facts)


@register.simple_block_tag
def card(
    content: str,
    title: str,
    *,
    url: str = "",
    cover: bool = True,
    code: str = "",
    plus: bool = False,
    overline: str = "",
    level: int = 3,
    lang: str = "",
) -> SafeString:
    """Enclose an item of a list of cards (`ul.cards`); `cover` makes all of it the link."""
    facts = {
        "title": _dashed(title), "url": url, "cover": cover, "code": code, "plus": plus,
        "overline": overline, "level": level, "lang": lang, "content": _inside(content),
    }  # fmt: skip
    return render_to_string(PARTS + "card.html", facts)


@register.simple_tag
def badge(text: str, *, good: bool = False) -> SafeString:
    """Say in a word or two how it stands with a thing.

    It stands within sentences, so it has no file, whose last line would end in a space.
    """
    return format_html('<span class="label{}">{}</span>', " good" if good else "", text)


@register.inclusion_tag(PARTS + "figure.html")
def key_figure(name: str, value: object) -> dict[str, object]:
    """Show a number and what it counts; inside `dl.figures`."""
    return {"name": name, "value": value}


@register.simple_block_tag
def empty_state(content: str, what: str) -> SafeString:
    """Say what will stand here; what is enclosed says what to do next."""
    facts = {"what": what, "content": _inside(content)}
    return render_to_string(PARTS + "empty_state.html", facts)


@register.inclusion_tag(PARTS + "error_summary.html")
def error_summary(form: BaseForm) -> dict[str, object]:
    """Say what was refused, and lead to each field that is marked; nothing where nothing was.

    `{{ form }}` begins with it; a page that places its fields itself does so too.
    """
    return {"form": form, "wrong": [field for field in form.visible_fields() if field.errors]}


@register.inclusion_tag(PARTS + "button.html", takes_context=True)
def button(
    context: Context,
    text: str,
    obstacle: Obstacle | None = None,
    *,
    name: str = "",
    value: object = "",
    second: bool = False,
    small: bool = False,
    label: str = "",
) -> dict[str, object]:
    """Submit the form around it; or say why that cannot be.

    Nothing in the way: a button. A role that is missing: nothing, for waiting does not help. Any
    other obstacle: a button that does nothing, with the sentence beside it and as its description.
    It is `aria-disabled` rather than `disabled`, because a disabled button takes no focus: who
    reads by ear or by keyboard would learn neither that it is there nor why it does not work. It
    is of type `button`, so that it submits nothing without a script holding it back; what decides
    is the action's own check.

    `label` is for the ear where several buttons have one text; `value` is written without the
    language's separators.
    """
    page: Any = context.render_context.dicts[0]  # one for a page, whatever includes what
    numbers = page.setdefault("button_numbers", count(1))
    return {
        "text": text, "obstacle": obstacle, "name": name, "value": str(value), "second": second,
        "small": small, "label": label, "number": str(next(numbers)) if obstacle else "",
    }  # fmt: skip


@register.inclusion_tag(PARTS + "undo.html", takes_context=True)
def undo_button(context: Context, message: Message) -> dict[str, object]:
    """Lead back from what a notice says was done, where it can be undone."""
    number = number_of(message.extra_tags or "")
    return {"number": number, "csrf_token": context.get("csrf_token")}


@register.inclusion_tag(PARTS + "kept_as_typed.html", takes_context=True)
def kept_as_typed(context: Context) -> dict[str, object]:
    """Keep what is typed into the form around it; its view names it (`kernel.unsaved.about`)."""
    form = long_form(context["request"])
    return {"about": form.about if form else ""}


@register.simple_block_tag(takes_context=True)
def post_form(
    context: Context,
    content: str,
    form: BaseForm | None = None,
    *,
    action: str = "",
    narrow: bool = False,
    browser_checks: bool = True,
) -> SafeString:
    """Enclose buttons, after the fields of `form`, in a form that posts to `action` or this page.

    `browser_checks=False` leaves judging the fields to the server alone.
    """
    facts = {
        "form": form, "action": action, "narrow": narrow, "browser_checks": browser_checks,
        "content": _inside(content), "csrf_token": context.get("csrf_token"),
    }  # fmt: skip
    return render_to_string(PARTS + "post_form.html", facts)
