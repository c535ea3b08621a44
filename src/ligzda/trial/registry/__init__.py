"""What is registered before anything runs: protocol, papers, deviations."""
