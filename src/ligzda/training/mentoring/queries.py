"""The read side of mentoring; the database shows each person their own rows."""

import datetime
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Q, QuerySet, Sum
from django.utils import timezone

from ligzda.kernel.confined import EVERYWHERE, HOUSE, rows_of
from ligzda.kernel.sorting import sort_key
from ligzda.network.models import Membership, Municipality, User
from ligzda.network.roles import ROLES, Permission
from ligzda.network.rules import Viewer, roles_held
from ligzda.training.mentoring.models import (
    MentoringMeeting,
    MentoringPair,
    MentorOffer,
    MentorWish,
    Tongue,
    Topic,
)

A_MONTH = datetime.timedelta(days=30)
"""Without a recorded meeting: then the mentor is asked."""


@dataclass(frozen=True)
class Suggestion:
    """A mentor who fits a wish, and why."""

    mentor: User
    topic: str
    language: str
    free: int
    """Places that are not taken."""
    places: int
    hours: list[str]


def municipalities_where(viewer: Viewer, permission: Permission) -> list[Municipality]:
    """Return for which municipalities a person's roles of today allow it."""
    found = {
        partner.municipality_id: partner.municipality
        for role, partner in roles_held(viewer)
        if permission in role.permissions and partner.municipality is not None
    }
    return list(found.values())


def asks_in(viewer: Viewer) -> list[Municipality]:
    """Return in which municipalities somebody may ask for a mentor."""
    return municipalities_where(viewer, Permission.ASK_MENTOR)


def matches_in(viewer: Viewer) -> list[Municipality]:
    """Return in which municipalities somebody brings mentors and participants together."""
    return municipalities_where(viewer, Permission.MATCH_MENTORS)


def suggestions(wish: MentorWish) -> list[Suggestion]:
    """Return the mentors who know the topic, speak the language and have a free place.

    Whoever has most free places comes first. How many each accompanies elsewhere no manager may
    read; the house counts.
    """
    today = timezone.localdate()
    keys = [role.key for role in ROLES if Permission.MENTOR in role.permissions]
    held = Membership.objects.filter(role__in=keys, period__contains=today)
    fitting = MentorOffer.objects.filter(
        topics__contains=[wish.topic],
        languages__contains=[wish.language],
        user__is_active=True,
        user__in=held.values("user"),
    ).exclude(user=wish.participant_id)
    fitting = fitting.select_related("user").prefetch_related("hours")
    with rows_of(EVERYWHERE, HOUSE):
        lasting = MentoringPair.objects.filter(
            Q(period__endswith__isnull=True) | Q(period__endswith__gt=today), period__isempty=False
        )
        taken = Counter(lasting.values_list("mentor", flat=True))
    found = [
        Suggestion(
            mentor=row.user,
            topic=str(Topic(wish.topic).label),
            language=str(Tongue(wish.language).label),
            free=row.places - taken[row.user_id],
            places=row.places,
            hours=[str(each) for each in row.hours.all()],
        )
        for row in fitting
    ]
    return sorted(
        (row for row in found if row.free > 0),
        key=lambda row: (-row.free, sort_key(row.mentor.name)),
    )


def wishes_for(viewer: Viewer) -> QuerySet[MentorWish]:
    """Return the open wishes that a manager may meet, the oldest first."""
    where = matches_in(viewer)
    rows = MentorWish.objects.filter(municipality__in=where, closed_at__isnull=True)
    return rows.select_related("participant", "municipality")


def wish_of(user: User) -> MentorWish | None:
    """Return what somebody asks for now."""
    return MentorWish.objects.filter(participant=user, closed_at__isnull=True).first()


def offer_of(user: User) -> MentorOffer | None:
    """Return what a mentor offers."""
    return MentorOffer.objects.filter(user=user).prefetch_related("hours").first()


def pairs_of(viewer: Viewer) -> QuerySet[MentoringPair]:
    """Return the pairs somebody is one of, or manages; those that last first."""
    if not isinstance(viewer, User):
        return MentoringPair.objects.none()
    managed = matches_in(viewer)
    return (
        MentoringPair.objects.filter(
            Q(mentor=viewer) | Q(participant=viewer) | Q(municipality__in=managed)
        )
        .select_related("mentor", "participant", "municipality")
        .annotate(minutes=Sum("meetings__minutes"))
        .order_by("-period")
    )


def quiet(pairs: Iterable[MentoringPair]) -> set[int]:
    """Return which of these pairs have lasted a month and met at no day of it."""
    since = timezone.localdate() - A_MONTH
    old = {pair.pk for pair in pairs if pair.period.lower <= since}
    met = MentoringMeeting.objects.filter(pair__in=old, day__gt=since)
    return old - set(met.values_list("pair", flat=True))
