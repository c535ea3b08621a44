"""Kill the worker at random while it sends reminders, and count what is lost and what comes twice.

    python -m tests.server.kills_reminders     # 50 kills; rewrites the figures in docs/running.md

Certificates that end soon fall due in portions, the next when the one before is done, each with the
job that owes their letters; both workers are killed with -9 at random moments meanwhile, whichever
of the two jobs it is.
"""

import random
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import psutil
import psycopg
from tests.server.kills import DOCUMENT, PYTHONS, WatchedHouse, alive, letters
from tests.waiting import until

from ligzda.server.cluster import Cluster

BEGIN, END = "<!-- reminders -->\n", "<!-- /reminders -->\n"
TIMES = 50
PORTION = 40
WITHIN_SECONDS = 3.0
"""On a quiet machine a portion takes about as long to be sent."""

HOLDERS = """
INSERT INTO network_user (password, email, name, is_active, is_demo, is_system, is_superuser,
                          date_joined)
SELECT '!', 'holder' || n || '@kills.example', 'Holder ' || n, true, false, false, false, now()
FROM generate_series(%(first)s::int, %(last)s::int) n RETURNING id
"""
CERTIFICATES = """
INSERT INTO training_certificate (code, version_id, holder_id, holder_name, issued_on,
    issued_by_id, valid_until, credential, pdf_lv, pdf_en, share_token, revoked_because)
SELECT lpad(holder::text, 10, '0'), version, holder, 'Holder', current_date - 300,
    holder, current_date + (CASE WHEN holder %% 2 = 0 THEN 50 ELSE 10 END), '{}', 'a', 'a', '', ''
FROM unnest(%(holders)s::bigint[]) holder,
     (SELECT min(id) AS version FROM training_courseversion WHERE published_at IS NOT NULL) v
"""
"""Rows as the house writes them, but for the signature: nothing here reads it."""
OWE = """
INSERT INTO procrastinate_jobs (queue_name, task_name, priority, args, status, attempts)
VALUES ('default', 'ligzda.training.tasks.remind_daily', 0, '{"timestamp": 0}', 'todo', 0)
"""
COURSES = "SELECT count(*) FROM training_courseversion WHERE published_at IS NOT NULL"
OWED = "SELECT count(*) FROM training_reminder WHERE sent_at IS NULL"
UNFINISHED = """
SELECT count(*) FROM procrastinate_jobs
WHERE task_name IN ('ligzda.training.tasks.remind_daily', 'ligzda.training.tasks.send_reminder')
AND status NOT IN ('succeeded', 'aborted')
"""


@dataclass(frozen=True)
class Outcome:
    """What became of the letters. `sent_again`: there twice, under one Message-ID."""

    kills: int
    in_the_middle: int
    """Kills while letters of the portion were still owed."""
    due: int
    lost: int
    twice: int
    sent_again: int


def kill_while_reminding(
    data: Path, times: int, say: Callable[[str], None] = lambda _: None
) -> Outcome:
    """Kill the workers so many times while they owe and send reminders; count afterwards."""
    house = WatchedHouse(data)
    try:
        until(house.is_ready, house.said)
        until(lambda: _number(house, COURSES), house.said)
        middle = portions = 0
        for number in range(times):
            if not _number(house, UNFINISHED):
                _fall_due(house, portions)
                portions += 1
            time.sleep(random.uniform(0, WITHIN_SECONDS))
            owed = _number(house, OWED)
            _kill_workers(house)
            middle += bool(owed)
            say(f"{number + 1}: killed with {owed} letters to send")
        until(lambda: not _number(house, UNFINISHED), house.said)
        return _counted(house, times, middle, portions)
    finally:
        house.stop()


def _connected(house: WatchedHouse) -> "psycopg.Connection[tuple[int]]":
    return psycopg.connect(Cluster(house.data / "pg").url("ligzda"), autocommit=True)


def _number(house: WatchedHouse, query: str) -> int:
    with _connected(house) as connection:
        row = connection.execute(query.encode()).fetchone()
        return int(row[0]) if row else 0


def _fall_due(house: WatchedHouse, number: int) -> None:
    """Let a portion of certificates fall due, and ask for their reminders."""
    first = number * PORTION + 1
    with _connected(house) as connection, connection.transaction():
        given = {"first": first, "last": first + PORTION - 1}
        holders = [row[0] for row in connection.execute(HOLDERS, given)]
        connection.execute(CERTIFICATES, {"holders": holders})
        connection.execute(OWE)


def _kill_workers(house: WatchedHouse) -> None:
    """Kill both workers, and wait until the house is whole again."""
    web = house.web_server()
    victims = [each for each in house.pythons() if each != web]
    for victim in victims:
        victim.kill()
    until(lambda: not any(map(alive, victims)), house.said)

    def back() -> bool:
        # Five ends of a worker within a minute end the parent too; it is started again.
        with suppress(psutil.Error, OSError, LookupError, StopIteration):
            return len(house.pythons()) == PYTHONS and house.ask("/health")[0] == 200
        return False

    until(back, house.said)


def _counted(house: WatchedHouse, times: int, middle: int, portions: int) -> Outcome:
    written = Counter(
        (to, name) for to, name in letters(house.data / "mail") if to.startswith("holder")
    )
    addresses = Counter(to for to, _name in written)
    return Outcome(
        kills=times,
        in_the_middle=middle,
        due=_number(house, "SELECT count(*) FROM training_reminder"),
        lost=portions * PORTION - len(addresses),
        twice=sum(count - 1 for count in addresses.values()),
        sent_again=sum(count - 1 for count in written.values()),
    )


def sentence(outcome: Outcome) -> str:
    """Return what docs/running.md says of it."""
    return (
        f"The workers were killed {outcome.kills} times while they reminded holders that "
        f"certificates end, {outcome.in_the_middle} of them with letters still to send: of "
        f"{outcome.due:,} letters {outcome.lost} were lost and {outcome.twice} sent twice; "
        f"{outcome.sent_again} went out again under their Message-ID.\n"
    )


def main() -> int:
    """Kill 50 times in a house of its own, write the figures down."""
    with tempfile.TemporaryDirectory(prefix="ligzda-kills-") as folder:
        Path(folder).chmod(0o755)  # as root the server runs as a user of its own
        outcome = kill_while_reminding(
            Path(folder) / "data", TIMES, lambda line: print(line, flush=True)
        )
    text = DOCUMENT.read_text("utf-8")
    before, _, rest = text.partition(BEGIN)
    _, _, after = rest.partition(END)
    DOCUMENT.write_text(f"{before}{BEGIN}{sentence(outcome)}{END}{after}", "utf-8")
    print(sentence(outcome))
    return 1 if outcome.lost or outcome.twice else 0


if __name__ == "__main__":
    sys.exit(main())
