"""A table and a plan of an evaluator's own: the report is seen, nothing is kept unless asked."""
