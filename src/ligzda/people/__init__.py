"""The room of people: whom does it serve? From the application to the last follow-up."""
