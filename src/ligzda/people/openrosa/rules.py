"""Who has a device, and who decides between two submissions."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.utils.translation import gettext as _

from ligzda.kernel.errors import NotAllowedError, WrongStateError
from ligzda.network.confining import rows_of_person
from ligzda.network.roles import Permission
from ligzda.network.rules import Viewer, check_permission_somewhere
from ligzda.people.openrosa.models import Conflict, Device
from ligzda.people.outcomes.rules import check_stay_in_use
from ligzda.people.rules import check_support


def check_have_device(*, by: Viewer) -> None:
    """A device is for those who record what is observed of people, somewhere."""
    check_permission_somewhere(
        by,
        Permission.SUPPORT_PEOPLE,
        _("Questionnaires are sent in by those who work with people in their municipality."),
    )


@contextmanager
def sending_by(device: Device) -> Iterator[None]:
    """Let a device meet the rows of whoever has it, who may still have one."""
    with rows_of_person(device.owner_id):
        check_have_device(by=device.owner)
        yield


def check_revoke_device(*, by: Viewer, device: Device) -> None:
    """Whoever made it revokes it, once."""
    if device.owner_id != getattr(by, "pk", None):
        raise NotAllowedError(_("A device is revoked by whoever it sends for."))
    if device.revoked_at is not None:
        raise WrongStateError(_("This device is revoked already."))


def check_decide(*, by: Viewer, conflict: Conflict) -> None:
    """Which of two holds is decided once, by who works with the person."""
    check_support(by=by, municipality=conflict.municipality)
    check_stay_in_use(stay=conflict.submission.observation.stay)
    if conflict.decision:
        raise WrongStateError(_("It is decided already which of the two holds."))
