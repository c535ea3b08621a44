"""Verbs of identity: merge and unmerge, say that two are two, ask the network, look every night."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from django.db import transaction
from django.utils.translation import gettext as _
from rapidfuzz.fuzz import token_sort_ratio
from rapidfuzz.process import cdist

from ligzda.kernel.confined import EVERYWHERE, HOUSE, rows_of
from ligzda.kernel.errors import BadDataError
from ligzda.network.audit import facts, record
from ligzda.network.models import Municipality, User
from ligzda.people.actions import PersonFacts, described, note_reading
from ligzda.people.identity import folding
from ligzda.people.identity.queries import candidates, resembling
from ligzda.people.identity.rules import check_merge, check_unmerge
from ligzda.people.keys import unlock
from ligzda.people.models import NetworkQuestion, Person, PossibleDouble, SearchToken
from ligzda.people.rules import check_keep_people


@transaction.atomic
def merge(*, by: User, person: Person, into: Person) -> Person:
    """Say that two records are one person: `person` leads to `into` from now on.

    Nothing moves, so that taking it back is exact.
    """
    pair = {row.pk: row for row in _locked(person, into)}
    person, into = pair[person.pk], pair[into.pk]
    check_merge(by=by, person=person, into=into)
    before = facts(person)
    person.merged_into = into
    person.save(update_fields=["merged_into"])
    _say(person, into, PossibleDouble.State.MERGED)
    record(by=by, action="person.merge", about=person, before=before, after=facts(person))
    return into


@transaction.atomic
def unmerge(*, by: User, person: Person) -> Person:
    """Take a merge back: they are two people again, each with what was theirs."""
    [person] = _locked(person)
    check_unmerge(by=by, person=person)
    before, into = facts(person), person.merged_into
    assert into is not None
    person.merged_into = None
    person.save(update_fields=["merged_into"])
    _say(person, into, PossibleDouble.State.DIFFERENT)
    record(by=by, action="person.unmerge", about=person, before=before, after=facts(person))
    return person


@transaction.atomic
def say_different(*, by: User, double: PossibleDouble) -> None:
    """Say that a pair is two people: it is not asked again."""
    check_keep_people(by=by, municipality=double.municipality)
    before = facts(double)
    double.state = PossibleDouble.State.DIFFERENT
    double.save(update_fields=["state"])
    record(by=by, action="double.different", about=double, before=before, after=facts(double))


@transaction.atomic
def ask_network(
    *, by: User, municipality: Municipality, facts_given: PersonFacts, purpose: str
) -> list[Municipality]:
    """Return where in the network somebody is known: whom to phone, and not a word more.

    Kept is who asked and what for, not about whom.
    """
    check_keep_people(by=by, municipality=municipality)
    if not purpose.strip():
        raise BadDataError(_("Say what you ask for: it is kept with your name."))
    person = described(municipality, facts_given)
    with rows_of(EVERYWHERE, HOUSE):
        there = candidates(born=person.born, code=person.code_token)
        name = f"{facts_given.given_name} {facts_given.family_name}"
        found = resembling(there, name=name, born=person.born, code=person.code_token)
        known = {row.person.municipality_id: row.person.municipality for row in found}
        note_reading(by=by, people=[row.person for row in found], what="network", purpose=purpose)
    question = NetworkQuestion.objects.create(
        municipality=municipality, by=by, purpose=purpose.strip(), known=bool(known)
    )
    record(by=by, action="network.ask", about=question, after=facts(question))
    return list(known.values())


def find_doubles(*, by: User) -> int:
    """Compare everybody with whom they share the digits of a birth date; return new pairs.

    In each municipality by itself: neither side could look at a pair across two. One municipality
    at a time, so that what a night did not finish the next one does.
    """
    new = 0
    for municipality in Municipality.objects.order_by("pk"):
        with rows_of([municipality.pk], HOUSE), transaction.atomic():
            there = set(PossibleDouble.objects.values_list("person", "other"))
            rows = [
                PossibleDouble(
                    person_id=one, other_id=other, municipality=municipality, likeness=likeness
                )
                for one, other, likeness in _pairs(municipality)
                if (one, other) not in there
            ]
            for row in PossibleDouble.objects.bulk_create(rows):
                record(by=by, action="double.find", about=row, after=facts(row))
            new += len(rows)
    return new


def _pairs(municipality: Municipality) -> Iterator[tuple[int, int, int]]:
    """Yield pairs of a municipality's people that may be one, by number, with their likeness."""
    groups: dict[int, list[int]] = defaultdict(list)
    held = SearchToken.objects.filter(
        municipality=municipality,
        kind=SearchToken.Kind.BIRTH,
        person__merged_into__isnull=True,
        person__erased_at__isnull=True,
    )
    for person, token in held.order_by("person").values_list("person", "token"):
        groups[token].append(person)
    shared = [group for group in groups.values() if len(group) > 1]
    for some in _together(shared, 2000):
        rows = Person.objects.in_bulk([person for group in some for person in group])
        unlock(rows.values())
        for group in some:
            yield from _alike([rows[person] for person in group])


def _together(groups: Sequence[list[int]], most: int) -> Iterator[list[list[int]]]:
    some: list[list[int]] = []
    for group in groups:
        some.append(group)
        if sum(map(len, some)) >= most:
            yield some
            some = []
    yield some


def _alike(group: Sequence[Person]) -> Iterator[tuple[int, int, int]]:
    names = [folding.folded(f"{row.given_name} {row.family_name}") for row in group]
    likeness = cdist(names, names, scorer=token_sort_ratio, score_cutoff=folding.ALIKE)
    for row, col in zip(*likeness.nonzero(), strict=True):
        one, other = group[row], group[col]
        codes = {one.code_token, other.code_token} - {None}
        near = one.born and other.born and folding.same_birth(one.born, other.born)
        if row < col and near and len(codes) < 2:
            yield one.pk, other.pk, round(float(likeness[row, col]))


def _locked(*people: Person) -> list[Person]:
    rows = Person.objects.select_for_update(of=("self",)).order_by("pk")
    return list(rows.filter(pk__in=[each.pk for each in people]).select_related("municipality"))


def _say(person: Person, other: Person, state: str) -> None:
    first, second = sorted((person, other), key=lambda row: row.pk)
    PossibleDouble.objects.update_or_create(
        person=first,
        other=second,
        defaults={"state": state},
        create_defaults={
            "state": state, "municipality_id": first.municipality_id, "likeness": 0,
        },
    )  # fmt: skip
