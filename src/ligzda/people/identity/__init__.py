"""One person, one identity: found by keyed tokens, checked on every way in, merged and unmerged."""
