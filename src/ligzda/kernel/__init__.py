"""What every room stands on. It has no model of its own and imports no room (ADR 0066)."""
