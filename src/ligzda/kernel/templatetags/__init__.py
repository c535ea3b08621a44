"""What the templates of every room load."""
