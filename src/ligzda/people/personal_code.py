"""The Latvian personal code: eleven digits, with or without a birth date in them.

Pure. The check digit is computed by python-stdnum, whose source says that it was never
independently confirmed; so a wrong one is a question to whoever typed it, not a refusal.
"""

import datetime
from dataclasses import dataclass

from stdnum.exceptions import InvalidChecksum, ValidationError
from stdnum.lv import pvn

from ligzda.errors import LigzdaError

_CENTURIES = {"0": 1800, "1": 1900, "2": 2000}
_COMPANIES_FROM = "4"


class PersonalCodeError(LigzdaError, ValueError):
    """What was typed is no personal code; `reason` is one of: length, company, date."""

    def __init__(self, reason: str) -> None:
        super().__init__(f"no personal code: {reason}")
        self.reason = reason


@dataclass(frozen=True)
class PersonalCode:
    """A code as it is written: six digits, a hyphen, five digits."""

    written: str
    check_digit_right: bool

    @property
    def birth_date(self) -> datetime.date | None:
        """The birth date that a code of before July 2017 holds; None in a newer one."""
        return _birth_date(self.written.replace("-", ""))


def read(text: str) -> PersonalCode:
    """Return the code somebody typed, with or without hyphen or blanks.

    Raises PersonalCodeError where it cannot be a person's.
    """
    digits = pvn.compact(text).replace(" ", "").upper().removeprefix("LV")
    if len(digits) != 11 or not (digits.isascii() and digits.isdigit()):
        raise PersonalCodeError("length")
    if digits[0] >= _COMPANIES_FROM:
        raise PersonalCodeError("company")
    try:
        pvn.validate(digits)
        right = True
    except InvalidChecksum:
        right = False
    except ValidationError:
        raise PersonalCodeError("date") from None
    if not digits.startswith("32"):
        _birth_date(digits)
    return PersonalCode(f"{digits[:6]}-{digits[6:]}", right)


def _birth_date(digits: str) -> datetime.date | None:
    if digits.startswith("32"):
        return None
    try:
        year = _CENTURIES[digits[6]] + int(digits[4:6])
        return datetime.date(year, int(digits[2:4]), int(digits[:2]))
    except (KeyError, ValueError):
        raise PersonalCodeError("date") from None
