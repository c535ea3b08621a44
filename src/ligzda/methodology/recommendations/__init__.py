"""Recommendations by the Evidence-to-Decision frame: written by one, published by another."""
