"""What the room of people states from memory (network/statements.py keeps what came of it)."""

from collections.abc import Iterator

from ligzda.kernel.room import ToCheck
from ligzda.people.applications.to_check import statements as of_applications
from ligzda.people.outcomes.to_check import statements as of_questionnaires


def statements() -> Iterator[ToCheck]:
    """Yield the law's target groups and the wording of questionnaires that nobody looked up."""
    yield from of_applications()
    yield from of_questionnaires()
