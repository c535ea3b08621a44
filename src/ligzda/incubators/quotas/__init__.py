"""How many hours a week somebody may book in an incubator."""
