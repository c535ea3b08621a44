"""Jobs of letters to people."""

from procrastinate.contrib.django import app

from ligzda.kernel.confined import EVERYWHERE, HOUSE, rows_of
from ligzda.kernel.jobs import LETTERS, UntilItSucceeds
from ligzda.people.letters import actions


@app.task(queue=LETTERS, retry=UntilItSucceeds())
def send_person_letter(letter: int) -> None:
    """Send a letter that is owed."""
    with rows_of(EVERYWHERE, HOUSE):
        actions.send(letter)


@app.periodic(cron="37 6 * * *")
@app.task(queueing_lock="people-remind-of-offers", retry=UntilItSucceeds())
def remind_of_offers(timestamp: int) -> None:
    """Owe the reminders of offers that end tomorrow."""
    with rows_of(EVERYWHERE, HOUSE):
        actions.remind()
