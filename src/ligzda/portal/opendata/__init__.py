"""Open data of what exists: declared once, given as CSV with CSVW, as DCAT-AP and by the API."""
