"""A participant's own pages, in easy language: my plan, my week, my data, whom to phone."""
