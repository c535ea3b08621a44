"""TOML as strangers write it: read within bounds, or refused by a code.

Plans are typed into pages, and Python's reader takes what nobody would write by hand: it recurses
once for each bracket, and reads integers of any length, `inf` and `nan`.
"""

from __future__ import annotations

import math
import re
import tomllib
from collections.abc import Callable
from decimal import Decimal
from typing import Any

from ligzda.evidence.codes import Remark
from ligzda.evidence.errors import PlanError
from ligzda.evidence.faults import Fault
from ligzda.labels import label

MOST_KILOBYTES = 64
MOST_DEPTH = 20
LARGEST_INTEGER = 2**63 - 1
"""TOML 1.0 asks for 64 bits (https://toml.io/en/v1.0.0#integer)."""
_PART = r"""(?:(?<![\w-])[\w-]++|"[^"\n]*+"|'[^'\n]*+')"""
_DOTTED = re.compile(rf"{_PART}(?:[ \t]*+\.[ \t]*+{_PART}){{{MOST_DEPTH}}}")
"""A key of more parts than any plan nests: Python's reader takes half a minute for 30,000."""


def read_toml(text: str, *, plan: str, parse_float: Callable[[str], Any] = float) -> dict[str, Any]:
    """Read a text of at most 64 kB, 20 levels and finite numbers; :class:`PlanError` otherwise."""
    if len(text.encode("utf-8", "surrogatepass")) > MOST_KILOBYTES * 1024:
        raise PlanError("TOML", Fault.TOML_TOO_LONG.of(most=MOST_KILOBYTES), plan=plan)
    if _DOTTED.search(text):
        raise PlanError("TOML", Fault.TOML_TOO_DEEP.of(most=MOST_DEPTH), plan=plan)
    try:
        raw = tomllib.loads(text.removeprefix("\ufeff"), parse_float=parse_float)
    except tomllib.TOMLDecodeError as error:
        raise PlanError("TOML", _not_toml(str(error)), plan=plan) from None
    except RecursionError:
        raise PlanError("TOML", Fault.TOML_TOO_DEEP.of(most=MOST_DEPTH), plan=plan) from None
    except ValueError:
        # An integer of more figures than Python reads (sys.set_int_max_str_digits).
        raise PlanError("TOML", Fault.NUMBER_TOO_LONG, plan=plan) from None
    _check(raw, plan)
    return raw


def _check(raw: dict[str, Any], plan: str) -> None:
    """Walk it without recursion: dotted keys nest as deep as the text is long."""
    waiting: list[tuple[str, Any, int]] = [("", raw, 0)]
    while waiting:
        path, value, depth = waiting.pop()
        if depth > MOST_DEPTH:
            raise PlanError("TOML", Fault.TOML_TOO_DEEP.of(most=MOST_DEPTH), plan=plan)
        if isinstance(value, dict):
            waiting += [
                (f"{path}.{key}" if path else key, item, depth + 1) for key, item in value.items()
            ]
        elif isinstance(value, list):
            waiting += [
                (f"{path}[{number}]", item, depth + 1) for number, item in enumerate(value, 1)
            ]
        elif isinstance(value, int) and abs(value) > LARGEST_INTEGER:
            raise PlanError(path, Fault.NUMBER_TOO_LONG, plan=plan)
        elif isinstance(value, (float, Decimal)) and not math.isfinite(value):
            raise PlanError(path, Fault.NOT_FINITE, plan=plan)


def _not_toml(detail: str) -> Remark:
    """Say where a text stops being TOML; only Python's own (English) sentence tells."""
    if place := re.search(r"at line (\d+), column (\d+)", detail):
        line, column = map(int, place.groups())
        return Fault.NOT_TOML.of(detail=detail, line=line, place=column)
    ends = "end of document" in detail
    return (Fault.TOML_ENDS if ends else Fault.TOML_WRONG).of(detail=detail)


def alike(value: Any, prose: bool = False) -> Any:
    """Return a value with its texts as labels of records are read: one for all that look alike.

    What [text] says stays as it was written; only the names that it says it of are compared.
    """
    if isinstance(value, str):
        return value if prose else label(value)
    if isinstance(value, list):
        return [alike(item, prose) for item in value]
    if isinstance(value, dict):
        return {label(key): alike(item, prose or key == "text") for key, item in value.items()}
    return value
