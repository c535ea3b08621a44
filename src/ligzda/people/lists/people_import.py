"""People from a spreadsheet: who is there, what no row may say, what only a person can decide."""

import dataclasses
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext as _

from ligzda.kernel.errors import BadDataError, RefusedError
from ligzda.kernel.questions import Question
from ligzda.kernel.tables.declaration import Row
from ligzda.kernel.tables.preview import Preview, PreviewRow
from ligzda.kernel.tables.reading import Check
from ligzda.network.models import Municipality
from ligzda.people import personal_code
from ligzda.people.actions import PersonFacts, described
from ligzda.people.identity.folding import digits
from ligzda.people.identity.queries import Resemblance, candidates_of_all, resembling
from ligzda.people.keys import unlock
from ligzda.people.models import Gender, Person, PersonTongue
from ligzda.people.rules import check_in_use

KNOWN, CODE = "known", "code"
"""What a question is about: whether somebody is there already, whether a code stands so."""
YES, OTHER = "yes", "other"

FACTS = tuple(
    each.name for each in dataclasses.fields(PersonFacts)
    if each.name not in ("code_confirmed", "not_the_same")
)  # fmt: skip


class Registered(Mapping[str, Row]):
    """The people of a municipality as rows of `tables.PEOPLE`, each opened when it is asked for."""

    def __init__(self, municipality: Municipality) -> None:
        self._people = Person.objects.filter(municipality=municipality)
        self._found: dict[str, Person | None] = {}

    def person(self, number: str) -> Person | None:
        """Return the person of a number, P-12; None for nobody and for others alike."""
        if number not in self._found:
            pk = int(number[2:]) if number.startswith("P-") else 0
            self._found[number] = self._people.filter(pk=pk).first()
        return self._found[number]

    def __getitem__(self, number: str) -> Row:
        if (person := self.person(number)) is None:
            raise KeyError(number)
        return row_of(person)

    def __iter__(self) -> Iterator[str]:
        return (f"P-{pk}" for pk in self._people.values_list("pk", flat=True))

    def __len__(self) -> int:
        return self._people.count()


def row_of(person: Person) -> Row:
    """Return somebody as a row of `tables.PEOPLE`."""
    return {
        "number": str(person),
        **{name: getattr(person, name) or None for name in FACTS},
        "birth_date": person.born,
        "easy_language": person.easy_language,
    }


def people_there(municipality: Municipality) -> list[Row]:
    """Return all who are registered and not erased, as rows; the newest first."""
    found = Person.objects.filter(
        municipality=municipality, merged_into__isnull=True, erased_at__isnull=True
    )
    rows = list(found.order_by("-pk"))
    unlock(rows)
    return [row_of(each) for each in rows]


def facts_of(row: Row) -> PersonFacts:
    """Return what a row says of somebody."""
    given: dict[str, Any] = {name: row.get(name) or "" for name in FACTS}
    given["gender"] = given["gender"] or Gender.UNKNOWN
    given["language"] = given["language"] or PersonTongue.LATVIAN
    given["easy_language"] = bool(given["easy_language"])
    given["birth_date"] = given["birth_date"] or None
    return PersonFacts(**given)


def check_of_people(municipality: Municipality, there: Registered) -> Check:
    """Return the check of a row. Somebody of another municipality and nobody are answered alike."""
    codes: set[str] = set()

    def check(row: Row) -> Iterator[tuple[str, str, str]]:
        number = row.get("number")
        if number:
            yield from _wrong_number(there.person(number))
        if (email := row.get("email")) and not _is_email(email):
            yield "email", _("this is not an e-mail address."), ""
        given = dataclasses.replace(facts_of(row), code_confirmed=True)
        # The cell is the first with which the facts cannot be.
        for column, part in (
            ("personal_code", dataclasses.replace(_NOBODY, personal_code=given.personal_code)),
            ("birth_date", dataclasses.replace(given, given_name="-")),
        ):
            try:
                person = described(municipality, part)
            except BadDataError as wrong:
                yield column, str(wrong), ""
                return
        if person.personal_code and person.personal_code in codes:
            yield "personal_code", _("this personal code stands in the file already."), ""
        codes.add(person.personal_code)

    return check


_NOBODY = PersonFacts(given_name="-", family_name="", code_confirmed=True)


def _wrong_number(person: Person | None) -> Iterator[tuple[str, str, str]]:
    if person is None:
        yield (
            "number",
            _("nobody with this number is registered in your municipality."),
            _("Leave the number empty for somebody new. Another municipality's rows go there."),
        )
        return
    try:
        check_in_use(person=person)
    except RefusedError as refused:
        yield "number", str(refused), ""


def _is_email(text: str) -> bool:
    try:
        validate_email(text)
    except ValidationError:
        return False
    return True


def questions_of_people(municipality: Municipality, shown: Preview) -> Sequence[Question]:
    """Return what the rows leave open: a check digit that does not fit, somebody who may be there.

    New rows are compared with everybody who is registered, and with the rows above them.
    """
    found = [each for row in shown.rows if (each := _of_code(row)) is not None]
    new = [(row, described(municipality, _sure(row))) for row in shown.new]
    registered = candidates_of_all([person for _row, person in new], municipality)
    above: dict[str, list[Person]] = defaultdict(list)
    numbers: dict[int, int] = {}
    for row, person in new:
        key = digits(person.born) if person.born else ""
        alike = _resembling(person, registered[id(person)])
        alike += _resembling(person, above[key]) if key else []
        if alike:
            found.append(_of_known(row, alike, numbers))
        above[key].append(person)
        numbers[id(person)] = row.number
    return sorted(found, key=lambda each: each.row)


def _sure(row: PreviewRow) -> PersonFacts:
    return dataclasses.replace(facts_of(row.values), code_confirmed=True)


def _resembling(person: Person, among: Iterable[Person]) -> list[Resemblance]:
    return resembling(among, name=person.name, born=person.born, code=person.code_token)


def _of_code(row: PreviewRow) -> Question | None:
    code = row.values.get("personal_code")
    if not code or personal_code.read(code).check_digit_right:
        return None
    if row.state == "same" or not (row.state == "new" or "personal_code" in _changed(row)):
        return None
    text = _("Row %(row)s: the last digit does not fit the personal code. Compare it with the "
             "document.")  # fmt: skip
    return Question(
        row.number,
        CODE,
        text % {"row": row.number},
        ((YES, _("The personal code stands so in the document")),),
    )


def _changed(row: PreviewRow) -> set[str]:
    return {each.column.name for each in row.changes}


def _of_known(
    row: PreviewRow, alike: Sequence[Resemblance], numbers: Mapping[int, int]
) -> Question:
    told = "; ".join(_reason(each, numbers.get(id(each.person))) for each in alike)
    text = _("Row %(row)s, %(name)s, may be known already. %(told)s.") % {
        "row": row.number,
        "name": f"{row.values['given_name']} {row.values.get('family_name') or ''}".strip(),
        "told": told,
    }
    # The same personal code is never another person: the row can only be left out.
    same = any(each.same_code for each in alike)
    others = () if same else ((OTHER, _("I have looked: it is somebody else")),)
    return Question(row.number, KNOWN, text, others)


def _reason(each: Resemblance, above: int | None) -> str:
    who = _("row %(row)s") % {"row": above} if above else str(each.person)
    given = {"who": who, "name": each.person.name, "likeness": each.likeness}
    if each.same_code:
        return _("%(who)s, %(name)s: the same personal code") % given
    words = _("%(who)s, %(name)s: a date of birth that fits, names alike by %(likeness)s of 100")
    return words % given
