"""Find HTML as a browser's tokenizer would (HTML Living Standard, 13.2.5.6 "Tag open state")."""

import html
from dataclasses import dataclass, replace

import regex

# A tag opens with "<" or "</" and an ASCII letter: so `2 < 3` and `<3` are text. An attribute's
# quoted value may hold ">". Possessive and bounded: of a megabyte of "<a" each is looked at once.
_TAG = regex.compile(
    r"""<(?P<close>/)?+(?P<name>[A-Za-z][^\s/>]{0,100}+)(?P<rest>(?:[^<>"']|"[^"]*+"|'[^']*+')*+)>"""
)
# Never closed, but with an attribute or a slash after the name: `<img src=x onerror=…`. Without,
# it is a comparison: `a<b`.
_UNCLOSED = regex.compile(r"<(?P<name>[A-Za-z][A-Za-z0-9:-]*+)(?P<rest>(?:/|\s[^<>=]*+=)[^<>]*+)")
_MARKUP = regex.compile(r"<!--|<!\[CDATA\[|<!doctype|<\?[a-z]", regex.IGNORECASE)
_ATTRIBUTE = regex.compile(
    r"""(?P<name>[^\s"'>/=]++)(?:\s*+=\s*+(?:"(?P<in2>[^"]*+)"|'(?P<in1>[^']*+)'|(?P<bare>[^\s"'>]++)))?+"""
)


_ZEROS = regex.compile(r"&#0++(?=\d)")
_FAR = regex.compile(r"&#\d{8,}+;?")


@dataclass(frozen=True)
class Tag:
    """A tag found: its name in lower case, the names of its attributes, where it leads, and
    whether it was closed."""

    name: str
    attributes: tuple[str, ...] = ()
    href: str = ""
    whole: bool = True


def find_tags(text: str) -> list[Tag]:
    """Return what is HTML in `text`; entities (`&lt;b&gt;`) are text, shown as they stand."""
    found = [_tag(match) for match in _TAG.finditer(text)]
    rest = _TAG.sub(" ", text)
    found += [replace(_tag(match), whole=False) for match in _UNCLOSED.finditer(rest)]
    found += [Tag(match.group().lower()) for match in _MARKUP.finditer(rest)]
    return found


def without_loose(text: str) -> str:
    """Return the text with every "<" that begins no whole tag as an entity.

    A browser takes `a<b, then …` for a tag that never ends, and a cleaner loses all that follows.
    """
    made, at = [], 0
    for match in _TAG.finditer(text):
        made += [text[at : match.start()].replace("<", "&lt;"), match.group()]
        at = match.end()
    return "".join([*made, text[at:].replace("<", "&lt;")])


def unescaped(text: str) -> str:
    """Return the text with entities as characters, numbers of any length among them.

    `html.unescape` makes an integer of them and fails past 4,300 digits. Past U+10FFFF a browser
    shows U+FFFD (HTML Living Standard, 13.2.5.80).
    """
    return html.unescape(_FAR.sub("\ufffd", _ZEROS.sub("&#", text)))


def _tag(match: "regex.Match[str]") -> Tag:
    given: dict[str, str] = {}
    for found in _ATTRIBUTE.finditer(match["rest"]):
        value = found["in2"] or found["in1"] or found["bare"] or ""
        given.setdefault(found["name"].lower(), value)  # the first counts, as in a browser
    return Tag(match["name"].lower(), tuple(given), unescaped(given.get("href", "")))
