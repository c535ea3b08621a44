"""Load what comes with Ligzda for people: lists of target groups, texts of consents."""

from ligzda.network.models import User
from ligzda.people.applications.load import load_target_groups
from ligzda.people.rights.load import load_consent_texts


def load(*, by: User, demo: bool) -> None:
    """Add what is missing; change nothing that is there."""
    load_target_groups(by=by)
    load_consent_texts()
