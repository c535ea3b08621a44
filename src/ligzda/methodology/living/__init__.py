"""The living document: blocks written in the browser by several people, of which editions are made.

Prose is typed; sentences of claims, titles of recommendations, charts and tables never are: they
are drawn from what the claims and evaluations say today.
"""
