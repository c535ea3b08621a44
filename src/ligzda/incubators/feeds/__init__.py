"""Bookings as calendars that a telephone or an office program reads (RFC 5545)."""
