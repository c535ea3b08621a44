"""Who may write, register and depart from the protocol, and in which state."""

import datetime
from dataclasses import replace

from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from ligzda.blueprints import design
from ligzda.evidence import Plan, PlanError, parse_plan
from ligzda.kernel.errors import BadDataError, NotAllowedError, WrongStateError
from ligzda.languages import spoken
from ligzda.network.models import Undoable, User
from ligzda.network.roles import Permission
from ligzda.network.rules import Viewer, check_permission
from ligzda.trial.registry.fields import contradictions, label_of, missing
from ligzda.trial.registry.models import (
    Deviation,
    ProtocolDocument,
    ProtocolVersion,
)
from ligzda.trial.registry.plan_lines import line_of
from ligzda.wording import wording


def check_design_trial(*, by: Viewer) -> None:
    """Drafts of the protocol are the evaluators' work."""
    check_permission(
        by,
        Permission.DESIGN_TRIAL,
        _("The protocol and the draw are the evaluators' work; please sign in as an evaluator."),
    )


def check_enter_invented(*, by: Viewer) -> None:
    """The trial of the demonstration is dated back by the installation, and by nobody else."""
    if not (isinstance(by, User) and by.is_system):
        raise NotAllowedError(_("The trial of the demonstration comes with Ligzda itself."))


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
    check_permission(
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
    if before.plan != version.plan and _carried_out(before.plan) != _carried_out(version.plan):
        changed.append(_("the analysis plan"))
    if set(before.arms.values_list("version")) != set(version.arms.values_list("version")):
        changed.append(_("the models and their versions"))
    if changed:
        raise WrongStateError(
            _("A minor version changes wording only, but %(what)s differ from version %(before)s. "
              "Make it a major version.") % {"what": ", ".join(changed), "before": before}
        )  # fmt: skip


def _carried_out(plan: str) -> Plan | str:
    """Return what a plan makes the engine do, without its words for readers; else its text."""
    try:
        return replace(parse_plan(plan), text="", texts={})
    except PlanError:
        return plan


def check_drop_draft(*, by: Viewer, version: ProtocolVersion) -> None:
    """Only a draft can be thrown away."""
    check_edit_protocol(by=by, version=version)


def check_make_major(*, by: Viewer, version: ProtocolVersion) -> None:
    """Only a minor draft can become a major one."""
    check_edit_protocol(by=by, version=version)
    if version.minor == 0:
        raise WrongStateError(_("This is a major version already."))


def check_plan(text: str) -> None:
    """Raise BadDataError with what the engine says of it where the plan cannot be carried out."""
    if not text.strip():
        raise BadDataError(_("The analysis plan is empty."))
    try:
        parse_plan(text, name=_("plan"))
    except PlanError as error:
        if line := line_of(text, error.key):
            error.plan = _("plan, line %(line)s") % {"line": line}
        raise BadDataError(wording(spoken(get_language())).refusal(error)) from None


def check_read_document(*, by: Viewer, document: ProtocolDocument) -> None:
    """Evaluators read every document of a protocol; others those that are public."""
    if document.public and document.protocol.registered_at is not None:
        return
    check_permission(
        by, Permission.DESIGN_TRIAL, _("This document can be read only by the evaluators.")
    )


def check_record_deviation(*, by: Viewer, protocol: ProtocolVersion) -> None:
    """Deviations depart from what is registered."""
    check_design_trial(by=by)
    if protocol.registered_at is None:
        raise WrongStateError(_("A draft can simply be changed: there is nothing to deviate from."))


def check_correct_deviation(*, by: Viewer, deviation: Deviation) -> None:
    """Whoever recorded it puts a slip right, in the ten minutes that undoing has elsewhere."""
    check_record_deviation(by=by, protocol=deviation.protocol)
    if not isinstance(by, User) or deviation.recorded_by_id != by.pk:
        raise WrongStateError(_("Only who recorded a deviation corrects it."))
    if deviation.approved_at is not None:
        raise WrongStateError(_("This deviation is already approved."))
    _check_stands(deviation)
    if timezone.now() > correctable_until(deviation):
        raise WrongStateError(
            _("The ten minutes in which it could be corrected are over. Record another deviation "
              "that names this one.")
        )  # fmt: skip


def correctable_until(deviation: Deviation) -> datetime.datetime:
    """Return until when whoever recorded a deviation may put a slip of it right."""
    return deviation.recorded_at + Undoable.LASTS


def _check_stands(deviation: Deviation) -> None:
    if Deviation.objects.filter(corrects=deviation.pk).exists():
        raise WrongStateError(_("This deviation has been corrected; the correction stands."))


def check_approve_deviation(*, by: Viewer, deviation: Deviation) -> None:
    """Somebody else agrees."""
    check_permission(
        by,
        Permission.APPROVE_DEVIATION,
        _("A deviation is approved by the administrator or another evaluator."),
    )
    if deviation.approved_at is not None:
        raise WrongStateError(_("This deviation is already approved."))
    if isinstance(by, User) and deviation.recorded_by_id == by.pk:
        raise WrongStateError(_("Who recorded a deviation cannot approve it."))
    _check_stands(deviation)


def check_not_ahead(day: datetime.date) -> None:
    """What is recorded has happened."""
    if day > timezone.localdate():
        raise BadDataError(_("This day is still to come."))
