"""Acts as trees of units: read from text, written back to the same text, addressed, changed."""
