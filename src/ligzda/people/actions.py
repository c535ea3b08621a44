"""Verbs of the room itself: register a person, correct what is known of them, note who looked."""

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ligzda.kernel.errors import BadDataError
from ligzda.network.audit import facts, record
from ligzda.network.models import Municipality, User
from ligzda.people import personal_code, rules
from ligzda.people.codes import code_token
from ligzda.people.identity import tokens
from ligzda.people.identity.rules import check_not_known, check_not_one_another
from ligzda.people.keys import with_keys
from ligzda.people.models import Gender, Person, PersonKey, PersonTongue, Reading


@dataclass(frozen=True, kw_only=True)
class PersonFacts:
    """What is known of a person. `personal_code` as it was typed; `birth_date` may follow from it.

    `code_confirmed`: whoever typed the code has looked again, its check digit is what it is.
    """

    given_name: str
    family_name: str
    birth_date: datetime.date | None = None
    personal_code: str = ""
    code_confirmed: bool = False
    phone: str = ""
    email: str = ""
    address: str = ""
    needs: str = ""
    gender: str = Gender.UNKNOWN
    language: str = PersonTongue.LATVIAN
    easy_language: bool = False
    not_the_same: bool = False
    """Whoever registers has looked at those who may be the same, and it is somebody else."""


@transaction.atomic
def register_person(
    *, by: User, municipality: Municipality, facts_given: PersonFacts, invented: bool = False
) -> Person:
    """Open a record of a person."""
    [person] = register_people(
        by=by, municipality=municipality, given=[facts_given], invented=invented
    )
    return person


@transaction.atomic
def register_people(
    *, by: User, municipality: Municipality, given: Sequence[PersonFacts], invented: bool = False
) -> list[Person]:
    """Open records of many people at once, all or none.

    Every way in ends here – form, import, questionnaire, API – and with it the check whether
    somebody is known, or two of the new are one. Raises KnownError.
    """
    rules.check_keep_people(by=by, municipality=municipality)
    people = [_filled(Person(municipality=municipality, invented=invented), each) for each in given]
    keys = with_keys(people)
    for person, each in zip(people, given, strict=True):
        check_not_known(person=person, not_the_same=each.not_the_same)
    check_not_one_another(people=people, not_the_same=[each.not_the_same for each in given])
    Person.objects.bulk_create(people)
    PersonKey.objects.bulk_create(keys)
    tokens.write(people)
    for person in people:
        record(by=by, action="person.register", about=person, after=facts(person))
    return people


@transaction.atomic
def change_person(*, by: User, person: Person, facts_given: PersonFacts) -> Person:
    """Correct what is known of a person."""
    person = Person.objects.select_for_update(of=("self",)).get(pk=person.pk)
    rules.check_change_person(by=by, person=person)
    before = facts(person)
    _filled(person, facts_given).save()
    tokens.write([person])
    record(by=by, action="person.change", about=person, before=before, after=facts(person))
    return person


def described(municipality: Municipality, given: PersonFacts) -> Person:
    """Return who is described, without a record of them. Raises BadDataError."""
    return _filled(Person(municipality=municipality), given)


def _filled(person: Person, given: PersonFacts) -> Person:
    """Put what is known into a record. Raises BadDataError for what cannot be."""
    code = _read_code(given)
    born = given.birth_date
    if code is not None and code.birth_date is not None:
        if born is not None and born != code.birth_date:
            raise BadDataError(
                _("The personal code and the date of birth tell two different days.")
            )
        born = code.birth_date
    if born is not None and not datetime.date(1900, 1, 1) <= born <= timezone.localdate():
        raise BadDataError(_("The date of birth is in the future, or more than a century ago."))
    if not (given.given_name.strip() or given.family_name.strip()):
        raise BadDataError(_("Write a name; if none is known, a name to call the person by."))
    values = asdict(given)
    for name in ("birth_date", "personal_code", "code_confirmed", "not_the_same"):
        del values[name]
    for name, value in values.items():
        setattr(person, name, value.strip() if isinstance(value, str) else value)
    person.birth_date = born.isoformat() if born else ""
    person.birth_year = born.year if born else None
    person.personal_code = code.written if code else ""
    person.code_token = code_token(code.written) if code else None
    return person


def _read_code(given: PersonFacts) -> personal_code.PersonalCode | None:
    if not given.personal_code.strip():
        return None
    try:
        code = personal_code.read(given.personal_code)
    except personal_code.PersonalCodeError as error:
        raise BadDataError(
            {
                "length": _("A personal code has eleven digits: 311299-12345."),
                "company": _("This is the number of a company, not of a person."),
                "date": _("The first six digits of the personal code are no date."),
            }[error.reason]
        ) from error
    if not code.check_digit_right and not given.code_confirmed:
        raise BadDataError(
            _("The last digit does not fit the personal code. Compare it with the document; if it "
              "is written so there, confirm it.")
        )  # fmt: skip
    return code


def note_reading(*, by: User, people: Iterable[Person], what: str, purpose: str = "") -> None:
    """Note that somebody saw more of people than a name in a list; their own view is theirs."""
    Reading.objects.bulk_create(
        Reading(
            person=each, municipality_id=each.municipality_id, by=by, what=what, purpose=purpose
        )
        for each in people
        if each.user_id != by.pk
    )
