"""The sentences a reader reads when a rule stops a comment: which rule, what was found."""

from collections.abc import Callable

from django.utils.formats import number_format
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


def full_hour() -> str:
    """Return what to tell a reader whose network has sent as much as it may in an hour."""
    return _(
        "Your text is fine and is kept here. As many comments have come from your network within "
        "the last hour as may: please send it again later, at most in an hour. A class or an "
        "office shares one network; who signs in with an account is not counted with it."
    )


def too_often() -> str:
    """Return what to tell a reader whose network sends too much in a minute."""
    return _(
        "Too many comments have come from your network in a short time. "
        "Your text is kept here: please send it again in a minute."
    )


def sentence(fault: Fault, found: str) -> str:
    """Return what to tell the reader about a fault of the text."""
    return _SENTENCES[fault](found)


def name_sentence(fault: Fault) -> str:
    """Return what to tell the reader about a fault of the name."""
    return _NAMES[fault]()
