"""The formats of dates and numbers."""
