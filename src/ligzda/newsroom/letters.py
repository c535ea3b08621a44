"""Letters: what was decided about a comment, about a person, about a notice, and why."""

from typing import Any

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _

from ligzda.newsroom import guard
from ligzda.newsroom.models import Ban, Comment, Letter, Notice, Transition
from ligzda.newsroom.queries.statements import ban_statement, statement
from ligzda.newsroom.queries.threads import state_words
from ligzda.newsroom.states import Step


def text_of(row: Letter) -> tuple[str, str]:
    """Return subject and text of a letter that is owed, in the active language.

    Raises ValueError where it is about a ban for no comment: nobody's address is known then.
    """
    if row.step is not None:
        return letter(row.step)
    if row.notice is not None:
        return notice_letter(row.notice)
    if row.ban is None or row.ban.comment is None:
        raise ValueError(f"letter {row.pk} is to nobody")
    return ban_letter(row.ban, row.ban.comment)


def letter(step: Transition) -> tuple[str, str]:
    """Return subject and text of the letter to an author, in the active language."""
    context = {
        "step": step,
        "decision": state_words(step.comment)
        if step.step == Step.CONFIRM
        else step.get_step_display(),
        "statement": statement(step),
        "appealable": step.step in (Step.REJECT, Step.REMOVE),
    }
    return _about(step.comment, "newsroom/letter.txt", context)


def ban_letter(ban: Ban, comment: Comment) -> tuple[str, str]:
    """Return subject and text of the letter to a person who was banned, or is no longer."""
    return _about(comment, "newsroom/letter_ban.txt", {"ban": ban, "statement": ban_statement(ban)})


def notice_letter(notice: Notice) -> tuple[str, str]:
    """Return subject and text of the letter to whoever gave a notice (Art. 16(4) to (6))."""
    text = render_to_string(
        "newsroom/letter_notice.txt",
        {"notice": notice, "comment": notice.comment, "address": _address("newsroom:receipt")},
    )
    return _("Your notice number %(number)d") % {"number": notice.pk}, text


def _about(comment: Comment, template: str, context: dict[str, Any]) -> tuple[str, str]:
    # Whoever has an account signs in; a guest may have lost the code, and has this letter.
    if comment.author_id:
        address = _address("newsroom:mine", comment.pk)
    else:
        address = f"{_address('newsroom:receipt')}?way={guard.way(comment)}"
    subject = _("Your comment on “%(title)s”") % {"title": comment.article.title}
    return subject, render_to_string(template, {**context, "comment": comment, "address": address})


def _address(name: str, *args: object) -> str:
    return str(settings.WAGTAILADMIN_BASE_URL) + reverse(name, args=args)
