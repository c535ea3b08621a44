"""The package as a document: papers filled from one municipality's case. Pure but for the words."""

import datetime
import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from ligzda.kernel.calendar import month_after
from ligzda.languages import Language
from ligzda.publishing import (
    Block,
    Bullets,
    Column,
    DataTable,
    Document,
    Heading,
    Note,
    Numbers,
    PageBreak,
    Paragraph,
)

CHECKBOX = "☐"
HALF = 0.5
"""Posts are planned in halves."""


@dataclass(frozen=True)
class Advised:
    """A recommendation as the package names it; `lost`: a claim no longer carries it."""

    title: str
    how: str
    lost: bool


@dataclass(frozen=True)
class Measured:
    """An indicator: its name, the moments it is measured at, the version of its rule."""

    name: str
    when: str
    version: int


@dataclass(frozen=True)
class Case:
    """A municipality's case. `budget`: whole EUR a year."""

    municipality: str
    model: str
    places: int
    budget: int
    begins: datetime.date
    unit: str
    today: datetime.date

    def month(self, after: int) -> datetime.date:
        """Return the first day of the month so many months from that in which work begins."""
        return month_after(self.begins.replace(day=1), after)


@cache
def words() -> Mapping[str, Any]:
    """Return the words and ratios of the package."""
    path = Path(__file__).resolve().parent / "data" / "package.yaml"
    found: dict[str, Any] = yaml.safe_load(path.read_text("utf-8"))
    return found


def package(
    case: Case,
    advised: Sequence[Advised],
    measured: Sequence[Measured],
    language: Language,
    only: str = "",
) -> Document:
    """Return the package of a case; of one part alone where `only` names it."""
    told = _Told(case, language)
    parts = {
        "answer": lambda: told.answer(advised),
        "plan": told.plan,
        "roles": told.roles,
        "budget": told.budget,
        "indicators": lambda: told.indicators(measured),
        "decision": lambda: told.paper("decision"),
        "contract": lambda: told.paper("contract"),
        "consent": lambda: told.paper("consent"),
        "orders": told.orders,
    }
    blocks: list[Block] = [
        Note(words()["check_title"][language], (words()["check"][language],), "caution")
    ]
    for name in [only] if only else list(parts):
        blocks += [Heading(told.title(name)), *parts[name]()]
        if not only and name != "orders":
            blocks.append(PageBreak())
    return Document(
        title=words()["title"][language],
        subtitle=case.municipality,
        language=language,
        authors=("Ligzda",),
        date=case.today,
        blocks=tuple(blocks),
        contents=not only,
    )


def posts(places: int, people_each: int) -> float:
    """Return the posts that so many places need, in halves upwards."""
    return math.ceil(places / people_each / HALF) * HALF


def split(budget: int, shares: Mapping[str, int]) -> dict[str, int]:
    """Split whole euros by shares of a hundred; what rounding leaves goes to the largest."""
    found = {name: budget * share // 100 for name, share in shares.items()}
    largest = max(shares, key=lambda name: shares[name])
    found[largest] += budget - sum(found.values())
    return found


@dataclass(frozen=True)
class _Told:
    case: Case
    language: Language

    @property
    def numbers(self) -> Numbers:
        return Numbers(self.language)

    def part(self, name: str) -> Mapping[str, Any]:
        found: Mapping[str, Any] = words()["parts"][name]
        return found

    def title(self, name: str) -> str:
        return str(self.part(name)["title"][self.language])

    def filled(self, text: Mapping[str, str]) -> str:
        case, numbers = self.case, self.numbers
        return text[self.language].format(
            municipality=case.municipality,
            model=case.model,
            places=numbers.decimal(case.places, 0),
            budget=self.euros(case.budget),
            each=self.euros(round(case.budget / case.places)),
            begins=numbers.date(case.begins),
            year_later=numbers.date(case.month(12)),
            unit=case.unit,
        )

    def euros(self, amount: int) -> str:
        return f"{self.numbers.decimal(amount, 0)}\u00a0EUR"

    def columns(self, name: str, *align: str) -> tuple[Column, ...]:
        titles = self.part(name)["columns"][self.language]
        return tuple(Column(title, side) for title, side in zip(titles, align, strict=True))  # type: ignore[arg-type]

    def paper(self, name: str) -> Iterator[Block]:
        for text in self.part(name)["text"]:
            yield Paragraph.of(self.filled(text))

    def answer(self, advised: Sequence[Advised]) -> Iterator[Block]:
        yield from self.paper("answer")
        part = self.part("answer")
        yield Heading(part["recommended"][self.language], 2)
        if not advised:
            yield Paragraph.of(part["none"][self.language])
            return
        lost = part["lost"][self.language]
        yield Bullets(
            tuple(
                (f"{each.title}. {each.how}" + (f" ({lost})" if each.lost else ""),)
                for each in advised
            )
        )

    def plan(self) -> Iterator[Block]:
        roles = self.part("roles")["rows"]
        yield DataTable(
            self.title("plan"),
            self.columns("plan", "left", "left", "left", "left"),
            tuple(
                (
                    CHECKBOX,
                    step[self.language],
                    roles[step["role"]][self.language][0],
                    f"{self.case.month(step['month']):%Y-%m}",
                )
                for step in self.part("plan")["steps"]
            ),
        )

    def roles(self) -> Iterator[Block]:
        ratios = words()["people_each"]
        rows = []
        for code, said in self.part("roles")["rows"].items():
            name, duty = said[self.language]
            each = ratios.get(code)
            many = self.numbers.decimal(posts(self.case.places, each), 1) if each else "–"
            rows.append((name, many, duty))
        yield DataTable(
            self.title("roles"), self.columns("roles", "left", "right", "left"), tuple(rows)
        )

    def budget(self) -> Iterator[Block]:
        part, shares = self.part("budget"), words()["shares"]
        sums = split(self.case.budget, shares)
        rows = [
            (part["rows"][name][self.language], self.numbers.percent(share / 100, 0),
             self.euros(sums[name]))
            for name, share in shares.items()
        ]  # fmt: skip
        total = (part["total"][self.language], self.numbers.percent(1.0, 0),
                 self.euros(self.case.budget))  # fmt: skip
        yield DataTable(
            self.title("budget"),
            self.columns("budget", "left", "right", "right"),
            (*rows, total),
            part["note"][self.language],
        )

    def indicators(self, measured: Sequence[Measured]) -> Iterator[Block]:
        yield DataTable(
            self.title("indicators"),
            self.columns("indicators", "left", "left", "right"),
            tuple((each.name, each.when, str(each.version)) for each in measured),
            self.part("indicators")["note"][self.language],
        )

    def orders(self) -> Iterator[Block]:
        part = self.part("orders")
        yield DataTable(
            self.title("orders"),
            self.columns("orders", "left", "right", "right", "left"),
            tuple((row[self.language], "", "", "") for row in part["rows"]),
            part["note"][self.language],
        )
