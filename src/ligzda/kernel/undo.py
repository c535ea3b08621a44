"""The way back in a notice: `messages.success(request, words, undo_by(number))`.

What comes back, and for how long, is the network's (network/undoing.py); base.html makes a
button of the tag.
"""

_TAG = "undo-"


def undo_by(number: int) -> str:
    """Return the tag of a notice that carries a button to undo what it says."""
    return f"{_TAG}{number}"


def number_of(tags: str) -> int | None:
    """Return what a notice with these tags can undo."""
    for tag in tags.split():
        if tag.startswith(_TAG) and tag.removeprefix(_TAG).isdigit():
            return int(tag.removeprefix(_TAG))
    return None
