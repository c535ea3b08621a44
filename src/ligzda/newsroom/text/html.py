"""Find HTML as a browser's tokenizer would (HTML Living Standard, 13.2.5.6 "Tag open state")."""

from dataclasses import dataclass

import regex

# A tag opens with "<" or "</" and an ASCII letter: so `2 < 3` and `<3` are text. An attribute's
# quoted value may hold ">". Possessive groups: a megabyte of "<a" must not backtrack.
_TAG = regex.compile(
    r"""<(?P<close>/)?+(?P<name>[A-Za-z][^\s/>]*+)(?P<rest>(?:[^<>"']|"[^"]*+"|'[^']*+')*+)>"""
)
# Never closed, but with an attribute or a slash after the name: `<img src=x onerror=…`. Without,
# it is a comparison: `a<b`.
_UNCLOSED = regex.compile(r"<(?P<name>[A-Za-z][A-Za-z0-9:-]*+)(?P<rest>(?:/|\s[^<>]*?=)[^<>]*+)")
_MARKUP = regex.compile(r"<!--|<!\[CDATA\[|<!doctype|<\?[a-z]", regex.IGNORECASE)
_ATTRIBUTE = regex.compile(r"""([^\s"'>/=]++)(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s"'>]++))?+""")


@dataclass(frozen=True)
class Tag:
    """A tag found: its name in lower case and the names of its attributes."""

    name: str
    attributes: tuple[str, ...] = ()


def find_tags(text: str) -> list[Tag]:
    """Return what is HTML in `text`; entities (`&lt;b&gt;`) are text, shown as they stand."""
    found = [_tag(match) for match in _TAG.finditer(text)]
    rest = _TAG.sub(" ", text)
    found += [_tag(match) for match in _UNCLOSED.finditer(rest)]
    found += [Tag(match.group().lower()) for match in _MARKUP.finditer(rest)]
    return found


def _tag(match: "regex.Match[str]") -> Tag:
    names = (found.group(1).lower() for found in _ATTRIBUTE.finditer(match["rest"]))
    return Tag(match["name"].lower(), tuple(names))
