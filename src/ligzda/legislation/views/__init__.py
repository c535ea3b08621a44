"""Pages of legislation."""
