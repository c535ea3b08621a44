"""Who may do what in the trial, and in which state."""

import datetime
from itertools import pairwise

from django.db.backends.postgresql.psycopg_any import DateRange
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from ligzda.blueprints import design
from ligzda.blueprints.models import ModelVersion
from ligzda.evidence import PlanError, parse_plan
from ligzda.incubators.models import Incubator
from ligzda.kernel.errors import BadDataError, WrongStateError
from ligzda.network.models import User
from ligzda.network.roles import Permission
from ligzda.network.rules import Viewer, check_may, twin
from ligzda.trial.assignment import Problem
from ligzda.trial.fields import contradictions, label_of, missing
from ligzda.trial.models import (
    Course,
    Deviation,
    Draw,
    FlowEvent,
    ProtocolDocument,
    ProtocolVersion,
)
from ligzda.trial.problems import bounds


def check_design_trial(*, by: Viewer) -> None:
    """Drafts of the protocol are the evaluators' work."""
    check_may(
        by,
        Permission.DESIGN_TRIAL,
        _("The protocol and the draw are the evaluators' work; please sign in as an evaluator."),
    )


def check_edit_protocol(*, by: Viewer, version: ProtocolVersion) -> None:
    """A registered version stays; changes are deviations or a new version."""
    check_design_trial(by=by)
    if version.registered_at is not None:
        raise WrongStateError(
            _("This version is registered and stays as it is. Record a deviation, or begin a new "
              "version.")
        )  # fmt: skip


def check_begin_version(*, by: Viewer) -> None:
    """One draft at a time."""
    check_design_trial(by=by)
    if ProtocolVersion.objects.filter(registered_at__isnull=True).exists():
        raise WrongStateError(_("There is a draft already. Finish it first."))


def check_register(*, by: Viewer, version: ProtocolVersion) -> None:
    """Registered is what is complete: every field, a plan that can be carried out, a full 2³."""
    check_edit_protocol(by=by, version=version)
    check_may(
        by, Permission.REGISTER_TRIAL, _("The protocol can be registered only by an evaluator.")
    )
    if empty := missing(version.content):
        raise WrongStateError(
            _("Still empty: %(fields)s.") % {"fields": ", ".join(str(f.label) for f in empty)}
        )
    if wrong := contradictions(version.content):
        raise WrongStateError(
            _("These days stand the wrong way round: %(pairs)s.")
            % {"pairs": "; ".join(f"{label_of(a)} – {label_of(b)}" for a, b in wrong)}
        )
    check_plan(version.plan)
    check_minor(version)
    arms = list(version.arms.select_related("version__model"))
    cells = {
        arm.version.model.code: {x: "+" if getattr(arm.version, x.lower()) else "-" for x in "ABC"}
        for arm in arms
    }
    found = design.full_factorial(cells, "ABC")
    if not found.full:
        raise WrongStateError(
            _("The models do not form the full plan; nobody runs: %(cells)s.")
            % {"cells": ", ".join(found.missing)}
        )


def check_minor(version: ProtocolVersion) -> None:
    """A minor version changes words: what is evaluated, and on what, is as in the one before."""
    before = (
        ProtocolVersion.objects.filter(major=version.major, registered_at__isnull=False)
        .order_by("minor")
        .last()
    )
    if version.minor == 0 or before is None:
        return
    changed = []
    if before.plan != version.plan:
        changed.append(_("the analysis plan"))
    if set(before.arms.values_list("version")) != set(version.arms.values_list("version")):
        changed.append(_("the models and their versions"))
    if changed:
        raise WrongStateError(
            _("A minor version changes wording only, but %(what)s differ from version %(before)s. "
              "Make it a major version.") % {"what": ", ".join(changed), "before": before}
        )  # fmt: skip


def check_drop_draft(*, by: Viewer, version: ProtocolVersion) -> None:
    """Only a draft can be thrown away."""
    check_edit_protocol(by=by, version=version)


def check_make_major(*, by: Viewer, version: ProtocolVersion) -> None:
    """Only a minor draft can become a major one."""
    check_edit_protocol(by=by, version=version)
    if version.minor == 0:
        raise WrongStateError(_("This is a major version already."))


def check_periods(*, protocol: ProtocolVersion, problem: Problem) -> None:
    """Periods follow one another, lie within the registered dates, and touch no drawn course."""
    days = [bounds(period) for period in problem.periods]
    if any(end <= begin for begin, end in days):
        raise BadDataError(_("A period ends before it begins."))
    for (_begin, end), (begin, _end) in pairwise(days):
        if begin < end:
            raise BadDataError(
                _("The periods overlap: one begins on %(begin)s, the one before ends after that.")
                % {"begin": date_format(begin, "SHORT_DATE_FORMAT")}
            )
    first, last = days[0][0], days[-1][1] - datetime.timedelta(days=1)
    begins, ends = (str(protocol.content.get(f"intervention_{x}", "")) for x in ("starts", "ends"))
    if (begins and first.isoformat() < begins) or (ends and last.isoformat() > ends):
        raise BadDataError(
            _("The periods last from %(first)s to %(last)s, but the protocol lets models run from "
              "%(begins)s to %(ends)s.")
            % {
                "first": date_format(first, "SHORT_DATE_FORMAT"),
                "last": date_format(last, "SHORT_DATE_FORMAT"),
                "begins": _day(begins),
                "ends": _day(ends),
            }
        )  # fmt: skip
    whole = DateRange(first, days[-1][1])
    drawn = Course.objects.filter(during__overlap=whole, incubator__slug__in=[
        site.code for site in problem.sites
    ]).order_by("-during").first()  # fmt: skip
    if drawn is not None:
        raise BadDataError(
            _("These periods overlap with what has been drawn already (until %(last)s). Begin "
              "after that.")
            % {"last": date_format(drawn.during.upper - datetime.timedelta(days=1),
                                   "SHORT_DATE_FORMAT")}
        )  # fmt: skip


def _day(iso: str) -> str:
    return date_format(datetime.date.fromisoformat(iso), "SHORT_DATE_FORMAT") if iso else "–"


def check_plan(text: str) -> None:
    """Raise BadDataError with the engine's own sentence where the plan cannot be carried out."""
    if not text.strip():
        raise BadDataError(_("The analysis plan is empty."))
    try:
        parse_plan(text)
    except PlanError as error:
        raise BadDataError(str(error)) from None


def check_commit_draw(*, by: Viewer, protocol: ProtocolVersion) -> None:
    """First the protocol is registered, then its hash is published, once."""
    check_design_trial(by=by)
    if protocol.registered_at is None:
        raise WrongStateError(_("Register the protocol first; the draw follows from it."))
    if Draw.objects.filter(protocol=protocol).exists():
        raise WrongStateError(_("The hash of the draw for this protocol is already published."))
    # A minor version changes words only: the draw of its major version stays in force.
    if Draw.objects.filter(protocol__major=protocol.major, revealed_at__isnull=False).exists():
        raise WrongStateError(_("The draw for this major version of the protocol has been held."))


def check_reveal_draw(*, by: Viewer, draw: Draw) -> None:
    """A draw is revealed once."""
    check_design_trial(by=by)
    if draw.revealed_at is not None:
        raise WrongStateError(_("This draw has been held; it cannot be repeated."))


def check_record_deviation(*, by: Viewer, protocol: ProtocolVersion) -> None:
    """Deviations depart from what is registered."""
    check_design_trial(by=by)
    if protocol.registered_at is None:
        raise WrongStateError(_("A draft can simply be changed: there is nothing to deviate from."))


def check_approve_deviation(*, by: Viewer, deviation: Deviation) -> None:
    """Somebody else agrees."""
    check_may(
        by,
        Permission.APPROVE_DEVIATION,
        _("A deviation is approved by the administrator or another evaluator."),
    )
    if deviation.approved_at is not None:
        raise WrongStateError(_("This deviation is already approved."))
    if isinstance(by, User) and deviation.recorded_by_id == by.pk:
        raise WrongStateError(_("Who recorded a deviation cannot approve it."))


def check_record_running(*, by: Viewer, incubator: Incubator) -> None:
    """Fidelity and flow are recorded by evaluators, and by the municipality's own coordinator."""
    check_may(
        by,
        Permission.RECORD_RUNNING,
        _("This can be recorded only by an evaluator or the coordinator of this municipality."),
        incubator.municipality,
    )


def check_not_ahead(day: datetime.date) -> None:
    """What is recorded has happened."""
    if day > timezone.localdate():
        raise BadDataError(_("This day is still to come."))


def check_flow(*, incubator: Incubator, stage: str) -> None:
    """An incubator leaves the flow once, and not before or after it can."""
    drawn = Course.objects.filter(incubator=incubator).exists()
    there = set(FlowEvent.objects.filter(incubator=incubator).values_list("stage", flat=True))
    leaving = {FlowEvent.Stage.LOST, FlowEvent.Stage.DISCONTINUED}
    if stage != FlowEvent.Stage.EXCLUDED and not drawn:
        raise BadDataError(_("This incubator has no model assigned yet; it can only be excluded."))
    if stage == FlowEvent.Stage.EXCLUDED and drawn:
        raise BadDataError(
            _("This incubator has a model assigned; it was not excluded before allocation.")
        )
    if stage == FlowEvent.Stage.EXCLUDED and _waits_for_draw(incubator):
        raise BadDataError(
            _("The hash of a draw with this incubator is published; it cannot be left out now.")
        )
    if stage in there:
        raise BadDataError(_("This is already recorded for this incubator."))
    if stage in leaving and there & leaving:
        raise BadDataError(
            _("This incubator has left already: either it was lost or it discontinued.")
        )


def _waits_for_draw(incubator: Incubator) -> bool:
    """Whether the incubator stands in constraints whose hash is published and not revealed."""
    waiting = Draw.objects.filter(revealed_at__isnull=True).values_list("problem", flat=True)
    return any(site["code"] == incubator.slug for problem in waiting for site in problem["sites"])


def check_take_back_flow(*, by: Viewer, event: FlowEvent) -> None:
    """Who may record may take back, but not an exclusion that the draw went by."""
    check_record_running(by=by, incubator=event.incubator)
    if event.stage == FlowEvent.Stage.EXCLUDED and Draw.objects.exists():
        raise WrongStateError(_("The draw went without this incubator; its exclusion stays."))


def check_read_document(*, by: Viewer, document: ProtocolDocument) -> None:
    """Evaluators read every document of a protocol; others those that are public."""
    if document.public and document.protocol.registered_at is not None:
        return
    check_may(by, Permission.DESIGN_TRIAL, _("This document can be read only by the evaluators."))


def check_record_adaptation(*, by: Viewer, incubator: Incubator, version: ModelVersion) -> None:
    """How a model is run is said by those who run it, of a model that the draw gave them."""
    check_record_running(by=by, incubator=incubator)
    if not Course.objects.filter(incubator=incubator, arm__version=version).exists():
        raise BadDataError(_("The draw did not give this incubator this model."))


can_design_trial = twin(check_design_trial)
can_edit_protocol = twin(check_edit_protocol)
can_begin_version = twin(check_begin_version)
can_register = twin(check_register)
can_make_major = twin(check_make_major)
can_drop_draft = twin(check_drop_draft)
can_take_back_flow = twin(check_take_back_flow)
can_commit_draw = twin(check_commit_draw)
can_reveal_draw = twin(check_reveal_draw)
can_record_deviation = twin(check_record_deviation)
can_approve_deviation = twin(check_approve_deviation)
can_read_document = twin(check_read_document)
can_record_running = twin(check_record_running)
