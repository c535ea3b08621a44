"""The types of columns: how each value is spelled, and which cells are such a value.

A type owns all that is told of it: its spelling in CSV, its cell in XLSX, its name in CSVW, and
reading one cell back, from text or from a typed cell. What is empty is no value and never reaches
a type.
"""

import datetime
import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, ClassVar, Protocol

from django.utils import timezone
from django.utils.formats import localize, number_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ligzda.kernel.errors import BadDataError
from ligzda.kernel.tables.workbook import NotComputed, Out, Raw
from ligzda.labels import label, tidy

_AS_TEXT = "@"
_LARGEST_EXPONENT = 330
_MOST_DIGITS = 15
"""Of a number in XLSX, which keeps double precision; a longer one is written as text."""


class WrongValueError(BadDataError):
    """A cell is not a value of the column's type: what is wrong with it, and what would do."""

    def __init__(self, problem: str, remedy: str = "") -> None:
        super().__init__(f"{problem} {remedy}".rstrip())
        self.problem, self.remedy = problem, remedy


class Type(Protocol):
    """What a column's type answers. `csvw` is its name in the CSVW metadata."""

    @property
    def csvw(self) -> str:
        """Return the datatype of CSV on the Web."""

    def spell(self, value: Any) -> str:
        """Return the value as it stands in CSV."""

    def cell(self, value: Any) -> Out:
        """Return the value as it stands in XLSX."""

    def read(self, raw: Raw) -> Any:
        """Return the value of a cell. Raises WrongValueError."""


class _Spelled:
    """A type whose XLSX cell is the text that CSV has."""

    def cell(self, value: Any) -> Out:
        return Out(self.spell(value), _AS_TEXT)

    def spell(self, value: Any) -> str:
        return str(value)


@dataclass(frozen=True)
class Text(_Spelled):
    """A text. One that is `compared` – a code, a name to find things by – has plain blanks only;
    any other keeps its no-break spaces.

    `pattern` must match as a whole; `asked` says to people what it asks for.
    """

    csvw: ClassVar[str] = "string"
    compared: bool = False
    most: int = 0
    pattern: str = ""
    asked: str | Promise = ""

    def spell(self, value: Any) -> str:
        """Return the text, without what no file can hold."""
        return (label if self.compared else tidy)(str(value))

    def read(self, raw: Raw) -> str:
        """Return the text of a cell; a date as ISO 8601 writes it, a number without “.0”."""
        text = self.spell(shown(raw))
        if isinstance(raw, bool):
            raise WrongValueError(
                _("this is a truth value, not a text."), _("Format the cell as text.")
            )
        if self.most and len(text) > self.most:
            raise WrongValueError(
                _("at most %(most)s characters.") % {"most": number_format(self.most)}
            )
        if self.pattern and not re.fullmatch(self.pattern, text):
            raise WrongValueError(str(self.asked) or _("this is not written as it should be."))
        return text


@dataclass(frozen=True)
class Choice(_Spelled):
    """One of a few codes; `asked` says to people which."""

    csvw: ClassVar[str] = "string"
    codes: tuple[str, ...]
    asked: str | Promise = ""

    def read(self, raw: Raw) -> str:
        """Return the code."""
        text = label(shown(raw))
        if text not in self.codes:
            raise WrongValueError(
                str(self.asked) or _("one of: %(codes)s.") % {"codes": ", ".join(self.codes)}
            )
        return text


@dataclass(frozen=True)
class Number:
    """A decimal number; `least` and `most` are allowed themselves."""

    csvw: ClassVar[str] = "decimal"
    shown_as: ClassVar[str] = "General"
    least: Decimal | int | None = None
    most: Decimal | int | None = None

    def spell(self, value: Any) -> str:
        """Return the number with a decimal point, never in powers of ten."""
        return f"{_decimal(value):f}"

    def cell(self, value: Any) -> Out:
        """Return a number, or its text where double precision would not keep it."""
        number = _decimal(value)
        if len(number.normalize().as_tuple().digits) > _MOST_DIGITS:
            return Out(self.spell(value), _AS_TEXT)
        return Out(number, self.shown_as)

    def read(self, raw: Raw) -> Any:
        """Return the number of a cell whose text `plain_numbers` has spelled."""
        if isinstance(raw, bool | datetime.date | NotComputed | None):
            raise WrongValueError(_("“%(text)s” is not a number.") % {"text": shown(raw)})
        return self.within(_decimal(raw), shown(raw))

    def within(self, number: Decimal, text: str) -> Any:
        """Return the number where it is allowed."""
        least, most = self.least, self.most
        if (least is not None and number < least) or (most is not None and number > most):
            raise WrongValueError(self.asked(text))
        return number

    def asked(self, text: str) -> str:
        """Return the sentence for a number that is not allowed."""
        given = {"text": text, "least": localize(self.least), "most": localize(self.most)}
        if self.most is None:
            return _("“%(text)s” is less than %(least)s.") % given
        if self.least is None:
            return _("“%(text)s” is more than %(most)s.") % given
        return _("“%(text)s” is not between %(least)s and %(most)s.") % given


@dataclass(frozen=True)
class Whole(Number):
    """A whole number."""

    csvw: ClassVar[str] = "integer"
    shown_as: ClassVar[str] = "0"

    def within(self, number: Decimal, text: str) -> int:
        """Return the whole number."""
        if number != number.to_integral_value():
            raise WrongValueError(_("“%(text)s” is not a whole number.") % {"text": text})
        return int(super().within(number, text))


@dataclass(frozen=True)
class Money(Number):
    """An amount of euro, to the cent."""

    shown_as: ClassVar[str] = "#,##0.00"

    def within(self, number: Decimal, text: str) -> Decimal:
        """Return the amount."""
        if number != number.quantize(Decimal("0.01")):
            raise WrongValueError(
                _("“%(text)s” has parts of a cent.") % {"text": text}, _("Round it.")
            )
        return Decimal(super().within(number, text))


@dataclass(frozen=True)
class Share(Number):
    """A share from 0 to 1; spreadsheets show it in percent, and “70 %” is read as 0.7."""

    shown_as: ClassVar[str] = "0.00%"
    least: Decimal | int | None = 0
    most: Decimal | int | None = 1

    def asked(self, text: str) -> str:
        """Say the two ways to write a share."""
        return _("“%(text)s” is not a share: 0.7 or 70 %%.") % {"text": text}


@dataclass(frozen=True)
class Day:
    """A date, as ISO 8601 or Latvians write it: 2016-03-17 or 17.03.2016."""

    csvw: ClassVar[str] = "date"

    def spell(self, value: Any) -> str:
        """Return the date as ISO 8601 has it."""
        return str(value.isoformat())

    def cell(self, value: Any) -> Out:
        """Return a date that a spreadsheet can reckon with; it knows none before 1900."""
        if value.year < 1901:
            return Out(self.spell(value), _AS_TEXT)
        return Out(value, "yyyy-mm-dd")

    def read(self, raw: Raw) -> datetime.date:
        """Return the date; 17/03/2016 can be two days in other months and is refused."""
        text = label(shown(raw))
        if isinstance(raw, str | datetime.date) and (
            found := re.fullmatch(r"(\d{4})-(\d{2})-(\d{2})", text, re.ASCII)
        ):
            year, month, day = map(int, found.groups())
        elif isinstance(raw, str) and (
            found := re.fullmatch(r"(\d{1,2})\. ?(\d{1,2})\. ?(\d{4})\.?", text, re.ASCII)
        ):
            day, month, year = map(int, found.groups())
        else:
            year = month = day = 0
        try:
            return datetime.date(year, month, day)
        except ValueError:
            raise WrongValueError(
                _("“%(text)s” is not a date.") % {"text": text}, _("Write it as 2016-03-17.")
            ) from None


@dataclass(frozen=True)
class Moment(_Spelled):
    """A moment, with its distance from UTC: spreadsheets know none, so it is a text in XLSX."""

    csvw: ClassVar[str] = "dateTime"

    def spell(self, value: Any) -> str:
        """Return the moment as ISO 8601 has it, by the clock of the house."""
        return timezone.localtime(value).isoformat()

    def read(self, raw: Raw) -> datetime.datetime:
        """Return the moment. Without a distance from UTC it is by the clock of the house."""
        try:
            moment = datetime.datetime.fromisoformat(label(shown(raw)))
        except ValueError:
            moment = None
        if moment is None or not isinstance(raw, str | datetime.datetime):
            raise WrongValueError(
                _("“%(text)s” is not a date with a time.") % {"text": shown(raw)},
                _("Write it as 2016-03-17T10:30+02:00."),
            )
        if moment.tzinfo is not None:
            return moment
        early, late = (timezone.make_aware(moment.replace(fold=fold)) for fold in (0, 1))
        if early.utcoffset() != late.utcoffset():
            raise WrongValueError(
                _("the clocks were changed in this hour."),
                _("Write it as 2016-03-17T10:30+02:00."),
            )
        return early


@dataclass(frozen=True)
class YesNo:
    """Yes or no: `true` and `false` in CSV, truth values in XLSX."""

    csvw: ClassVar[str] = "boolean"

    def spell(self, value: Any) -> str:
        """Return what XML Schema, and so CSVW, calls a boolean."""
        return "true" if value else "false"

    def cell(self, value: Any) -> Out:
        """Return a truth value."""
        return Out(bool(value))

    def read(self, raw: Raw) -> bool:
        """Return the answer, in the words of either language or of a Latvian spreadsheet."""
        if isinstance(raw, bool):
            return raw
        word = label(shown(raw)).casefold()
        if word in _YES or word in _NO:
            return word in _YES
        raise WrongValueError(_("“%(text)s” is neither yes nor no.") % {"text": shown(raw)})


_YES = frozenset({"true", "yes", "jā", "1", "patiess"})
_NO = frozenset({"false", "no", "nē", "0", "aplams"})

TEXT = Text()
LABEL = Text(compared=True)
WHOLE = Whole()
NUMBER = Number()
MONEY = Money()
SHARE = Share()
DAY = Day()
MOMENT = Moment()
YES_NO = YesNo()
COUNTRY = Text(
    compared=True,
    pattern="[A-Z]{2}",
    asked=gettext_lazy("two capital letters, such as LV; EU for several."),
)


def shown(raw: Raw) -> str:
    """Return a cell as people see it: a date without midnight, a number without “.0”."""
    if raw is None:
        return ""
    if isinstance(raw, NotComputed):
        return raw.shown
    if isinstance(raw, bool):
        return str(raw).upper()
    if isinstance(raw, datetime.datetime):
        if raw.time() == datetime.time():
            return raw.date().isoformat()
        return raw.isoformat(" ", "auto")
    if isinstance(raw, float):
        return f"{raw:.15g}" if raw == raw // 1 and abs(raw) < 1e15 else repr(raw)
    return str(raw)


def _decimal(value: Any) -> Decimal:
    """Return a number exactly as it is written; a float by its shortest spelling."""
    number = Decimal(repr(value)) if isinstance(value, float) else Decimal(value)
    # Past double precision nothing is measured, and such integers take minutes to make.
    if not number.is_finite() or abs(number.adjusted()) > _LARGEST_EXPONENT:
        raise WrongValueError(_("“%(text)s” is not a number.") % {"text": value})
    return number
