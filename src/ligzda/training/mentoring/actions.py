"""Verbs of mentoring."""

from django.db.models import Q

from ligzda.kernel.confined import EVERYWHERE, HOUSE, rows_of
from ligzda.network.models import User
from ligzda.training.mentoring.models import MentoringNote, MentorOffer, MentorWish


def forget(user: User) -> None:
    """Delete offer, wishes, and the notes of each pair of theirs; pairs and hours stay, by number.

    Whoever erases may not read the notes, so the house does it.
    """
    with rows_of(EVERYWHERE, HOUSE):
        MentoringNote.objects.filter(Q(pair__mentor=user) | Q(pair__participant=user)).delete()
        MentorWish.objects.filter(participant=user).delete()
        MentorOffer.objects.filter(user=user).delete()
