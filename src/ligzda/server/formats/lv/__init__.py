"""Latvian formats of dates and numbers."""
