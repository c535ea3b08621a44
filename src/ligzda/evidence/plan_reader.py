"""Typed access to what a TOML file says, for plans of any kind."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, cast

from ligzda.evidence.codes import Code, Remark
from ligzda.evidence.errors import PlanError, nearest
from ligzda.evidence.faults import Fault
from ligzda.evidence.priors import (
    NormalPrior,
    PositivePrior,
    PriorError,
    parse_normal,
    parse_positive,
)

MOST_SECTIONS = 200
"""Of one kind; a plan's terms are what each view of its page reads again."""


class Reader:
    """Typed access to TOML values; refuses with the plan's name and the key's path."""

    def __init__(self, plan: str) -> None:
        self.plan = plan

    def fail(self, key: str, said: Code | Remark) -> PlanError:
        """Make a refusal that names the plan and the key."""
        return PlanError(key, said, plan=self.plan)

    def known(self, path: str, table: Mapping[str, Any], allowed: tuple[str, ...]) -> None:
        """Refuse a key that is not allowed in a section."""
        for key in table:
            if key not in allowed:
                where = f"{path}.{key}" if path else key
                raise self.fail(where, Fault.UNKNOWN_KEY.of(key=key, choice=nearest(key, allowed)))

    def table(self, raw: Mapping[str, Any], key: str, path: str = "") -> Mapping[str, Any]:
        """Return a section that must be there."""
        where = f"{path}.{key}" if path else key
        if key not in raw:
            raise self.fail(where, Fault.SECTION_MISSING.of(where=where))
        if not isinstance(raw[key], dict):
            raise self.fail(where, Fault.NOT_A_SECTION.of(where=where))
        return cast("Mapping[str, Any]", raw[key])

    def tables(self, raw: Mapping[str, Any], key: str, needed: bool = True) -> list[dict[str, Any]]:
        """Return a list of sections; empty where none is needed."""
        found = raw.get(key, [])
        if not isinstance(found, list) or not all(isinstance(item, dict) for item in found):
            raise self.fail(key, Fault.NOT_SECTIONS.of(key=key))
        if needed and not found:
            raise self.fail(key, Fault.NO_SECTIONS.of(key=key))
        if len(found) > MOST_SECTIONS:
            raise self.fail(key, Fault.TOO_MANY_SECTIONS.of(most=MOST_SECTIONS))
        return cast("list[dict[str, Any]]", found)

    def text(self, raw: Mapping[str, Any], key: str, path: str, default: str | None = None) -> str:
        """Return a text (a number is written out); without a default the key must be there."""
        where = f"{path}.{key}" if path else key
        if key not in raw:
            if default is None:
                raise self.fail(where, Fault.KEY_MISSING)
            return default
        if (
            not isinstance(raw[key], (str, int, float))
            or isinstance(raw[key], bool)
            or raw[key] == ""
        ):
            raise self.fail(where, Fault.NOT_A_TEXT)
        return str(raw[key])

    def number(self, raw: Mapping[str, Any], key: str, path: str) -> float | None:
        """Return a number, None where the key is not given."""
        if key not in raw:
            return None
        value = raw[key]
        if isinstance(value, bool) or not isinstance(value, (int, float)) or value != value:
            raise self.fail(f"{path}.{key}", Fault.NOT_A_NUMBER)
        return float(value)

    def texts(self, raw: Mapping[str, Any], key: str, path: str) -> tuple[str, ...]:
        """Return a list of texts, empty where the key is not given."""
        value = raw.get(key, [])
        if not isinstance(value, list) or not all(isinstance(v, (str, int, float)) for v in value):
            raise self.fail(f"{path}.{key}", Fault.NOT_TEXTS)
        return tuple(str(v) for v in value)

    def choice(
        self, raw: Mapping[str, Any], key: str, path: str, allowed: tuple[str, ...], default: str
    ) -> str:
        """Return one of the allowed words."""
        value = self.text(raw, key, path, default)
        if value not in allowed:
            raise self.fail(
                f"{path}.{key}", Fault.NOT_KNOWN.of(value=value, choice=nearest(value, allowed))
            )
        return value

    def normal(self, raw: Mapping[str, Any], path: str) -> NormalPrior:
        """Return the prior of coefficients."""
        try:
            return parse_normal(self.text(raw, "prior", path))
        except PriorError as error:
            raise self.fail(f"{path}.prior", error.remark) from None

    def positive(self, raw: Mapping[str, Any], key: str, path: str) -> PositivePrior:
        """Return the prior of a positive parameter."""
        try:
            return parse_positive(self.text(raw, key, path))
        except PriorError as error:
            raise self.fail(f"{path}.{key}", error.remark) from None
