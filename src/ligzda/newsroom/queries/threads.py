"""A discussion as the page shows it: threads three deep, in one pass over one query."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Literal

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from ligzda.newsroom.models import Article, Comment, Transition
from ligzda.newsroom.rules import EDIT_MINUTES
from ligzda.newsroom.states import GONE, PUBLIC, Ground, State

Order = Literal["oldest", "newest"]
_SHOWN = (*PUBLIC, *GONE, State.WITHDRAWN, State.HELD)


@dataclass(slots=True)
class Line:
    """One comment, or what stands in its place."""

    pk: int
    depth: int
    name: str
    registered: bool
    when: str
    when_iso: str
    html: str
    edited: bool
    above: str
    shown: bool
    mine: bool
    waiting: bool
    gone: str
    answerable: bool
    editable: bool


def lines(
    article: Article, *, order: Order, mine: frozenset[int], user: int | None
) -> tuple[list[Line], int]:
    """Return the discussion line by line, and how many comments it shows.

    A comment that left the page stands as a line that says why, while something answers it or it
    was removed; one that never was on the page leaves none. Of neither is the name told, not even
    to say whom an answer answers. Held comments are seen by their authors only.
    """
    rows = list(
        Comment.objects.filter(article=article, state__in=_SHOWN)
        .order_by("posted_at", "pk")
        .values_list(
            "pk",
            "parent_id",
            "depth",
            "name",
            "author_id",
            "posted_at",
            "edited_at",
            "html",
            "state",
            "ground",
        )
    )
    answers: dict[int | None, list[tuple[Any, ...]]] = {}
    names: dict[int, str] = {}
    for row in rows:
        answers.setdefault(row[1], []).append(row)
        if row[8] in PUBLIC:
            names[row[0]] = row[3]
    tombs = ever_shown(row[0] for row in rows if row[8] in GONE)
    made: list[Line] = []
    shown = 0
    now = timezone.now()
    roots = answers.get(None, [])
    stack = list(roots if order == "newest" else reversed(roots))
    days: dict[datetime.date, str] = {}
    while stack:
        pk, parent, depth, name, author, posted, edited, html, state, ground = stack.pop()
        below = answers.get(pk, [])
        stack.extend(reversed(below))
        own = pk in mine or (author is not None and author == user)
        public = state in PUBLIC
        if state == State.HELD and not own:
            continue
        if state in GONE and pk not in tombs:
            continue
        if state == State.WITHDRAWN and not any(each[8] in PUBLIC for each in below):
            continue
        shown += public
        local = timezone.localtime(posted)
        day = local.date()
        if day not in days:
            days[day] = date_format(day, "SHORT_DATE_FORMAT")
        made.append(
            Line(
                pk=pk,
                depth=depth,
                name=name if public or state == State.HELD else "",
                registered=author is not None,
                when=f"{days[day]} {local:%H:%M}",
                when_iso=local.isoformat(timespec="minutes"),
                html=html if public or state == State.HELD else "",
                edited=edited is not None,
                above=names.get(parent, ""),
                shown=public,
                mine=own,
                waiting=state == State.HELD,
                gone=why_gone(state, ground),
                answerable=public and depth < 2,
                editable=own
                and state in (State.SHOWN, State.HELD)
                and (now - posted).total_seconds() < EDIT_MINUTES * 60,
            )
        )
    return made, shown


def ever_shown(comments: Iterable[int]) -> frozenset[int]:
    """Return those of the comments that readers have seen: a step once left them on the page."""
    asked = list(comments)
    if not asked:
        return frozenset()
    steps = Transition.objects.filter(comment__in=asked, after__in=PUBLIC)
    return frozenset(steps.values_list("comment", flat=True))


def why_gone(state: str, ground: str) -> str:
    """Return the line that stands where readers have seen a comment; empty while they see it."""
    if state in GONE:
        sentence = _("This comment was removed: %(ground)s.") % {"ground": Ground(ground).label}
        if state == State.APPEALED:
            sentence += " " + _("Its author has appealed.")
        return sentence
    if state == State.WITHDRAWN:
        return _("Its author has withdrawn this comment.")
    return ""
