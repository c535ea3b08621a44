"""The life of a comment: one table from which the database's guard and the diagram are made.

docs/newsroom.md shows it; tests/newsroom/test_states.py compares the two.
"""

from django.db import models
from django.utils.translation import gettext_lazy as _


class State(models.TextChoices):
    """Where a comment is."""

    HELD = "held", _("held for review")
    SHOWN = "shown", _("shown")
    REPORTED = "reported", _("shown, reported by a reader")
    REJECTED = "rejected", _("not published")
    REMOVED = "removed", _("removed")
    APPEALED = "appealed", _("removed, appealed")
    CONFIRMED = "confirmed", _("removal confirmed")
    WITHDRAWN = "withdrawn", _("withdrawn by its author")


class Step(models.TextChoices):
    """What happened to it."""

    SUBMIT = "submit", _("submitted")
    RELEASE = "release", _("published after review")
    REJECT = "reject", _("not published")
    REPORT = "report", _("reported by a reader")
    KEEP = "keep", _("looked at and kept")
    REMOVE = "remove", _("removed")
    EDIT = "edit", _("edited by its author")
    WITHDRAW = "withdraw", _("withdrawn by its author")
    RETURN = "return", _("withdrawal undone by its author")
    APPEAL = "appeal", _("appealed")
    RESTORE = "restore", _("restored after an appeal")
    CONFIRM = "confirm", _("removal confirmed after an appeal")
    UNDO = "undo", _("decision undone")


S = State
TABLE: dict[Step, list[tuple[State | None, State]]] = {
    Step.SUBMIT: [(None, S.HELD), (None, S.SHOWN)],
    Step.RELEASE: [(S.HELD, S.SHOWN)],
    Step.REJECT: [(S.HELD, S.REJECTED)],
    Step.REPORT: [(S.SHOWN, S.REPORTED), (S.REPORTED, S.REPORTED)],
    Step.KEEP: [(S.REPORTED, S.SHOWN), (S.SHOWN, S.SHOWN)],
    Step.REMOVE: [(S.SHOWN, S.REMOVED), (S.REPORTED, S.REMOVED)],
    # An edit that trips a rule goes back to review.
    Step.EDIT: [(S.SHOWN, S.SHOWN), (S.SHOWN, S.HELD), (S.HELD, S.HELD)],
    Step.WITHDRAW: [(S.SHOWN, S.WITHDRAWN), (S.REPORTED, S.WITHDRAWN), (S.HELD, S.WITHDRAWN)],
    Step.RETURN: [(S.WITHDRAWN, S.SHOWN), (S.WITHDRAWN, S.REPORTED), (S.WITHDRAWN, S.HELD)],
    Step.APPEAL: [(S.REMOVED, S.APPEALED), (S.REJECTED, S.APPEALED)],
    Step.RESTORE: [(S.APPEALED, S.SHOWN)],
    Step.CONFIRM: [(S.APPEALED, S.CONFIRMED)],
    Step.UNDO: [
        (S.SHOWN, S.SHOWN),
        (S.SHOWN, S.HELD),
        (S.REJECTED, S.HELD),
        (S.SHOWN, S.REPORTED),
        (S.REMOVED, S.SHOWN),
        (S.REMOVED, S.REPORTED),
        (S.SHOWN, S.APPEALED),
        (S.CONFIRMED, S.APPEALED),
    ],
}
PUBLIC = (State.SHOWN, State.REPORTED)
"""A reader sees the text. Reported comments stay until a person has looked."""
GONE = (State.REMOVED, State.APPEALED, State.CONFIRMED)
"""A reader sees that something was removed, and why (a rejected one was never seen)."""
RESTRICTIONS = (Step.REJECT, Step.REMOVE, Step.CONFIRM)
"""Steps that owe the author a statement of reasons (Regulation (EU) 2022/2065, Art. 17)."""
DECISIONS = (Step.RELEASE, Step.REJECT, Step.KEEP, Step.REMOVE, Step.RESTORE, Step.CONFIRM)
"""Steps of a moderator, which the same moderator may undo."""


class Ground(models.TextChoices):
    """Why a comment is restricted: a rule of the page, or the law."""

    MORALS = "morals", _("rule 2: politeness and morals")
    HATRED = "hatred", _("rule 2: hatred or calls for it")
    FOUL = "foul", _("rule 2: foul language")
    MARKUP = "markup", _("rule 5: HTML or links of an unregistered reader")
    FLOOD = "flood", _("rule 6: advertising or the same text again and again")
    LAW = "law", _("the law")


class Hold(models.TextChoices):
    """Why the machine held a comment for a person."""

    WORDS = "words", _("word list")
    LINK = "link", _("perhaps a link")
    NO_WORK = "no_work", _("sent without the browser's proof of work")
    ARTICLE = "article", _("every comment here is reviewed first")


def allowed(step: Step, before: State | None, after: State) -> bool:
    """Return whether the table knows this step."""
    return (before, after) in TABLE[step]


def moves() -> list[tuple[str, str]]:
    """Return every change of state the database may let through."""
    return sorted(
        {
            (before.value, after.value)
            for pairs in TABLE.values()
            for before, after in pairs
            if before is not None and before != after
        }
    )
