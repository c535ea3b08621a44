"""The questions that wait for a participant."""

from django.urls import reverse
from django.utils.translation import gettext as _

from ligzda.kernel.room import Work
from ligzda.network.rules import Viewer
from ligzda.people.outcomes.models import Rater
from ligzda.people.outcomes.queries import asked_of, own_stays


def my_work(viewer: Viewer) -> list[Work]:
    """Return the page of one's own questions, where somebody has a stay."""
    stays = own_stays(viewer)
    if not stays:
        return []
    asked = [one for one in asked_of(stays) if one.rater == Rater.PARTICIPANT]
    waiting = sum(one.done is None and one.not_yet is None for one in asked)
    return [Work(_("My questions"), reverse("people:my_questions"), waiting)]
