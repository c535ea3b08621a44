"""The few words that the renderers themselves say, in both languages."""

from ligzda.publishing.blocks import Language

WORDS: dict[Language, dict[str, str]] = {
    "lv": {
        "contents": "Saturs",
        "figure": "attēls",
        "table": "tabula",
        "numbers": "Skaitļi tabulā",
        "page": "lpp.",
        "invented": "Izdomāts demonstrācijai",
        "caution": "Uzmanību",
        "note": "Piezīme",
        "attachments": "Pielikumi",
    },
    "en": {
        "contents": "Contents",
        "figure": "Figure",
        "table": "Table",
        "numbers": "The numbers as a table",
        "page": "page",
        "invented": "Invented for the demonstration",
        "caution": "Caution",
        "note": "Note",
        "attachments": "Attachments",
    },
}


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
        word = WORDS[self.language][kind]
        return f"{number}. {word}" if self.language == "lv" else f"{word} {number}"
