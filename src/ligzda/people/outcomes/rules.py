"""Who records what was observed of a person, and from which day on."""

import datetime

from django.utils import timezone
from django.utils.translation import gettext as _

from ligzda.kernel.dates import plain_date
from ligzda.kernel.errors import BadDataError, NotAllowedError, WrongStateError
from ligzda.network.models import User
from ligzda.network.rules import Viewer
from ligzda.people.followups.models import Wave
from ligzda.people.followups.windows import window
from ligzda.people.outcomes.models import Moment, Observation, Rater
from ligzda.people.outcomes.questionnaire import Answers, Questionnaire
from ligzda.people.rules import check_in_use, check_support
from ligzda.people.stays.models import Stay

_DAY = datetime.timedelta(days=1)


def last_day(stay: Stay) -> datetime.date | None:
    """Return the last day of a stay; None while it lasts."""
    return stay.period.upper - _DAY if stay.period.upper else None


def is_own(*, by: Viewer, stay: Stay) -> bool:
    """Whether it is somebody's own stay; of a merged record the other's account counts too."""
    people = (stay.person, stay.person.merged_into)
    return isinstance(by, User) and any(one is not None and one.user_id == by.pk for one in people)


def check_stay_in_use(*, stay: Stay) -> None:
    """Who is erased or restricted is not written about; of a merged record the stays go on."""
    check_in_use(person=stay.person.merged_into or stay.person)


def check_answer(*, by: Viewer, stay: Stay) -> None:
    """The participant answers on pages of their own."""
    if not is_own(by=by, stay=stay):
        raise NotAllowedError(_("These questions are for somebody else."))
    check_stay_in_use(stay=stay)


def check_record(*, by: Viewer, stay: Stay) -> None:
    """What was observed is recorded by those who work with the person, and by the person."""
    if not is_own(by=by, stay=stay):
        check_support(by=by, municipality=stay.municipality)
    check_stay_in_use(stay=stay)


def check_moment(*, stay: Stay, moment: str, on: datetime.date) -> None:
    """It is the moment: after the first day, after the end, or in the follow-up's window."""
    today = timezone.localdate()
    if on > today:
        raise BadDataError(_("This day has not been yet."))
    if on < stay.contract_on:
        raise BadDataError(
            _("The stay began by a contract of %(day)s; this day was before.")
            % {"day": plain_date(stay.contract_on)}
        )
    if moment == Moment.ENTRY:
        return
    ended = last_day(stay)
    if ended is None or ended > today:
        raise WrongStateError(_("The stay has not ended yet: this is asked after it."))
    if moment == Moment.EXIT:
        return
    found = window(ended, Wave(moment))
    if on < found.opens:
        raise WrongStateError(
            _("It is too early for this follow-up: it opens on %(day)s, when the week that it asks "
              "about is over.")
            % {"day": plain_date(found.opens)}
        )  # fmt: skip


def check_answers(*, form: Questionnaire, moment: str, rater: str, answers: Answers) -> None:
    """The questionnaire is for this moment and rater, and what it must know is answered."""
    if moment not in form.moments:
        raise BadDataError(
            _("“%(form)s” is not asked at this moment: %(moment)s.")
            % {"form": form, "moment": Moment(moment).label if moment in Moment else moment}
        )
    if rater not in form.raters:
        raise BadDataError(
            _("“%(form)s” is not answered by: %(rater)s.")
            % {"form": form, "rater": Rater(rater).label if rater in Rater else rater}
        )
    if missing := form.missing(moment, answers):
        raise BadDataError(
            _("Still without an answer: %(questions)s")
            % {"questions": " ".join(str(one) for one in missing)}
        )
    if not answers:
        raise BadDataError(_("Not one question is answered."))


def check_correct(*, by: Viewer, observation: Observation) -> None:
    """What was recorded is corrected by those who work with the person, from its last state."""
    check_support(by=by, municipality=observation.municipality)
    check_stay_in_use(stay=observation.stay)
    if Observation.objects.filter(supersedes=observation).exists():
        raise WrongStateError(_("This was corrected already; correct the newer answers."))
