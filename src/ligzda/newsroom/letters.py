"""Letters to authors: what was decided about a comment, and the statement of reasons (Art. 17)."""

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _

from ligzda.newsroom.models import Transition
from ligzda.newsroom.queries.statements import statement


def letter(step: Transition) -> tuple[str, str]:
    """Return subject and text in the active language."""
    context = {
        "step": step,
        "comment": step.comment,
        "statement": statement(step),
        "address": settings.WAGTAILADMIN_BASE_URL + reverse("newsroom:receipt"),
    }
    subject = _("Your comment on “%(title)s”") % {"title": step.comment.article.title}
    return subject, render_to_string("newsroom/letter.txt", context)
