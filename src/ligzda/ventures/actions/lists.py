"""Take in a list of events, jobs, turnover or support, all of it or nothing."""

from django.db import transaction
from django.utils.translation import gettext as _

from ligzda.kernel.errors import BadDataError, RefusedError
from ligzda.kernel.tables.preview import Preview, State
from ligzda.network.models import Municipality, User
from ligzda.ventures import rules
from ligzda.ventures.actions.records import take_back
from ligzda.ventures.listings import OWN, Listing
from ligzda.ventures.models import Enterprise


@transaction.atomic
def import_list(*, by: User, municipality: Municipality, listing: Listing, shown: Preview) -> int:
    """Take in what was shown. Return how many rows changed. Raises a refusal that names the row."""
    rules.check_keep(by=by, municipality=municipality)
    changed = [row for row in shown.taken() if row.state is not State.SAME]
    enterprises = {
        str(row): row
        for row in Enterprise.objects.filter(municipality=municipality).select_related(
            "municipality"
        )
    }
    assert listing.take is not None
    for row in changed:
        enterprise = enterprises.get(row.values["enterprise"])
        if enterprise is None:
            raise BadDataError(_("There is no such enterprise in your municipality."))
        # What is named by us has no number of the municipality's own.
        reference = "" if row.key.startswith(OWN) else row.key
        try:
            if row.state is State.CHANGED:
                _take_away(by, municipality, listing, row.key)
            listing.take(by, enterprise, row.values, reference)
        except RefusedError as refused:
            told = {"row": row.number, "why": str(refused)}
            raise BadDataError(_("Row %(row)s: %(why)s") % told) from refused
    return len(changed)


def _take_away(by: User, here: Municipality, listing: Listing, key: str) -> None:
    named = {"pk": int(key[len(OWN) :]), "reference": ""} if key.startswith(OWN) else {
        "reference": key
    }  # fmt: skip
    there = listing.model.objects.filter(municipality=here, **named)
    take_back(by=by, row=there.select_related("enterprise__municipality").get())
