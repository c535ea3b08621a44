"""Find people by name, code or number; find who may be the same."""

import datetime
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db.models import Count, Q

from ligzda.kernel.sorting import sort_key
from ligzda.network.models import Municipality
from ligzda.people import personal_code
from ligzda.people.codes import code_token
from ligzda.people.identity import folding, tokens
from ligzda.people.keys import unlock
from ligzda.people.models import Person, PossibleDouble, SearchToken

MOST_FOUND = 50
_MOST_OPENED = 400
"""Of a common beginning the newest are opened; a longer one finds the rest."""


def search(municipality: Municipality, text: str) -> list[Person]:
    """Return people of a municipality whose names begin so, in Latvian order; or of that number.

    A name of a few letters that many have finds the newest of them.
    """
    text = text.strip()
    try:
        token = code_token(personal_code.read(text).written)
        found = Person.objects.filter(municipality=municipality, code_token=token)
    except personal_code.PersonalCodeError:
        number = text.upper().removeprefix("P-")
        if number.isascii() and number.isdigit() and len(number) < 16:
            found = Person.objects.filter(municipality=municipality, pk=int(number))
        else:
            return _by_name(municipality, folding.words(text))
    rows = list(found[:MOST_FOUND])
    unlock(rows)
    return rows


def _by_name(municipality: Municipality, typed: list[str]) -> list[Person]:
    asked = [word for word in typed if len(word) >= folding.SHORTEST]
    if not asked:
        return []
    wanted = {tokens.name_token(municipality.pk, folding.looked_for(word)) for word in asked}
    with_all = (
        SearchToken.objects.filter(municipality=municipality, token__in=wanted)
        .values("person")
        .annotate(hits=Count("token"))
        .filter(hits=len(wanted))
        .order_by("-person")
        .values_list("person", flat=True)[:_MOST_OPENED]
    )
    held = Person.objects.filter(pk__in=list(with_all), municipality=municipality)
    rows = list(held.select_related("merged_into"))
    unlock([*rows, *(row.merged_into for row in rows if row.merged_into)])
    # What was merged is found by its own name, too, and leads to the record that stays.
    named = {row.merged_into or row for row in rows if _begins(row, typed)}
    fits = list(named)
    fits.sort(key=lambda row: (sort_key(row.family_name), sort_key(row.given_name), row.pk))
    return fits[:MOST_FOUND]


def _begins(person: Person, asked: list[str]) -> bool:
    theirs = folding.words(person.given_name, person.family_name)
    return all(any(word.startswith(each) for word in theirs) for each in asked)


@dataclass(frozen=True)
class Resemblance:
    """Somebody who may be the same person, and why."""

    person: Person
    same_code: bool
    likeness: int


def resembling(
    people: Iterable[Person], *, name: str, born: datetime.date | None, code: int | None
) -> list[Resemblance]:
    """Return who of these people may be the one described (rules: docs/people.md).

    The same personal code is the same person; two different codes never are; else the digits of
    the birth date are the same, and the names alike.
    """
    found = []
    for row in people:
        if code is not None and row.code_token is not None:
            if code == row.code_token:
                found.append(Resemblance(row, True, 100))
            continue
        if born is None or row.born is None or not folding.same_birth(born, row.born):
            continue
        alike = folding.likeness(name, f"{row.given_name} {row.family_name}")
        if alike >= folding.ALIKE:
            found.append(Resemblance(row, False, round(alike)))
    return sorted(found, key=lambda each: -each.likeness)


def candidates(
    *, born: datetime.date | None, code: int | None, municipality: Municipality | None = None
) -> list[Person]:
    """Return the people of one code or of the digits of a birth date, here or in the network."""
    found = Person.objects.filter(erased_at__isnull=True, merged_into__isnull=True)
    if municipality is not None:
        found = found.filter(municipality=municipality)
    wanted = found.none()
    if code is not None:
        wanted = found.filter(code_token=code)
    if born is not None:
        token = tokens.birth_token(born)
        having = SearchToken.objects.filter(token=token, kind=SearchToken.Kind.BIRTH)
        if municipality is not None:
            having = having.filter(municipality=municipality)
        wanted = wanted | found.filter(pk__in=having.values("person"))
    rows = list(wanted.select_related("municipality"))
    unlock(rows)
    return rows


def candidates_of_all(
    people: Sequence[Person], municipality: Municipality
) -> dict[int, list[Person]]:
    """Return, by `id` of each who is described, the registered who share code or digits of birth.

    Three queries for any number of them; for `described` people without a record.
    """
    found = Person.objects.filter(
        municipality=municipality, erased_at__isnull=True, merged_into__isnull=True
    )
    births = {id(row): tokens.birth_token(row.born) for row in people if row.born}
    codes = [row.code_token for row in people if row.code_token is not None]
    having = SearchToken.objects.filter(
        municipality=municipality, kind=SearchToken.Kind.BIRTH, token__in=set(births.values())
    )
    with_birth: dict[int, list[int]] = defaultdict(list)
    for person, token in having.values_list("person", "token"):
        with_birth[token].append(person)
    wanted = Q(pk__in=[pk for each in with_birth.values() for pk in each]) | Q(code_token__in=codes)
    rows = {row.pk: row for row in found.filter(wanted)}
    unlock(rows.values())
    by_code = {row.code_token: row for row in rows.values() if row.code_token is not None}
    shared = {}
    for row in people:
        near = {pk: rows[pk] for pk in with_birth.get(births.get(id(row), 0), ()) if pk in rows}
        same = by_code.get(row.code_token) if row.code_token is not None else None
        if same is not None:
            near[same.pk] = same
        shared[id(row)] = list(near.values())
    return shared


def doubles(municipality: Municipality) -> list[PossibleDouble]:
    """Return the pairs of a municipality that nobody has looked at yet."""
    rows = list(
        PossibleDouble.objects.filter(
            municipality=municipality, state=PossibleDouble.State.OPEN
        ).select_related("person", "other")
    )
    unlock([each for row in rows for each in (row.person, row.other)])
    return rows


SIDES = ("given_name", "family_name", "birth_date", "personal_code", "phone", "email", "address")
"""What stands side by side before two records are merged."""
