"""A question to a database that has not changed is carried out once, whoever asks it again.

For tests that ask thousands of times of one world and take each request back: until a request
writes, it meets the rows that the requests before it met, and half of its time goes into reading
them anew (its session, its person, their second step, their roles). Time stands still meanwhile,
or no session would be asked for twice in the same words.
"""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from django.db import connection
from django.utils import timezone
from psycopg import ServerCursor

Row = tuple[Any, ...]
Question = tuple[Any, ...]

READS = re.compile(r'SELECT (?!.* FOR (?:UPDATE|NO KEY|SHARE|KEY)).* FROM "', re.DOTALL)
"""What the ORM reads with; all else, functions that write among it, is carried out each time."""
BY_ITSELF = re.compile(r"_timestamp\(|random\w*\(|set_config\(|val\(")
"""What may answer otherwise, or write, however the ORM asks."""
WHOSE_ROWS = re.compile(r"SELECT (?:current_setting|set_config)\(|EXECUTE ligzda_confine|RESET ")
"""What says whose rows are met from then on (kernel/confined.py)."""
NEUTRAL = re.compile(r"(?:RELEASE )?SAVEPOINT |PREPARE ligzda_confine")
MOST = 4000


class Answer:
    """The rows of an answer, as the cursor that was asked gives them; it can be asked again."""

    def __init__(self, cursor: Any, rows: list[Row], description: Any) -> None:
        self.cursor, self.rows, self.description = cursor, rows, description
        self.rowcount, self.at = len(rows), 0

    def fetchmany(self, size: int = 1) -> list[Row]:
        found = self.rows[self.at : self.at + size]
        self.at += len(found)
        return found

    def fetchone(self) -> Row | None:
        return next(iter(self.fetchmany()), None)

    def fetchall(self) -> list[Row]:
        return self.fetchmany(self.rowcount)

    def __iter__(self) -> Iterator[Row]:
        return iter(self.fetchall())

    def close(self) -> None:
        self.cursor.close()


class AskedOnce:
    """What was answered in an unchanged world, and whether the one at hand still is."""

    def __init__(self) -> None:
        self.answers: dict[Question, tuple[list[Row], Any]] = {}
        self.unchanged = False
        self.whose: Question = ()

    @contextmanager
    def request(self) -> Iterator[None]:
        """Begin in the unchanged world; the caller takes back what is written in it."""
        self.unchanged, self.whose = True, ()
        try:
            yield
        finally:
            self.unchanged = False

    def __call__(
        self, execute: Callable[..., Any], sql: Any, params: Any, many: bool, context: Any
    ) -> Any:
        """Answer from what is kept; carry out what is not, and keep it where it may be."""
        text, asked = str(sql), context["cursor"]
        if isinstance(asked.cursor, Answer):
            asked.cursor = asked.cursor.cursor
        if not self.unchanged or NEUTRAL.match(text):
            return execute(sql, params, many, context)
        if WHOSE_ROWS.match(text):
            self.whose = (*self.whose, text, repr(params))
            return execute(sql, params, many, context)
        if not READS.match(text) or BY_ITSELF.search(text):
            self.unchanged = False  # written, for all that is known
            return execute(sql, params, many, context)
        question = _question(text, params, self.whose)
        if question is None or isinstance(asked.cursor, ServerCursor):
            return execute(sql, params, many, context)
        if question not in self.answers:
            execute(sql, params, many, context)
            rows, description = asked.cursor.fetchall(), asked.cursor.description
            if any(isinstance(value, list | dict) for row in rows for value in row):
                asked.cursor = Answer(asked.cursor, rows, description)
                return None  # not kept: whoever reads them may change them
            if len(self.answers) == MOST:
                self.answers.clear()
            self.answers[question] = rows, description
        asked.cursor = Answer(asked.cursor, *self.answers[question])
        return None


def _question(text: str, params: Any, whose: Question) -> Question | None:
    """Return what an answer is kept by; nothing for what cannot be compared."""
    question = (text, tuple((type(each), each) for each in params or ()), whose)
    try:
        hash(question)
    except TypeError:
        return None
    return question


@contextmanager
def asked_once() -> Iterator[AskedOnce]:
    """Keep answers, and let time stand still, within the caller's transaction."""
    assert connection.in_atomic_block
    now, kept = timezone.now(), AskedOnce()
    with pytest.MonkeyPatch.context() as patch, connection.execute_wrapper(kept):
        patch.setattr(timezone, "now", lambda: now)
        yield kept
