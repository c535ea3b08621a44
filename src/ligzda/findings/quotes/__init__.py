"""Voices of users: coded quotes that a person agreed to, approved by another, without a name."""
