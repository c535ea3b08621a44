"""The database holds the life of a comment, whoever writes to it."""

import datetime
import itertools
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pgtrigger
import pytest
from django.db import DatabaseError, transaction
from django.utils import timezone

from ligzda.network.models import User
from ligzda.newsroom.actions import Posted
from ligzda.newsroom.models import Ban, Comment, Notice, Transition
from ligzda.newsroom.states import TABLE, State, Step, moves

GUIDE = Path(__file__).resolve().parents[2] / "docs" / "newsroom.md"


def diagram() -> str:
    """Return the table as the guide draws it."""
    lines = ["stateDiagram-v2"]
    for step, pairs in TABLE.items():
        for before, after in pairs:
            lines.append(f"    {before or '[*]'} --> {after}: {step}")
    return "\n".join(lines)


def test_the_guide_draws_the_table() -> None:
    drawn = re.search(r"```mermaid\n(.*?)\n```", GUIDE.read_text("utf-8"), re.S)
    assert drawn is not None
    assert drawn[1] == diagram()


@pytest.mark.django_db
@pytest.mark.parametrize(("before", "after"), list(itertools.permutations(State, 2)))
def test_only_the_tables_moves_pass(
    write: Callable[..., Posted], before: State, after: State
) -> None:
    comment = write().comment
    ground = {s: "" if s in ("held", "shown", "reported", "withdrawn") else "foul" for s in State}
    with pgtrigger.ignore("newsroom.Comment:life"):
        Comment.objects.filter(pk=comment.pk).update(state=before, ground=ground[before])
    try:
        with transaction.atomic():
            Comment.objects.filter(pk=comment.pk).update(state=after, ground=ground[after])
        passed = True
    except DatabaseError:
        passed = False
    assert passed == ((before.value, after.value) in moves())


def refused(make: Callable[[], object], name: str) -> None:
    with pytest.raises(DatabaseError, match=name), transaction.atomic():
        make()


@pytest.mark.django_db
def test_constraints_of_comments(write: Callable[..., Posted], moderator: User) -> None:
    comment = write().comment
    rows = Comment.objects.filter(pk=comment.pk)
    refused(lambda: rows.update(depth=3), "comment_thread_is_at_most_three_deep")
    refused(lambda: rows.update(depth=1), "comment_thread_is_at_most_three_deep")
    refused(lambda: rows.update(receipt=None), "comment_guest_has_a_receipt")
    refused(lambda: rows.update(ground="foul"), "comment_restricted_has_a_ground")
    refused(lambda: rows.update(claimed_by=moderator), "comment_claim_has_an_end")
    refused(lambda: rows.update(text=""), "comment_says_something")
    refused(lambda: rows.update(text="x" * 16_001), "comment_text_is_bounded")
    refused(
        lambda: rows.update(edited_at=timezone.now() - datetime.timedelta(days=1)),
        "comment_edited_after_posting",
    )


@pytest.mark.django_db
def test_constraints_of_steps(write: Callable[..., Posted], moderator: User) -> None:
    comment = write().comment

    def step(**more: Any) -> Callable[[], Transition]:
        given = {
            "comment": comment, "step": Step.REMOVE, "before": "shown", "after": "removed",
            "who": "moderator", "by": moderator, "ground": "foul", "statement": "Rupji.",
        }  # fmt: skip
        return lambda: Transition.objects.create(**{**given, **more})

    refused(step(before="held"), "transition_is_in_the_table")
    refused(step(by=None), "transition_names_the_moderator")
    refused(step(ground=""), "transition_restriction_gives_reasons")
    refused(step(statement=""), "transition_restriction_gives_reasons")
    refused(step(step="undo", before="removed", after="shown"), "transition_undo_names_what")
    made = step()()
    refused(lambda: made.delete(), "Cannot delete")
    refused(lambda: Transition.objects.update(statement="Cits."), "Cannot update")


@pytest.mark.django_db
def test_constraints_of_sanctions_and_notices(
    write: Callable[..., Posted], moderator: User
) -> None:
    comment = write().comment
    now = timezone.now()
    given = {"comment": comment, "begins": now, "ends": now, "ground": "foul", "by": moderator}
    refused(lambda: Ban.objects.create(**given, statement="Jo."), "ban_has_an_end")
    later = {**given, "ends": now + datetime.timedelta(days=1)}
    refused(lambda: Ban.objects.create(**later, statement=""), "ban_gives_reasons")
    notice = {"comment": comment, "explanation": "x", "language": "lv", "receipt": "r"}
    refused(lambda: Notice.objects.create(**notice, good_faith=False), "notice_in_good_faith")
    refused(
        lambda: Notice.objects.create(**notice, good_faith=True, outcome="kept"),
        "notice_decided_by_someone",
    )
