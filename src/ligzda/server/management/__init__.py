"""Commands of `ligzda manage`."""
