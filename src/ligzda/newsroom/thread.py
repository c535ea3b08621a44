"""A discussion as HTML, written without the template engine.

Five hundred comments through a template's loop cost some seventy milliseconds, through this four
(benchmarks/bench_newsroom.py). Every value that a reader has typed passes `escape`; the text itself
was rendered and cleaned when it was posted (text/render.py).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from ligzda.newsroom.queries.threads import Line


@dataclass(frozen=True, kw_only=True)
class Reader:
    """For whom the discussion is written: what they may do, and the place they came from."""

    answers: bool
    moderates: bool
    place: str
    receipt: tuple[int, str] | None = None
    """The comment just posted here without an account, and the note with its secret code."""


def thread(lines: Sequence[Line], reader: Reader) -> SafeString:
    """Return the list of comments."""
    words = _Words()
    ways = _Ways(reader)
    new, note = reader.receipt or (0, "")
    items = "\n".join(_item(line, words, ways, note if line.pk == new else "") for line in lines)
    return mark_safe(f'<ol class="plain thread">\n{items}\n</ol>')


class _Words:
    def __init__(self) -> None:
        self.permanent = escape(_("Permanent link"))
        self.answer = escape(_("Answer"))
        self.report = escape(_("Report"))
        self.edit = escape(_("Edit or withdraw"))
        self.edited = escape(_("edited"))
        self.guest = escape(_("unregistered"))
        self.moderate = escape(_("Moderate"))
        self.waits = escape(_("waits for review; only you see it"))


class _Ways:
    """Addresses up to the comment's number: reversing each would cost more than all the rest."""

    def __init__(self, reader: Reader) -> None:
        query = f"{escape(reader.place)}&amp;" if reader.place else ""
        self.answer = f"?{query}answer=" if reader.answers else ""
        self.report = reverse("newsroom:report", args=[0])[:-2]
        self.mine = reverse("newsroom:mine", args=[0])[:-2]
        self.item = reverse("newsroom:item", args=[0])[:-2] if reader.moderates else ""


def _item(line: Line, words: _Words, ways: _Ways, note: str) -> str:
    waiting = " waiting" if line.waiting else ""
    # The page opens at the new comment; where it takes focus, its code is read out too.
    focus = ' tabindex="-1"' if note else ""
    start = f'<li id="comment-{line.pk}" class="comment level-{line.depth}{waiting}"{focus}>{note}'
    if line.gone:
        return f'{start}<p class="soft gone">{escape(line.gone)}</p></li>'
    name = escape(line.name)
    guest = "" if line.registered else f' <span class="soft">({words.guest})</span>'
    above = f' <span class="soft">→ <bdi>{escape(line.above)}</bdi></span>' if line.above else ""
    edited = f' <span class="soft">{words.edited}</span>' if line.edited else ""
    waits = f' <span class="label">{words.waits}</span>' if line.waiting else ""
    return (
        f'{start}<p class="by"><bdi class="name">{name}</bdi>{guest}{above} '
        f'<a class="when" href="#comment-{line.pk}" title="{words.permanent}">'
        f'<time datetime="{line.when_iso}">{line.when}</time></a>{edited}{waits}</p>\n'
        f'<div class="said" dir="auto">{line.html}</div>\n'
        f'<p class="do">{_deeds(line, name, words, ways)}</p></li>'
    )


def _deeds(line: Line, name: str, words: _Words, ways: _Ways) -> str:
    which = f'<span class="hidden"> {name}, {line.when}</span></a> '
    deeds = ""
    if line.answerable and ways.answer:
        deeds += f'<a href="{ways.answer}{line.pk}#write">{words.answer}{which}'
    if line.mine:
        deeds += f'<a href="{ways.mine}{line.pk}/">{words.edit}{which}'
    elif line.shown:
        deeds += f'<a href="{ways.report}{line.pk}/">{words.report}{which}'
    if ways.item:
        deeds += f'<a href="{ways.item}{line.pk}/">{words.moderate}{which}'
    return deeds
