"""The code that is shown at a meeting: bound to it and to the minute, so that it cannot be kept.

Six digits of an HMAC under the house's own key. It is good for the minute in which it is shown and
for the next, as long as it takes to type; whoever passes it on has to do so while it is shown.
"""

import datetime

from django.conf import settings
from django.utils import timezone
from django.utils.crypto import constant_time_compare

from ligzda.kernel.hashing import keyed
from ligzda.training.models import Meeting

MINUTE = datetime.timedelta(minutes=1)
DIGITS = 6


def code_of(meeting: Meeting, at: datetime.datetime | None = None) -> str:
    """Return the code of a meeting in the minute of `at` (now)."""
    minute = (at or timezone.now()).astimezone(datetime.UTC).strftime("%Y-%m-%dT%H:%M")
    key = settings.SECRET_KEY.encode()
    number = int(keyed(key, f"attendance {meeting.pk} {minute}"), 16) % 10**DIGITS
    return f"{number:0{DIGITS}}"


def fits(meeting: Meeting, code: str, at: datetime.datetime | None = None) -> bool:
    """Whether a code is this meeting's, of this minute or the one before."""
    now = at or timezone.now()
    typed = "".join(code.split())
    good = [code_of(meeting, now - earlier) for earlier in (0 * MINUTE, MINUTE)]
    return any(constant_time_compare(typed, each) for each in good)
