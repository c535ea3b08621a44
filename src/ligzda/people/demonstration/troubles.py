"""What is wrong on purpose in the records of people: planted in rows before they are kept.

The two others are planted where they belong: a site that did not run its model by the trial's own
demonstration, a cost in the wrong month by that of the costs.
"""

from ligzda.people.demonstration.rows import Book, Here
from ligzda.people.demonstration.said import planted
from ligzda.people.models import Moment, Observation, Rater


def plant(here: Here, book: Book) -> None:
    """Plant what the list says of this incubator."""
    slug = here.incubator.slug
    if planted("exit_answers_before_entry", slug):
        row = _first(book, "exit", Moment.EXIT)
        row.observed_on = row.stay.period.lower.replace(year=row.stay.period.lower.year - 1, day=1)
    if planted("who5_item_missing", slug):
        row = _first(book, "who5", Moment.ENTRY)
        row.answers = {item: value for item, value in row.answers.items() if item != "rested"}
        row.score = None


def _first(book: Book, form: str, moment: str) -> Observation:
    """Return the first answers to a questionnaire at a moment, by a participant."""
    return next(
        row
        for row in book.of(Observation)
        if isinstance(row, Observation)
        and (row.questionnaire, row.moment, row.rater) == (form, moment, Rater.PARTICIPANT)
    )
