"""Outcomes: what is observed of people at entry, at exit and at each follow-up, and how."""
