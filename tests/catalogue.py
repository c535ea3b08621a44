"""Extract the house's texts, bring the Latvian catalogue up to date, compile it.

`make messages` runs it; tests/test_catalogue.py compares. Pure Python, because neither a user's
machine nor CI need have GNU gettext.
"""

import ast
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import polib
from django.utils.translation.template import templatize

SOURCE = Path(__file__).resolve().parent.parent / "src" / "ligzda"
PO = SOURCE / "server" / "locale" / "lv" / "LC_MESSAGES" / "django.po"
MO = PO.with_suffix(".mo")
OF_PACKAGES = [
    SOURCE / "server" / "locale_of_packages" / "lv" / "LC_MESSAGES" / f"{domain}.po"
    for domain in ("django", "djangojs")
]
"""Written by hand: texts of Wagtail, Django, allauth, over their own Latvian or for want of one."""
HEADER = {
    "Project-Id-Version": "Ligzda",
    "Language": "lv",
    "MIME-Version": "1.0",
    "Content-Type": "text/plain; charset=UTF-8",
    "Content-Transfer-Encoding": "8bit",
    # One; other; none – as CLDR and GNU gettext count in Latvian.
    "Plural-Forms": "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n != 0 ? 1 : 2);",
}

# The arguments of each function: context, singular, plural.
_PLAIN, _COUNTED = (None, 0, None), (None, 0, 1)
FUNCTIONS = {
    **dict.fromkeys(("_", "gettext", "gettext_lazy", "gettext_noop"), _PLAIN),
    **dict.fromkeys(("ngettext", "ngettext_lazy"), _COUNTED),
    **dict.fromkeys(("pgettext", "pgettext_lazy"), (0, 1, None)),
    **dict.fromkeys(("npgettext", "npgettext_lazy"), (0, 1, 2)),
}
_CALL = re.compile(r"\b(_|n?p?gettext)\(")


@dataclass(frozen=True)
class Text:
    """A text to translate, and the file it stands in."""

    context: str | None
    singular: str
    plural: str | None
    place: str


def _text(call: ast.Call, name: str, place: str) -> Text | None:
    indices = FUNCTIONS[name]
    parts: list[str | None] = []
    for index in indices:
        if index is None:
            parts.append(None)
            continue
        if index >= len(call.args):
            return None
        node = call.args[index]
        if not (isinstance(node, ast.Constant) and isinstance(node.value, str)):
            return None
        parts.append(node.value)
    context, singular, plural = parts
    return Text(context, singular or "", plural, place) if singular else None


def in_python(code: str, place: str) -> Iterator[Text]:
    """Yield the texts of a module; `self._(…)` counts too, a name built at run time does not."""
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.Call):
            function = node.func
            name = function.id if isinstance(function, ast.Name) else ""
            if isinstance(function, ast.Attribute):
                name = function.attr
            if name in FUNCTIONS and (text := _text(node, name, place)):
                yield text
        elif isinstance(node, ast.ClassDef) and node.name == "PersonalData":
            yield from _personal_data(node, place)


def _personal_data(declared: ast.ClassDef, place: str) -> Iterator[Text]:
    """Yield what the privacy notice shows of a model's declaration (portal.privacy)."""
    for each in declared.body:
        if (
            isinstance(each, ast.Assign)
            and isinstance(each.targets[0], ast.Name)
            and each.targets[0].id in {"purpose", "basis", "condition", "retention"}
            and isinstance(each.value, ast.Constant)
        ):
            yield Text(None, str(each.value.value), None, place)


def in_template(template: str, place: str) -> Iterator[Text]:
    """Yield the texts of a template, from the calls that Django's templatize makes of its tags."""
    code = templatize(template, origin=place)
    for match in _CALL.finditer(code):
        rest = code[match.start() :]
        # The call ends at the first parenthesis that makes it valid Python.
        for end in (i for i, letter in enumerate(rest) if letter == ")"):
            try:
                node = ast.parse(rest[: end + 1], mode="eval").body
            except SyntaxError:
                continue
            if isinstance(node, ast.Call) and (text := _text(node, match[1], place)):
                yield text
            break


def extract() -> dict[tuple[str | None, str], list[Text]]:
    """Return every text of the house by context and singular, sorted by place."""
    found: dict[tuple[str | None, str], list[Text]] = {}
    for path in sorted(SOURCE.rglob("*")):
        place = path.relative_to(SOURCE).as_posix()
        if path.suffix == ".py" and "migrations" not in path.parts:
            texts = in_python(path.read_text("utf-8"), place)
        elif path.suffix in {".html", ".txt"} and "templates" in path.parts:
            texts = in_template(path.read_text("utf-8"), place)
        else:
            continue
        for text in texts:
            found.setdefault((text.context, text.singular), []).append(text)
    return found


def bring_up_to_date() -> tuple[int, int]:
    """Write the .po and .mo; return how many texts there are and how many lack a translation."""
    before = {(e.msgctxt, e.msgid): e for e in polib.pofile(str(PO))} if PO.exists() else {}
    catalogue = polib.POFile(wrapwidth=96)
    catalogue.metadata = HEADER
    missing = 0
    texts = extract()
    for key, uses in sorted(texts.items(), key=lambda item: (item[1][0].place, item[0][1])):
        plural = next((use.plural for use in uses if use.plural), None)
        old = before.get(key)
        entry = polib.POEntry(
            msgctxt=key[0],
            msgid=key[1],
            msgid_plural=plural or "",
            occurrences=sorted({(use.place, "") for use in uses}),
        )
        if plural:
            entry.msgstr_plural = (old and old.msgstr_plural) or {0: "", 1: "", 2: ""}
        else:
            entry.msgstr = old.msgstr if old else ""
        missing += not entry.translated()
        catalogue.append(entry)
    PO.parent.mkdir(parents=True, exist_ok=True)
    catalogue.save(str(PO))
    catalogue.save_as_mofile(str(MO))
    for path in OF_PACKAGES:
        polib.pofile(str(path)).save_as_mofile(str(path.with_suffix(".mo")))
    return len(texts), missing


if __name__ == "__main__":
    total, missing = bring_up_to_date()
    print(f"{total} texts; {missing} without a Latvian translation in {PO.name}")
    sys.exit(1 if missing else 0)
