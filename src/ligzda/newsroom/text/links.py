"""Find hyperlinks in what a guest writes: linkify-it-py, taught Latvian.

Latvian writes dates and abbreviations with a full stop inside ("17.martā", "t.sk.", "plkst.18")
and readers forget the space after a sentence ("labi.Es domāju"), which looks like a domain in
Spain. So a bare domain counts only under a real top-level domain, and those that are also
words, units or file endings make a hit doubtful: a person looks, nothing is refused. A refusal
tells a writer that a rule was broken, which is worse than a wait where none was.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import regex
from linkify_it import LinkifyIt
from linkify_it.main import Match
from linkify_it.tlds import TLDS

from ligzda.newsroom.text.disguises import Bare
from ligzda.newsroom.text.lookalikes import unmixed

# Endings of two letters that are words, units or abbreviations on our pages as well.
_WORDS = frozenset({
    "ad", "ai", "am", "ar", "as", "at", "au", "be", "bet", "by", "cc", "cm", "co", "do", "eg",
    "es", "gb", "gr", "gs", "id", "ie", "in", "ir", "is", "it", "jo", "kg", "km", "kw", "la", "ma",
    "man", "me", "mg", "ml", "mm", "mr", "ms", "mu", "my", "na", "ne", "no", "nu", "pa", "pm", "pr",
    "re", "sa", "se", "si", "sk", "so", "st", "sv", "te", "th", "ti", "to", "tv", "us", "uz", "va"
})  # fmt: skip
_FILE_ENDINGS = frozenset({
    "ac", "as", "br", "cab", "cc", "in", "java", "md", "ml", "mm", "mov", "pl", "pm", "ps", "py",
    "rs", "sh", "so", "st", "tf", "zip"
})  # fmt: skip
# Longer endings are words and names ("auto", "post", "studio"), all but these.
_PLAIN = frozenset({"com", "net", "org", "edu", "gov", "biz", "xyz", "бел", "укр"})
# "tai skaitā", "un tā tālāk", "un citi", "tas ir", "pirms Kristus"; "id est".
_ABBREVIATIONS = frozenset({
    "t.sk", "u.tt", "u.t.t", "u.c", "u.tml", "t.i", "t.s", "p.kr", "m.kr", "v.tml", "g.k", "t.p",
    "p.s", "i.e", "e.g", "a.k.a", "p.m", "a.m", "piem", "plkst", "skat", "resp", "nr"
})  # fmt: skip
_TITLES = frozenset({"dr", "prof", "mag", "bac", "hab", "habil", "doc", "asoc", "lekt", "art"})
# Names of techniques that look like addresses.
_TECHNIQUES = frozenset({"asp.net", "vb.net", "ado.net", "ml.net", "paint.net"})

_SCHEME = regex.compile(
    r"\b[a-z][a-z0-9+.-]{1,15}\s?+(?::|\[:\])\s?+/\s?+/\s?+\S++|\b(?:java|vb)script\s?+:\S*+"
    r"|\bdata:\w{1,40}+/\S*+",
    regex.IGNORECASE,
)
_WWW = regex.compile(r"\bwww\s?+\.\s?+\w\S*+", regex.IGNORECASE)
_MARKDOWN = regex.compile(r"\[[^\]\n]{0,200}+\]\s?+\([^)\s]{1,200}+[^)\n]{0,200}+\)")
_ADDRESS_WITH_PATH = regex.compile(r"\b\d{1,3}(?:\.\d{1,3}){3}(?::\d{1,5}+)?/\S++")
_AFTER = ".,;:!?)]}>»”\"'…"
"""What ends a sentence or a quotation round a link, and is none of it."""
_NUMBER = regex.compile(r"\d++(?:-\d++)?")
_BRACKET = regex.compile(r"[\[({<]")
_COMMA = regex.compile("[,;]")
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
    """Return the links in `text` as they were typed, looked for with common disguises taken off."""
    bare = Bare(text)
    certain: list[str] = []
    doubtful: list[str] = []
    # As it is, and as it looks where scripts are mixed: of the same length, so at the same places.
    for seen in dict.fromkeys((bare.text, unmixed(bare.text))):
        certain += [bare.quoted(*found.span()) for found in _MARKDOWN.finditer(seen)]
        for pattern in (_SCHEME, _WWW, _ADDRESS_WITH_PATH):
            for found in pattern.finditer(seen):
                shorter = found[0].rstrip(_AFTER) or found[0]
                certain.append(bare.quoted(found.start(), found.start() + len(shorter)))
        for start, match in _hits(seen):
            span = start + match.index, start + match.last_index
            weight, typed = _weigh(match.raw, match.schema), bare.typed(*span)
            mistyped = len(_COMMA.findall(typed)) > len(_COMMA.findall(match.raw))
            if mistyped and match.raw.lower().rpartition(".")[2] not in _PLAIN:
                weight = "doubtful"  # a comma is a comma more often than a mistyped dot
            if weight == "certain" or (weight == "doubtful" and _BRACKET.search(typed)):
                certain.append(bare.quoted(*span))
            elif weight == "doubtful":
                doubtful.append(bare.quoted(*span))
    return Links(tuple(dict.fromkeys(certain)), tuple(dict.fromkeys(doubtful)))


def linked(text: str) -> Iterator[tuple[int, Match]]:
    """Yield every link of a text, and where the run of characters begins that it stands in.

    No link holds white space; a run past 1,000 characters is none that a reader would follow.
    """
    for run in _RUN.finditer(text):
        if len(run[0]) <= 2 * _WINDOW:
            for match in linkifier().match(run[0]) or ():
                yield run.start(), match


def _hits(text: str) -> Iterator[tuple[int, Match]]:
    """Yield what looks like a link, and where what it was sought in begins.

    Runs of any length are sought through, in windows: a link may come twice.
    """
    for run in _RUN.finditer(text):
        for start in range(0, max(len(run[0]) - _WINDOW, 1), _WINDOW):
            window = run[0][start : start + 2 * _WINDOW]
            for match in linkifier().match(window) or ():
                yield run.start() + start, match


def _weigh(raw: str, schema: str) -> str:
    """Return "certain", "doubtful" or "text" for a hit of the linkifier."""
    if schema or "/" in raw or "?" in raw:
        return "certain"
    name = raw.rstrip(".").split(":")[0]
    labels = name.lower().split(".")
    ending = name.rpartition(".")[2]
    word = labels[-1] in _WORDS
    if name.lower() in _ABBREVIATIONS:
        return "text"
    if not _is_word(labels[-1]):
        if name.lower() in _TECHNIQUES or ending == "NET":
            return "doubtful"
        if not name[:1].isupper() and ending.istitle() and len(ending) > 3:
            return "text"
        return "certain"
    if _begins_with_an_abbreviation(labels):
        return "text"
    if ending.istitle() and (word or (len(ending) > 3 and not name[:1].isupper())):
        # "labi.Es domāju", "bija.Man patīk": a sentence begins; nobody writes a domain so.
        return "text"
    if word and _NUMBER.fullmatch(labels[-2]):
        return "text"  # "14.00-15.00.uz tikšanos", "10.km"
    return "doubtful"


def _is_word(ending: str) -> bool:
    """Return whether a top-level domain is a word of our pages, or a file's ending, as well."""
    return ending in _WORDS | _FILE_ENDINGS or (len(ending) > 2 and ending not in _PLAIN)


def _begins_with_an_abbreviation(labels: list[str]) -> bool:
    if labels[0] in _TITLES:
        return all(label.isalpha() for label in labels)
    return any(".".join(labels[:length]) in _ABBREVIATIONS for length in range(1, len(labels)))


@cache
def linkifier() -> LinkifyIt:
    """Return the linkifier that knows every top-level domain."""
    known = [name.lower() for name in TLDS if not name.startswith("XN--")]
    linkify = LinkifyIt(options={"fuzzy_link": True, "fuzzy_email": True, "fuzzy_ip": False})
    return linkify.tlds([*known, "рф", "бел", "укр", "москва", "рус", "онлайн", "сайт"])
