"""Something for each address of ventures to be about."""

from decimal import Decimal

from django.utils import timezone

from ligzda.network.load import system_member
from ligzda.people.models import Person
from ligzda.ventures import actions
from ligzda.ventures.actions import Founder, Founding, Job, found
from ligzda.ventures.models import Finding, RegisterFile


def ventures(person: Person) -> dict[str, tuple[str, ...]]:
    """Let somebody found a company, and a register contradict its name."""
    by, today = system_member(), timezone.localdate()
    founding = Founding(
        form="company", name="Ligzdas koks", number="40009990012", registered_on=today
    )
    here = person.municipality
    row = found(by=by, municipality=here, founding=founding, founders=[Founder(person=person)])
    job = actions.record_job(by=by, enterprise=row, job=Job(first=today, hours=Decimal(20)))
    file = RegisterFile.objects.create(
        municipality=here, kind="enterprises", as_of=today, rows=1, sha256="0" * 64, taken_by=by
    )
    about = {"municipality": here, "enterprise": row, "register": file}
    finding = Finding.objects.create(**about, kind="name", ours="Koks", theirs="Ligzdas koks")
    pk = str(row.pk)
    given: dict[str, tuple[str, ...]] = {
        **dict.fromkeys(("enterprise", "change", "precheck", "checklist"), (pk,)),
        "add": (pk, "job"),
        "take_back": (pk, "job", str(job.pk)),
        "end": (pk, "job", str(job.pk)),
        "list_export": ("jobs", "csv"),
        "list_import": ("jobs",),
        "register_import": ("enterprises", today.isoformat()),
        "settle": (str(finding.pk),),
    }
    return {f"ventures:{name}": about for name, about in given.items()}
