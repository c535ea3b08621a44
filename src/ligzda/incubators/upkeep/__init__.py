"""What keeps machines fit for use: condition, maintenance, manuals, and the log of accidents."""
