"""Verbs of lists: take in people, stays, answers, each file as a whole or not at all."""

import dataclasses

from django.db import transaction
from django.utils.translation import gettext as _

from ligzda.kernel.errors import BadDataError
from ligzda.kernel.tables.declaration import Row
from ligzda.kernel.tables.preview import Preview
from ligzda.network.models import Municipality, User
from ligzda.people.actions import PersonFacts, change_person, register_people
from ligzda.people.lists.answers_import import answers_of
from ligzda.people.lists.people_import import CODE, KNOWN, OTHER, YES, facts_of
from ligzda.people.lists.stays_import import person_of
from ligzda.people.models import Education, Household, Person, Stay
from ligzda.people.outcomes.actions import Observed, record_observation
from ligzda.people.outcomes.questionnaire import Questionnaire
from ligzda.people.rules import check_keep_people
from ligzda.people.stays.actions import EntryFacts, begin_stay, end_stay


@transaction.atomic
def import_people(*, by: User, municipality: Municipality, preview: Preview) -> int:
    """Register the new people of a file, correct the others; return how many."""
    check_keep_people(by=by, municipality=municipality)
    preview.taken()
    given = [_decided(preview, row.number, facts_of(row.values)) for row in preview.new]
    register_people(by=by, municipality=municipality, given=given)
    for row in preview.changed:
        person = Person.objects.filter(municipality=municipality, pk=int(row.key[2:])).first()
        if person is None:
            raise BadDataError(_("There is no such person in your municipality."))
        told = _decided(preview, row.number, facts_of(row.values))
        kept = person.personal_code and told.personal_code == person.personal_code
        # A code that is there was looked at when it was written.
        told = dataclasses.replace(told, code_confirmed=bool(kept) or told.code_confirmed)
        change_person(by=by, person=person, facts_given=told)
    return len(preview.new) + len(preview.changed)


def _decided(preview: Preview, row: int, given: PersonFacts) -> PersonFacts:
    return dataclasses.replace(
        given,
        code_confirmed=preview.decided.get(f"{CODE}-{row}") == YES,
        not_the_same=preview.decided.get(f"{KNOWN}-{row}") == OTHER,
    )


@transaction.atomic
def import_stays(*, by: User, municipality: Municipality, preview: Preview) -> int:
    """Begin the new stays of a file, the earliest first; end those of which it tells the end."""
    check_keep_people(by=by, municipality=municipality)
    preview.taken()
    for row in sorted(preview.new, key=lambda each: each.values["begins_on"]):
        values = row.values
        person = person_of(municipality, values["person"])
        if person is None:
            raise BadDataError(_("There is no such person in your municipality."))
        stay = begin_stay(
            by=by,
            person=person,
            contract_on=values["contract_on"],
            begins_on=values["begins_on"],
            planned_end=values.get("planned_end"),
            entry=EntryFacts(
                labour_status=values["labour_status"],
                months_unemployed=values.get("months_unemployed"),
                education=values.get("education") or Education.UNKNOWN,
                household=values.get("household") or Household.UNKNOWN,
            ),
        )
        if values.get("last_day"):
            _end(by, stay, values)
    for row in preview.changed:
        stay = Stay.objects.get(municipality=municipality, pk=int(row.key))
        _end(by, stay, row.values)
    return len(preview.new) + len(preview.changed)


def _end(by: User, stay: Stay, values: Row) -> None:
    end_stay(
        by=by,
        stay=stay,
        last_day=values["last_day"],
        state=values["exit_state"],
        reason=values["exit_reason"],
    )


@transaction.atomic
def import_answers(
    *, by: User, municipality: Municipality, form: Questionnaire, preview: Preview
) -> int:
    """Record the new answers of a file; return how many."""
    check_keep_people(by=by, municipality=municipality)
    preview.taken()
    for row in preview.new:
        values = row.values
        rows = Stay.objects.select_related("person__merged_into", "municipality")
        stay = rows.filter(municipality=municipality, pk=values["stay"]).first()
        if stay is None:
            raise BadDataError(_("There is no such stay in your municipality."))
        observed = Observed(
            form=form,
            moment=values["moment"],
            rater=values["rater"],
            mode=values["mode"],
            observed_on=values["observed_on"],
            answers=answers_of(form, values),
        )
        record_observation(by=by, stay=stay, observed=observed)
    return len(preview.new)
