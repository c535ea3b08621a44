"""What belongs to a stay lies within it: held by the database, from both sides.

The row of the stay is locked while something is written into it, so that an exit which is recorded
at the same moment waits, and then meets what was written.
"""

import pgtrigger

_OUTSIDE = """
    PERFORM 1 FROM people_stay s
    WHERE s.id = NEW.stay_id AND s.person_id = NEW.person_id AND s.period @> {what}
    FOR SHARE;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'it is of a day on which the person does not stay'
            USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
"""
_LEFT_OUT = """
    IF EXISTS (
        SELECT 1 FROM people_absence a WHERE a.stay_id = NEW.id AND NOT NEW.period @> a.period
    ) OR EXISTS (
        SELECT 1 FROM people_delivery d WHERE d.stay_id = NEW.id AND NOT NEW.period @> d.day
    ) THEN
        RAISE EXCEPTION 'something is recorded after the last day, or before the first'
            USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
"""


def within_its_stay(what: str) -> pgtrigger.Trigger:
    """Refuse a row whose day or days (`what`, as SQL of NEW) are not of its person's stay."""
    return pgtrigger.Trigger(
        name="within_its_stay",
        when=pgtrigger.Before,
        operation=pgtrigger.Insert | pgtrigger.Update,
        func=_OUTSIDE.format(what=what),
    )


def holds_what_belongs_to_it() -> pgtrigger.Trigger:
    """Refuse a period of a stay that leaves out an absence or a support that was recorded."""
    return pgtrigger.Trigger(
        name="holds_what_belongs_to_it",
        when=pgtrigger.Before,
        operation=pgtrigger.UpdateOf("period", "person_id"),  # type: ignore[no-untyped-call]
        func=_LEFT_OUT,
    )
