"""Editions in the database: prepared by one, published by another, and the log of them."""
