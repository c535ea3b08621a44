"""Who keeps machines fit for use, and who reads and writes the log of risks and accidents."""

import datetime

from django.utils import timezone
from django.utils.translation import gettext as _

from ligzda.incubators.models import Equipment, Incident, Incubator, Maintenance, MaintenancePlan
from ligzda.incubators.places.rules import check_keep_places
from ligzda.incubators.upkeep.file_models import MOST_BYTES_OF_A_MANUAL
from ligzda.kernel.errors import BadDataError, WrongStateError
from ligzda.network.roles import Permission
from ligzda.network.rules import Viewer, check_permission


def check_keep_machine(*, by: Viewer, equipment: Equipment) -> None:
    """A machine that is in use is kept by the coordinator and the manager."""
    check_keep_places(by=by, incubator=equipment.incubator)
    if equipment.retired_on is not None:
        raise WrongStateError(_("This machine is already out of use."))


def check_manual(*, content: bytes) -> None:
    """A manual is a whole PDF that is not too large."""
    if len(content) > MOST_BYTES_OF_A_MANUAL:
        raise BadDataError(
            _("The manual is larger than %(most)d MB.") % {"most": MOST_BYTES_OF_A_MANUAL // 10**6}
        )
    if not content.startswith(b"%PDF-"):
        raise BadDataError(_("This is not a PDF file."))
    if b"%%EOF" not in content[-2048:]:
        raise BadDataError(_("This PDF is cut off: its end is missing. Save it anew."))


def check_end_plan(*, by: Viewer, plan: MaintenancePlan) -> None:
    """A plan ends once; what was done by it stays known."""
    check_keep_places(by=by, incubator=plan.equipment.incubator)
    if plan.ended_on is not None:
        raise WrongStateError(_("This plan has ended already."))


def check_plan(*, every_months: int | None, every_hours: int | None) -> None:
    """Maintenance comes back after months, or hours of use."""
    if every_months is None and every_hours is None:
        raise BadDataError(_("Say after how many months or after how many hours of use."))


def check_done(*, by: Viewer, maintenance: Maintenance, on: datetime.date) -> None:
    """What was entered ahead is done once, on a day that has been."""
    check_keep_places(by=by, incubator=maintenance.equipment.incubator)
    if maintenance.done_on is not None:
        raise WrongStateError(_("This maintenance is done already."))
    check_day_has_been(on=on)


def check_day_has_been(*, on: datetime.date) -> None:
    """Done is what has been."""
    if on > timezone.localdate():
        raise BadDataError(_("What is done is entered when it is done, not before."))


def check_call_off(*, by: Viewer, maintenance: Maintenance) -> None:
    """What is not done yet can be called off; its hours are free at once."""
    check_keep_places(by=by, incubator=maintenance.equipment.incubator)
    if maintenance.done_on is not None:
        raise WrongStateError(_("This maintenance is done already."))


def check_keep_log(*, by: Viewer, incubator: Incubator) -> None:
    """The log is for those who answer for the workshop: to learn from, and for nobody else."""
    check_permission(
        by,
        Permission.KEEP_LOG,
        _("The log of risks and accidents is kept by the coordinator, the manager and the "
          "instructors of the incubator."),
        incubator.municipality,
    )  # fmt: skip


def check_close_incident(*, by: Viewer, incident: Incident) -> None:
    """An entry is closed once, when something was done about it, by who keeps the place."""
    check_keep_places(by=by, incubator=incident.incubator)
    if incident.closed_at is not None:
        raise WrongStateError(_("This entry is closed already."))
    if not incident.measures.exists():
        raise WrongStateError(_("Write down first what was done, so that it does not come again."))


def check_happened(*, at: datetime.datetime) -> None:
    """What is written down has happened."""
    if at > timezone.now():
        raise BadDataError(_("This time is still to come: the log says what has happened."))
