"""Pages of the newsroom, thin: they read the request, call one action or query, and answer."""
