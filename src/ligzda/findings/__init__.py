"""What may we say? Evaluations, and the reports made of them."""
