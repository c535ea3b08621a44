"""Jobs that belong to no room: housekeeping of the server itself."""

from django.core.management import call_command
from django.utils import timezone
from procrastinate import JobContext
from procrastinate.contrib.django import app

from ligzda.kernel.jobs import LETTERS, LOADING, SIMULATIONS, UntilItSucceeds, WhenStopped
from ligzda.network import audit_chain
from ligzda.network.audit_chain import BrokenChainError
from ligzda.network.undoing import forget_what_cannot_be_undone
from ligzda.network.unsaved import forget_old_texts
from ligzda.server import invitation, security_notices
from ligzda.server.cluster import Cluster
from ligzda.server.database import data_folder
from ligzda.server.load import load, load_demonstration
from ligzda.server.mail import clear_files

DONE_KEPT_HOURS = 7 * 24


@app.periodic(cron="17 3 * * *")
@app.task(queueing_lock="clear-sessions")
def clear_sessions(timestamp: int) -> None:
    """Delete every night what has had its time: sessions, counts, texts that were never saved."""
    from ligzda.server.models import CacheEntry

    call_command("clearsessions")
    forget_old_texts()
    CacheEntry.objects.filter(expires__lt=timezone.now()).delete()


@app.periodic(cron="* * * * *")
@app.task(queueing_lock="clear-undone")
def clear_undone(timestamp: int) -> None:
    """Delete what nobody has undone in its ten minutes."""
    forget_what_cannot_be_undone()


@app.periodic(cron="27 3 * * *")
@app.task(queueing_lock="clear-jobs", pass_context=True)
async def clear_jobs(context: JobContext, timestamp: int) -> None:
    """Delete every night what is done; what was given up stays until somebody has seen it."""
    for queue in (LETTERS, SIMULATIONS, "default"):
        await context.app.job_manager.delete_old_jobs(
            nb_hours=DONE_KEPT_HOURS, queue=queue, include_cancelled=True, include_aborted=True
        )


@app.periodic(cron="7 3 * * *")
@app.task(queueing_lock="clear-mail")
def clear_mail(timestamp: int) -> None:
    """Delete letters that a demonstration wrote to files."""
    clear_files(data_folder() / "mail")


@app.periodic(cron="12 3 * * *")
@app.task(queueing_lock="shorten-log")
def shorten_log(timestamp: int) -> None:
    """Keep every night the embedded server's log from growing without end."""
    Cluster(data_folder() / "pg").shorten_log()


@app.periodic(cron="37 3 * * *")
@app.task(queueing_lock="check-audit-trail")
def check_audit_trail(timestamp: int) -> None:
    """Go along the audit trail's chain every night; a break is a failed job on the desk."""
    chain = audit_chain.verify()
    if not chain.whole:
        raise BrokenChainError(chain)


@app.task(queue=LOADING, retry=WhenStopped())
def load_step(step: str) -> None:
    """Add what is missing of one step of the network."""
    load(step)


@app.task(queue=LOADING, retry=WhenStopped())
def load_room_demonstration(room: str) -> None:
    """Add what is missing of what a room shows in a demonstration."""
    load_demonstration(room)


@app.task(queue=LETTERS, retry=UntilItSucceeds())
def send_security_notice(user: int, what: str, at: str, browser: str, language: str) -> None:
    """Tell the owner of an account what has changed on it."""
    security_notices.send(user, what, at, browser, language)


@app.task(queue=LETTERS, retry=UntilItSucceeds())
def send_invitation(user: int, asked_at: str) -> None:
    """Send the letter of an invitation."""
    invitation.send(user, asked_at)
