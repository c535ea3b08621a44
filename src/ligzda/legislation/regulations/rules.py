"""Who drafts, announces, records and publishes a binding regulation; in which state of it."""

import datetime
import re

from django.utils import timezone
from django.utils.translation import gettext as _

from ligzda.kernel.calendar import month_after
from ligzda.kernel.dates import plain_date
from ligzda.kernel.errors import NotFoundError, WrongStateError
from ligzda.kernel.obstacle import may
from ligzda.legislation.models import Ministry, Regulation
from ligzda.legislation.regulations.memorandum import CONSULTED, sections
from ligzda.legislation.rules import check_answered
from ligzda.network.models import Decision, Municipality, Permit
from ligzda.network.roles import Permission
from ligzda.network.rules import (
    Viewer,
    check_decided,
    check_permission,
    check_permission_somewhere,
    in_force,
)

BLANK = re.compile(r"\[[^\[\]\n]+\]")
"""What a template leaves to be filled in."""


def check_keep_regulations(*, by: Viewer) -> None:
    """Binding regulations are a municipality's: its coordinator keeps them."""
    check_permission_somewhere(
        by,
        Permission.KEEP_REGULATIONS,
        _("Binding regulations are drafted by coordinators of municipalities."),
    )


def check_draft_regulation(*, by: Viewer, municipality: Municipality) -> None:
    """A municipality's regulations are drafted by its own coordinator."""
    check_permission(
        by,
        Permission.KEEP_REGULATIONS,
        _("Binding regulations are drafted by the coordinator of this municipality alone."),
        municipality,
    )


def check_see_regulation(*, by: Viewer, regulation: Regulation) -> None:
    """What is announced is public; of a draft nobody else is told that it exists."""
    mine = may(check_draft_regulation, by=by, municipality=regulation.municipality)
    if not regulation.announced_at and not mine:
        raise NotFoundError(_("There is no such binding regulation."))


def check_change_regulation(*, by: Viewer, regulation: Regulation) -> None:
    """What the council adopted stays as it was adopted."""
    check_draft_regulation(by=by, municipality=regulation.municipality)
    if regulation.decision_id:
        raise WrongStateError(
            _("The council has adopted this regulation; its text stays. Draft a new one.")
        )


def check_announce(*, by: Viewer, regulation: Regulation) -> None:
    """A whole draft is announced by a second person, with its memorandum."""
    check_change_regulation(by=by, regulation=regulation)
    if regulation.announced_at:
        raise WrongStateError(_("The draft is announced already."))
    if regulation.drafted_by == by:
        raise WrongStateError(
            _("Whoever began a draft does not announce it: a second person looks at it.")
        )
    if regulation.written_by == by:
        raise WrongStateError(
            _("Whoever wrote the draft last does not announce it: a second person looks at it.")
        )
    if blank := BLANK.search(regulation.text + regulation.title["lv"]):
        raise WrongStateError(
            _("Something of the template is not filled in yet: %(what)s.") % {"what": blank.group()}
        )
    there = set(regulation.memorandum.values_list("code", flat=True)) | {CONSULTED}
    if missing := [each.code for each in sections() if each.code not in there]:
        raise WrongStateError(
            _("The memorandum is empty in these sections: %(sections)s. Fill them in first.")
            % {"sections": ", ".join(missing)}
        )


def check_adopt_any(*, by: Viewer, regulation: Regulation) -> None:
    """Adoption is recorded once the two weeks are over and every opinion is answered."""
    check_change_regulation(by=by, regulation=regulation)
    if not regulation.announced_at:
        raise WrongStateError(_("The draft is not announced yet: the public is asked first."))
    asked = regulation.consultation
    if not asked.over:
        raise WrongStateError(
            _("Opinions are received until %(day)s; the council decides after that.")
            % {"day": plain_date(asked.closes)}
        )
    check_answered(asked)


def check_adopt(*, by: Viewer, regulation: Regulation, decision: Decision) -> None:
    """A regulation is adopted by a published decision of its own council, after the two weeks."""
    check_adopt_any(by=by, regulation=regulation)
    found = in_force(
        municipality=regulation.municipality,
        permit=Permit.BINDING_REGULATION,
        on=decision.sitting_on,
    )
    if not found.filter(pk=decision.pk).exists():
        raise WrongStateError(
            _(
                "This is no published decision by which the council of this municipality issues a "
                "binding regulation."
            )
        )
    if decision.sitting_on <= regulation.consultation.closes:
        raise WrongStateError(
            _("The council decided on %(day)s, before the public was heard out.")
            % {"day": plain_date(decision.sitting_on)}
        )


def check_record_ministry(*, by: Viewer, regulation: Regulation) -> None:
    """What the ministry got and answered is recorded between adoption and publication."""
    check_draft_regulation(by=by, municipality=regulation.municipality)
    if not regulation.decision_id:
        raise WrongStateError(_("The council has not adopted this regulation yet."))
    if regulation.published_on:
        raise WrongStateError(_("The regulation is published and stays as it is."))


def answer_due(regulation: Regulation) -> datetime.date | None:
    """Return the day by which the ministry answers: a month after it was sent (to be checked)."""
    return month_after(regulation.sent_on, 1) if regulation.sent_on else None


def check_published_on(*, regulation: Regulation, on: datetime.date) -> None:
    """It is published once the ministry has answered, or its month is over without an answer."""
    due, answered = answer_due(regulation), regulation.ministry_on
    if answered is None and due is not None and on <= due:
        raise WrongStateError(
            _("The ministry has time for its answer until %(day)s.") % {"day": plain_date(due)}
        )
    if answered and on < answered:
        raise WrongStateError(
            _("The ministry answered on %(day)s; the regulation is not published before that.")
            % {"day": plain_date(answered)}
        )


def check_publish(*, by: Viewer, regulation: Regulation) -> None:
    """A second person records the publication, once council and ministry have spoken."""
    check_record_ministry(by=by, regulation=regulation)
    check_decided(
        municipality=regulation.municipality,
        permit=Permit.BINDING_REGULATION,
        on=timezone.localdate(),
    )
    due = answer_due(regulation)
    if due is None:
        raise WrongStateError(_("Record first on which day the ministry got the regulation."))
    if regulation.ministry == Ministry.OBJECTED and not regulation.reply:
        raise WrongStateError(_("The ministry objects: record the council's reply first."))
    check_published_on(regulation=regulation, on=timezone.localdate())
    if regulation.adopted_by == by:
        raise WrongStateError(
            _(
                "Whoever recorded the adoption does not record the publication: a second person "
                "does."
            )
        )
