"""What the public reads and says: articles, comments under written rules, moderation."""
