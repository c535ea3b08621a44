"""Find hyperlinks in what a guest writes: linkify-it-py, taught Latvian.

Latvian writes dates and abbreviations with a full stop inside ("17.martā", "t.sk.", "plkst.18")
and readers forget the space after a sentence ("labi.Es domāju"), which looks like a domain in
Spain. So a bare domain counts only under a real top-level domain, and the few of those that are
also Latvian words or file endings make a hit doubtful: a person looks, nothing is refused.
"""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import regex
from linkify_it import LinkifyIt
from linkify_it.main import Match
from linkify_it.tlds import TLDS

from ligzda.newsroom.text.graphemes import normalized

# Top-level domains that are Latvian words as well.
_WORDS = frozenset({
    "ai", "ar", "as", "bet", "es", "ie", "ir", "is", "jo", "la", "man", "me", "ne", "no",
    "nu", "pa", "re", "sa", "se", "si", "so", "te", "ti", "to", "uz", "va"
})  # fmt: skip
_FILE_ENDINGS = frozenset({
    "cab", "md", "mov", "pl", "ps", "py", "rs", "sh", "so", "zip"
})  # fmt: skip
# "tai skaitā", "un tā tālāk", "un citi", "tas ir", "pirms Kristus".
_ABBREVIATIONS = frozenset({
    "t.sk", "u.tt", "u.t.t", "u.c", "u.tml", "t.i", "t.s", "p.kr", "m.kr", "v.tml", "g.k"
})  # fmt: skip
# Where even a spaced or spelled-out dot is no accident.
_COMMON = r"(?:lv|com|net|org|eu|ru|lt|ee|info|biz|online|site|shop|top|xyz)"

_DOTS = str.maketrans({"。": ".", "｡": ".", "․": ".", "‧": ".", "∙": "."})
# The patterns below meet text in which white space never stands twice (`_undisguised`), and bound
# what they repeat: the time of each grows with the length of the text, whatever it is made of
# (tests/newsroom/test_text_time.py).
_BLANK = regex.compile(r"\s++")
_BRACKETED_DOT = regex.compile(
    r"\s?+[\[({<]\s?+(?:\.|dot|punkts|точка)\s?+[\])}>]\s?+", regex.IGNORECASE
)
_SPELLED_DOT = regex.compile(
    rf"(?<=\w)(?:\s(?:dot|punkts|точка)\s|\s\.\s?+|\s?+\.\s)(?={_COMMON}\b(?!\.))"
)
_HXXP = regex.compile(r"\bh[x*t]{2}ps?(?=\s?+(?::|\[:\]))", regex.IGNORECASE)
_SCHEME = regex.compile(
    r"\b[a-z][a-z0-9+.-]{1,15}\s?+(?::|\[:\])\s?+/\s?+/\s?+\S|\b(?:java|vb)script\s?+:"
    r"|\bdata:\w{1,40}+/",
    regex.IGNORECASE,
)
_WWW = regex.compile(r"\bwww\s?+\.\s?+\w", regex.IGNORECASE)
_MARKDOWN = regex.compile(r"\[[^\]\n]{0,200}+\]\s?+\([^)\s]{1,200}+[^)\n]{0,200}+\)")
_ADDRESS_WITH_PATH = regex.compile(r"\b\d{1,3}(?:\.\d{1,3}){3}(?::\d{1,5}+)?/\S")
_RUN = regex.compile(r"\S++")
_WINDOW = 500
"""Characters. The linkifier's time grows with the square of what it is given at once."""


@dataclass(frozen=True)
class Links:
    """What looks like a link: surely, or so that a person should look."""

    certain: tuple[str, ...] = ()
    doubtful: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.certain)


def find_links(text: str) -> Links:
    """Return the links in `text`, with common disguises taken off first."""
    bare = _undisguised(text)
    certain = [
        found.group()
        for pattern in (_SCHEME, _WWW, _MARKDOWN, _ADDRESS_WITH_PATH)
        for found in pattern.finditer(bare)
    ]
    doubtful = []
    for match in _hits(bare):
        match _weigh(match.raw, match.schema):
            case "certain":
                certain.append(match.raw)
            case "doubtful":
                doubtful.append(match.raw)
    return Links(tuple(dict.fromkeys(certain)), tuple(dict.fromkeys(doubtful)))


def _undisguised(text: str) -> str:
    """Return the text as its reader's eye sees it: no invisible characters, dots as dots."""
    seen = normalized("NFKC", text).translate(_DOTS)
    seen = "".join(char for char in seen if unicodedata.category(char) != "Cf")
    seen = _BLANK.sub(lambda run: "\n" if "\n" in run[0] else " ", seen)
    seen = _HXXP.sub("http", seen)
    return str(_SPELLED_DOT.sub(".", _BRACKETED_DOT.sub(".", seen)))


def linked(text: str) -> Iterator[tuple[int, Match]]:
    """Yield every link of a text, and where the run of characters begins that it stands in.

    No link holds white space; a run past 1,000 characters is none that a reader would follow.
    """
    for run in _RUN.finditer(text):
        if len(run[0]) <= 2 * _WINDOW:
            for match in linkifier().match(run[0]) or ():
                yield run.start(), match


def _hits(text: str) -> Iterator[Match]:
    """Yield what looks like a link, also inside of runs of any length, where it may come twice."""
    for run in _RUN.finditer(text):
        for start in range(0, max(len(run[0]) - _WINDOW, 1), _WINDOW):
            yield from linkifier().match(run[0][start : start + 2 * _WINDOW]) or ()


def _weigh(raw: str, schema: str) -> str:
    """Return "certain", "doubtful" or "text" for a hit of the linkifier."""
    if schema or "/" in raw or "?" in raw:
        return "certain"
    name = raw.rstrip(".").split(":")[0]
    labels = name.split(".")
    ending = labels[-1]
    if name.lower() in _ABBREVIATIONS:
        return "text"
    if ending[:1].isupper() and not ending.isupper() and not name[:1].isupper():
        # "labi.Es domāju", "bija.Man patīk": a sentence begins; nobody writes a domain so.
        return "text" if ending.lower() in _WORDS or len(ending) > 3 else "certain"
    if ending.istitle() and ending.lower() in _WORDS:
        return "text"
    if ending.lower() in _WORDS | _FILE_ENDINGS and len(labels) == 2:
        return "doubtful"
    return "certain"


@cache
def linkifier() -> LinkifyIt:
    """Return the linkifier that knows every top-level domain."""
    known = [name.lower() for name in TLDS if not name.startswith("XN--")]
    linkify = LinkifyIt(options={"fuzzy_link": True, "fuzzy_email": True, "fuzzy_ip": False})
    return linkify.tlds([*known, "рф", "бел", "укр", "москва", "рус", "онлайн", "сайт"])
