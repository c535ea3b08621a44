"""Who meets a row about an enterprise: those who work with people there, and its people themselves
(ADR 0090, people/confining.py)."""

from ligzda.kernel.confined import Only
from ligzda.people.confining import OF_A_PERSON, OWN_SQL, SEEN_SQL

__all__ = ["OF_AN_ENTERPRISE", "OF_A_PERSON", "THE_ENTERPRISE"]

_OWN_ENTERPRISES = f"(SELECT enterprise_id FROM ventures_involvement WHERE person_id IN {OWN_SQL})"

THE_ENTERPRISE = Only(
    f"municipality_id = ANY ({SEEN_SQL}) OR person_id IN {OWN_SQL} OR id IN {_OWN_ENTERPRISES}"
)
OF_AN_ENTERPRISE = Only(
    f"municipality_id = ANY ({SEEN_SQL}) OR enterprise_id IN {_OWN_ENTERPRISES}"
)
