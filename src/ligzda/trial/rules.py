"""Who may do what in the trial, and in which state."""

from django.utils.translation import gettext as _

from ligzda.blueprints import design
from ligzda.evidence import PlanError, parse_plan
from ligzda.incubators.models import Incubator
from ligzda.network.errors import BadDataError, WrongStateError
from ligzda.network.models import User
from ligzda.network.roles import Permission
from ligzda.network.rules import Viewer, check_may, twin
from ligzda.trial.fields import missing
from ligzda.trial.models import Deviation, Draw, ProtocolVersion


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
    check_plan(version.plan)
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


can_design_trial = twin(check_design_trial)
can_edit_protocol = twin(check_edit_protocol)
can_begin_version = twin(check_begin_version)
can_register = twin(check_register)
can_commit_draw = twin(check_commit_draw)
can_reveal_draw = twin(check_reveal_draw)
can_record_deviation = twin(check_record_deviation)
can_approve_deviation = twin(check_approve_deviation)
can_record_running = twin(check_record_running)
