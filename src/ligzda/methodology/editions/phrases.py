"""What an edition says of itself, in one language, read from `words.yaml`."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

import yaml

from ligzda.languages import Language


@cache
def _words() -> Mapping[str, Mapping[str, str]]:
    found: dict[str, dict[str, str]] = yaml.safe_load(
        (Path(__file__).parent / "words.yaml").read_text("utf-8")
    )
    return found


class Phrases:
    """`say("claim", number="7")`."""

    def __init__(self, language: Language) -> None:
        self.language = language

    def __call__(self, name: str, /, **values: str) -> str:
        """Return a phrase with its braces filled in."""
        return _words()[name][self.language].format(**values)

    def named(self, kind: str, code: str) -> str:
        """Return the word of a code; the code itself where none is known."""
        return _words().get(f"{kind}_{code}", {}).get(self.language, code)
