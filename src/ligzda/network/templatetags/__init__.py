"""Tags of the network."""
