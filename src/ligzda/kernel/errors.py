"""What can go wrong for a person; every message says what and, where possible, what to do.

Who asks for what is not theirs or not there is answered with a page of its own (403, 404). The
rest are *refusals*: the request was fine, what it asks for is not, and the sentence belongs beside
the form.
"""

from django.core.exceptions import PermissionDenied
from django.http import Http404

from ligzda.errors import LigzdaError

__all__ = [
    "BadDataError",
    "LigzdaError",
    "NotAllowedError",
    "NotFoundError",
    "RefusedError",
    "WrongStateError",
]


class NotFoundError(LigzdaError, Http404):
    """There is no such thing, or this person may not know of it."""


class NotAllowedError(LigzdaError, PermissionDenied):
    """This person's roles do not allow it; the message is the sentence to show."""


class RefusedError(LigzdaError):
    """A person who may act asked for something that cannot be; nothing was written."""


class WrongStateError(RefusedError):
    """Allowed in general, but not in the state the thing is in now."""


class BadDataError(RefusedError, ValueError):
    """Data given to an action or importer cannot be right; nothing was written."""
