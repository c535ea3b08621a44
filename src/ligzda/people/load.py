"""Load what comes with Ligzda for people: the lists of target groups."""

from ligzda.network.models import User
from ligzda.people.applications.load import load_target_groups


def load(*, by: User, demo: bool) -> None:
    """Add what is missing; change nothing that is there."""
    load_target_groups(by=by)
