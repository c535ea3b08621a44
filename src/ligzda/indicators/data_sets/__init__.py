"""Frozen data sets: cells of an outcome under a registered plan, known by their hash."""
