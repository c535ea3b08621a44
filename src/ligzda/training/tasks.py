"""Jobs of training: letters, reminders, offers that end, sessions that are decided."""

from django.utils import timezone
from procrastinate.contrib.django import app

from ligzda.kernel.confined import EVERYWHERE, rows_of
from ligzda.kernel.jobs import LETTERS, UntilItSucceeds
from ligzda.network.load import system_member
from ligzda.training.actions import disuse, reminders
from ligzda.training.mentoring.actions import delete_old_notes
from ligzda.training.models import Enrolment, Session
from ligzda.training.sessions import actions, letters
from ligzda.training.sessions.queries import coming


@app.task(queue=LETTERS, retry=UntilItSucceeds())
def send_letter(letter: int) -> None:
    """Send a letter that is owed."""
    letters.send(letter)


@app.periodic(cron="*/5 * * * *")
@app.task(queueing_lock="training-keep-sessions")
def keep_sessions(timestamp: int) -> None:
    """Pass on the offers that are over; decide the sessions whose time has come.

    Each session by itself, so that one that fails does not hold up the others' letters. A session
    that is called off gives its room back, which is a municipality's.
    """
    now, by = timezone.now(), system_member()
    standing = Session.objects.filter(cancelled_at=None)
    over = {"state": Enrolment.State.OFFERED, "offered_until__lte": now}
    for session in standing.filter(pk__in=Enrolment.objects.filter(**over).values("session")):
        actions.pass_on_offers(by=by, session=session)
    with rows_of(EVERYWHERE):
        for session in coming(now).filter(confirmed_at=None, decides_at__lte=now):
            actions.decide(by=by, session=session)


@app.periodic(cron="23 6 * * *")
@app.task(queueing_lock="training-remind", retry=UntilItSucceeds())
def remind_daily(timestamp: int) -> None:
    """Owe the reminders that have fallen due; a day that was missed is made up for."""
    reminders.remind()
    with rows_of(EVERYWHERE):
        disuse.remind()


@app.task(queue=LETTERS, retry=UntilItSucceeds())
def send_reminder(reminder: int) -> None:
    """Send a reminder that is owed."""
    reminders.send(reminder)


@app.task(queue=LETTERS, retry=UntilItSucceeds())
def send_disuse_reminder(reminder: int) -> None:
    """Send a reminder that is owed; whose right it is, is a municipality's to know."""
    with rows_of(EVERYWHERE):
        disuse.send(reminder)


@app.periodic(cron="41 3 * * *")
@app.task(queueing_lock="training-delete-old-notes", retry=UntilItSucceeds())
def delete_notes_nightly(timestamp: int) -> None:
    """Delete what the pairs noted that ended a year ago."""
    delete_old_notes(by=system_member())
