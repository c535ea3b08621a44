"""Jobs of the network: the letter of a day."""

import datetime

from django.utils import timezone
from procrastinate.contrib.django import app

from ligzda.kernel.jobs import LETTERS, UntilItSucceeds
from ligzda.network import digest as letters


@app.periodic(cron="2 4 * * *")  # UTC: before work begins in Latvia
@app.task(queueing_lock="owe-digests")
def owe_digests(timestamp: int) -> None:
    """Owe the letters of the day that the moment belongs to."""
    moment = datetime.datetime.fromtimestamp(timestamp, datetime.UTC)
    letters.owe_digests(timezone.localdate(moment))


@app.task(queue=LETTERS, retry=UntilItSucceeds())
def send_digest(digest: int) -> None:
    """Send a letter that is owed."""
    letters.send_digest(digest)
