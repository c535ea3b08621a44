"""What can this trial show? Asked before it starts."""
