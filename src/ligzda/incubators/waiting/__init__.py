"""Who waits for a time that is taken, and to whom it is offered when it is free."""
