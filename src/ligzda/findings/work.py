"""What waits for those who evaluate: claims that turned, drafts of others."""

from django.urls import reverse
from django.utils.translation import gettext as _

from ligzda.findings.claims_register.queries import queue
from ligzda.findings.claims_register.rules import check_write_claims
from ligzda.kernel.obstacle import may
from ligzda.kernel.room import Work
from ligzda.network.rules import Viewer


def my_work(viewer: Viewer) -> list[Work]:
    """Return the queue of claims, with how many wait and by when the first is to be looked at."""
    if not may(check_write_claims, by=viewer):
        return []
    waits = queue(viewer)
    drafts = [row for row in waits.drafts if row.drafted_by_id != getattr(viewer, "pk", None)]
    due = min((day for _row, day in waits.turned), default=None)
    many = len(waits.turned) + len(drafts) + len(waits.unanswered)
    return [Work(_("Claims"), reverse("findings:queue"), many, due=due, kind="claims")]
