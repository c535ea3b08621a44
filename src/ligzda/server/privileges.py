"""What the serving house may do in its database: read and write rows, and no more than that.

Tables are made by their owner, the embedded server's superuser; pages and jobs act as SERVING, who
owns nothing: it switches no trigger off, empties no table, runs no program. Into the audit trail
and the history it can only add, whatever `pgtrigger.ignore` says (ADR 0077).
"""

import os
from collections.abc import Iterator

import psycopg
from django.db import connections
from psycopg import sql

from ligzda.server.append_only import refused, tables

SERVING = "ligzda_serving"
"""The role of pages and jobs."""

_ROLE = """
DO $$ BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '{role}') THEN
        CREATE ROLE {role} LOGIN;
    END IF;
END $$;
ALTER ROLE {role} NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {role};
GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO {role};
REVOKE INSERT, UPDATE, DELETE ON django_migrations FROM {role};
-- The chain is written by its trigger, as the owner of the tables.
REVOKE INSERT ON network_auditlink FROM {role};
"""


def only_added() -> Iterator[tuple[str, str]]:
    """Yield each table whose rows are kept, with what nobody may do to them."""
    for model in tables():
        if kept := refused(model):
            yield model._meta.db_table, ", ".join(sorted(kept, reverse=True))


def grant(url: str) -> None:
    """Make the role, as the owner of the tables at `url`; safe to repeat after every migration."""
    with psycopg.connect(url) as connection:
        connection.execute(_ROLE.format(role=SERVING).encode())
        for table, refused in only_added():
            connection.execute(
                sql.SQL("REVOKE {} ON {} FROM {}").format(
                    sql.SQL(refused),
                    sql.Identifier(table),
                    sql.Identifier(SERVING),
                )
            )


def serve_as_role() -> None:
    """Let this process and its children act as SERVING from now on."""
    connections.close_all()
    url = os.environ["DATABASE_URL"]
    os.environ["DATABASE_URL"] = psycopg.conninfo.make_conninfo(url, user=SERVING)
    connections.settings["default"]["USER"] = SERVING
