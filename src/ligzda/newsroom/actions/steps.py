"""Write down a step of a comment's life and move it, in one place."""

import datetime
from typing import Any

from django.db.models import F

from ligzda.network.models import User
from ligzda.newsroom.models import Comment, Notice, Transition
from ligzda.newsroom.states import State, Step


def move(
    comment: Comment,
    step: Step,
    after: State,
    *,
    who: Transition.Who,
    at: datetime.datetime,
    by: User | None = None,
    ground: str = "",
    statement: str = "",
    detected_by_machine: bool = False,
    notice: Notice | None = None,
    undoes: Transition | None = None,
    text_before: str = "",
    row: dict[str, Any] | None = None,
) -> Transition:
    """Move a comment that the caller has locked, with changes to its `row`; return the step."""
    before = comment.state
    Comment.objects.filter(pk=comment.pk).update(
        state=after,
        version=F("version") + 1,
        claimed_by=None,
        claimed_until=None,
        **(row or {}),
    )
    comment.refresh_from_db()
    return Transition.objects.create(
        comment=comment,
        step=step,
        before=before,
        after=after,
        who=who,
        at=at,
        by=by,
        ground=ground,
        statement=statement,
        detected_by_machine=detected_by_machine,
        notice=notice,
        undoes=undoes,
        text_before=text_before,
    )


def locked(pk: int) -> Comment:
    """Return the comment, locked until the transaction ends."""
    return Comment.objects.select_for_update(of=("self",)).select_related("article").get(pk=pk)
