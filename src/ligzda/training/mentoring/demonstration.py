"""An invented wish for a mentor: the mentor has an offer to make, the manager a pair to match."""

from ligzda.network.confining import rows_of_person
from ligzda.network.models import Membership, User
from ligzda.network.roles import Participant
from ligzda.training.mentoring import actions
from ligzda.training.mentoring.models import MentorWish, Tongue, Topic


def load(*, participant: User) -> None:
    """Let a participant of the demonstration ask, unless they have."""
    held = Membership.objects.filter(user=participant, role=Participant.key)
    at = held.select_related("partner__municipality").first()
    if at is None or at.partner.municipality is None:
        return
    with rows_of_person(participant.pk):  # a wish is seen and written by whose it is
        if not MentorWish.objects.filter(participant=participant).exists():
            actions.ask(
                by=participant,
                municipality=at.partner.municipality,
                topic=Topic.SELLING,
                language=Tongue.LATVIAN,
            )
