"""Tokens of people: written with them, gone with them."""

import datetime
from collections.abc import Iterable

from ligzda.people.identity import folding
from ligzda.people.keys import master_keys
from ligzda.people.models import Person, SearchToken


def name_token(municipality: int, beginning: str) -> int:
    """Return the token of the beginning of a name: another one in each municipality."""
    return master_keys().token(f"name {municipality}", beginning)


def birth_token(born: datetime.date) -> int:
    """Return the token of a birth date, the same everywhere: doubles are looked for by it."""
    return master_keys().token("birth", folding.digits(born))


def of_person(person: Person) -> list[SearchToken]:
    """Return the tokens of a person as rows that are not written yet."""
    here = person.municipality_id
    found = {
        (SearchToken.Kind.NAME, name_token(here, beginning))
        for word in folding.words(person.given_name, person.family_name)
        for beginning in folding.beginnings(word)
    }
    if person.born is not None:
        found.add((SearchToken.Kind.BIRTH, birth_token(person.born)))
    return [
        SearchToken(person=person, municipality_id=here, kind=kind, token=token)
        for kind, token in sorted(found)
    ]


def write(people: Iterable[Person]) -> None:
    """Put the tokens of people in the place of those they had."""
    rows = list(people)
    SearchToken.objects.filter(person__in=rows).delete()
    SearchToken.objects.bulk_create([token for person in rows for token in of_person(person)])
