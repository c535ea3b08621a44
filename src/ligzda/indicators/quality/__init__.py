"""Data quality: checks as data, findings stored every night, what is accepted and why."""
