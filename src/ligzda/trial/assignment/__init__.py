"""Which incubator runs which model when: constraints, exchange, the public draw."""
