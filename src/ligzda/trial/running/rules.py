"""Who may record what runs, and in which state."""

import datetime

from django.utils.translation import gettext as _

from ligzda.blueprints.models import ModelVersion
from ligzda.incubators.models import Incubator
from ligzda.kernel.errors import BadDataError, WrongStateError
from ligzda.network.roles import Permission
from ligzda.network.rules import Viewer, check_permission, check_permission_somewhere
from ligzda.trial.assignment.models import Course, Draw
from ligzda.trial.assignment.queries import courses, waiting_for_draw
from ligzda.trial.running.models import FlowEvent
from ligzda.trial.running.standing import place_of

_LEAVING = {FlowEvent.Stage.LOST, FlowEvent.Stage.DISCONTINUED}


def check_record_running(*, by: Viewer, incubator: Incubator) -> None:
    """Fidelity and flow are recorded by evaluators, and by the municipality's own coordinator."""
    check_permission(
        by,
        Permission.RECORD_RUNNING,
        _("This can be recorded only by an evaluator or the coordinator of this municipality."),
        incubator.municipality,
    )


def check_record_somewhere(*, by: Viewer) -> None:
    """Nobody else has anything to send to the pages on which this is recorded."""
    check_permission_somewhere(
        by,
        Permission.RECORD_RUNNING,
        _("Fidelity and flow are recorded by evaluators and by coordinators of municipalities."),
    )


def check_flow(*, incubator: Incubator, stage: str, happened_on: datetime.date) -> None:
    """A course ends once, and an incubator leaves not before or after it can."""
    mine = [row for row in courses() if row.incubator_slug == incubator.slug]
    if stage != FlowEvent.Stage.EXCLUDED and not mine:
        raise BadDataError(_("This incubator has no model assigned yet; it can only be excluded."))
    if stage == FlowEvent.Stage.EXCLUDED and mine:
        raise BadDataError(
            _("This incubator has a model assigned; it was not excluded before allocation.")
        )
    if stage == FlowEvent.Stage.EXCLUDED and incubator.slug in waiting_for_draw():
        raise BadDataError(
            _("The hash of a draw with this incubator is published; it cannot be left out now.")
        )
    earlier = FlowEvent.objects.filter(incubator=incubator)
    place = place_of(happened_on, mine)
    there = {row.stage for row in earlier if place_of(row.happened_on, mine) == place}
    if stage in there:
        raise BadDataError(_("This is already recorded for this incubator and its model then."))
    lost = earlier.filter(stage=FlowEvent.Stage.LOST)
    if stage in _LEAVING and (there & _LEAVING or lost.exists()):
        raise BadDataError(
            _("This incubator has left already: either it was lost or it discontinued.")
        )


def check_take_back_flow(*, by: Viewer, event: FlowEvent) -> None:
    """Who may record may take back, but not an exclusion that the draw went by."""
    check_record_running(by=by, incubator=event.incubator)
    if event.stage == FlowEvent.Stage.EXCLUDED and Draw.objects.exists():
        raise WrongStateError(_("The draw went without this incubator; its exclusion stays."))


def check_record_adaptation(*, by: Viewer, incubator: Incubator, version: ModelVersion) -> None:
    """How a model is run is said by those who run it, of a model that the draw gave them."""
    check_record_running(by=by, incubator=incubator)
    if not Course.objects.filter(incubator=incubator, arm__version=version).exists():
        raise BadDataError(_("The draw did not give this incubator this model."))
