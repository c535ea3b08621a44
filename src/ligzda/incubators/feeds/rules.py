"""Who may have a calendar, and until when it is answered."""

from django.utils.translation import gettext as _

from ligzda.incubators.models import Feed, Incubator
from ligzda.incubators.places.queries import bookable_by
from ligzda.incubators.places.rules import check_see_places
from ligzda.kernel.errors import NotAllowedError
from ligzda.network.rules import Viewer


def check_have_feed(*, by: Viewer, incubator: Incubator | None) -> None:
    """An incubator's calendar is for who works there, one's own for who books somewhere."""
    if incubator is not None:
        check_see_places(viewer=by, incubator=incubator)
    elif not bookable_by(by):
        raise NotAllowedError(_("Bookings are for those who work in an incubator or take part."))


def check_revoke_feed(*, by: Viewer, feed: Feed) -> None:
    """Whoever made it revokes it."""
    if feed.owner_id != getattr(by, "pk", None):
        raise NotAllowedError(_("A calendar is revoked by whoever made it."))
