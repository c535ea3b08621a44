"""What the incubators forget of a person whom the network has just erased."""

from ligzda.incubators.models import Feed, Waiting
from ligzda.incubators.waiting import offering
from ligzda.kernel.confined import EVERYWHERE, rows_of
from ligzda.network.load import system_member
from ligzda.network.models import User


def erase(user: User) -> None:
    """Delete their calendars, and take them from the waiting lists."""
    Feed.objects.filter(owner=user).delete()
    with rows_of(EVERYWHERE):
        for row in Waiting.objects.filter(asked_by=user, closed=""):
            offering.close(by=system_member(), row=row, how=Waiting.Closed.WITHDRAWN)
