"""The municipal package: from what is recommended to papers for a municipality's own case."""
