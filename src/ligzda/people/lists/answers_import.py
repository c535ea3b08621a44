"""Answers to a questionnaire from a spreadsheet: what is there, and what no row may say.

A file adds answers. Those that are there are corrected on their page, with the reason.
"""

from collections.abc import Iterator, Mapping

from django.utils.translation import gettext as _

from ligzda.kernel.errors import RefusedError
from ligzda.kernel.tables.declaration import Row
from ligzda.kernel.tables.reading import Check
from ligzda.network.models import Municipality
from ligzda.people.models import Observation, Stay
from ligzda.people.outcomes import rules
from ligzda.people.outcomes.queries import rows_of
from ligzda.people.outcomes.questionnaire import Answer, Questionnaire

MADE = ("score", "incubator", "version")
"""Columns of the export that the house fills in itself."""


def answers_there(form: Questionnaire, municipality: Municipality) -> Mapping[str, Row]:
    """Return the answers that hold, as rows of `outcomes.tables.table_of`, by their numbers."""
    return {str(row["observation"]): row for row in rows_of(form, municipality)}


def answers_of(form: Questionnaire, row: Row) -> dict[str, Answer]:
    """Return what a row answers. Raises BadDataError with the question."""
    given = {
        one.id: str(row[one.id]) for one in form.questions if row.get(one.id) not in (None, "")
    }
    return form.read(row["moment"], given)


def check_of_answers(
    form: Questionnaire, municipality: Municipality, there: Mapping[str, Row]
) -> Check:
    """Return the check of a row: a stay of this municipality, its moment, answers that can be."""
    stays = {
        row.pk: row
        for row in Stay.objects.filter(municipality=municipality).select_related("person")
    }
    taken = {
        (row.stay_id, row.moment, row.rater)
        for row in Observation.objects.filter(municipality=municipality, questionnaire=form.id)
    }

    def check(row: Row) -> Iterator[tuple[str, str, str]]:
        number = row.get("observation")
        if number is not None:
            yield from _wrong_change(row, there.get(str(number)))
            return
        stay = stays.get(row["stay"]) if row.get("stay") else None
        if stay is None:
            yield (
                "stay",
                _("there is no such stay in your municipality."),
                _("Its number stands in the list of stays. Another municipality's rows go there."),
            )
            return
        if not all(row.get(name) for name in ("moment", "rater", "observed_on")):
            return
        for name in MADE:
            if row.get(name) is not None:
                yield name, _("this is filled in by the house; leave it empty."), ""
        key = (stay.pk, row["moment"], row["rater"])
        if key in taken:
            yield "moment", _("this is answered already; correct it on its page."), ""
        taken.add(key)
        yield from _refused(form, stay, row)

    return check


def _refused(form: Questionnaire, stay: Stay, row: Row) -> Iterator[tuple[str, str, str]]:
    try:
        rules.check_stay_in_use(stay=stay)
    except RefusedError as refused:
        yield "stay", str(refused), ""
    try:
        rules.check_moment(stay=stay, moment=row["moment"], on=row["observed_on"])
    except RefusedError as refused:
        yield "observed_on", str(refused), ""
    try:
        answers = answers_of(form, row)
        rules.check_answers(form=form, moment=row["moment"], rater=row["rater"], answers=answers)
    except RefusedError as refused:
        yield "moment", str(refused), ""
        return
    for one in form.questions:
        if row.get(one.id) not in (None, "") and one.id not in answers:
            yield one.id, _("this is not asked at this moment, or after these answers."), ""


def _wrong_change(row: Row, known: Row | None) -> Iterator[tuple[str, str, str]]:
    if known is None:
        yield (
            "observation",
            _("there are no such answers in your municipality."),
            _("Leave the number empty for new ones. Another municipality's rows go there."),
        )
        return
    for name, value in row.items():
        if value != known.get(name) and str(value) != str(known.get(name)):
            yield name, _("answers that are there are corrected on their page."), ""
