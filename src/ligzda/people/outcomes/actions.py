"""Verbs of outcomes: record what was observed, correct it, keep answers one by one."""

import datetime
import json
from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ligzda.kernel.errors import BadDataError
from ligzda.kernel.turns import take_turn
from ligzda.network.audit import record
from ligzda.network.models import User
from ligzda.people.outcomes import rules
from ligzda.people.outcomes.models import Mode, Observation, Rater, UnfinishedAnswers
from ligzda.people.outcomes.questionnaire import Answer, Answers, Question, Questionnaire
from ligzda.people.stays.models import Stay


@dataclass(frozen=True, kw_only=True)
class Observed:
    """What was observed: by which questionnaire, when, whose answers, how they came."""

    form: Questionnaire
    moment: str
    rater: str
    mode: str
    observed_on: datetime.date
    answers: Answers


@transaction.atomic
def record_observation(*, by: User, stay: Stay, observed: Observed) -> Observation:
    """Record the answers to a questionnaire. A second time for one moment is a correction."""
    rules.check_record(by=by, stay=stay)
    if rules.is_own(by=by, stay=stay) and observed.rater != Rater.PARTICIPANT:
        raise BadDataError(_("Answer for yourself; others answer for themselves."))
    rules.check_moment(stay=stay, moment=observed.moment, on=observed.observed_on)
    row = observation_of(by, stay, observed)
    row.save()
    record(by=by, action="observation.record", about=row, after=_told(row))
    return row


@transaction.atomic
def correct_observation(
    *, by: User, observation: Observation, observed: Observed, because: str
) -> Observation:
    """Put other answers in the place of those recorded, which stay readable."""
    take_turn(f"observation {observation.pk}")  # its rows are only added, so none can be locked
    observation = Observation.objects.select_related(
        "stay__person__merged_into", "stay__municipality", "municipality"
    ).get(pk=observation.pk)
    rules.check_correct(by=by, observation=observation)
    rules.check_moment(stay=observation.stay, moment=observed.moment, on=observed.observed_on)
    if not because.strip():
        raise BadDataError(_("Say why it is corrected."))
    row = observation_of(by, observation.stay, observed)
    row.supersedes, row.corrected_because = observation, because.strip()
    row.save()
    told = _told(row) | {"supersedes": observation.pk}
    record(by=by, action="observation.correct", about=row, before=_told(observation), after=told)
    return row


def observation_of(by: User, stay: Stay, observed: Observed) -> Observation:
    """Return what was observed as a row that is not kept yet. Raises BadDataError."""
    form, answers = observed.form, observed.answers
    rules.check_answers(form=form, moment=observed.moment, rater=observed.rater, answers=answers)
    words = form.in_words(answers)
    return Observation(
        person_id=stay.person_id,
        municipality_id=stay.municipality_id,
        stay=stay,
        questionnaire=form.id,
        version=form.version,
        moment=observed.moment,
        rater=observed.rater,
        mode=observed.mode,
        observed_on=observed.observed_on,
        answers=form.in_clear(answers),
        score=form.score(answers),
        in_words=json.dumps(words, ensure_ascii=False) if words else "",
        recorded_by=by,
    )


def _told(row: Observation) -> dict[str, object]:
    """What the audit trail says: that it was answered, not what."""
    return {
        "stay": row.stay_id,
        "questionnaire": f"{row.questionnaire}-{row.version}",
        "moment": row.moment,
        "rater": row.rater,
        "mode": row.mode,
    }


# --- one question after the other ----------------------------------------------------------------


@transaction.atomic
def keep_answer(
    *, by: User, stay: Stay, form: Questionnaire, moment: str, question: Question, text: str
) -> UnfinishedAnswers:
    """Keep the answer to one question until the questionnaire is handed in; "" takes it away."""
    rules.check_answer(by=by, stay=stay)
    rules.check_moment(stay=stay, moment=moment, on=timezone.localdate())
    row = _unfinished(stay, form, moment)
    answers = _kept(row)
    answers.pop(question.id, None)
    if text.strip():
        answers[question.id] = question.read(text)
    elif not question.optional:
        raise BadDataError(_("Choose one of the answers.") if question.choices else _("Answer."))
    row.version, row.answers = form.version, json.dumps(answers, ensure_ascii=False)
    row.save()
    return row


@transaction.atomic
def hand_in(*, by: User, stay: Stay, form: Questionnaire, moment: str) -> Observation:
    """Record the answers that were kept one by one."""
    rules.check_answer(by=by, stay=stay)
    row = _unfinished(stay, form, moment)
    kept = _kept(row)
    # What was answered before an earlier answer was changed may be asked no longer.
    asked = form.read(moment, {name: str(value) for name, value in kept.items()})
    made = record_observation(
        by=by,
        stay=stay,
        observed=Observed(
            form=form,
            moment=moment,
            rater=Rater.PARTICIPANT,
            mode=Mode.OWN_PAGE,
            observed_on=timezone.localdate(),
            answers=asked,
        ),
    )
    if row.pk is not None:
        row.delete()
    return made


def _unfinished(stay: Stay, form: Questionnaire, moment: str) -> UnfinishedAnswers:
    found = (
        UnfinishedAnswers.objects.select_for_update()
        .filter(stay=stay, questionnaire=form.id, moment=moment)
        .first()
    )
    return found or UnfinishedAnswers(
        person_id=stay.person_id,
        municipality_id=stay.municipality_id,
        stay=stay,
        questionnaire=form.id,
        version=form.version,
        moment=moment,
    )


def _kept(row: UnfinishedAnswers) -> dict[str, Answer]:
    return json.loads(row.answers) if row.answers else {}
