"""Verbs about the letters somebody wants. No audit: it is nobody else's business."""

from collections.abc import Collection

from ligzda.network.models import NoticeChoice, User


def choose_notices(*, by: User, letters: bool, off: Collection[str], language: str) -> NoticeChoice:
    """Choose for oneself: letters at all, about what not, in which language."""
    chosen = {"letters": letters, "off": sorted(off), "language": language}
    row, _made = NoticeChoice.objects.update_or_create(user=by, defaults=chosen)
    return row


def stop_letters(*, by: User) -> NoticeChoice:
    """End one's letters; the kinds stay chosen for whoever begins them again."""
    row, _made = NoticeChoice.objects.update_or_create(user=by, defaults={"letters": False})
    return row
