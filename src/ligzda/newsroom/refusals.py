"""The sentences a reader reads when a rule stops a comment: which rule, what was found."""

import datetime
from collections.abc import Callable

from django.utils import timezone
from django.utils.formats import date_format, number_format
from django.utils.translation import gettext as _

from ligzda.newsroom.text import LIMIT, Fault

_SENTENCES: dict[Fault, Callable[[str], str]] = {
    Fault.EMPTY: lambda found: _("The comment is empty."),
    Fault.TOO_LONG: lambda found: (
        _("Rule 4: a comment has at most %(limit)s characters; yours has %(count)s.")
        % {"limit": number_format(LIMIT), "count": number_format(int(found))}
        if found
        else _("Rule 4: a comment has at most %(limit)s characters; yours has far more.")
        % {"limit": number_format(LIMIT)}
    ),
    Fault.HIDDEN: lambda found: (
        _(
            "The comment holds characters that are not seen or that turn the text around "
            "(%(found)s). Please type it anew."
        )
        % {"found": found}
    ),
    Fault.GUEST_LINK: lambda found: (
        _(
            "Rule 5: unregistered readers publish no links, and “%(found)s” is one. "
            "Take it out, or sign in."
        )
        % {"found": found}
    ),
    Fault.GUEST_HTML: lambda found: (
        _(
            "Rule 5: unregistered readers publish no HTML, and “%(found)s” is some. "
            "Take it out, or sign in."
        )
        % {"found": found}
    ),
    Fault.TAG: lambda found: (
        _(
            "The tag “%(found)s” cannot be used so. You may use b, i, strong, em, code, "
            "blockquote, ul, ol, li, p, br and a with a whole address in href."
        )
        % {"found": found}
    ),
}
_NAMES: dict[Fault, Callable[[], str]] = {
    Fault.EMPTY: lambda: _("Please sign with a name, real or not."),
    Fault.TOO_LONG: lambda: _("A name has at most 40 characters."),
    Fault.HIDDEN: lambda: _("The name holds characters that are not seen. Please type it anew."),
    Fault.GUEST_LINK: lambda: _("A name cannot be a link."),
    Fault.GUEST_HTML: lambda: _("A name cannot hold HTML."),
}


def limit_reached(limit: int, *, hour: bool, account: bool, until: datetime.datetime) -> str:
    """Return what to tell a reader whose network, or account, has sent as much as may be sent."""
    per = _("%(limit)s an hour") if hour else _("%(limit)s a minute")
    whose = (
        _("for one account")
        if account
        else _(
            "for all who write from one network without an account, as a class or an office does"
        )
    )
    return _(
        "Nothing is wrong with your text. A limit is reached: %(limit)s %(whose)s. "
        "Please send it again after %(until)s."
    ) % {"limit": per % {"limit": limit}, "whose": whose, "until": _clock(until)}


def too_often() -> str:
    """Return what to tell a reader whose network tries too often in a minute."""
    return _(
        "Your network has sent more in this minute than we look at, refused or not. "
        "Please send it again after %(until)s."
    ) % {"until": _clock(timezone.now().replace(second=0) + datetime.timedelta(minutes=1))}


def _clock(moment: datetime.datetime) -> str:
    """Return the first whole minute from a moment on."""
    whole = moment + datetime.timedelta(seconds=59)
    return date_format(timezone.localtime(whole), "TIME_FORMAT")


def sentence(fault: Fault, found: str) -> str:
    """Return what to tell the reader about a fault of the text."""
    return _SENTENCES[fault](found)


def name_sentence(fault: Fault) -> str:
    """Return what to tell the reader about a fault of the name."""
    return _NAMES[fault]()
