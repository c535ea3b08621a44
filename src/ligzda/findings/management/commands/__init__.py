"""Commands of `ligzda manage`, one module each."""
