"""What municipalities order from their incubators."""
