"""Applying operations to acts: exactly what each says, and what it leaves to an editor."""
