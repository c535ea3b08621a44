"""Writing: operation → the sentence as a Latvian drafter writes it, by kind of act."""
