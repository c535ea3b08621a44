"""Check a comment against the rules of the page. A fault names its rule; nothing is stripped."""

import unicodedata
from dataclasses import dataclass
from enum import StrEnum

from ligzda.newsroom.text.graphemes import clusters, trimmed
from ligzda.newsroom.text.html import Tag, find_tags
from ligzda.newsroom.text.links import find_links
from ligzda.newsroom.text.render import TAGS, leads
from ligzda.newsroom.text.unseen import hiding
from ligzda.newsroom.text.unseen import seen as seen_at_all

LIMIT = 1000
# The longest sensible cluster is an emoji family or a flag, some ten code points. Without a bound
# one "character" could carry a megabyte of combining marks.
_CLUSTER_LIMIT = 16
NAME_LIMIT = 40
MOST = 2 * LIMIT * _CLUSTER_LIMIT
"""Code points that are looked at: what has more is no text of 1,000 characters, however typed."""
_OVERRIDES = frozenset("\u202a\u202b\u202d\u202e\u202c\u2066\u2067\u2068\u2069")


class Fault(StrEnum):
    """A rule that a text breaks."""

    EMPTY = "empty"
    TOO_LONG = "too_long"
    HIDDEN = "hidden"
    GUEST_LINK = "guest_link"
    GUEST_HTML = "guest_html"
    TAG = "tag"


@dataclass(frozen=True)
class Faults:
    """What is wrong with a text, with what was found; `doubtful` wants a person's eye."""

    broken: tuple[tuple[Fault, str], ...] = ()
    doubtful: tuple[str, ...] = ()


def check(text: str, *, registered: bool) -> Faults:
    """Return the faults of a comment; `registered` readers may use links and a little HTML."""
    if len(text) > MOST:
        return Faults(((Fault.TOO_LONG, ""),))
    text = trimmed(text)
    if not seen_at_all(text):
        return Faults(((Fault.EMPTY, ""),))
    seen = clusters(text)
    if len(seen) > LIMIT:  # the limit comes before the rules, which cost more
        return Faults(((Fault.TOO_LONG, str(len(seen))),))
    broken = []
    if hidden := _hidden(text, seen):
        broken.append((Fault.HIDDEN, hidden))
    tags = find_tags(text)
    if registered:
        broken += [(Fault.TAG, name) for name in _not_allowed(text)]
        return Faults(tuple(broken))
    links = find_links(text)
    if links:
        broken.append((Fault.GUEST_LINK, links.certain[0]))
    if tags:
        broken.append((Fault.GUEST_HTML, f"<{tags[0].name}>".replace("<<", "<").replace("->", "-")))
    return Faults(tuple(broken), links.doubtful)


def check_name(name: str) -> Faults:
    """Return the faults of the name a guest signs with."""
    name = trimmed(name[:MOST])
    if not seen_at_all(name):
        return Faults(((Fault.EMPTY, ""),))
    seen = clusters(name)
    if len(seen) > NAME_LIMIT:
        return Faults(((Fault.TOO_LONG, str(len(seen))),))
    broken = []
    if "\n" in name or hiding(name) or _hidden(name, seen):
        broken.append((Fault.HIDDEN, ""))
    if links := find_links(name):
        broken.append((Fault.GUEST_LINK, links.certain[0]))
    if find_tags(name):
        broken.append((Fault.GUEST_HTML, name))
    return Faults(tuple(broken), links.doubtful)


def _hidden(text: str, seen: list[str]) -> str:
    """Return the name of a character that hides or turns text around, or of a heap of marks."""
    for char in text:
        if char in _OVERRIDES or (
            unicodedata.category(char) in {"Cc", "Cs"} and char not in "\n\t"
        ):
            return f"U+{ord(char):04X}"
    return next((f"U+{ord(each[-1]):04X}" for each in seen if len(each) > _CLUSTER_LIMIT), "")


def _not_allowed(text: str) -> list[str]:
    """Return the tags a registered reader may not use: what render_rich would have to strip."""
    return list(dict.fromkeys(f"<{tag.name}>" for tag in find_tags(text) if not _allowed(tag)))


def _allowed(tag: Tag) -> bool:
    if not tag.whole:
        return False
    if tag.name != "a":
        return tag.name in TAGS and not tag.attributes
    return set(tag.attributes) <= {"href"} and ("href" not in tag.attributes or leads(tag.href))
