"""One way out and one way in for tables: CSV, XLSX, JSON and CSVW from one declaration (ADR 0063).

`declaration` says what a table is, `writing` gives it out, `reading` takes it in whole or names
every wrong cell, `preview` shows what a file would change. `text`, `numbers` and `delimited` are
the rules below them; they know no Django, so that the engine's reader of large files shares them.
"""
