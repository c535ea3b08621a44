"""What a finding says: the rule of its check with this row's values, in the active language."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.utils.formats import number_format
from django.utils.translation import gettext as _

from ligzda.indicators.models import QualityFinding, Severity
from ligzda.indicators.quality.checks import Check, checks, families, said_code
from ligzda.indicators.shown import said
from ligzda.kernel.dates import plain_date
from ligzda.network.roles import BY_KEY


def sentence(check: Check, values: Mapping[str, Any]) -> str:
    """Return the rule of a check with a row's values."""
    return said(check.rule).format_map({name: spelled(name, one) for name, one in values.items()})


def spelled(column: str, value: Any) -> str:
    """Return a value of a row as people read it."""
    if value is None or value == "":
        return _("not there")
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, int | float):
        whole = float(value).is_integer()
        return str(number_format(round(value, 2), 0 if whole else 2, use_l10n=True))
    code = said_code(column, value)
    if code is not None:
        return said(code)
    try:
        return plain_date(datetime.date.fromisoformat(value))
    except ValueError:
        return str(value)


@dataclass(frozen=True)
class ShownCheck:
    """A check as a page shows it."""

    check: Check

    @property
    def code(self) -> str:
        """Its code."""
        return self.check.code

    @property
    def name(self) -> str:
        """What it is called."""
        return said(self.check.name)

    @property
    def family(self) -> str:
        """To which family it belongs."""
        return said(families()[self.check.family])

    @property
    def rule(self) -> str:
        """The rule, with dots where a row's values come."""
        return said(self.check.rule).format_map(_Dots())

    @property
    def guidance(self) -> str:
        """What to do."""
        return said(self.check.guidance)

    @property
    def owner(self) -> str:
        """Who mends it."""
        return str(BY_KEY[self.check.owner].name)

    @property
    def severity(self) -> str:
        """How bad it is."""
        return str(Severity(self.check.severity).label)

    @property
    def history(self) -> list[tuple[int, datetime.date, str]]:
        """Its versions, the newest first."""
        return [(v.number, v.since, said(v.change)) for v in reversed(self.check.versions)]


class _Dots(dict[str, str]):
    def __missing__(self, name: str) -> str:
        return "…"


@dataclass(frozen=True)
class ShownFinding:
    """A finding as a page shows it; `accepted_until`: the day, where it may stand today."""

    row: QualityFinding
    accepted_until: datetime.date | None = None

    @cached_property
    def check(self) -> ShownCheck:
        """Its check."""
        return ShownCheck(checks()[self.row.check_code])

    @property
    def sentence(self) -> str:
        """The rule with this row's values."""
        return sentence(self.check.check, self.row.values)

    @property
    def values(self) -> list[tuple[str, str]]:
        """The values, by the name of their column."""
        return [(name, spelled(name, value)) for name, value in self.row.values.items()]

    @property
    def state(self) -> str:
        """How it stands."""
        if self.row.closed_on:
            return _("closed")
        return _("accepted") if self.accepted_until else _("to be mended")
