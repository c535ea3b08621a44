"""The rule of each indicator, once: a function of its code that gives one row a counted thing.

A function takes the flat tables and returns the rows of `definitions.rows.ROW`: what is counted,
on which day, of which value – and, where something is left out, why. The number on a board, the
list behind it, the SQL on the indicator's page and the same over a lake are all made of it
(counting.py). Pure: no Django.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from ligzda.indicators.definitions import enterprises, money, outcomes, places, stays
from ligzda.indicators.flat_tables import Tables

if TYPE_CHECKING:
    import ibis.expr.types as ir

Rule = Callable[[Tables], "ir.Table"]

_MODULES = (stays, outcomes, enterprises, places, money)


def rule(code: str) -> Rule:
    """Return the function of an indicator. Raises KeyError where there is none."""
    for module in _MODULES:
        if code in module.CODES:
            found: Rule = getattr(module, code)
            return found
    raise KeyError(code)


def codes() -> list[str]:
    """Return the codes that have a rule."""
    return [code for module in _MODULES for code in module.CODES]
