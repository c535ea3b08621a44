"""Recommendations as other rooms that stand beside this one are told of them."""

import json

from django.urls import reverse

from ligzda.kernel.hashing import sha256
from ligzda.kernel.room import Advice
from ligzda.methodology.models import Recommendation
from ligzda.methodology.recommendations.queries import current

_PARTS = ("title", "for_whom", "justification", "how", "gaps", "change")


def hash_of_words(row: Recommendation) -> str:
    """Return the SHA-256 of what a version says: strength and every text, in canonical JSON."""
    said = {name: dict(getattr(row, name)) for name in _PARTS} | {"strength": row.strength}
    return sha256(json.dumps(said, ensure_ascii=False, sort_keys=True, separators=(",", ":")))


def offered() -> list[Advice]:
    """Return what is recommended today."""
    return [
        Advice(
            number=each.row.number,
            version=each.row.version,
            title=each.row.title,
            sha256=hash_of_words(each.row),
            carries=not each.lost,
            url=reverse("methodology:recommendation", args=[each.row.number]),
        )
        for each in current()
    ]
