"""What stays and plans ask of a person: by number, for labels go into letters."""

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from ligzda.incubators.models import Incubator
from ligzda.kernel.room import Work
from ligzda.network.models import User
from ligzda.network.roles import Permission
from ligzda.network.rules import Viewer
from ligzda.people.plans.queries import to_approve, without_review
from ligzda.people.rules import municipalities_where
from ligzda.people.stays.queries import awaiting

MOST = 20
"""Of each kind; the rest comes up when these are done."""


def waiting(viewer: Viewer) -> list[Work]:
    """Return plans to approve, transfers to answer, plans not looked at for 90 days, the page of
    who is there today."""
    if not isinstance(viewer, User):
        return []
    decides = [each.pk for each in municipalities_where(viewer, {Permission.APPROVE_PEOPLE})]
    keeps = [each.pk for each in municipalities_where(viewer, {Permission.KEEP_PEOPLE})]
    supports = [each.pk for each in municipalities_where(viewer, {Permission.SUPPORT_PEOPLE})]
    found = [
        Work(
            _("Approve the plan of %(who)s") % {"who": f"P-{plan.person_id}"},
            reverse("people:plan", args=[plan.pk]),
            1,
            kind="plans",
        )
        for plan in to_approve(viewer, decides)[:MOST]
    ]
    found += [
        Work(
            _("Answer the transfer of %(who)s") % {"who": f"P-{transfer.person_id}"},
            reverse("people:transfer", args=[transfer.pk]),
            1,
            due=transfer.begins_on,
            kind="transfers",
        )
        for transfer in awaiting(decides)[:MOST]
    ]
    found += [
        Work(
            _("Look at the plan of %(who)s: nobody has for 90 days")
            % {"who": f"P-{stay.person_id}"},
            reverse("people:person", args=[stay.person_id]),
            1,
            kind="plans",
        )
        for stay in without_review(keeps, timezone.localdate())[:MOST]
    ]
    found += [
        Work(_("Who stays here today"), reverse("people:here", args=[incubator.slug]))
        for incubator in Incubator.objects.filter(municipality__in=supports)
    ]
    return found
