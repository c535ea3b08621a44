"""What is only added stays, whoever asks: the database's owner too, unless it takes triggers off.

Migrations make tables with pgtrigger's triggers, which `pgtrigger.ignore` silences, the replica
role passes over and TRUNCATE never meets. `keep` closes these at every start of `ligzda run`, after
the migrations, so that no room has to think of it (ADR 0078).
"""

from collections.abc import Iterator

import pghistory.models
import pgtrigger
from django.apps import apps
from django.db import connection, models, transaction

_FUNCTIONS = """
CREATE OR REPLACE FUNCTION ligzda_keep() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    RAISE EXCEPTION 'Rows of % are kept: % is refused', TG_TABLE_NAME, TG_OP;
END $$;
CREATE OR REPLACE FUNCTION ligzda_stamp() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    NEW.pgh_created_at := now();
    RETURN NEW;
END $$;
-- Every trigger of pgtrigger asks it; a migration that adds one puts pgtrigger's own back.
CREATE OR REPLACE FUNCTION "public"._pgtrigger_should_ignore(trigger_name name)
RETURNS boolean LANGUAGE sql AS 'SELECT false';
"""
_KEEP = """
CREATE OR REPLACE TRIGGER ligzda_keep BEFORE {operations} ON {table}
    FOR EACH STATEMENT EXECUTE FUNCTION ligzda_keep();
ALTER TABLE {table} ENABLE ALWAYS TRIGGER ligzda_keep;
"""
_STAMP = """
CREATE OR REPLACE TRIGGER ligzda_stamp BEFORE INSERT ON {table}
    FOR EACH ROW EXECUTE FUNCTION ligzda_stamp();
ALTER TABLE {table} ENABLE ALWAYS TRIGGER ligzda_stamp;
"""


def refused(model: type[models.Model]) -> frozenset[str]:
    """Return what nobody may do to any row of the model's table, whatever is in it."""
    if issubclass(model, pghistory.models.Event):
        return frozenset({"UPDATE", "DELETE"})
    found: set[str] = set()
    for trigger in getattr(model._meta, "triggers", ()):
        if not isinstance(trigger, pgtrigger.Protect) or trigger.condition is not None:
            continue
        # A ReadOnly lets some columns change: which, its own condition says.
        if not isinstance(trigger, pgtrigger.ReadOnly):
            found |= set(str(trigger.operation).split(" OR "))
    return frozenset(found)


def tables() -> Iterator[type[models.Model]]:
    """Yield the models that have a table of their own."""
    for model in apps.get_models():
        if not model._meta.proxy and model._meta.managed:
            yield model


def keep() -> None:
    """Close what pgtrigger leaves open, as the owner of the tables; safe to repeat."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(_FUNCTIONS)
        for model in tables():
            table = connection.ops.quote_name(model._meta.db_table)
            guards = [
                trigger
                for trigger in getattr(model._meta, "triggers", ())
                if isinstance(trigger, pgtrigger.Protect)
            ]
            for trigger in guards:
                name = trigger.get_pgid(model)  # type: ignore[arg-type]
                cursor.execute(f"ALTER TABLE {table} ENABLE ALWAYS TRIGGER {name}")
            if guards or refused(model):
                operations = " OR ".join(sorted(refused(model) | {"TRUNCATE"}))
                cursor.execute(_KEEP.format(operations=operations, table=table))
            if issubclass(model, pghistory.models.Event):
                cursor.execute(_STAMP.format(table=table))
