"""The living document out as DOCX and back: what was said in Word becomes comments and suggestions.

Each block stands in the file under a name with its number, its version and a print of its words
(`marks`); what comes back is read (`package`, `reading`), held against the document (`planning`),
shown, and taken in whole (`actions`).
"""
