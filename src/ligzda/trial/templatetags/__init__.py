"""Filters of the trial's pages."""
