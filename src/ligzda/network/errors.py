"""What can go wrong for a person; every message says what and, where possible, what to do."""

from django.core.exceptions import PermissionDenied
from django.http import Http404


class NotFoundError(Http404):
    """There is no such thing, or this person may not know of it."""


class NotAllowedError(PermissionDenied):
    """This person's roles do not allow it; the message is the sentence to show."""


class WrongStateError(Exception):
    """Allowed in general, but not in the state the thing is in now."""


class BadDataError(ValueError):
    """Data given to an action or importer cannot be right; nothing was written."""
