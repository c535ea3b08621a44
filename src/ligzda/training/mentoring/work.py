"""What mentoring asks of a person."""

from django.urls import reverse
from django.utils.translation import gettext as _

from ligzda.kernel.obstacle import may
from ligzda.kernel.room import Work
from ligzda.network.models import User
from ligzda.network.rules import Viewer
from ligzda.training.mentoring import queries, rules


def my_work(viewer: Viewer) -> list[Work]:
    """Return the wishes that wait for a manager, an offer not made yet, one's own pairs."""
    if not isinstance(viewer, User) or not may(rules.check_mentoring, by=viewer):
        return []
    page = reverse("training:mentoring")
    found = []
    if waiting := queries.wishes_for(viewer).count():
        found.append(Work(_("Participants who wait for a mentor"), page, waiting, kind="mentoring"))
    if may(rules.check_offer, by=viewer) and queries.offer_of(viewer) is None:
        where = reverse("training:mentor_offer")
        found.append(Work(_("Say what you can help with as a mentor"), where, 1, kind="mentoring"))
    found += [
        Work(
            _("Pair: %(participant)s and %(mentor)s")
            % {"participant": pair.participant, "mentor": pair.mentor},
            reverse("training:pair", args=[pair.pk]),
        )
        for pair in queries.pairs_of(viewer)
        if viewer.pk in (pair.mentor_id, pair.participant_id) and rules.lasts(pair)
    ]
    return [*found, Work(_("Mentoring"), page)]
