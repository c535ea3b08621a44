"""A discussion as the page shows it: threads three deep, in one pass over one query."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Literal

from django.db.models import Exists, OuterRef, Q
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from ligzda.newsroom.models import Article, Comment, Transition
from ligzda.newsroom.models.comments import DEEPEST
from ligzda.newsroom.rules import EDIT_MINUTES
from ligzda.newsroom.states import GONE, PUBLIC, Ground, State

Order = Literal["oldest", "newest"]

# Of what was refused only that is read which something may hang from: spam costs no reader a wait.
_LEAVES_A_LINE = ~Q(state=State.REJECTED) | Exists(Comment.objects.filter(parent=OuterRef("pk")))


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

    Whatever became of a comment, a line stands in its place as long as anything below it is shown,
    at any depth: an answer is never lost, and never stands under a stranger. What was removed
    leaves its line for good, if readers ever saw it. The name of what is not shown is told nowhere,
    not even to say whom an answer answers. Held comments are seen by their authors only.
    """
    rows = list(
        Comment.objects.filter(_LEAVES_A_LINE, article=article)
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
    standing = _standing(rows, tombs, mine, user)
    made: list[Line] = []
    now = timezone.now()
    roots = answers.get(None, [])
    stack = list(roots if order == "newest" else reversed(roots))
    days: dict[datetime.date, str] = {}
    while stack:
        pk, parent, depth, name, author, posted, edited, html, state, ground = stack.pop()
        if pk not in standing:
            continue  # and nothing below it stands either
        stack.extend(reversed(answers.get(pk, [])))
        own = pk in mine or (author is not None and author == user)
        public = state in PUBLIC
        waiting = state == State.HELD and own
        local = timezone.localtime(posted)
        day = local.date()
        if day not in days:
            days[day] = date_format(day, "SHORT_DATE_FORMAT")
        made.append(
            Line(
                pk=pk,
                depth=depth,
                name=name if public or waiting else "",
                registered=author is not None,
                when=f"{days[day]} {local:%H:%M}",
                when_iso=local.isoformat(timespec="minutes"),
                html=html if public or waiting else "",
                edited=edited is not None,
                above=names.get(parent, ""),
                shown=public,
                mine=own,
                waiting=waiting,
                gone="" if waiting else why_gone(state, ground),
                answerable=public and depth < DEEPEST,
                editable=own
                and state in (State.SHOWN, State.HELD)
                and (now - posted).total_seconds() < EDIT_MINUTES * 60,
            )
        )
    return made, len(names)


def _standing(
    rows: list[tuple[Any, ...]], tombs: frozenset[int], mine: frozenset[int], user: int | None
) -> set[int]:
    """Return which comments have a line: seen themselves, removed, or above one that has."""
    standing: set[int] = set()
    for pk, parent, _depth, _name, author, *_rest, state, _ground in sorted(
        rows, key=lambda row: -row[2]
    ):
        own = pk in mine or (author is not None and author == user)
        if state in PUBLIC or pk in tombs or (state == State.HELD and own):
            standing.add(pk)
        if pk in standing and parent is not None:
            standing.add(parent)
    return standing


def ever_shown(comments: Iterable[int]) -> frozenset[int]:
    """Return those of the comments that readers have seen: a step once left them on the page."""
    asked = list(comments)
    if not asked:
        return frozenset()
    steps = Transition.objects.filter(comment__in=asked, after__in=PUBLIC)
    return frozenset(steps.values_list("comment", flat=True))


def state_words(comment: Comment) -> str:
    """Return the state as its author and moderators read it.

    An appealed or confirmed comment keeps no sign of where it came from: what readers never saw was
    not removed.
    """
    unseen = {
        State.APPEALED: _("not published, appealed"),
        State.CONFIRMED: _("not published, confirmed after an appeal"),
    }
    state = State(comment.state)
    if state in unseen and not ever_shown([comment.pk]):
        return unseen[state]
    return str(state.label)


def why_gone(state: str, ground: str) -> str:
    """Return the line that stands where readers have seen a comment; empty while they see it."""
    if state in GONE:
        sentence = _("This comment was removed: %(ground)s.") % {"ground": Ground(ground).label}
        if state == State.APPEALED:
            sentence += " " + _("Its author has appealed.")
        return sentence
    if state == State.WITHDRAWN:
        return _("Its author has withdrawn this comment.")
    if state not in PUBLIC:
        return _("This comment is not shown at present.")
    return ""
