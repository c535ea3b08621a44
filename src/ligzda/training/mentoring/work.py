"""What mentoring asks of a person."""

from django.urls import reverse
from django.utils.translation import gettext as _

from ligzda.kernel.obstacle import may
from ligzda.kernel.room import Work
from ligzda.network.models import User
from ligzda.network.rules import Viewer
from ligzda.training.mentoring import queries, rules


def my_work(viewer: Viewer) -> list[Work]:
    """Return the wishes that wait for a manager, an offer not made yet, one's own pairs.

    A mentor is asked to record a meeting where a pair has had none for a month.
    """
    if not isinstance(viewer, User) or not may(rules.check_mentoring, by=viewer):
        return []
    page = reverse("training:mentoring")
    found = []
    if waiting := queries.wishes_for(viewer).count():
        found.append(Work(_("Participants who wait for a mentor"), page, waiting, kind="mentoring"))
    if may(rules.check_offer, by=viewer) and queries.offer_of(viewer) is None:
        where = reverse("training:mentor_offer")
        found.append(Work(_("Say what you can help with as a mentor"), where, 1, kind="mentoring"))
    own = [
        pair
        for pair in queries.pairs_of(viewer)
        if viewer.pk in (pair.mentor_id, pair.participant_id) and rules.lasts(pair)
    ]
    quiet = queries.quiet([pair for pair in own if pair.mentor_id == viewer.pk])
    for pair in own:
        given = {"participant": pair.participant, "mentor": pair.mentor}
        label = _("Pair: %(participant)s and %(mentor)s") % given
        where = reverse("training:pair", args=[pair.pk])
        if pair.pk in quiet:
            label = _("No meeting recorded for a month: %(participant)s") % given
            found.append(Work(label, where, 1, kind="mentoring"))
        else:
            found.append(Work(label, where))
    return [*found, Work(_("Mentoring"), page)]
