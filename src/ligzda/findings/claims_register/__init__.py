"""Claims in the database: what is said, how it stands, each turn with its cause, how certain."""
