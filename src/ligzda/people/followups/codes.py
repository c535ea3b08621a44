"""The code of a stay: by it a questionnaire on paper or on a device names a stay, and nobody.

A number and four signs that only this installation can compute from it (Crockford's base 32, which
has no I, L, O, U), so that a slip of the pen is found before an answer goes to somebody else.
"""

import re

from ligzda.kernel.odd_values import number
from ligzda.people.keys import master_keys

PATTERN = "^ *[0-9]+ *- *[0-9A-Za-z]{4} *$"
"""What a form on a device can check of it, which has no key."""
_CODE = re.compile(r"\s*([0-9]{1,18})\s*-\s*([0-9A-Za-z]{4})\s*")
_SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_READ_AS = str.maketrans("OIL", "011")


def code_of(stay: int) -> str:
    """Return the code of a stay's number: 1042-K7QF."""
    return f"{stay}-{_check(stay)}"


def stay_of(code: str) -> int | None:
    """Return the number of the stay; None where the code is none of ours."""
    found = _CODE.fullmatch(code)
    if found is None or (stay := number(found[1])) is None:
        return None
    return stay if found[2].upper().translate(_READ_AS) == _check(stay) else None


def _check(stay: int) -> str:
    token = master_keys().token("stay", str(stay))
    return "".join(_SIGNS[token >> shift & 31] for shift in (0, 5, 10, 15))
