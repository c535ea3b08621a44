"""Plant a canary in every sealed field of a person, use the house as each role, erase; `python -m`.

Run by test_canary.py in a process of its own, on a cluster whose files are searched afterwards.
"""

import datetime
import re
import uuid
from collections.abc import Iterator
from typing import Any

import django
from django.apps import apps
from django.contrib.postgres.fields import DateRangeField
from django.core.management import call_command
from django.db import IntegrityError, connection, models, transaction
from django.db.backends.postgresql.psycopg_any import DateRange
from django.urls import get_resolver
from django.utils import timezone
from django.utils.translation import override

WORD = "Kanarijputns"
DAY = datetime.date(2026, 3, 2)
ROOMS = ("people", "ventures")
"""Those whose rows are about people who are served."""


def main() -> None:
    """Do it, and say what was planted and read."""
    django.setup()
    from django.conf import settings
    from django.test.utils import setup_test_environment

    setup_test_environment()
    settings.EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    settings.EMAIL_FILE_PATH = settings.MEDIA_ROOT.parent / "mail"
    call_command("collectstatic", interactive=False, verbosity=0)
    from tests.loaded import load_committed

    load_committed()
    planted = plant()
    print("sealed fields planted: all" if planted else "nothing was planted")
    used = use()
    print("canaries read before erasure: all" if used else "a canary was not read")
    erase()
    with connection.cursor() as cursor:
        cursor.execute("CHECKPOINT")


def _person() -> Any:
    from ligzda.people.models import Person

    return Person.objects.filter(erased_at__isnull=True, invented=False).earliest("pk")


@transaction.atomic
def plant() -> bool:
    """Register somebody whose every field is a canary, with a row of every model about people."""
    from ligzda.kernel.sealed import sealed_fields, sealed_models
    from ligzda.network.load import system_member
    from ligzda.network.models import Municipality
    from ligzda.people.actions import PersonFacts, register_person
    from ligzda.people.declared import owner

    here = Municipality.objects.get(slug="ogres-novads")
    names = ("given_name", "family_name", "phone", "email", "address", "needs")
    texts: dict[str, Any] = dict.fromkeys(names, WORD)
    person = register_person(
        by=system_member(), municipality=here, facts_given=PersonFacts(**texts)
    )
    models_here = [
        model
        for model in sealed_models(apps.get_models())
        if not hasattr(model, "pgh_tracked_model")
    ]
    for model in models_here:
        row = model._default_manager.filter(**{owner(model): person.pk}).first()
        row = row or made(model, person)
        if row._meta.model_name == "person":
            for field in sealed_fields(model):
                setattr(row, field.attname, DAY.isoformat() if "date" in field.name else WORD)
            row.save()
            continue
        again = model._default_manager.get(pk=row.pk)
        assert all(getattr(again, field.attname) == WORD for field in sealed_fields(model)), model
    return len(models_here) > 3


def made(model: Any, person: Any) -> Any:
    """Return a row of a model about a person, its required fields filled by their kinds."""
    from ligzda.kernel.sealed import SealedText
    from ligzda.network.models import User

    given: dict[str, Any] = {}
    for field in model._meta.concrete_fields:
        if field.primary_key and not field.remote_field:
            continue
        if field.name == "person":
            given[field.name] = person
        elif field.name == "municipality":
            given[field.name] = person.municipality
        elif isinstance(field, SealedText):
            given[field.name] = WORD
        elif isinstance(field, models.ForeignKey) and not field.null:
            to: Any = field.related_model
            if to is User:
                given[field.name] = User.objects.get(is_system=True)
            elif to._meta.app_label in ROOMS:
                given[field.name] = to._default_manager.first() or saved(made(to, person))
            else:
                given[field.name] = to._default_manager.order_by("pk").first()
        elif not field.null and not field.has_default() and field.db_default is models.NOT_PROVIDED:
            given[field.name] = value(field)
    return saved(model(**given))


def value(field: Any) -> Any:
    """Return something that a field may hold."""
    if field.choices:
        return next(code for code, _label in field.flatchoices if code)
    if isinstance(field, DateRangeField):
        return DateRange(DAY, DAY + datetime.timedelta(30))
    if isinstance(field, models.DateTimeField):
        return timezone.now()
    if isinstance(field, models.DateField):
        return DAY
    if isinstance(field, models.IntegerField):
        return 1
    if isinstance(field, models.DecimalField):
        return 1
    if isinstance(field, models.UUIDField):
        return uuid.uuid4()
    if isinstance(field, models.BinaryField):
        return b"x"
    return field.get_default() if isinstance(field, models.JSONField) else "x"


def saved(row: Any) -> Any:
    """Write a row. What of the table's checks a filled-in row breaks is taken off: this cluster
    lives for the test, and what is looked for are the canaries."""
    for _attempt in range(20):
        name = refused_by(row)
        if not name:
            return row
        if row._state.adding:
            row.pk = None
        with connection.cursor() as cursor:
            cursor.execute(f'ALTER TABLE "{row._meta.db_table}" DROP CONSTRAINT "{name}"')
        print(f"taken off for the canary: {name}")
    raise AssertionError(row)


def refused_by(row: Any) -> str:
    """Write a row; return the constraint that refuses it, if any does."""
    try:
        with transaction.atomic():
            row.save()
    except IntegrityError as refused:
        cause: Any = refused.__cause__
        return str(cause.diag.constraint_name or cause)
    return ""


def roles() -> Iterator[tuple[str, Any]]:
    """Yield a browser for each role in Ogre, and for the person."""
    from django.test import Client
    from tests.signing_in import force_login

    from ligzda.network import actions as network
    from ligzda.network.load import system_member
    from ligzda.network.models import Partner
    from ligzda.network.roles import ROLES
    from ligzda.people.models import Person

    by, partner = system_member(), Partner.objects.get(municipality__slug="ogres-novads")
    for role in ROLES:
        if partner.kind not in role.held_at:
            continue
        user = network.invite_user(by=by, email=f"{role.key}@canary.example", name=role.key)
        network.grant_role(by=by, user=user, role=role, partner=partner)
        if role.key == "participant":
            Person.objects.filter(pk=_person().pk).update(user=user)
        client = Client(raise_request_exception=False)
        force_login(client, user, "allauth.account.auth_backends.AuthenticationBackend")
        yield role.key, client


def use() -> bool:
    """Read every page of the room as each role, send forms with a canary in every field, run jobs;
    return whether pages of who may see it showed the canary."""
    from tests.urlconf import patterns

    with override("lv"):
        every = list(patterns(get_resolver()))
    found = [
        (name, pattern)
        for name, pattern in every
        if name.startswith(tuple(f"{room}:" for room in ROOMS))
    ]
    shown: dict[str, int] = {}
    for role, client in roles():
        for name, pattern in found:
            address = re.sub(r"<[^>]+>", str(_argument(name)), pattern)
            answer = client.get(f"/{address.lstrip('/')}")
            shown[role] = shown.get(role, 0) + (WORD.encode() in answer.content)
            form = answer.context.get("form") if answer.context else None
            fields = getattr(form, "fields", {})
            # A member names their own device: no word about a participant belongs there.
            if fields and answer.status_code == 200 and name != "people:devices":
                client.post(f"/{address.lstrip('/')}", dict.fromkeys(fields, WORD))
    print(f"pages with a canary, by role: {shown}")
    return shown["social_worker"] > 3 and shown["participant"] > 1


def _argument(name: str) -> int:
    """Return the number, under an address, of what belongs to the person."""
    from ligzda.people.models import RightsRequest

    if name == "people:request":
        return int(RightsRequest.objects.earliest("pk").pk)
    return int(_person().pk)


def erase() -> None:
    """End the stays, ask, and let a second person carry it out."""
    from ligzda.network.load import system_member
    from ligzda.network.models import User
    from ligzda.people.models import Person, RightsRequest, Stay
    from ligzda.people.rights.actions import answer

    person = _person()
    over = DateRange(DAY, DAY + datetime.timedelta(30))
    Stay.objects.filter(person=person).update(
        period=over, exit_state="unknown", exit_reason="other"
    )
    RightsRequest.objects.filter(person=person).update(
        state="open", kind="erase", answered_by=None, answered_at=None,
        asked_by=User.objects.get(email="social_worker@canary.example"),
    )  # fmt: skip
    row = RightsRequest.objects.get(person=person)
    answer(by=system_member(), request=row, granted=True, words=WORD)
    assert Person.objects.get(pk=person.pk).erased_at


if __name__ == "__main__":
    main()
