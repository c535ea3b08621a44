"""The prepared database: what all migrations make, as one file of SQL that loads in a second.

`prepared.sql` is made by `ligzda manage prepare_database`; a test holds it equal to the migrations.
It saves a first start their minute, and nothing else depends on it: a database that is not empty,
or that does not take the file, is brought up to date by the migrations. ADR 0006.
"""

import re
import subprocess
from pathlib import Path

import psycopg

from ligzda.server.cluster import program

PREPARED = Path(__file__).with_name("prepared.sql")

_EMPTY = """
SELECT current_schema() = 'public' AND NOT EXISTS (
    SELECT FROM information_schema.tables WHERE table_schema = 'public'
)
"""

# What differs between two dumps of the same, and what servers older than the dumping one refuse.
_LEFT_OUT = re.compile(
    r"^\\(?:un)?restrict .*\n"
    r"|^-- Dumped .*\n"
    r"|^\n?--\n-- .*\n--\n\n"
    r"|^SET transaction_timeout = 0;\n"
    r"|^SELECT pg_catalog\.setval\('[^']+', 1, false\);\n\n?",
    re.MULTILINE,
)
_MOMENT = re.compile(r"'\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d+)?\+\d\d'")
_RANDOM = re.compile(r"'[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}'")


def is_empty(url: str) -> bool:
    """Whether the database has no table yet."""
    with psycopg.connect(url) as connection:
        return connection.execute(_EMPTY).fetchone() == (True,)


def load_prepared(url: str) -> bool:
    """Fill the database if it is empty; return whether it now holds the prepared one.

    One transaction: killed at any line, it leaves the database empty.
    """
    with psycopg.connect(url) as connection:
        row = connection.execute(_EMPTY).fetchone()
        if row != (True,):
            return False
        try:
            with connection.transaction():
                connection.execute(PREPARED.read_bytes())
        except (psycopg.ProgrammingError, psycopg.NotSupportedError):
            return False  # a server that understands it otherwise: the migrations make it there
    return True


def dump(url: str, *, anew: bool = True) -> str:
    """Return tables and rows of the database as SQL, the same text for the same content.

    `anew`: moments and random identifiers in the rows are made anew where it is loaded.
    """
    options = ["--no-owner", "--no-privileges", "--column-inserts"]
    written = subprocess.run([program("pg_dump"), *options, url], check=True, capture_output=True)
    text = written.stdout.decode()  # as it is: a mode of text would make \r within a literal \n
    lines = _LEFT_OUT.sub("", text).lstrip("\n").splitlines(keepends=True)
    return "".join(map(_made_anew, lines) if anew else lines)


def _made_anew(line: str) -> str:
    if not line.startswith("INSERT INTO "):
        return line
    return _RANDOM.sub("gen_random_uuid()", _MOMENT.sub("now()", line))
