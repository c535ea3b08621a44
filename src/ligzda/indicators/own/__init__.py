"""A municipality's drawer: what it counts for itself, by its own words, seen by it alone.

The outcome dictionary is closed, so that one name means one thing everywhere. What is kept here
stands in no flat table: no board, report, data set, lake, release or API adds it to anything.
"""
