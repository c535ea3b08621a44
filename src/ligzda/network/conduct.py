"""The code of conduct: its text in both languages, its version, and who has accepted it."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from ligzda.kernel.room import ToCheck
from ligzda.kernel.texts import Text
from ligzda.languages import CODES
from ligzda.network.models import ConductAcceptance, User

DATA = Path(__file__).resolve().parent / "data/conduct.yaml"


@dataclass(frozen=True)
class Point:
    """One sentence of it. `recalled`: it states law from memory and is to be checked."""

    text: Text
    recalled: bool


@dataclass(frozen=True)
class Conduct:
    """The code in force."""

    version: str
    points: tuple[Point, ...]


@cache
def conduct() -> Conduct:
    """Return the code in force."""
    data = yaml.safe_load(DATA.read_text("utf-8"))
    points = tuple(
        Point(Text({code: row[code] for code in CODES}), row.get("recalled", False))
        for row in data["points"]
    )
    return Conduct(data["version"], points)


def statements() -> list[ToCheck]:
    """Return what the code states of the law from memory."""
    return [
        ToCheck("conduct", point.text, _("the code of conduct"), reverse("network:conduct"))
        for point in conduct().points
        if point.recalled
    ]


def has_accepted(user: User) -> bool:
    """Whether this person has accepted the version in force."""
    return ConductAcceptance.objects.filter(user=user, version=conduct().version).exists()
