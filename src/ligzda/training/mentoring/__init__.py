"""Mentoring: who has time for what, who accompanies whom, how long they met, what they note.

Rows are confined to persons, not to a municipality: a mentor may come from elsewhere, and not
everybody of a town hall reads what two people say to each other.
"""
