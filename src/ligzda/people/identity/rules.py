"""Whether somebody is known already; who may say that two records are one person."""

from collections.abc import Sequence

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ligzda.kernel.errors import WrongStateError
from ligzda.network.rules import Viewer
from ligzda.people.identity.folding import digits
from ligzda.people.identity.queries import Resemblance, candidates, resembling
from ligzda.people.models import Person, Stay
from ligzda.people.rules import check_in_use, check_keep_people


class KnownError(WrongStateError):
    """Somebody like this is registered here already; `found` says who, and why."""

    def __init__(self, found: Sequence[Resemblance]) -> None:
        self.found = found
        numbers = ", ".join(str(each.person) for each in found)
        if found[0].same_code:
            told = _("Somebody with this personal code is registered here already: %(numbers)s.")
        else:
            told = ngettext(
                "Somebody with this birth date and a name like this is registered here already: "
                "%(numbers)s. Look whether it is the same person.",
                "People with this birth date and names like this are registered here already: "
                "%(numbers)s. Look whether one of them is the same person.",
                len(found),
            )
        super().__init__(told % {"numbers": numbers})


def check_not_known(*, person: Person, not_the_same: bool = False) -> None:
    """Nobody is registered twice in a municipality. Raises KnownError.

    `not_the_same`: a person has looked at those who are alike. The same code is never another.
    """
    there = candidates(born=person.born, code=person.code_token, municipality=person.municipality)
    found = resembling(there, name=person.name, born=person.born, code=person.code_token)
    if found and (found[0].same_code or not not_the_same):
        raise KnownError(found)


def check_not_one_another(*, people: Sequence[Person], not_the_same: Sequence[bool]) -> None:
    """Of those who are registered at once none is another one, either. Raises KnownError.

    They have their numbers already, by which the sentence calls them.
    """
    above: dict[str, list[Person]] = {}
    codes: dict[int, Person] = {}
    for person, looked in zip(people, not_the_same, strict=True):
        if person.code_token is not None:
            if (same := codes.get(person.code_token)) is not None:
                raise KnownError([Resemblance(same, True, 100)])
            codes[person.code_token] = person
        if person.born is None:
            continue
        near = above.setdefault(digits(person.born), [])
        found = resembling(near, name=person.name, born=person.born, code=person.code_token)
        if found and not looked:
            raise KnownError(found)
        near.append(person)


def check_merge(*, by: Viewer, person: Person, into: Person) -> None:
    """Two records of a municipality, of which neither's stays are in the other's way."""
    for each in (person, into):
        check_keep_people(by=by, municipality=each.municipality)
        check_in_use(person=each)
    if person.pk == into.pk or person.municipality_id != into.municipality_id:
        raise WrongStateError(_("Two records of one municipality are merged."))
    if person.merged.exists():
        raise WrongStateError(
            _("Other records are merged into %(this)s. Merge the other way round.")
            % {"this": person}
        )
    if person.code_token is not None and into.code_token not in (None, person.code_token):
        raise WrongStateError(_("Two different personal codes are two people."))
    for stay in Stay.objects.filter(person=person):
        if Stay.objects.filter(person=into, period__overlap=stay.period).exists():
            raise WrongStateError(
                _("Both stay in an incubator at the same time. End one of the stays first.")
            )


def check_unmerge(*, by: Viewer, person: Person) -> None:
    """A merge is taken back by who keeps people there, at any time."""
    check_keep_people(by=by, municipality=person.municipality)
    if person.merged_into_id is None:
        raise WrongStateError(_("This record is not merged into another."))
