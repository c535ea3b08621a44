"""How somebody stands before they comment: banned, too fast, or saying the same again.

One query, written out: composing it through the ORM takes longer than PostgreSQL takes to answer
(benchmarks/bench_comments.py, where a comment may take 1.5 times as long as Isso's).
"""

import datetime
from dataclasses import dataclass

from django.db import connection

_SQL = """
SELECT
    count(*) FILTER (WHERE mine AND posted_at > %(minute)s),
    count(*) FILTER (WHERE mine AND posted_at > %(hour)s),
    count(*) FILTER (WHERE same AND (mine OR %(whoever)s)),
    (
        SELECT id FROM newsroom_ban
        WHERE lifted_at IS NULL AND begins <= %(now)s AND ends > %(now)s
            AND (
                user_id = %(user)s::bigint
                OR (person = %(person)s AND person <> '')
                OR (origin = ANY(%(origins)s::text[]) AND origin <> '')
            )
            AND (article_id IS NULL OR article_id = %(article)s)
        ORDER BY ends DESC LIMIT 1
    )
FROM (
    SELECT
        posted_at,
        article_id = %(article)s AND words = %(words)s AND state <> 'withdrawn' AS same,
        CASE WHEN %(user)s::bigint IS NULL THEN author_id IS NULL AND origin = %(origin)s
            ELSE author_id = %(user)s::bigint END AS mine
    FROM newsroom_comment
    WHERE posted_at > %(day)s
        AND (
            (article_id = %(article)s AND words = %(words)s)
            OR (%(user)s::bigint IS NULL AND origin = %(origin)s)
            OR author_id = %(user)s::bigint
        )
) AS recent
"""


@dataclass(frozen=True)
class Standing:
    """What is known of a writer: comments of the last minute and hour, the same words, a ban."""

    in_a_minute: int
    in_an_hour: int
    same: int
    ban: int | None


def standing(
    *,
    article: int,
    user: int | None,
    person: str,
    origin: str,
    origins: list[str],
    words: str,
    whoever: bool,
    now: datetime.datetime,
) -> Standing:
    """Return how a writer stands; `whoever`: the same words count of others too, for a day.

    A member is known by account and address; a guest by address, and by today's pseudonym of their
    network (`origin`) for the rate, all that are kept (`origins`) for bans.
    """
    values = {
        "article": article,
        "user": user,
        "person": person,
        "origin": origin,
        "origins": [] if user else origins,
        "words": words,
        "whoever": whoever,
        "now": now,
        "minute": now - datetime.timedelta(minutes=1),
        "hour": now - datetime.timedelta(hours=1),
        "day": now - datetime.timedelta(days=1),
    }
    with connection.cursor() as cursor:
        cursor.execute(_SQL, values)
        return Standing(*cursor.fetchone())
