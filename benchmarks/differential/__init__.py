"""Random small models against exact integration: `make differential`."""
