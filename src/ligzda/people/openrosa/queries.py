"""Read side: whose device it is, what is to be compared."""

import base64
import binascii
import hmac

from django.utils.translation import gettext as _

from ligzda.kernel.errors import NotFoundError
from ligzda.kernel.hashing import sha256
from ligzda.kernel.obstacle import may
from ligzda.network.models import Municipality, User
from ligzda.network.rules import Viewer
from ligzda.people.keys import unlock
from ligzda.people.openrosa.models import Conflict, Device
from ligzda.people.rules import check_support


def device_by(header: str) -> Device | None:
    """Return the device of an Authorization header; None for a wrong, revoked or closed one."""
    kind, _blank, text = header.partition(" ")
    if kind.lower() != "basic":
        return None
    try:
        login, _colon, password = base64.b64decode(text, validate=True).decode().partition(":")
    except (binascii.Error, ValueError):
        return None
    rows = Device.objects.select_related("owner").filter(revoked_at=None, owner__is_active=True)
    found = rows.filter(login=login.strip().lower()).first() if "\x00" not in login else None
    # Compared in as many steps whether there is such a device or not.
    wanted = found.password_hash if found else sha256("")
    right = hmac.compare_digest(wanted, sha256(password.strip()))
    return found if found and right else None


def devices_of(owner: User) -> list[Device]:
    """Return somebody's devices, those in use first."""
    return sorted(owner.devices.all(), key=lambda one: (one.revoked_at is not None, -one.pk))


def own_device(owner: User, pk: int) -> Device:
    """Return a device to whom it sends for. Raises NotFoundError."""
    found = owner.devices.filter(pk=pk).first()
    if found is None:
        raise NotFoundError(_("There is no such device."))
    return found


def conflicts_of(municipalities: list[Municipality]) -> list[Conflict]:
    """Return what is to be compared in municipalities, the oldest first."""
    rows = Conflict.objects.filter(
        municipality__in=municipalities, decision="", person__erased_at__isnull=True
    )
    return list(rows.select_related("submission__observation__stay", "person").order_by("pk"))


def conflict(viewer: Viewer, pk: int) -> Conflict:
    """Return two submissions that differ, to who may decide between them. Raises NotFoundError."""
    rows = Conflict.objects.select_related(
        "municipality", "person", "decided_by", "submission__observation__stay__person__merged_into"
    )
    found = rows.filter(pk=pk).first()
    if found is None or not may(check_support, by=viewer, municipality=found.municipality):
        raise NotFoundError(_("There is nothing to compare here, or it is not yours to see."))
    unlock([found, found.submission])
    return found
