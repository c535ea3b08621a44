"""Who may see, keep and change what is kept of people."""

from collections.abc import Collection

from django.http import HttpRequest
from django.utils.translation import gettext as _

from ligzda.kernel.errors import NotAllowedError, WrongStateError
from ligzda.network.models import Municipality, User
from ligzda.network.roles import Permission
from ligzda.network.rules import (
    Viewer,
    check_permission,
    check_permission_somewhere,
    has_permission,
    roles_held,
)
from ligzda.people.models import Person

KEEPERS = {Permission.KEEP_PEOPLE}
SUPPORTERS = {Permission.SUPPORT_PEOPLE}
PROTECTORS = {Permission.PROTECT_DATA}
WITH_PEOPLE = KEEPERS | SUPPORTERS | PROTECTORS


def check_people(*, by: Viewer) -> None:
    """The list of people is for those who work with them somewhere."""
    if isinstance(by, User) and by.is_system:
        return
    if not any(role.permissions & WITH_PEOPLE for role, _at in roles_held(by)):
        raise NotAllowedError(
            _("People are seen by those who work with them in their municipality.")
        )


def check_keep_people(*, by: Viewer, municipality: Municipality) -> None:
    """Who registers people and writes down their way acts for the municipality."""
    check_permission(
        by,
        Permission.KEEP_PEOPLE,
        _("People are registered by the social workers and managers of their municipality."),
        municipality,
    )


def check_keep_somewhere(*, by: Viewer) -> None:
    """Who registers people does it for some municipality."""
    check_permission_somewhere(
        by,
        Permission.KEEP_PEOPLE,
        _("People are registered by the social workers and managers of their municipality."),
    )


def check_support(*, by: Viewer, municipality: Municipality) -> None:
    """Support is recorded by who gives it: instructors too."""
    check_permission(
        by,
        Permission.SUPPORT_PEOPLE,
        _("Support is recorded by the people who give it in this municipality."),
        municipality,
    )


def check_approve(*, by: Viewer, municipality: Municipality) -> None:
    """Decisions about people are made by the manager of the incubator or the coordinator."""
    check_permission(
        by,
        Permission.APPROVE_PEOPLE,
        _("It is decided by the incubator's manager or the municipality's coordinator."),
        municipality,
    )


def check_protect_data(*, by: Viewer, municipality: Municipality) -> None:
    """Readings, requests and retention are the data protection officer's."""
    check_permission(
        by,
        Permission.PROTECT_DATA,
        _("It is looked after by the data protection officer of the municipality."),
        municipality,
    )


def check_see_person(*, by: Viewer, person: Person) -> None:
    """A record is seen by who works with people in its municipality, and by the person."""
    if isinstance(by, User) and person.user_id == by.pk:
        return
    if not any(has_permission(by, each, person.municipality) for each in WITH_PEOPLE):
        raise NotAllowedError(_("This record belongs to another municipality, or is not yours."))


def check_change_person(*, by: Viewer, person: Person) -> None:
    """A record that is in use, by who keeps people there."""
    check_keep_people(by=by, municipality=person.municipality)
    check_in_use(person=person)


def check_there(*, person: Person) -> None:
    """What is erased is not asked about; what is merged, where it was merged into."""
    if person.erased_at is not None:
        raise WrongStateError(_("This person's data are erased; nothing can be added to them."))
    if person.merged_into_id is not None:
        raise WrongStateError(
            _("This record is merged into %(other)s; write there.")
            % {"other": f"P-{person.merged_into_id}"}
        )


def check_in_use(*, person: Person) -> None:
    """What is erased, merged or restricted is not written to."""
    check_there(person=person)
    if person.restricted_on is not None:
        raise WrongStateError(
            _("The use of this person's data is restricted: they are kept, and nothing is added.")
        )


def municipalities_where(by: Viewer, permissions: Collection[Permission]) -> list[Municipality]:
    """Return the municipalities for which somebody holds one of these, each once."""
    found = {
        partner.municipality_id: partner.municipality
        for role, partner in roles_held(by)
        if role.permissions & set(permissions) and partner.municipality_id is not None
    }
    return [row for row in found.values() if row is not None]


def acting_at(request: HttpRequest, permissions: Collection[Permission]) -> Municipality:
    """Return the municipality that a page is asked for, or the first one acts for."""
    found = municipalities_where(request.user, permissions)
    if not found:
        raise NotAllowedError(
            _("People are seen by those who work with them in their municipality.")
        )
    asked = [row for row in found if row.slug == request.GET.get("municipality")]
    return (asked or found)[0]
