"""Encrypt what releases up to 0.2.0 kept of second steps."""

from collections.abc import Callable

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from ligzda.server.second_step_secrets import SecondStepAdapter

Change = Callable[[str], str]


def _each(apps: Apps, change: Change) -> None:
    for row in apps.get_model("mfa", "Authenticator").objects.filter(
        type__in=["totp", "recovery_codes"]
    ):
        for key in row.data.keys() & {"secret", "seed"}:
            row.data[key] = change(row.data[key])
        row.save(update_fields=["data"])


def encrypt(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Leave nothing readable; what is encrypted already stays what it says."""
    adapter = SecondStepAdapter()
    _each(apps, lambda kept: adapter.encrypt(adapter.decrypt(kept)))


def decrypt(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Put back what the former releases read."""
    _each(apps, SecondStepAdapter().decrypt)


class Migration(migrations.Migration):
    dependencies = [
        ("server", "0001_initial"),
        ("mfa", "0003_authenticator_type_uniq"),
    ]
    operations = [migrations.RunPython(encrypt, decrypt)]
