"""The dictionary of support (data/services.yaml): what can be given, in what it is counted."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from ligzda.languages import spoken

_FILE = Path(__file__).resolve().parents[1] / "data" / "services.yaml"
UNITS = {"hours": _("hours"), "times": _("times")}


@dataclass(frozen=True)
class Service:
    """A kind of support. `unit`: a key of UNITS."""

    code: str
    unit: str
    lv: str
    en: str

    @property
    def name(self) -> str:
        """Its name in the active language."""
        return str(getattr(self, spoken(get_language())))

    def units(self, minutes: int, times: int) -> float:
        """Return how much of it was given: hours of so many minutes, or how many times."""
        return minutes / 60 if self.unit == "hours" else times


@cache
def services() -> dict[str, Service]:
    """Return the dictionary by code, in the order of the file."""
    rows: list[dict[str, Any]] = yaml.safe_load(_FILE.read_text("utf-8"))
    return {row["code"]: Service(**row) for row in rows}


def name_of(code: str) -> str:
    """Return the name of a service in the active language."""
    found = services().get(code)
    return found.name if found else code
