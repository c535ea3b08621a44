"""Who meets a row about a person: those who work with people there, and the person (ADR 0090).

A municipality is too wide: its other participants and its mentors hold a role there, too. The roles
stand in the migration as text; a policy cannot ask network/roles.py (tests/people/test_rows.py
does).
"""

from ligzda.kernel.confined import PERSON_SQL, Only

SEEN_SQL = "(SELECT people_seen())::bigint[]"
"""Municipalities whose people the person of the request works with."""
OWN_SQL = f"(SELECT id FROM people_person WHERE user_id = {PERSON_SQL})"
"""The records of the person of the request: one, or after a merge the ones behind it too."""

PERSON = Only(f"municipality_id = ANY ({SEEN_SQL}) OR user_id = {PERSON_SQL}")
OF_A_PERSON = Only(f"municipality_id = ANY ({SEEN_SQL}) OR person_id IN {OWN_SQL}")
"""Every model of the room has `person`, and `municipality`: who kept the record when the row was
written, so that what an incubator wrote stays with it when the person moves on."""

OF_A_MUNICIPALITY = Only(f"municipality_id = ANY ({SEEN_SQL})")
"""What is about nobody."""

SEEN_FUNCTION = """
CREATE FUNCTION people_seen() RETURNS bigint[] LANGUAGE sql STABLE AS $$
    SELECT CASE public.ligzda_person()
        WHEN 0 THEN public.ligzda_municipalities()
        ELSE (
            SELECT array_agg(partner.municipality_id)
            FROM public.network_membership held
            JOIN public.network_partner partner ON partner.id = held.partner_id
            WHERE held.user_id = public.ligzda_person()
                AND held.role IN ('coordinator', 'incubator_manager', 'instructor',
                    'social_worker', 'data_protection')
                AND held.period @> (pg_catalog.now() AT TIME ZONE 'Europe/Riga')::date
        )
    END
$$
"""
NO_SEEN_FUNCTION = "DROP FUNCTION people_seen()"
