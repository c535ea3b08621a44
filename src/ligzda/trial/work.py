"""What waits in the trial for those who keep it."""

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from ligzda.incubators import queries as incubators
from ligzda.kernel.calendar import month_after
from ligzda.kernel.obstacle import may
from ligzda.kernel.room import Work
from ligzda.network.rules import Viewer
from ligzda.trial.registry.models import ProtocolVersion
from ligzda.trial.registry.queries import standing_deviations
from ligzda.trial.registry.rules import check_approve_deviation, check_design_trial
from ligzda.trial.running.queries import WINDOW, states
from ligzda.trial.running.rules import check_record_running


def my_work(viewer: Viewer) -> list[Work]:
    """Return where the person works: fidelity that is due, drafts, deviations of others."""
    found = []
    mine = {
        row.slug for row in incubators.rows() if may(check_record_running, by=viewer, incubator=row)
    }
    if mine:
        every = [row for row in states(timezone.localdate()) if row.course.incubator_slug in mine]
        quarters = sorted(quarter for row in every for quarter in row.due)
        # Recorded within a month after its quarter (running.queries.due).
        by = month_after(quarters[0], 3) + WINDOW if quarters else None
        label, where = _("Fidelity of the quarters that are over"), reverse("trial:timeline")
        found.append(Work(label, where, len(quarters), by, "trial"))
        found.append(Work(_("Flow of the incubators"), reverse("trial:flow")))
    if may(check_design_trial, by=viewer):
        found += [
            Work(
                _("Draft of the protocol %(number)s") % {"number": row},
                reverse("trial:edit", args=[row]),
                began=True,
            )
            for row in ProtocolVersion.objects.filter(registered_at__isnull=True)
        ]
        waiting = [
            row
            for row in standing_deviations().filter(approved_at__isnull=True)
            if may(check_approve_deviation, by=viewer, deviation=row)
        ]
        where = reverse("trial:deviations")
        label = _("Deviations that others recorded")
        found.append(Work(label, where, len(waiting), kind="trial"))
    return found
