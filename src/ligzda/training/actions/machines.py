"""Which machines a course opens, and the rights that its certificates give."""

from django.db import transaction

from ligzda.incubators.models import Equipment
from ligzda.incubators.rights import actions as rights
from ligzda.network.audit import facts, record
from ligzda.network.models import User
from ligzda.training import queries, rules
from ligzda.training.models import Certificate, CourseVersion, OpenedMachine


@transaction.atomic
def open_machine(*, by: User, version: CourseVersion, equipment: Equipment) -> OpenedMachine:
    """Let a version of a course open a machine, to those too who hold a certificate of it today."""
    rules.check_open_machine(by=by, version=version, equipment=equipment)
    row = OpenedMachine.objects.create(version=version, equipment=equipment)
    record(by=by, action="machine.open", about=row, after=facts(row))
    for certificate in _good(version):
        give_rights(by=by, certificate=certificate, machine=equipment.pk)
    return row


@transaction.atomic
def close_machine(*, by: User, opened: OpenedMachine) -> None:
    """Let a version open a machine no longer: the rights that it gave end at once."""
    rules.check_teach(by=by)
    record(by=by, action="machine.close", about=opened, before=facts(opened), after=None)
    for certificate in opened.version.certificates.all():
        rights.end_rights_of(
            by=by, certificate=certificate.code, ending="closed", equipment=opened.equipment_id
        )
    opened.delete()


def give_rights(*, by: User, certificate: Certificate, machine: int | None = None) -> None:
    """Give what a certificate opens: everything, or the machine of a number."""
    opened = certificate.version.machines.select_related("equipment")
    for row in opened if machine is None else opened.filter(equipment=machine):
        rights.give_right(
            by=by,
            person=certificate.holder,
            equipment=row.equipment,
            certificate=certificate.code,
            since=certificate.issued_on,
            until=certificate.valid_until,
        )


def end_rights(*, by: User, certificate: Certificate, ending: str) -> None:
    """End whatever a certificate gave."""
    rights.end_rights_of(by=by, certificate=certificate.code, ending=ending)


def _good(version: CourseVersion) -> list[Certificate]:
    rows = version.certificates.select_related("version", "holder", "superseded_by")
    return [row for row in rows if queries.standing(row).good]
