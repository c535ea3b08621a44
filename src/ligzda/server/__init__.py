"""How does it run? Settings, URLs, embedded database, jobs, base templates, static files."""
