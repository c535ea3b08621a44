"""Rows that belong to a municipality, confined to it by the database itself (ADR 0090).

A model says by which way its rows belong to one, and a migration makes the policy of it:

    class Room(models.Model):
        confined_by = "incubator__municipality"      # None: the public may read it

    operations = [..., Confine("Room", "incubator__municipality")]

Whoever is no owner of the tables then meets those rows alone that belong to the municipalities of
`SETTING`, in plain SQL as in Django's; without it, none. The middleware sets it for a request
(network/confining.py); a job or a loader says by `rows_of` whose rows it works on.

Where a municipality is too wide, a model says itself who meets a row: `Only` with a condition in
SQL, which may ask for the person of the request (`PERSON_SQL`). A table it names is confined too.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from django.apps.registry import Apps
from django.db import DatabaseError, connection, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.operations.base import Operation
from django.db.migrations.state import ProjectState
from psycopg.pq import TransactionStatus

SETTING = "ligzda.municipalities"
"""Numbers of municipalities with commas between them."""
EVERYWHERE = "*"
PERSON = "ligzda.person"
"""Number of who is signed in."""
HOUSE = "0"
"""The installation itself, whose jobs work on everybody's rows; the number of no person."""
PERSON_SQL = "(SELECT ligzda_person())"
POLICY = "of_the_municipality"

FUNCTION = f"""
CREATE FUNCTION ligzda_municipalities() RETURNS bigint[] LANGUAGE sql STABLE AS $$
    SELECT CASE current_setting('{SETTING}', true)
        WHEN '{EVERYWHERE}' THEN (SELECT array_agg(id) FROM public.network_municipality)
        ELSE string_to_array(nullif(current_setting('{SETTING}', true), ''), ',')::bigint[]
    END
$$
"""
"""Whose rows may be met: NULL, which nothing equals, where nothing was set."""
NO_FUNCTION = "DROP FUNCTION ligzda_municipalities()"

PERSON_FUNCTION = f"""
CREATE FUNCTION ligzda_person() RETURNS bigint LANGUAGE sql STABLE AS $$
    SELECT nullif(current_setting('{PERSON}', true), '')::bigint
$$
"""
NO_PERSON_FUNCTION = "DROP FUNCTION ligzda_person()"


@dataclass(frozen=True)
class Only:
    """Who meets a row, as a condition of SQL about the row."""

    condition: str


@contextmanager
def rows_of(municipalities: Iterable[int] | str, person: int | str = "") -> Iterator[None]:
    """Work on the rows of these municipalities, or EVERYWHERE, and on none of them afterwards.

    `person`: for whom, or HOUSE; without it, on no row that only some persons meet. Of the
    session, not of a transaction: a request has many.
    """
    text = municipalities if isinstance(municipalities, str) else ",".join(map(str, municipalities))
    with connection.cursor() as cursor:
        # A list of what to select is worked out from its beginning.
        cursor.execute(
            "SELECT current_setting(%s, true), current_setting(%s, true), "
            "set_config(%s, %s, false), set_config(%s, %s, false)",
            [SETTING, PERSON, SETTING, text, PERSON, str(person)],
        )
        before, whose, *_now = cursor.fetchone()
    try:
        yield
    finally:
        set_back(before or "", whose or "")


def set_back(before: str = "", person: str = "") -> None:
    """Let the connection see what it saw before; where that cannot be said, end it."""
    if connection.connection is None or _takes_back_itself():
        return
    try:
        with connection.cursor() as cursor:
            if before or person:
                cursor.execute(
                    "SELECT set_config(%s, %s, false), set_config(%s, %s, false)",
                    [SETTING, before, PERSON, person],
                )
            else:  # after every request: a third of the time that a query takes
                cursor.execute(f"RESET {SETTING}; RESET {PERSON}")
    except DatabaseError:
        connection.close()


def _takes_back_itself() -> bool:
    """Whether the transaction failed: what was set in it goes with it, and it takes no more."""
    return bool(connection.connection.info.transaction_status == TransactionStatus.INERROR)


def belongs(model: type[models.Model], way: str | Only) -> str:
    """Return the condition that a row belongs to a municipality of the request, or to whom `Only`
    says.

    Each step is a subselect of its own, which the database carries out once for a query and not
    once for a row.
    """
    if isinstance(way, Only):
        return way.condition
    name, _, rest = way.partition("__")
    field = model._meta.get_field(name)
    assert isinstance(field, models.ForeignKey)
    if not rest:
        return f'"{field.column}" = ANY ((SELECT ligzda_municipalities())::bigint[])'
    to = field.related_model
    assert not isinstance(to, str)
    inner = belongs(to, rest)
    return f'"{field.column}" IN (SELECT id FROM "{to._meta.db_table}" WHERE {inner})'


class Confine(Operation):
    """Confine a table, and that of its history, to the municipalities of the request."""

    reduces_to_sql = True
    reversible = True

    def __init__(self, model: str, way: str | Only) -> None:
        self.model, self.way = model, way

    def state_forwards(self, app_label: str, state: ProjectState) -> None:
        """Change nothing that Django knows of the model."""

    def database_forwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: ProjectState,
        to_state: ProjectState,
    ) -> None:
        """Make the policy."""
        for model in self._tables(app_label, to_state.apps):
            table, whose = model._meta.db_table, belongs(model, self.way)
            schema_editor.execute(f'ALTER TABLE "{table}" ENABLE ROW LEVEL SECURITY', None)
            schema_editor.execute(
                f'CREATE POLICY {POLICY} ON "{table}" USING ({whose}) WITH CHECK ({whose})', None
            )

    def database_backwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: ProjectState,
        to_state: ProjectState,
    ) -> None:
        """Take it off."""
        for model in self._tables(app_label, from_state.apps):
            table = model._meta.db_table
            schema_editor.execute(f'DROP POLICY {POLICY} ON "{table}"', None)
            schema_editor.execute(f'ALTER TABLE "{table}" DISABLE ROW LEVEL SECURITY', None)

    def describe(self) -> str:
        """Say what it does."""
        return f"Confine {self.model} to the municipalities of the request"

    def _tables(self, app_label: str, apps: Apps) -> Iterator[type[models.Model]]:
        yield apps.get_model(app_label, self.model)
        try:
            yield apps.get_model(app_label, f"{self.model}Event")
        except LookupError:
            return  # not tracked
