"""Go along the chain of the audit trail: was an event changed, left out, or put in?

Each link hashes its event together with the link before it. Whoever owns the database can forge a
whole chain, but not the heads that others have kept: each backup and each answer of /ready says how
many events there were, and the hash of the last.
"""

from dataclasses import dataclass

from django.db import connection

from ligzda.errors import LigzdaError
from ligzda.network.models import AuditLink

_FIRST_BROKEN = """
WITH link AS (
    SELECT number, event_id, hash,
        lag(hash, 1, '') OVER (ORDER BY number) AS previous,
        row_number() OVER (ORDER BY number) AS place
    FROM network_auditlink
)
SELECT min(number) FROM link LEFT JOIN network_auditevent AS event ON event.id = link.event_id
WHERE event.id IS NULL OR place <> number OR hash <> network_audit_hash(previous, event)
"""
_UNCHAINED = """
SELECT min(event.id) FROM network_auditevent AS event
LEFT JOIN network_auditlink AS link ON link.event_id = event.id WHERE link.number IS NULL
"""


@dataclass(frozen=True)
class Chain:
    """What was found. `head`: the last link's hash, empty where there is none."""

    events: int
    head: str
    broken_at: int | None = None
    """The number of the first link that does not fit."""
    unchained: int | None = None
    """The number of the first event that has no link."""

    @property
    def whole(self) -> bool:
        """Whether every event is as it was written, and none is missing before the last."""
        return self.broken_at is None and self.unchained is None


class BrokenChainError(LigzdaError):
    """The audit trail is not as it was written."""

    def __init__(self, chain: Chain) -> None:
        super().__init__(
            f"the audit trail is broken: first link that does not fit {chain.broken_at}, "
            f"first event without a link {chain.unchained}"
        )


def head() -> Chain:
    """Return how many events are chained and the last link's hash; nothing is checked."""
    last = AuditLink.objects.order_by("-number").first()
    return Chain(last.number, last.hash) if last else Chain(0, "")


def verify() -> Chain:
    """Check every link (a second for a few hundred thousand events)."""
    found = head()
    with connection.cursor() as cursor:
        broken, unchained = (
            cursor.execute(query).fetchone()[0] for query in (_FIRST_BROKEN, _UNCHAINED)
        )
    return Chain(found.events, found.head, broken, unchained)


def contains(number: int, kept: str) -> bool:
    """Whether a head that somebody has kept is still in the chain."""
    return AuditLink.objects.filter(number=number, hash=kept).exists()
