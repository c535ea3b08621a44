"""Published tables of employment programmes as examples, each with the trap that it holds."""
