"""The few words that the renderers themselves say, read from `captions.toml`."""

import tomllib
from pathlib import Path

from ligzda.languages import Language

WORDS: dict[str, dict[str, str]] = tomllib.loads(
    (Path(__file__).parent / "captions.toml").read_text("utf-8")
)


class Captions:
    """Counts figures and tables in reading order, the same way in every format."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self.figures = 0
        self.tables = 0

    def figure(self) -> str:
        """Name the next figure: "1. attēls", "Figure 1"."""
        self.figures += 1
        return self._name("figure", self.figures)

    def table(self) -> str:
        """Name the next table."""
        self.tables += 1
        return self._name("table", self.tables)

    def _name(self, kind: str, number: int) -> str:
        words = WORDS[self.language]
        return words["numbered"].format(number=number, word=words[kind])
